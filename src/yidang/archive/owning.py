"""An author keeps the rights of an author for as long as they belong to the contract's team.

Filing something makes one its Owner, and an Owner may read it in every state. Somebody who left must not go on reading
the personal data in it. So leaving the last group of a team takes the role away from all that one filed there, and
joining again gives it back; names stay as they are (domain.md 2.14). The events of the user folder are heard, so that
the user administration of the portal does the same as `team.leave`.
"""

from collections.abc import Iterator
from plone import api
from Products.PluggableAuthService.interfaces.events import IPrincipalAddedToGroupEvent
from Products.PluggableAuthService.interfaces.events import IPrincipalRemovedFromGroupEvent
from yidang.archive.interfaces import IRecord
from yidang.archive.interfaces import IRecordPart
from yidang.people.team import belongs
from yidang.people.team import contract_uid
from zope.component import adapter


OWNER = "Owner"
FILED = [IRecord.__identifier__, IRecordPart.__identifier__]


def _contract(uid: str):
    found = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(UID=uid) if uid else ()
    return found[0]._unrestrictedGetObject() if found else None


def _filed_by(contract, user: str) -> Iterator:
    catalog = api.portal.get_tool("portal_catalog")
    path = "/".join(contract.getPhysicalPath())
    for brain in catalog.unrestrictedSearchResults(path=path, Creator=user, object_provides=FILED):
        yield brain._unrestrictedGetObject()


def _set_owner(record, user: str, owns: bool) -> None:
    roles = set(record.get_local_roles_for_userid(user))
    wanted = roles | {OWNER} if owns else roles - {OWNER}
    if wanted == roles:
        return
    record.manage_delLocalRoles([user])
    if wanted:
        record.manage_setLocalRoles(user, sorted(wanted))
    record.reindexObjectSecurity()


def follow_team(contract, user: str) -> None:
    """Make `user` Owner of what they filed in the contract while on its team, and not when not."""
    owns = belongs(contract, user)
    for record in _filed_by(contract, user):
        _set_owner(record, user, owns)


@adapter(IPrincipalAddedToGroupEvent)
def joined(event) -> None:
    """Somebody has come (back) to a team."""
    _follow(event)


@adapter(IPrincipalRemovedFromGroupEvent)
def left(event) -> None:
    """Somebody has left a group of a team, perhaps the last one."""
    _follow(event)


def _follow(event) -> None:
    contract = _contract(contract_uid(event.group_id))
    if contract is not None:
        follow_team(contract, event.principal)
