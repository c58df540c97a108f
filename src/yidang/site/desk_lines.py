"""Contract lines on the desk: the figures that a role looks at first, what lies behind."""

from collections.abc import Iterable
from datetime import date
from functools import cached_property
from yidang.indicators.engine.rules import Rule
from yidang.indicators.engine.tallies import Tally
from yidang.indicators.pages.board import Row
from yidang.indicators.pages.board import Rows
from yidang.indicators.pages.board import state_counts
from yidang.indicators.pages.figures import STATES
from yidang.indicators.scoreboard import Scoreboard
from yidang.pages.names import Names


# What each role looks at first, by the kinds that its lines count.
FIRST = {
    "Publicist": ("article",),
    "Worker": ("consultation", "visit", "case", "group", "activity"),
    "Supervisor": ("supervision", "training", "guidance"),
}
SHOWN = 4


class Lines:
    """The lines of one contract, read once from the ledger."""

    def __init__(self, contract, names: Names, today: date | None = None) -> None:
        self.contract, self.names = contract, names
        self.board = Scoreboard(contract, today)
        self.url = contract.absolute_url()

    @cached_property
    def tallies(self) -> dict[str, Tally]:
        """Every line."""
        return self.board.tallies()

    @cached_property
    def rows(self) -> Rows:
        """Makes rows of lines."""
        return Rows(self.board.ruleset.calendar, self.board.today, self.names)

    def link(self, code: str) -> str:
        """The page of a line."""
        return f"{self.url}/@@indicator?code={code}"

    def row(self, rule: Rule) -> Row:
        """One line."""
        return self.rows.row(rule, self.tallies[rule.code])

    def first(self, roles: Iterable[str]) -> list[Row]:
        """The figures for these roles: lines of their kinds, in the order of the contract; else those behind."""
        kinds = {kind for role in roles for kind in FIRST.get(role, ())}
        chosen = [rule for rule in self.board.rules if self._is_figure(rule) and kinds & set(rule.all_kinds())]
        return [self.row(rule) for rule in (chosen or self._behind())[:SHOWN]]

    def counting(self, kind: str) -> list[Row]:
        """The lines with a target that count this kind: 300 articles, 60 of them of the station."""
        return [self.row(rule) for rule in self.board.rules if self._is_figure(rule) and kind in rule.all_kinds()]

    def behind(self) -> list[Row]:
        """Lines that lie behind or are lost."""
        return [self.row(rule) for rule in self._behind()]

    def _behind(self) -> list[Rule]:
        return [rule for rule in self.board.rules if self.tallies[rule.code].state in ("behind", "failed")]

    def _is_figure(self, rule: Rule) -> bool:
        return rule.grows() and self.tallies[rule.code].target is not None

    def glance(self) -> list[dict]:
        """Lines by state."""
        counts = state_counts(self.tallies)
        return [
            {"title": title, "state": state, "count": counts[state], "url": f"{self.url}/@@scoreboard?state={state}"}
            for state, title in STATES.items()
            if state in counts
        ]
