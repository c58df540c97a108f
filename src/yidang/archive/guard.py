"""One project, one archive (S2-14 一项目一档案): what nobody may do to the tree, whatever road they come by.

These handlers hang on the events that forms, REST, the Plone API and scripts all fire, so Manager is held as well.
"""

from Acquisition import aq_base
from Acquisition import aq_inner
from Acquisition import aq_parent
from OFS.interfaces import IObjectWillBeAddedEvent
from OFS.interfaces import IObjectWillBeMovedEvent
from OFS.interfaces import IObjectWillBeRemovedEvent
from plone import api
from plone.base.interfaces import IPloneSiteRoot
from yidang.archive.content import IArchive
from yidang.archive.content import IArchiveSection
from yidang.archive.interfaces import IFixed
from yidang.archive.interfaces import IRecord
from yidang.archive.place import archive_of
from yidang.archive.sections import BY_ID
from yidang.archive.sentences import CONTRACT_FILED
from yidang.archive.sentences import CONTRACT_STAYS
from yidang.archive.sentences import NUMBERED
from yidang.archive.sentences import ONE_ARCHIVE
from yidang.archive.sentences import OUTSIDE
from yidang.archive.sentences import RECORDS_STAY
from yidang.errors import Protected
from yidang.interfaces import IServesContract
from zope.component import adapter


def is_tree_going(event) -> bool:
    """Whether the whole site is being removed, which is not a deletion of its parts."""
    return IPloneSiteRoot.providedBy(event.object)


def has_records(archive) -> bool:
    """Whether anything has been filed in the archive."""
    return any(len(section) for section in archive.objectValues())


def contract_may_go(contract) -> bool:
    """Only a contract still in draft, with nothing filed, may be deleted; as a whole."""
    if api.content.get_state(contract, default="draft") != "draft":
        return False
    return not any(IArchive.providedBy(child) and has_records(child) for child in contract.objectValues())


@adapter(IServesContract, IObjectWillBeRemovedEvent)
def keep_contract(contract, event) -> None:
    """A contract in force is not deleted."""
    if not is_tree_going(event) and not contract_may_go(contract):
        raise Protected(CONTRACT_FILED)


@adapter(IServesContract, IObjectWillBeMovedEvent)
def keep_contract_place(contract, event) -> None:
    """The address of a contract stands in reports and cannot change."""
    if event.oldParent is not None and event.newParent is not None and not is_tree_going(event):
        raise Protected(CONTRACT_STAYS)


@adapter(IFixed, IObjectWillBeRemovedEvent)
def keep_fixed(fixed, event) -> None:
    """The archive goes only with its contract, a section only with its archive."""
    if not is_tree_going(event) and aq_base(event.object) is aq_base(fixed):
        raise Protected(ONE_ARCHIVE)


def changes_place(obj, event) -> bool:
    """Whether `obj` itself is moved or renamed: neither added, nor removed, nor carried along by what it lies in."""
    moved = event.oldParent is not None and event.newParent is not None
    return moved and aq_base(event.object) is aq_base(obj)


@adapter(IFixed, IObjectWillBeMovedEvent)
def keep_fixed_place(fixed, event) -> None:
    """Neither moved nor renamed."""
    if changes_place(fixed, event):
        raise Protected(ONE_ARCHIVE)


@adapter(IFixed, IObjectWillBeAddedEvent)
def admit_fixed(fixed, event) -> None:
    """Only the making of a contract adds an archive, once (`make.py` sets the mark)."""
    if aq_base(event.object) is aq_base(fixed) and not getattr(aq_base(fixed), "_v_made_with_contract", False):
        raise Protected(ONE_ARCHIVE)


def refuse_copy(obj, event) -> None:
    """Contracts, archives, sections and records exist once."""
    if IServesContract.providedBy(obj):
        raise Protected(CONTRACT_STAYS)
    raise Protected(ONE_ARCHIVE if IFixed.providedBy(obj) else RECORDS_STAY)


@adapter(IRecord, IObjectWillBeAddedEvent)
def admit_record(record, event) -> None:
    """A record is filed in a section of an archive (or in a case or group that is), in the section of its type."""
    if aq_base(event.object) is not aq_base(record):
        return
    parent = aq_inner(event.newParent)
    if archive_of(parent) is None:
        raise Protected(OUTSIDE)
    if IArchiveSection.providedBy(parent):
        section = BY_ID[parent.getId()]
        if record.portal_type not in section.types:
            raise Protected(f"“{section.title}”中不归入这一类材料。")


@adapter(IRecord, IObjectWillBeMovedEvent)
def keep_record_place(record, event) -> None:
    """A record stays where it was filed, under the id that it got there."""
    if changes_place(record, event):
        raise Protected(RECORDS_STAY)


@adapter(IRecord, IObjectWillBeRemovedEvent)
def keep_record(record, event) -> None:
    """What has an archive number stays, unless a contract in draft goes as a whole."""
    if is_tree_going(event) or IServesContract.providedBy(event.object):
        return
    if getattr(aq_base(record), "archive_number", None) and aq_parent(aq_inner(record)) is not None:
        raise Protected(NUMBERED)
