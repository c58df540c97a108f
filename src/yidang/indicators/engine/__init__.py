"""The engine: facts in, numbers out. Pure functions; running sums and the recount sum the same contributions."""

from collections import defaultdict
from collections.abc import Collection
from collections.abc import Iterable
from collections.abc import Sequence
from typing import NamedTuple
from yidang.indicators.engine.calendar import Calendar
from yidang.indicators.engine.cells import Cells
from yidang.indicators.engine.cells import Contribution
from yidang.indicators.engine.cells import Reason
from yidang.indicators.engine.describe import describe
from yidang.indicators.engine.facts import Fact
from yidang.indicators.engine.forms import rule_as_data
from yidang.indicators.engine.labels import LABELS
from yidang.indicators.engine.labels import Labels
from yidang.indicators.engine.lines import Line
from yidang.indicators.engine.lines import line_of
from yidang.indicators.engine.parsing import parse_rule
from yidang.indicators.engine.parsing import parse_rules
from yidang.indicators.engine.problems import RuleError
from yidang.indicators.engine.rules import Rule
from yidang.indicators.engine.spread import Cellmap
from yidang.indicators.engine.spread import Marks
from yidang.indicators.engine.tallies import Tally
from yidang.indicators.engine.tally import tally
from yidang.indicators.engine.totals import board
from yidang.indicators.engine.wholes import link_rules


__all__ = [
    "board", "contribute", "describe", "evidence", "Evidence", "explain", "Explanation", "link_rules", "parse_rule",
    "parse_rules", "recount", "rule_as_data", "RuleError", "Ruleset", "tally", "Tally",
]  # fmt: skip


class Explanation(NamedTuple):
    """Whether a record feeds a line, by how much, and if not why not."""

    code: str
    counted: bool
    amount: int | float
    reasons: tuple[Reason, ...]


class Evidence(NamedTuple):
    """The records behind a number, and those that nearly counted."""

    counted: list[Fact]
    excluded: list[tuple[Fact, tuple[Reason, ...]]]


class Ruleset:
    """The rules of one contract, made ready and sorted by the kind of fact that feeds them."""

    def __init__(self, rules: Iterable[Rule], calendar: Calendar, labels: Labels = LABELS) -> None:
        self.rules, self.calendar = tuple(rules), calendar
        self._lines: dict[str, list[Line]] = {}
        for rule in self.rules:
            line = line_of(rule, calendar, labels)
            for kind in line.fed_by:
                self._lines.setdefault(kind, []).append(line)

    def lines(self, fact: Fact) -> Sequence[Line]:
        """The lines that facts of this kind can feed."""
        return self._lines.get(fact.kind, ())

    def only(self, codes: Collection[str]) -> "Ruleset":
        """Some of the rules by themselves."""
        return Ruleset([rule for rule in self.rules if rule.code in codes], self.calendar)

    def kinds(self, codes: Collection[str]) -> set[str]:
        """The kinds of fact that feed any of these rules."""
        return {kind for kind, lines in self._lines.items() if any(line.rule.code in codes for line in lines)}

    def contribute(self, fact: Fact) -> Contribution:
        """What the fact gives to all rules together; the reasons are left out."""
        cells: Cellmap = defaultdict(int)
        marks: Marks = defaultdict(int)
        self.feed(fact, cells, marks)
        return Contribution(dict(cells), dict(marks))

    def feed(self, fact: Fact, cells: Cellmap, marks: Marks) -> None:
        """Add what the fact gives to the given cells."""
        for line in self.lines(fact):
            line.feed(fact, cells, marks)

    def explain(self, fact: Fact) -> list[Explanation]:
        """Which lines the record feeds, and why not the others of its kind."""
        return [_explanation(line, fact) for line in self.lines(fact) if fact.kind in line.kinds]


def contribute(fact: Fact, rule: Rule, calendar: Calendar, labels: Labels = LABELS) -> Contribution:
    """What one fact gives to one rule, and why no more."""
    return line_of(rule, calendar, labels).contribute(fact)


def recount(facts: Iterable[Fact], rules: Iterable[Rule], calendar: Calendar, labels: Labels = LABELS) -> Cells:
    """The brute sum of all contributions: what the ledger must hold."""
    ruleset = Ruleset(rules, calendar, labels)
    cells: Cellmap = defaultdict(int)
    marks: Marks = defaultdict(int)
    for fact in facts:
        ruleset.feed(fact, cells, marks)
    return Cells(cells, marks)


def explain(fact: Fact, rules: Iterable[Rule], calendar: Calendar, labels: Labels = LABELS) -> list[Explanation]:
    """Which of the rules the record feeds, and why not the others of its kind."""
    return Ruleset(rules, calendar, labels).explain(fact)


def evidence(facts: Iterable[Fact], rule: Rule, calendar: Calendar, labels: Labels = LABELS) -> Evidence:
    """The records that count for a rule by date, and those that do not, near misses first."""
    line = line_of(rule, calendar, labels)
    found = Evidence([], [])
    for fact in facts:
        if fact.kind in line.kinds:
            explanation = _explanation(line, fact)
            if explanation.counted:
                found.counted.append(fact)
            else:
                found.excluded.append((fact, explanation.reasons))
    found.counted.sort(key=lambda fact: (str(fact.date or ""), fact.uid))
    found.excluded.sort(key=_how_far)
    return found


def _explanation(line: Line, fact: Fact) -> Explanation:
    reasons = line.contribute(fact).reasons
    part = line.parts[0]
    counted = not reasons and fact.kind in part.kinds
    return Explanation(line.rule.code, counted, part.amount(fact) if counted else 0, reasons)


def _how_far(excluded: tuple[Fact, tuple[Reason, ...]]) -> tuple:
    fact, reasons = excluded
    return len(reasons), sum(reason.distance for reason in reasons), str(fact.date or ""), fact.uid
