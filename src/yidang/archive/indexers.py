"""What the catalog keeps of every record, for lists and queues."""

from Acquisition import aq_base
from plone.indexer import indexer
from yidang.archive.interfaces import IRecord
from yidang.archive.record import record_date
from yidang.archive.record import station_of


@indexer(IRecord)
def archive_number(record) -> str | None:
    """The archive number, None for drafts."""
    return getattr(aq_base(record), "archive_number", None)


@indexer(IRecord)
def record_day(record):
    """The record's own day."""
    return record_date(record)


@indexer(IRecord)
def station_id(record) -> str:
    """The station that did the work."""
    return station_of(record)
