"""What a member of the staff tells the ledger: for each contract of their station, a fact for each stretch of days in
which nothing about them changes (S0-I24, S0-I25, S1-I15, S1-I16, S2-I68, S3-I12, S4-I03)."""

from Acquisition import aq_inner
from Acquisition import aq_parent
from collections.abc import Iterator
from plone import api
from typing import Any
from yidang.contracts.content import IContract
from yidang.indicators.engine.calendar import add_months
from yidang.indicators.engine.facts import Fact
from yidang.indicators.engine.facts import SUBMITTED
from yidang.indicators.interfaces import IFactSource
from yidang.stations.content import held
from yidang.stations.content import IStaffMember
from yidang.stations.stretches import Card
from yidang.stations.stretches import stretches
from zope.component import adapter
from zope.interface import implementer


# Staff rules are asked as of days of the term and a year around it: what was when the contract began, what is to come.
MARGIN = 12


def contracts_of(station: str) -> Iterator[Any]:
    """The contracts that a station serves, whoever asks."""
    folder = api.portal.get().get("contracts")
    for contract in folder.objectValues() if folder is not None else ():
        if IContract.providedBy(contract) and station in (contract.stations or ()):
            yield contract


@implementer(IFactSource)
@adapter(IStaffMember)
class StaffFacts:
    """The facts of one member of the staff."""

    def __init__(self, member) -> None:
        self.member = member
        self.station = aq_parent(aq_inner(member)).getId()

    def facts(self) -> Iterator[Fact]:
        """One for every contract and stretch; `submitted`, for nobody verifies a list of staff in the portal."""
        if self.member.started is None:
            return
        card, user = card_of(self.member), self.member.user
        for contract in contracts_of(self.station):
            since, until = add_months(contract.start, -MARGIN), add_months(contract.end, MARGIN)
            for one in stretches(card, since, until):
                yield Fact(
                    kind="staff",
                    uid=self.member.UID(),
                    contract=contract.UID(),
                    station=self.station,
                    workers=(user,) if user else (),
                    date=one.first,
                    until=one.last,
                    standing=SUBMITTED,
                    attributes=one.attributes,
                    amounts=one.amounts,
                )


def card_of(member) -> Card:
    """What the card says, as plain values."""
    return Card(
        role=member.role,
        started=member.started,
        left=member.left,
        certificates=tuple(held(member)),
        degree=getattr(member, "degree", None) or "",
        major=getattr(member, "major", None) or "",
        born=member.born,
        experience_since=getattr(member, "experience_since", None),
        trainings=tuple(getattr(member, "trainings", None) or ()),
    )
