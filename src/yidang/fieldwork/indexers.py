"""What the catalog keeps of a service record, beside what it keeps of every record."""

from plone.indexer import indexer
from yidang.fieldwork.announcing import announcement_of
from yidang.fieldwork.content import IServiceRecord


@indexer(IServiceRecord)
def announced_on(record) -> str:
    """The day to which the public is invited; only what is announced is in this index."""
    said = announcement_of(record)
    if said is None:
        raise AttributeError("announced_on")
    return said.day.isoformat()
