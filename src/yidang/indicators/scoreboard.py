"""Reading numbers: the ledger of a contract as the tallies want it, the board, the evidence, the counts of a record."""

from collections.abc import Iterable
from collections.abc import Mapping
from datetime import date
from plone import api
from Products.CMFCore.indexing import processQueue
from yidang import clock
from yidang.indicators.engine import board
from yidang.indicators.engine import Evidence
from yidang.indicators.engine import evidence
from yidang.indicators.engine import Explanation
from yidang.indicators.engine import recount
from yidang.indicators.engine.cells import EVERYWHERE
from yidang.indicators.engine.cells import Point
from yidang.indicators.engine.cells import Series
from yidang.indicators.engine.rules import Rule
from yidang.indicators.engine.tallies import Tally
from yidang.indicators.interfaces import IFactSource
from yidang.indicators.interfaces import ITermSource
from yidang.indicators.ledger import INDEX
from yidang.indicators.ledger import Ledger
from yidang.indicators.rows import Row


class LedgerCells:
    """The rows of one contract as a `CellSource`."""

    def __init__(self, rows: Mapping[str, Row]) -> None:
        self.rows = rows

    def stations(self) -> Iterable[str]:
        """The stations that have any number."""
        return sorted(set().union(*(row.stations() for row in self.rows.values())) - {EVERYWHERE})

    def points(self, station: str, series: Series) -> Mapping[Point, int]:
        """The numbers of one series in one station."""
        row = self.rows.get(series[0])
        return row.points(station, series) if row is not None else {}

    def column(self, series: Series, point: Point) -> Mapping[str, int]:
        """One number of every station."""
        row = self.rows.get(series[0])
        return row.column(series, point) if row is not None else {}


def ledger() -> Ledger:
    """The portal's ledger, with every change of this request already in it."""
    processQueue()
    return api.portal.get_tool("portal_catalog")._catalog.indexes[INDEX]


def touch(obj) -> None:
    """Let the ledger look at `obj` again, at the latest before it is next read."""
    obj.reindexObject(idxs=[INDEX])


class Scoreboard:
    """The lines of one contract, on a day."""

    def __init__(self, contract, today: date | None = None) -> None:
        self.contract = contract
        self.uid = contract.UID()
        self.today = today or clock.today()
        self.ledger = ledger()
        plan = self.ledger.plan(self.uid)
        self.ruleset = plan.ruleset() if plan is not None else None

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules in the order of the contract."""
        return self.ruleset.rules if self.ruleset is not None else ()

    def rule(self, code: str) -> Rule | None:
        """One rule by its code."""
        return next((rule for rule in self.rules if rule.code == code), None)

    def tallies(self) -> dict[str, Tally]:
        """Every line by code, from the running sums."""
        if self.ruleset is None:
            return {}
        source = LedgerCells(self.ledger.lines(self.uid))
        return board(self.rules, source, self.ruleset.calendar, self.today, **self._expected())

    def records(self) -> dict[str, int]:
        """How many records feed each line."""
        return {code: row.records for code, row in self.ledger.lines(self.uid).items()}

    def recounted(self, day: date) -> dict[str, Tally]:
        """Every line as of the end of a past day, recounted from the facts."""
        if self.ruleset is None:
            return {}
        facts = (fact for fact in self.ledger.facts(self.uid) if fact.date is None or fact.date <= day)
        cells = recount(facts, self.rules, self.ruleset.calendar)
        return board(self.rules, cells, self.ruleset.calendar, day, **self._expected())

    def evidence(self, rule: Rule) -> Evidence:
        """The facts behind one number, and those that did not count."""
        facts = self.ledger.facts(self.uid, sorted(rule.all_kinds()))
        return evidence(facts, rule, self.ruleset.calendar)

    def counts(self, record) -> list[tuple[Rule, Explanation]]:
        """Which lines one record feeds, and why not the others of its kind."""
        if self.ruleset is None:
            return []
        found = []
        for fact in IFactSource(record).facts():
            if fact.contract == self.uid:
                found += [(self.rule(one.code), one) for one in self.ruleset.explain(fact)]
        return found

    def differences(self) -> list[str]:
        """Codes of lines on which the running sums and the recount disagree; empty when the ledger is right."""
        if self.ruleset is None:
            return []
        cells = recount(self.ledger.facts(self.uid), self.rules, self.ruleset.calendar)
        kept = LedgerCells(self.ledger.lines(self.uid))
        return [rule.code for rule in self.rules if not _agree(rule.code, kept, cells)]

    def _expected(self) -> dict:
        return ITermSource(self.contract).expected()


def _agree(code: str, kept: LedgerCells, cells) -> bool:
    """Whether one line's numbers are the same in the ledger and in a recount."""
    row = kept.rows.get(code)
    own = {
        (station, series, point): number
        for station, rows in (row.numbers if row is not None else {}).items()
        for series, points in rows.items()
        for point, number in points.items()
    }
    return own == {at: number for at, number in cells.numbers() if at[1][0] == code}
