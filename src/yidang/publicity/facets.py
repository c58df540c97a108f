"""How many published articles each value of a filter has, read off the catalog's own tables: no brain is made.

A number stands beside each choice and tells what choosing it would give, with the other filters kept. What the other
filters leave is found once for a filter; each of its choices is then one look into what the index has under it.
"""

from BTrees.IIBTree import IITreeSet
from BTrees.IIBTree import intersection
from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from functools import reduce
from heapq import nsmallest
from plone import api
from Products.CMFCore.indexing import processQueue
from typing import Any
from yidang import clock
from yidang.publicity.order import INDEX
from yidang.publicity.workflow import PUBLISHED


# A set so much smaller than the other is looked up number by number.
MUCH_SMALLER = 10


class Facets:
    """The published articles as numbers of the catalog, and what filters leave of them.

    `filters`: the chosen ones, as `filters_of` of the newsroom names them; each by the name of its facet.
    """

    def __init__(self, filters: Mapping[str, Mapping[str, Any]]) -> None:
        processQueue()
        self.table = api.portal.get_tool("portal_catalog")._catalog
        # Only articles are ever in this state (yidang_article).
        self.published = _as_set(self._entries("review_state").get(PUBLISHED, ()))
        self._meeting = {facet: self._meet(asked) for facet, asked in filters.items() if asked}

    def left_by_others(self, facet: str) -> IITreeSet:
        """The published articles that meet the filters of all other facets."""
        others = (found for name, found in self._meeting.items() if name != facet)
        return reduce(intersection, others, self.published)

    def by_value(self, facet: str, index: str, values: Iterable[Any]) -> dict[Any, int]:
        """How many there are of each value of an index; `""` is all of them."""
        left, entries = self.left_by_others(facet), self._entries(index)
        return {value: common(left, entries.get(value, ())) if value != "" else len(left) for value in values}

    def of_condition(self, facet: str, asked: Mapping[str, Any]) -> int:
        """How many meet a condition that is no single value of an index."""
        return common(self.left_by_others(facet), self._meet(asked))

    def most(self, facet: str, index: str, limit: int) -> list[tuple[str, int]]:
        """The values of a keyword index that most articles have, with their numbers; the commonest first."""
        left = self.left_by_others(facet)
        counted = ((value, common(left, held)) for value, held in self._entries(index).items())
        return nsmallest(limit, ((one, count) for one, count in counted if count), lambda pair: (-pair[1], pair[0]))

    def by_month(self, facet: str, months: Iterable[date], after: Callable[[date], date]) -> dict[date, int]:
        """How many were published in each month (by its first day), off the order of the news."""
        left, places = self.left_by_others(facet), self._entries(INDEX)
        found = {}
        for month in months:
            span = places.values(_moment(month), _moment(after(month)))
            found[month] = sum(common(left, held) for held in span)
        return found

    def _entries(self, index: str):
        return self.table.indexes[index]._index

    def _meet(self, asked: Mapping[str, Any]) -> IITreeSet:
        found = self.published
        for name, value in asked.items():
            met = self.table.getIndex(name)._apply_index({name: value})
            found = intersection(found, met[0]) if met else found
        return found


@lru_cache(maxsize=256)
def _moment(day: date) -> str:
    """Where a day begins in the order of the news."""
    return f"{clock.stamp_at(day).timeTime():017.6f}"


def _as_set(held: Any) -> IITreeSet:
    """The entry of an index: a set, or a number where there is only one."""
    return IITreeSet([held]) if isinstance(held, int) else held or IITreeSet()


def common(left: Any, held: Any) -> int:
    """How many numbers a set and the entry of an index share."""
    if isinstance(held, int):
        return int(held in left)
    if not held:
        return 0
    if len(held) * MUCH_SMALLER < len(left):
        return sum(1 for rid in held if rid in left)
    return len(intersection(left, _as_set(held)))
