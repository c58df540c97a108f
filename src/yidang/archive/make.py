"""The archive comes into being with its contract, and only then."""

from plone.dexterity.utils import createContent
from yidang.archive.content import IArchive
from yidang.archive.sections import SECTIONS
from yidang.interfaces import IServesContract
from yidang.people.team import give_up_ownership
from zope.component import adapter
from zope.event import notify
from zope.lifecycleevent import ObjectCreatedEvent
from zope.lifecycleevent.interfaces import IObjectAddedEvent


def _put(container, portal_type: str, id_: str, title: str):
    """Add one fixed part of the tree; the mark tells the guard that this is the making."""
    part = createContent(portal_type, title=title)
    part.id = id_
    part._v_made_with_contract = True
    notify(ObjectCreatedEvent(part))
    container._setObject(id_, part)
    part = container._getOb(id_)
    give_up_ownership(part)
    return part


def make_archive(contract):
    """The archive of `contract` with all its sections."""
    archive = _put(contract, "Archive", "archive", "档案")
    for section in SECTIONS:
        _put(archive, "ArchiveSection", section.id, section.title)
    return archive


@adapter(IServesContract, IObjectAddedEvent)
def give_archive(contract, event) -> None:
    """A contract is never without its archive, not even for one request."""
    if not any(IArchive.providedBy(child) for child in contract.objectValues()):
        make_archive(contract)
