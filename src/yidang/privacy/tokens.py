"""Tokens for named people and households: the same name is the same token, and no token tells the name.

A count of different people needs to know who is the same, not who it is. So facts hold a keyed digest; the key is made
with the first one and stays in the portal. The contract is part of it: nobody is recognised across two contracts.
"""

from base64 import urlsafe_b64encode
from collections.abc import Iterable
from hashlib import blake2b
from plone import api
from secrets import token_bytes
from yidang.archive.place import contract_of
from zope.annotation.interfaces import IAnnotations

import unicodedata


KEY = "yidang.token_key"
PERSON, HOUSEHOLD = "person", "household"
SIZE = 9  # bytes: twelve letters, and a hundred thousand names meet by chance once in 10^12 contracts


def plain(name: str) -> str:
    """The name without blanks, in the usual width: `Ｌｉ  明` and `li明` are one person."""
    return "".join(unicodedata.normalize("NFKC", name).split()).casefold()


def tokens_of(record, names: Iterable[str] | None, what: str = PERSON) -> tuple[str, ...]:
    """A token for each different name, in the order of the names; blank lines are nobody."""
    found = dict.fromkeys(plain(name) for name in names or ())
    found.pop("", None)
    contract = contract_of(record)
    if not found or contract is None:
        return ()
    key, scope = _key(), f"{contract.UID()}\n{what}\n"
    return tuple(_digest(key, scope + name) for name in found)


def token_of(record, name: str | None, what: str = PERSON) -> str:
    """The token of one name, "" for none."""
    return next(iter(tokens_of(record, (name,) if name else (), what)), "")


def _digest(key: bytes, text: str) -> str:
    return urlsafe_b64encode(blake2b(text.encode(), key=key, digest_size=SIZE).digest()).decode()


def _key() -> bytes:
    """The portal's key; kept beside its contents, so that a rebuild finds the same tokens."""
    kept = IAnnotations(api.portal.get())
    if KEY not in kept:
        kept[KEY] = token_bytes(32)
    return kept[KEY]
