"""What a contract tells the ledger: its term, and whom its lines expect."""

from yidang.contracts.content import IContract
from yidang.indicators.engine.calendar import Calendar
from yidang.indicators.interfaces import ITermSource
from yidang.people.team import members
from zope.component import adapter
from zope.interface import implementer


@implementer(ITermSource)
@adapter(IContract)
class ContractTerm:
    """The calendar of a contract."""

    def __init__(self, contract) -> None:
        self.content = contract

    def contract(self) -> str:
        """UID of the contract."""
        return self.content.UID()

    def calendar(self) -> Calendar:
        """Term and quarter mode."""
        return Calendar(self.content.start, self.content.end, self.content.quarter_mode)

    def expected(self) -> dict[str, list[str]]:
        """The members that must show on a board even at zero: stations served, workers on the team."""
        return {"stations": list(self.content.stations or ()), "workers": members(self.content, "Worker")}
