"""What a member of the staff tells the ledger: a fact for each contract of their station (S0-I24, S0-I25)."""

from Acquisition import aq_inner
from Acquisition import aq_parent
from collections.abc import Iterator
from plone import api
from typing import Any
from yidang.contracts.content import IContract
from yidang.indicators.engine.facts import Fact
from yidang.indicators.engine.facts import SUBMITTED
from yidang.indicators.interfaces import IFactSource
from yidang.stations.content import IStaffMember
from zope.component import adapter
from zope.interface import implementer


# S0-02 takes social work, psychological counselling and marriage and family counselling; law and teaching are a
# background that S0-01 asks of everyone, not a qualification (S0-X12).
QUALIFYING = frozenset(
    {
        "social_worker_assistant",
        "social_worker",
        "social_worker_senior",
        "counsellor_2",
        "counsellor_3",
        "family_counsellor",
    }
)


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
        """One for every contract; `submitted`, for nobody verifies a list of staff in the portal."""
        for contract in contracts_of(self.station):
            yield Fact(
                kind="staff",
                uid=self.member.UID(),
                contract=contract.UID(),
                station=self.station,
                workers=(self.member.user,) if self.member.user else (),
                date=self.member.started,
                until=self.member.left,
                standing=SUBMITTED,
                attributes=self._attributes(),
            )

    def _attributes(self) -> dict[str, Any]:
        certificates = tuple(self.member.certificates or ())
        return {
            "role": self.member.role,
            "lead": self.member.role == "lead",
            "qualified": not QUALIFYING.isdisjoint(certificates),
            "certificates": certificates,
        }
