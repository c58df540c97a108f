"""Who belongs to a contract, in which role, bound to which stations.

Each contract × role is a group that holds the local role on the contract. A joiner or leaver changes a group and
nothing in the catalog has to be reindexed. Someone bound to stations may enter the contract as `StationWorker`, and is
`Worker` only on the records of those stations.
"""

from collections.abc import Iterable
from plone import api
from yidang.errors import FieldError
from yidang.errors import Refused


ROLES = {
    "Publicist": "宣传人员",
    "Worker": "社工",
    "ProjectLead": "项目主管",
    "Supervisor": "督导",
    "Purchaser": "采购方",
    "Evaluator": "第三方评估",
    "Reviewer1": "一审",
    "Reviewer2": "二审",
    "Reviewer3": "三审",
}
STATION_ROLE = "StationWorker"
SEPARATOR = "--"


def group_id(contract_uid: str, role: str, station: str = "") -> str:
    """Id of the group of one role (and station) in one contract."""
    return SEPARATOR.join(part for part in (contract_uid, station, role) if part)


def contract_uid(group: str) -> str:
    """UID of the contract to whose team a group belongs, "" for any other group."""
    uid, separator, _ = group.partition(SEPARATOR)
    return uid if separator else ""


def belongs(contract, user: str) -> bool:
    """Whether `user` is in any group of the contract's team."""
    folder = api.portal.get_tool("acl_users")
    account = folder.getUserById(user)
    groups = folder.source_groups.getGroupsForPrincipal(account) if account is not None else ()
    return any(contract_uid(group) == contract.UID() for group in groups)


def _group(contract, role: str, station: str = ""):
    id_ = group_id(contract.UID(), role, station)
    title = f"{contract.number} {ROLES.get(role, '驻站社工')}" + (f"（{station}）" if station else "")
    return api.group.get(groupname=id_) or api.group.create(groupname=id_, title=title)


def give_up_ownership(part) -> None:
    """Whoever sets up a contract owns nothing in it: an Owner up here would own every record below."""
    part.manage_delLocalRoles([user for user, roles in part.get_local_roles() if "Owner" in roles])


def open_team(contract) -> None:
    """Make the groups of a contract and give them their local roles; doing it again changes nothing.

    Only the team has local roles here: what somebody holds on the portal or on `/contracts` ends at the contract.
    """
    give_up_ownership(contract)
    contract.__ac_local_roles_block__ = True
    for role in (*ROLES, STATION_ROLE):
        group = _group(contract, role)
        contract.manage_setLocalRoles(group.getId(), [role])
    contract.reindexObjectSecurity()


def join(contract, user: str, role: str, stations: Iterable[str] = ()) -> None:
    """Let `user` act in `role` for `contract`; a worker may be bound to some of its stations."""
    if role not in ROLES:
        raise Refused(f"没有“{role}”这个角色。", [FieldError("role", "请选择列出的角色。")])
    if api.user.get(userid=user) is None:
        raise Refused(f"没有账号“{user}”。", [FieldError("user", "请先建立账号。")])
    stations = tuple(stations)
    if not stations:
        api.group.add_user(groupname=_group(contract, role).getId(), username=user)
        return
    api.group.add_user(groupname=_group(contract, STATION_ROLE).getId(), username=user)
    for station in stations:
        api.group.add_user(groupname=_group(contract, role, station).getId(), username=user)


def leave(contract, user: str) -> None:
    """Take `user` out of every group of the contract; what they wrote keeps their name (domain.md 2.14)."""
    prefix = contract.UID() + SEPARATOR
    for group in api.group.get_groups(username=user):
        if group.getId().startswith(prefix):
            api.group.remove_user(groupname=group.getId(), username=user)


def members(contract, role: str) -> list[str]:
    """User ids of those who hold `role` in the whole contract."""
    group = api.group.get(groupname=group_id(contract.UID(), role))
    return sorted(group.getGroupMemberIds()) if group is not None else []


def bind_to_station(record, contract, station: str) -> None:
    """Let the workers bound to the record's station be `Worker` on it, and those of no other station."""
    prefix, suffix = contract.UID() + SEPARATOR, SEPARATOR + "Worker"
    stale = [
        principal
        for principal in dict(record.get_local_roles())
        if principal.startswith(prefix) and principal.endswith(suffix)
    ]
    if stale:
        record.manage_delLocalRoles(stale)
    if station:
        record.manage_setLocalRoles(group_id(contract.UID(), "Worker", station), ["Worker"])


def bind_to_all_stations(record, contract) -> None:
    """Let everyone who is bound to any station be `Worker` on a record that belongs to all of them."""
    record.manage_setLocalRoles(group_id(contract.UID(), STATION_ROLE), ["Worker"])
