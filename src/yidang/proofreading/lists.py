"""The word lists in force, made ready once and shared until somebody edits them."""

from functools import lru_cache
from hashlib import sha256
from plone import api
from yidang.proofreading.engine.wordbook import read_entries
from yidang.proofreading.engine.wordbook import Wordbook
from yidang.proofreading.settings import LISTS
from yidang.proofreading.settings import PREFIX


def texts() -> tuple[tuple[str, str], ...]:
    """Name and text of each list."""
    return tuple((name, api.portal.get_registry_record(f"{PREFIX}.{name}", default="") or "") for name in LISTS)


def version() -> str:
    """Names the lists as they are now; articles checked by other lists have to be looked at again."""
    return _version(texts())


def books() -> tuple[Wordbook, ...]:
    """The lists, ready to search."""
    return tuple(_book(name, text) for name, text in texts())


@lru_cache(maxsize=4)
def _version(lists: tuple[tuple[str, str], ...]) -> str:
    return sha256("\0".join(f"{name}\0{text}" for name, text in lists).encode()).hexdigest()[:16]


@lru_cache(maxsize=8)
def _book(name: str, text: str) -> Wordbook:
    level, title = LISTS[name]
    return Wordbook(name, title, read_entries(text, level)[0])
