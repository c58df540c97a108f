"""What holds today around the numbers of a contract: limits reached, gates open."""

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from yidang import clock
from yidang.contracts.consequences import consequences
from yidang.contracts.consequences import Gate
from yidang.contracts.consequences import gates
from yidang.contracts.consequences import Reached
from yidang.contracts.file.choices import thresholds_under
from yidang.contracts.load import chosen_options
from yidang.contracts.load import kept_data
from yidang.indicators.engine.facts import Fact
from yidang.indicators.scoreboard import ledger
from yidang.indicators.scoreboard import Scoreboard


KINDS = ("evaluation", "survey", "rectification", "spot_check")


class Standing:
    """Limits and gates of one contract as of a day, under the options in force or under others."""

    def __init__(self, contract, today: date | None = None, chosen: Mapping[str, str] | None = None) -> None:
        self.contract = contract
        self.today = today or clock.today()
        self.data = kept_data(contract)
        self.chosen = chosen_options(contract) if chosen is None else chosen

    @cached_property
    def limits(self) -> list[Reached]:
        """Every limit; none for a contract that was made by hand."""
        told = thresholds_under(self.data, self.chosen) if self.data else []
        values = {code: tally.value for code, tally in self._tallies.items()} if told else {}
        return consequences(told, self._facts, values, self.today) if told else []

    @cached_property
    def gates(self) -> list[Gate]:
        """Every gate."""
        told = self.data.get("gates", ())
        met = {code: tally.met for code, tally in self._tallies.items()} if told else {}
        return gates(told, self.limits, self._facts, met, self.today) if told else []

    @cached_property
    def _facts(self) -> list[Fact]:
        return list(ledger().facts(self.contract.UID(), KINDS))

    @cached_property
    def _tallies(self) -> Mapping:
        return Scoreboard(self.contract, self.today).tallies()
