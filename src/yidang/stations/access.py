"""Who may see the staff of a station: those who answer for a contract that it serves now (S0-I24, S0-I25).

Staff lie under `/stations`, outside every contract, so the groups of the contract's team hold their role at the
station too, from the day the contract is in force until it is accepted or terminated.
"""

from plone import api
from yidang.people.team import contract_uid
from yidang.people.team import group_id
from yidang.stations.content import IStation
from yidang.stations.facts import contracts_of
from zope.component import adapter
from zope.lifecycleevent.interfaces import IObjectAddedEvent


ROLES = ("ProjectLead", "Supervisor", "Purchaser")
IN_FORCE = ("active", "closing")


def wanted_roles(station: str) -> dict[str, tuple[str, ...]]:
    """Which groups hold which role at a station."""
    return {
        group_id(contract.UID(), role): (role,)
        for contract in contracts_of(station)
        if api.content.get_state(contract, default="") in IN_FORCE
        for role in ROLES
    }


def grant(station) -> None:
    """Give the station's local roles to the teams of the contracts that it serves, and to no others."""
    held = {who: tuple(roles) for who, roles in station.get_local_roles() if contract_uid(who)}
    wanted = wanted_roles(station.getId())
    if held == wanted:
        return
    station.manage_delLocalRoles(list(held))
    for group, roles in wanted.items():
        station.manage_setLocalRoles(group, roles)
    station.reindexObjectSecurity()


def grant_everywhere() -> None:
    """A contract may have left a station as well as come to one, so every station is asked."""
    folder = api.portal.get().get("stations")
    for station in folder.objectValues() if folder is not None else ():
        if IStation.providedBy(station):
            grant(station)


def contract_changed(contract, event) -> None:
    """An edited contract serves other stations; a step puts it in force or out of force."""
    grant_everywhere()


@adapter(IStation, IObjectAddedEvent)
def station_added(station, event) -> None:
    """A contract may name a station that is added again under its old id."""
    grant(station)
