"""Reading with somebody else's eyes: what a calendar or a reminder says is what that person may see, and no more."""

from AccessControl.SecurityManagement import getSecurityManager
from AccessControl.SecurityManagement import newSecurityManager
from AccessControl.SecurityManagement import setSecurityManager
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def acting_as(user) -> Iterator[None]:
    """Whatever is read inside is read with the rights of `user`."""
    before = getSecurityManager()
    newSecurityManager(None, user)
    try:
        yield
    finally:
        setSecurityManager(before)
