"""Who is on the team of a contract, and of which contracts a person is: read from the groups of `team.py`."""

from collections.abc import Iterable
from dataclasses import dataclass
from dataclasses import field
from plone import api
from yidang.people.team import ROLES
from yidang.people.team import STATION_ROLE


@dataclass
class Member:
    """One person of a team."""

    user: str
    name: str
    roles: list[str] = field(default_factory=list)
    stations: list[str] = field(default_factory=list)


def memberships(user) -> dict[str, set[str]]:
    """UIDs of contracts -> roles that `user` holds there; a worker of some stations counts as a worker."""
    found: dict[str, set[str]] = {}
    for group in user.getGroups():
        contract, _, rest = group.partition("--")
        role = rest.rpartition("--")[2]
        if role == STATION_ROLE:
            role = "Worker"
        if role in ROLES:
            found.setdefault(contract, set()).add(role)
    return found


def roster(contract, names) -> list[Member]:
    """Everyone on the team, in the order of the roles."""
    found: dict[str, Member] = {}
    groups = api.portal.get_tool("acl_users").source_groups
    prefix = contract.UID() + "--"
    parts = ((one, one.removeprefix(prefix).split("--")) for one in groups.listGroupIds() if one.startswith(prefix))
    for group, (*station, role) in sorted(parts, key=lambda one: _place(one[1][-1])):
        if role == STATION_ROLE:
            continue
        for user in sorted(groups.getGroupMembers(group)):
            member = found.setdefault(user, Member(user, names.person(user)))
            _note(member, role, station)
    return list(found.values())


def _note(member: Member, role: str, station: Iterable[str]) -> None:
    if role not in member.roles:
        member.roles.append(role)
    member.stations.extend(station)


def _place(role: str) -> int:
    return list(ROLES).index(role) if role in ROLES else len(ROLES)
