"""The engine: facts in, numbers out. Pure functions; running sums and the recount sum the same contributions."""

from collections.abc import Collection
from collections.abc import Iterable
from collections.abc import Sequence
from datetime import date
from yidang.indicators.engine.calendar import Calendar
from yidang.indicators.engine.cells import Cells
from yidang.indicators.engine.cells import Contribution
from yidang.indicators.engine.describe import describe
from yidang.indicators.engine.explaining import concerns
from yidang.indicators.engine.explaining import Evidence
from yidang.indicators.engine.explaining import evidence
from yidang.indicators.engine.explaining import Explanation
from yidang.indicators.engine.explaining import explanation_of
from yidang.indicators.engine.facts import Fact
from yidang.indicators.engine.forms import rule_as_data
from yidang.indicators.engine.labels import LABELS
from yidang.indicators.engine.labels import Labels
from yidang.indicators.engine.lines import Line
from yidang.indicators.engine.lines import line_of
from yidang.indicators.engine.parsing import parse_rule
from yidang.indicators.engine.parsing import parse_rules
from yidang.indicators.engine.past import as_of
from yidang.indicators.engine.problems import RuleError
from yidang.indicators.engine.rules import Rule
from yidang.indicators.engine.sinks import Sink
from yidang.indicators.engine.tallies import Tally
from yidang.indicators.engine.tally import tally
from yidang.indicators.engine.totals import board
from yidang.indicators.engine.wholes import link_rules


__all__ = [
    "as_of", "board", "contribute", "describe", "evidence", "Evidence", "explain", "Explanation", "link_rules",
    "parse_rule", "parse_rules", "recount", "rule_as_data", "RuleError", "Ruleset", "tally", "Tally",
]  # fmt: skip


class Ruleset:
    """The rules of one contract, made ready and sorted by the kind of fact that feeds them."""

    def __init__(self, rules: Iterable[Rule], calendar: Calendar, labels: Labels = LABELS) -> None:
        self.rules, self.calendar = tuple(rules), calendar
        self._by_code = {rule.code: line_of(rule, calendar, labels) for rule in self.rules}
        self._lines: dict[str, list[Line]] = {}
        for line in self._by_code.values():
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

    def line(self, code: str) -> Line | None:
        """One line by its code."""
        return self._by_code.get(code)

    def contribute(self, fact: Fact) -> Contribution:
        """What the fact gives to all rules together; the reasons are left out."""
        sink = Sink()
        self.feed(fact, sink)
        return sink.contribution()

    def feed(self, fact: Fact, sink: Sink) -> None:
        """Add what the fact gives to all rules."""
        for line in self._lines.get(fact.kind, ()):
            line.feed(fact, sink)

    def explain(self, fact: Fact, day: date | None = None) -> list[Explanation]:
        """Which lines the record feeds, and why not the others of its kind; stocks only if it is in force on `day`."""
        return [explanation_of(line, fact) for line in self.lines(fact) if concerns(line, fact, day)]


def contribute(fact: Fact, rule: Rule, calendar: Calendar, labels: Labels = LABELS) -> Contribution:
    """What one fact gives to one rule, and why no more."""
    return line_of(rule, calendar, labels).contribute(fact)


def recount(facts: Iterable[Fact], rules: Iterable[Rule], calendar: Calendar, labels: Labels = LABELS) -> Cells:
    """The brute sum of all contributions: what the ledger must hold."""
    ruleset, sink = Ruleset(rules, calendar, labels), Sink()
    for fact in facts:
        ruleset.feed(fact, sink)
    return Cells(sink.rows, sink.names)


def explain(fact: Fact, rules: Iterable[Rule], calendar: Calendar, labels: Labels = LABELS) -> list[Explanation]:
    """Which of the rules the record feeds, and why not the others of its kind."""
    return Ruleset(rules, calendar, labels).explain(fact)
