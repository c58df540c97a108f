"""Reading many records one after the other without keeping them: some hundreds are awake at a time."""

from collections.abc import Iterator
from plone import api
from typing import Any
from yidang.archive.finding import Found


STEP = 200


def by_day(found: Found) -> list[int]:
    """Catalog ids by the record's day, then in the order of filing; what has no day comes last."""
    days = found.catalog.getIndex("record_day").documentToKeyMap()
    last = (1, 0)
    return sorted(found.rids, key=lambda rid: ((0, days[rid]) if rid in days else last, rid))


def awake(rids: list[int]) -> Iterator[tuple[Any, Any]]:
    """Each record with its catalog entry. What the reader may view was asked when the ids were found."""
    catalog = api.portal.get_tool("portal_catalog")._catalog
    for start in range(0, len(rids), STEP):
        for rid in rids[start : start + STEP]:
            brain = catalog[rid]
            yield brain._unrestrictedGetObject(), brain
        connection = api.portal.get()._p_jar
        if connection is not None:
            connection.cacheMinimize()
