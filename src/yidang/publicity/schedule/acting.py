"""Doing something in another name: the system's, or that of a reviewer without an account."""

from AccessControl.SecurityManagement import getSecurityManager
from AccessControl.SecurityManagement import newSecurityManager
from AccessControl.SecurityManagement import setSecurityManager
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def acting_as(user) -> Iterator[None]:
    """Whatever is done inside is done by `user`."""
    before = getSecurityManager()
    newSecurityManager(None, user)
    try:
        yield
    finally:
        setSecurityManager(before)
