"""Finding what is filed, as far as the current user may see it, at a cost that does not grow with the archive.

The catalog sorts in Python, record by record; 10,000 records make a page of fifty wait. Here the sets that the indexes
hold are intersected in C: first all that is asked for, then day after day until the page is full.
"""

from AccessControl import getSecurityManager
from BTrees.IIBTree import IISet
from BTrees.IIBTree import IITreeSet
from BTrees.IIBTree import intersection
from BTrees.IIBTree import multiunion
from collections.abc import Iterable
from collections.abc import Iterator
from itertools import islice
from plone import api
from Products.CMFCore.indexing import processQueue
from typing import Any


LOOKUPS = 16


class Found:
    """Catalog ids of records; brains are made only for the page that is shown."""

    def __init__(self, rids: Iterable[int]) -> None:
        self.catalog = api.portal.get_tool("portal_catalog")._catalog
        self.rids = rids if isinstance(rids, IISet | IITreeSet) else IISet(rids)

    def __len__(self) -> int:
        return len(self.rids)

    def count_by(self, index: str) -> dict[str, int]:
        """How many of them have each value of a field index."""
        held = self.catalog.getIndex(index)._index
        counts = ((value, len(_both(rids, self.rids))) for value, rids in held.items())
        return {value: number for value, number in counts if number}

    def with_value(self, index: str, value: Any) -> "Found":
        """Those that have one value of a field index."""
        rids = self.catalog.getIndex(index)._index.get(value)
        return Found(_both(rids, self.rids) if rids is not None else ())

    def between(self, index: str, low: Any, high: Any) -> "Found":
        """Those whose value in a field index lies between two values, both included."""
        sets = [_as_set(rids) for rids in self.catalog.getIndex(index)._index.values(low, high)]
        return Found(intersection(multiunion(sets), self.rids))

    def among(self, other: "Found") -> "Found":
        """Those that are in both."""
        return Found(intersection(self.rids, other.rids))

    def sorted(self, index: str, start: int = 0, size: int = 50, descending: bool = False) -> list:
        """Brains of one page, in the order of a field index; what has no value there is left out."""
        held = self.catalog.getIndex(index)
        walk = self._one_by_one if len(self.rids) * 4 < len(held._index) else self._by_value
        return [self.catalog[rid] for rid in islice(walk(held, descending), start, start + size)]

    def _by_value(self, held, descending: bool) -> Iterator[int]:
        """For many records and few values: value after value, only as far as the page reaches."""
        keys = list(held._index.keys())
        for key in reversed(keys) if descending else keys:
            group = _both(held._index[key], self.rids)
            yield from reversed(list(group)) if descending else group

    def _one_by_one(self, held, descending: bool) -> Iterator[int]:
        """For few records and many values."""
        values = held.documentToKeyMap()
        yield from sorted((rid for rid in self.rids if rid in values), key=values.__getitem__, reverse=descending)


def _as_set(rids):
    return IISet((rids,)) if isinstance(rids, int) else rids


def _both(held, rids):
    """The ids in both. `intersection` walks through both sets; looking up the few of a small one is cheaper."""
    held = _as_set(held)
    if len(held) * LOOKUPS < len(rids):
        return IISet([rid for rid in held if rid in rids])
    return intersection(held, rids)


def find(**query) -> Found:
    """What the current user may see of what the query asks for. Archives know no publication range."""
    processQueue()
    tool = api.portal.get_tool("portal_catalog")
    user = getSecurityManager().getUser()
    return _search(tool._catalog, {**query, "allowedRolesAndUsers": tool._listAllowedRolesAndUsers(user)})


def _search(catalog, query: dict) -> Found:
    """The ids only; `Catalog.search` would go on to sort them and make brains."""
    query = catalog.make_query(query)
    plan = catalog.getCatalogPlan(query)
    plan.start()
    rids = None
    for name in plan.plan() or catalog._sorted_search_indexes(query):
        if name in catalog.indexes:
            rids = catalog._search_index(plan, name, query, rids)
            if not rids:
                break
    plan.stop()
    # A text index gives scores as well; only the ids are wanted.
    return Found(rids.keys() if hasattr(rids, "items") else rids or ())
