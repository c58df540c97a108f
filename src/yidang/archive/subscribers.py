"""What follows when a record, or a part of one, is filed or changed."""

from Acquisition import aq_inner
from Acquisition import aq_parent
from yidang.archive.content import IArchiveDocument
from yidang.archive.content import IArchiveSection
from yidang.archive.interfaces import IRecord
from yidang.archive.interfaces import IRecordPart
from yidang.archive.place import contract_of
from yidang.archive.record import station_of
from yidang.indicators.scoreboard import touch
from yidang.people.team import bind_to_all_stations
from yidang.people.team import bind_to_station
from zope.component import adapter
from zope.lifecycleevent.interfaces import IObjectAddedEvent
from zope.lifecycleevent.interfaces import IObjectModifiedEvent
from zope.lifecycleevent.interfaces import IObjectRemovedEvent


def _bind(record) -> bool:
    """Whether anybody's rights have changed."""
    contract = contract_of(record)
    if contract is None:
        return False
    before = dict(record.get_local_roles())
    bind_to_station(record, contract, station_of(record))
    if IArchiveDocument.providedBy(record) and IArchiveSection.providedBy(aq_parent(aq_inner(record))):
        bind_to_all_stations(record, contract)  # rules, plans and notices concern every station
    return dict(record.get_local_roles()) != before


@adapter(IRecord, IObjectAddedEvent)
def bind_added(record, event) -> None:
    """The workers of the record's station may work on it; there is nothing below it yet whose rights would change."""
    if _bind(record):
        record.reindexObject(idxs=record._cmf_security_indexes)


@adapter(IRecord, IObjectModifiedEvent)
def bind_modified(record, event) -> None:
    """An edited station changes who may work on the record."""
    if event.object is record and _bind(record):
        record.reindexObjectSecurity()


def _touch_record(parent) -> None:
    if IRecord.providedBy(parent):
        touch(parent)


@adapter(IRecordPart, IObjectAddedEvent)
def part_added(part, event) -> None:
    """A new session or paper changes what its record states."""
    _touch_record(aq_parent(aq_inner(part)))


@adapter(IRecordPart, IObjectModifiedEvent)
def part_modified(part, event) -> None:
    """So does an edited one."""
    _touch_record(aq_parent(aq_inner(part)))


@adapter(IRecordPart, IObjectRemovedEvent)
def part_removed(part, event) -> None:
    """So does one that is taken out; not when the record goes as a whole."""
    if event.object is part:
        _touch_record(event.oldParent)
