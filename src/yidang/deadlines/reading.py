"""The deadlines of one contract, read from the ledger and from the demands for correction that lie in it."""

from collections.abc import Collection
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cached_property
from plone import api
from yidang.contracts.decisions import decisions_of
from yidang.contracts.decisions import EXTENSION
from yidang.contracts.load import kept_data
from yidang.contracts.term import moves
from yidang.deadlines.engine.deadline import Deadline
from yidang.deadlines.engine.deadline import in_order
from yidang.deadlines.engine.duties import duty_deadlines
from yidang.deadlines.engine.papers import Demanded
from yidang.deadlines.engine.papers import rectification_deadlines
from yidang.deadlines.engine.papers import report_deadlines
from yidang.deadlines.engine.papers import term_deadlines
from yidang.deadlines.engine.papers import with_due_days
from yidang.deadlines.engine.promises import line_deadlines
from yidang.deadlines.engine.promises import Reading
from yidang.deadlines.engine.workdays import Workdays
from yidang.deadlines.settings import workdays
from yidang.indicators.engine.tallies import Tally
from yidang.indicators.interfaces import ITermSource
from yidang.indicators.scoreboard import Scoreboard


class ContractDeadlines:
    """Whoever asks, the same deadlines; `mine.py` says whose business each is. A demand for correction is there only
    if the person who is acting may view it."""

    def __init__(self, contract, today: date | None = None, table: Workdays | None = None) -> None:
        self.contract = contract
        self.board = Scoreboard(contract, today)
        self.today = self.board.today
        self._lines: dict[date, dict[str, Tally]] = {}  # duties of one day share one recount
        self.workdays = table if table is not None else workdays()

    @cached_property
    def all(self) -> list[Deadline]:
        """Every deadline, what is open first."""
        found = list(term_deadlines(self._days(), self.today))
        if self.board.ruleset is not None:
            reading = self._reading
            said = kept_data(self.contract)
            reports = list(said.get("reports", ()))
            rules = with_due_days(self.board.rules, reports)
            found += line_deadlines(rules, reading)
            found += report_deadlines(reports, rules, reading)
            found += duty_deadlines(said.get("obligations", ()), reading, self._unmet)
            found += rectification_deadlines(self._demands(), reading)
        return in_order(found, self.today)

    @cached_property
    def moves(self) -> bool:
        """Whether a day that is no working day moves to the next one; a setting of the contract."""
        return moves(self.contract)

    @property
    def uncovered(self) -> list[int]:
        """The years of the term of which no holidays are known."""
        return self.workdays.uncovered(self.contract.start, self.contract.end)

    @cached_property
    def _reading(self) -> Reading:
        board = self.board
        return Reading(
            source=board.ledger.cells(board.uid),
            calendar=replace(board.ruleset.calendar, rest=frozenset()),  # a deadline tells the named day as well
            today=self.today,
            facts=lambda kinds: board.ledger.facts(board.uid, kinds),
            expected=ITermSource(self.contract).expected(),
            moved=self.workdays.next_working_day if self.moves else lambda day: day,
        )

    def _unmet(self, codes: Collection[str], day: date) -> list[str]:
        """Which of these lines are not met at the end of a day."""
        if day not in self._lines:
            self._lines[day] = self.board.tallies(day if day != self.today else None)
        tallies = self._lines[day]
        return [code for code in codes if code in tallies and tallies[code].met is not True]

    def _days(self) -> Iterator[tuple[str, str, date]]:
        yield "start", "合同期开始", self.contract.start
        for place, one in enumerate(decisions_of(self.contract, EXTENSION), 1):
            yield f"extended-{place}", f"原定合同期结束（已延长至 {one['now']}）", date.fromisoformat(one["was"])
        yield "end", "合同期结束", self.contract.end

    def _demands(self) -> Iterator[Demanded]:
        catalog = api.portal.get_tool("portal_catalog")
        path = "/".join(self.contract.getPhysicalPath())
        for brain in catalog(portal_type="Rectification", path=path):
            one = brain.getObject()
            own = one.absolute_url_path().removeprefix(self.contract.absolute_url_path() + "/")
            yield Demanded(brain.UID, one.title, one.date, one.due, one.settled, own)
