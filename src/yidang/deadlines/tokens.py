"""The secret of a personal calendar address. Only its digest is kept, so whoever reads the database cannot use it."""

from BTrees.OOBTree import OOBTree
from hashlib import sha256
from yidang.deadlines.shelf import shelf

import secrets


KEY = "yidang.deadlines.tokens"
LENGTH = 32


def new_token(user: str) -> str:
    """Make a secret for a person, told only now; the one before is worthless from here on."""
    revoke(user)
    token = secrets.token_urlsafe(LENGTH)
    kept = _kept(create=True)
    digest = _digest(token)
    kept[digest] = user
    kept["@" + user] = digest
    return token


def revoke(user: str) -> bool:
    """Make a person's secret worthless; whether there was one."""
    kept = _kept()
    digest = kept.pop("@" + user, None)
    return kept.pop(digest, None) is not None if digest else False


def has_token(user: str) -> bool:
    """Whether a person has an address."""
    return "@" + user in _kept()


def owner_of(token: str) -> str | None:
    """Whose secret this is; None for any other text."""
    # Looked up by digest: how long that takes says nothing about how much of a guess is right.
    return _kept().get(_digest(token)) if token else None


def _digest(token: str) -> str:
    return sha256(token.encode("utf-8", "replace")).hexdigest()


def _kept(create: bool = False) -> OOBTree:
    """Digest -> user, and "@" + user -> digest."""
    return shelf(KEY, create)
