"""Finding a client by its UID without the catalog.

Facts are stated while the catalog takes a record in, perhaps in the middle of a rebuild when half of it is missing.
What a record says of its clients must not depend on who was indexed first, so each archive keeps its own list.
"""

from BTrees.OOBTree import OOBTree
from yidang.archive.place import archive_of
from yidang.privacy.content import IClient
from zope.annotation.interfaces import IAnnotations
from zope.component import adapter
from zope.lifecycleevent.interfaces import IObjectAddedEvent
from zope.lifecycleevent.interfaces import IObjectRemovedEvent


KEY = "yidang.clients"  # UID -> id in the section of the records
SECTION = "records"


def client_of(record, uid: str):
    """The client with this UID in the archive around `record`, whoever asks; None when there is none."""
    archive = archive_of(record)
    kept = IAnnotations(archive).get(KEY) if archive is not None else None
    id_ = kept.get(uid) if kept is not None else None
    section = archive.get(SECTION) if id_ else None
    return section._getOb(id_, None) if section is not None else None


@adapter(IClient, IObjectAddedEvent)
def enter(client, event) -> None:
    """A new client is entered in the archive's list."""
    archive = archive_of(client)
    if archive is None:
        return
    kept = IAnnotations(archive)
    if KEY not in kept:
        kept[KEY] = OOBTree()
    kept[KEY][client.UID()] = client.getId()


@adapter(IClient, IObjectRemovedEvent)
def strike(client, event) -> None:
    """A client that goes is struck off."""
    archive = archive_of(event.oldParent) if event.oldParent is not None else None
    kept = IAnnotations(archive).get(KEY) if archive is not None else None
    if kept is not None:
        kept.pop(client.UID(), None)
