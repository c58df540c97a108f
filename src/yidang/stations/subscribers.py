"""Whom a contract counts as its staff depends on the stations that it serves."""

from plone import api
from yidang.contracts.content import IContract
from yidang.indicators.scoreboard import touch
from yidang.stations.content import IStaffMember
from zope.component import adapter
from zope.lifecycleevent.interfaces import IObjectAddedEvent
from zope.lifecycleevent.interfaces import IObjectModifiedEvent
from zope.lifecycleevent.interfaces import IObjectRemovedEvent


def _all_staff():
    stations = api.portal.get().get("stations")
    for station in stations.objectValues() if stations is not None else ():
        yield from (member for member in station.objectValues() if IStaffMember.providedBy(member))


def _look_again() -> None:
    """A station may have been taken out as well as put in, so everybody is asked; only what changed is written."""
    for member in _all_staff():
        touch(member)


@adapter(IContract, IObjectAddedEvent)
def staff_of_new_contract(contract, event) -> None:
    """The staff of its stations belong to a new contract."""
    _look_again()


@adapter(IContract, IObjectModifiedEvent)
def staff_follow_stations(contract, event) -> None:
    """An edited contract may serve other stations."""
    _look_again()


@adapter(IContract, IObjectRemovedEvent)
def staff_leave_contract(contract, event) -> None:
    """A draft that was deleted has no staff."""
    if event.newParent is None and event.oldParent is not None and IContract.providedBy(event.object):
        _look_again()
