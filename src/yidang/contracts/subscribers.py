"""Around a contract: its number is unique, its term stays, its indicators have a home, its team has groups."""

from plone import api
from plone.dexterity.utils import createContentInContainer
from yidang.contracts.content import IContract
from yidang.errors import Conflict
from yidang.errors import FieldError
from yidang.errors import Refused
from yidang.people.team import open_team
from zope.component import adapter
from zope.lifecycleevent.interfaces import IObjectAddedEvent
from zope.lifecycleevent.interfaces import IObjectModifiedEvent


def number_taken(number: str, uid: str | None) -> bool:
    """Whether another contract holds this number, wherever it lies and whoever asks."""
    catalog = api.portal.get_tool("portal_catalog")
    found = catalog.unrestrictedSearchResults(contract_number=number.strip().casefold())
    return any(brain.UID != uid for brain in found)


def refuse_taken_number(contract) -> None:
    """Raise `Conflict` at the field when the number is in use."""
    if number_taken(contract.number, contract.UID()):
        message = f"合同编号 {contract.number} 已被另一份合同使用。"
        raise Conflict(message, [FieldError("number", message)])


@adapter(IContract, IObjectAddedEvent)
def open_contract(contract, event) -> None:
    """A new contract has a unique number and a table for its indicators."""
    refuse_taken_number(contract)
    contract.settled_term = (contract.start, contract.end)
    if "indicators" not in contract.objectIds():
        createContentInContainer(contract, "Indicators", checkConstraints=False, id="indicators", title="指标")
    open_team(contract)


@adapter(IContract, IObjectModifiedEvent)
def keep_number_unique(contract, event) -> None:
    """An edited number must stay unique."""
    refuse_taken_number(contract)


@adapter(IContract, IObjectModifiedEvent)
def keep_term(contract, event) -> None:
    """Once a contract is in force, a form moves neither its first day nor its last: both need a reason that is kept."""
    now = (contract.start, contract.end)
    settled = getattr(contract.aq_base, "settled_term", now)
    if api.content.get_state(contract, default="draft") == "draft":
        contract.settled_term = now
    elif now != settled:
        message = f"合同已启用，起止日期（{settled[0]} 至 {settled[1]}）不能直接修改；要延长，请在合同页面办理“延长”。"
        raise Refused(message, [FieldError("start" if now[0] != settled[0] else "end", message)])
