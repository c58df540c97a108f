"""Reading or doing something in another name: a reader's of a calendar, the system's, a reviewer's without account."""

from AccessControl.SecurityManagement import getSecurityManager
from AccessControl.SecurityManagement import newSecurityManager
from AccessControl.SecurityManagement import setSecurityManager
from collections.abc import Iterator
from contextlib import contextmanager


def acting() -> str:
    """The user id of whoever acts; "" for nobody. To ask for the whole member costs as much as indexing an article."""
    return getSecurityManager().getUser().getId() or ""


@contextmanager
def acting_as(user) -> Iterator[None]:
    """Whatever happens inside happens with the rights and in the name of `user`."""
    before = getSecurityManager()
    newSecurityManager(None, user)
    try:
        yield
    finally:
        setSecurityManager(before)
