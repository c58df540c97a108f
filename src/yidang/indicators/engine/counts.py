"""One count of a line: which records it takes, what each is worth, and into which cells that goes."""

from collections.abc import Callable
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING
from yidang.indicators.engine import rules
from yidang.indicators.engine.cells import Reason
from yidang.indicators.engine.conditions import compile_all
from yidang.indicators.engine.facts import Fact
from yidang.indicators.engine.measures import hours_of
from yidang.indicators.engine.measures import no_worth
from yidang.indicators.engine.measures import scale_of
from yidang.indicators.engine.measures import subjects_of
from yidang.indicators.engine.measures import worth_of
from yidang.indicators.engine.rules import Part
from yidang.indicators.engine.sinks import Sink
from yidang.indicators.engine.spread import members_of
from yidang.indicators.engine.spread import Spread
from yidang.indicators.engine.subjects import Chooser


if TYPE_CHECKING:
    from yidang.indicators.engine.lines import Line


Put = Callable[[Fact, date | None, Sink], None]


class LinePart:
    """One count of a line: its value, or the numerator or denominator of a ratio."""

    def __init__(self, line: "Line", name: str, part: Part) -> None:
        self.line, self.name = line, name
        self.kinds = frozenset(part.kinds)
        self.measure = part.measure
        self.scale = scale_of(part.measure)
        chooser = Chooser(part.where, line.calendar, line.labels)
        plain = [one for one in part.where if "subjects" not in one]
        self.checks = compile_all(plain, line.calendar, line.labels) + ((chooser.reason,) if chooser else ())
        self.chooser = chooser or None
        self.worth = worth_of(part.measure)
        self.spread = Spread(line.rule, name, self._who)
        self.hours = Spread(line.rule, "hours", self._who) if line.rule.hours and line.rule.hours.field else None
        self.put = self._way()

    def takes(self, fact: Fact) -> bool:
        """Whether the record fulfils every condition; quicker than to ask for the reasons."""
        return all(check(fact) is None for check in self.checks)

    def reasons(self, fact: Fact) -> list[Reason]:
        """Every condition that the record does not fulfil."""
        found = [reason for check in self.checks if (reason := check(fact)) is not None]
        if self.measure.field and self._is_empty(fact):
            found.append(no_worth(self.measure, self.line.labels))
        return found

    def _is_empty(self, fact: Fact) -> bool:
        if self.measure.kind == rules.DISTINCT:
            return not subjects_of(fact, self.measure.field)
        return self.worth(fact) is None

    def subjects(self, fact: Fact) -> tuple[str, ...]:
        """The distinct things that the record names, of clients only those who count."""
        if self.chooser and self.measure.field == "subjects":
            return self.chooser.chosen(fact)
        return subjects_of(fact, self.measure.field)

    def amount(self, fact: Fact) -> int | float:
        """What the record is worth to a reader of the evidence."""
        if self.measure.kind == rules.DISTINCT:
            return len(self.subjects(fact))
        worth = self.worth(fact)
        return worth // self.scale if worth % self.scale == 0 else worth / self.scale

    def _who(self, fact: Fact, dimension: str, field: str) -> Iterable[str]:
        if self.chooser and dimension == "client" and not field:
            return self.chooser.chosen(fact)
        return members_of(fact, dimension, field)

    # How the record's worth is put into the cells; a record without the amount or the subjects puts nothing.

    def _put_one(self, fact: Fact, day: date, sink: Sink) -> None:
        self.spread.sums(sink, fact, 1, self.line.buckets(day))

    def _put_sum(self, fact: Fact, day: date, sink: Sink) -> None:
        worth, buckets = self.worth(fact), self.line.buckets(day)
        if worth is None:
            return
        self.spread.sums(sink, fact, worth, buckets)
        if self.hours:
            self.hours.sums(sink, fact, hours_of(self.line.rule.hours, fact, worth, self.scale), buckets)

    def _put_subjects(self, fact: Fact, day: date, sink: Sink) -> None:
        if subjects := self.subjects(fact):
            self.spread.marks(sink, fact, subjects, self.line.buckets(day))

    def _put_stock(self, fact: Fact, day: date | None, sink: Sink) -> None:
        if (worth := self.worth(fact)) is not None:
            self.spread.stock(sink, fact, worth)

    def _put_entry(self, fact: Fact, day: date, sink: Sink) -> None:
        if (worth := self.worth(fact)) is not None:
            self.spread.entry(sink, fact, worth, day)
            self.line.entries.entry(sink, fact, 1, day)

    def _way(self) -> Put:
        if self.line.rule.as_of:
            return self._put_stock
        if self.measure.kind in (rules.COUNT, rules.EXISTS) and not self.hours:
            return self._put_one
        ways = {rules.ENTERED: self._put_entry, rules.DISTINCT: self._put_subjects}
        return ways.get(self.measure.kind, self._put_sum)
