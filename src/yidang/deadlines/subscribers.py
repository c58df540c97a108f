"""A change of the table of holidays reaches the numbers of the contracts whose last days move with it."""

from plone import api
from plone.registry.interfaces import IRecordModifiedEvent
from yidang.contracts.term import moves
from yidang.deadlines.settings import PREFIX
from yidang.indicators.scoreboard import touch
from zope.component import adapter


@adapter(IRecordModifiedEvent)
def tell_contracts(event) -> None:
    """Let the ledger take in their terms again."""
    if event.record.__name__ != f"{PREFIX}.holidays" or event.oldValue == event.newValue:
        return
    for brain in api.portal.get_tool("portal_catalog").unrestrictedSearchResults(portal_type="Contract"):
        contract = brain._unrestrictedGetObject()
        if moves(contract):
            touch(contract)
