"""What the catalog keeps of every record, for lists and queues."""

from Acquisition import aq_base
from plone.indexer import indexer
from yidang.archive.interfaces import IRecord
from yidang.archive.record import kind_of
from yidang.archive.record import record_date
from yidang.archive.record import state_since as since
from yidang.archive.record import station_of
from yidang.archive.record import workers_of


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


@indexer(IRecord)
def record_kind(record) -> str:
    """What kind of its type the record is."""
    return kind_of(record)


@indexer(IRecord)
def record_workers(record) -> tuple[str, ...]:
    """Those in charge."""
    return workers_of(record)


@indexer(IRecord)
def state_since(record) -> int:
    """When the record came into its state, for ages and queues."""
    return since(record)


def reindex_age(record, event) -> None:
    """A step begins a new age; workflow itself reindexes only its own indexes. What is just made is indexed anyway."""
    if event.transition is not None:
        record.reindexObject(idxs=["state_since"])
