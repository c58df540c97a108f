"""The order of the published articles.

`news_order` is an index that only published articles have: the moment of publication, then the UID. Neighbours and the
newest few are read off it directly; a catalog query would gather and sort every article of the portal for each of them.
"""

from collections.abc import Iterator
from plone import api
from typing import Any


INDEX = "news_order"


def order_key(article) -> str:
    """Where a published article stands among the others."""
    return f"{article.effective_date.asdatetime().timestamp():017.6f} {article.UID()}"


def _tree():
    """The catalog's table of brains, and a BTree of order key -> rid."""
    table = api.portal.get_tool("portal_catalog")._catalog
    return table, table.indexes[INDEX]._index


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
    """Brains of the published articles before and after this one; None at the ends."""
    catalog, tree = _tree()
    key = order_key(article)
    return tuple(catalog[tree[one]] if one is not None else None for one in (_below(tree, key), _above(tree, key)))


def newest() -> Iterator[Any]:
    """Brains of all published articles, newest first, as far as they are asked for."""
    catalog, tree = _tree()
    key = tree.maxKey() if tree else None
    while key is not None:
        yield catalog[tree[key]]
        key = _below(tree, key)
