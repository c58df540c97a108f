"""The order of the published articles.

`news_order` is an index that only published articles have: the moment of publication, then the UID. Neighbours and the
newest few are read off it directly; a catalog query would gather and sort every article of the portal for each of them.
"""

from collections.abc import Iterator
from heapq import nlargest
from Products.CMFCore.indexing import processQueue
from Products.CMFCore.utils import getToolByName
from typing import Any
from zope.component.hooks import getSite


INDEX = "news_order"


def order_key(article) -> str:
    """Where a published article stands among the others."""
    return f"{article.effective_date.timeTime():017.6f} {article.UID()}"


def _tree():
    """The catalog's table of brains, and a BTree of order key -> rids, with every change of this request in it."""
    processQueue()
    table = getToolByName(getSite(), "portal_catalog")._catalog
    return table, table.indexes[INDEX]._index


def _brain(table, tree, key: str):
    """The brain behind a key; the UID in the key makes it the only one."""
    held = tree[key]
    return table[held if isinstance(held, int) else next(iter(held))]


def _below(tree, key: str) -> str | None:
    """The greatest key smaller than `key`."""
    bound = key[:-1] + chr(ord(key[-1]) - 1) + "\uffff"
    try:
        return tree.maxKey(bound)
    except ValueError:
        return None


def _above(tree, key: str) -> str | None:
    """The smallest key greater than `key`."""
    return next(iter(tree.keys(min=key, excludemin=True)), None)


def neighbours(article) -> tuple[Any, Any]:
    """Brains of the published articles before and after this one; None at the ends, and around an unpublished one."""
    table, tree = _tree()
    key = order_key(article) if article.effective_date is not None else ""
    if key not in tree:
        return None, None
    found = (_below(tree, key), _above(tree, key))
    return tuple(_brain(table, tree, one) if one is not None else None for one in found)


def newest() -> Iterator[Any]:
    """Brains of all published articles, newest first, as far as they are asked for."""
    table, tree = _tree()
    key = tree.maxKey() if tree else None
    while key is not None:
        yield _brain(table, tree, key)
        key = _below(tree, key)


def newest_of(index: str, value: str, limit: int) -> list[Any]:
    """Brains of the newest published articles that a FieldIndex has under a value. It costs by how many there are of
    them, not by how many articles there are."""
    table, _ = _tree()
    places = table.indexes[INDEX]._unindex
    held = table.indexes[index]._index.get(value, ())
    ranked = ((places[rid], rid) for rid in ((held,) if isinstance(held, int) else held) if rid in places)
    return [table[rid] for _, rid in nlargest(limit, ranked)]


def how_many() -> int:
    """How many articles are published."""
    table, _ = _tree()
    return table.indexes[INDEX].numObjects()


def state_of_order() -> tuple[str, int]:
    """Changes whenever an article is published or taken down: the newest place, and how many there are."""
    table, tree = _tree()
    return (tree.maxKey() if tree else "", table.indexes[INDEX].numObjects())
