"""A rule made ready to count on a calendar: conditions compiled, cells named."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from yidang.indicators.engine import rules
from yidang.indicators.engine.calendar import bucket_title
from yidang.indicators.engine.calendar import Calendar
from yidang.indicators.engine.calendar import due_day
from yidang.indicators.engine.cells import Contribution
from yidang.indicators.engine.cells import NOTHING
from yidang.indicators.engine.cells import Reason
from yidang.indicators.engine.counts import LinePart
from yidang.indicators.engine.facts import Fact
from yidang.indicators.engine.facts import NONE
from yidang.indicators.engine.facts import SUBMITTED
from yidang.indicators.engine.facts import value_of
from yidang.indicators.engine.facts import VERIFIED
from yidang.indicators.engine.labels import LABELS
from yidang.indicators.engine.labels import Labels
from yidang.indicators.engine.population import Population
from yidang.indicators.engine.rules import Part
from yidang.indicators.engine.rules import Rule
from yidang.indicators.engine.spread import Cellmap
from yidang.indicators.engine.spread import Marks
from yidang.indicators.engine.spread import period_dimensions
from yidang.indicators.engine.spread import Spread


class Line:
    """A rule on a calendar."""

    def __init__(self, rule: Rule, calendar: Calendar, labels: Labels = LABELS) -> None:
        self.rule, self.calendar, self.labels = rule, calendar, labels
        self.periods = period_dimensions(rule)
        self.entries = Spread(rule, "entries")
        self.parts = [LinePart(self, name, part) for name, part in _parts(rule)]
        self.kinds = frozenset().union(*(part.kinds for part in self.parts))
        self.further = [Line(one, calendar, labels) for one in rule.further()]
        among = rule.among if rule.among and rule.among.kinds and not rule.part else None
        self.population = Population(rule, calendar, labels) if among else None
        self.fed_by = self.kinds.union(*(one.kinds for one in self.further), among.kinds if among else ())
        self._buckets: dict[date, tuple[tuple[str, ...], tuple[str, ...]]] = {}

    def buckets(self, day: date) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The buckets of a day: term, month and own periods; and without the month that nobody asked for."""
        known = self._buckets.get(day)
        if known is None:
            own = ("", *(self.calendar.label(one, day) for one in self.periods))
            known = self._buckets[day] = (tuple(dict.fromkeys((*own, self.calendar.label("month", day)))), own)
        return known

    def contribute(self, fact: Fact) -> Contribution:
        """The cells that the fact adds to, and why not to more."""
        if fact.kind not in self.fed_by:
            return NOTHING
        cells: Cellmap = defaultdict(int)
        marks: Marks = defaultdict(int)
        reasons = self.feed(fact, cells, marks)
        return Contribution(dict(cells), dict(marks), tuple(reasons))

    def feed(self, fact: Fact, cells: Cellmap, marks: Marks) -> list[Reason]:
        """Add what the fact gives to the given cells, and tell why it gives no more to the main promise."""
        if self.population and fact.kind in self.population.kinds:
            self.population.feed(fact, cells)
        for one in self.further:
            one.feed(fact, cells, marks)
        if fact.kind not in self.kinds:
            return []
        day, barred = self.admit(fact)
        reasons = list(barred)
        for part in self.parts:
            if fact.kind not in part.kinds:
                continue
            failed = part.reasons(fact)
            if not failed and not barred:
                part.put(fact, day, cells, marks)
            elif part.name != "to":
                reasons += failed
        if self.rule.basis == VERIFIED and fact.standing == SUBMITTED:
            reasons.append(Reason("standing", "尚未核定", 0.1))
        return reasons

    def admit(self, fact: Fact) -> tuple[date | None, Sequence[Reason]]:
        """The day on which the record counts, and what bars it before any condition is asked."""
        reasons = []
        if fact.standing == NONE:
            state = str(fact.attributes.get("state") or "")
            reasons.append(Reason("standing", self.labels.states.get(state, self.labels.states[""]), 0.3))
        if self.rule.as_of:
            return fact.date, reasons
        if fact.date is None:
            return None, [*reasons, Reason("missing", "没有填写日期", 0.5)]
        day, late = self._day(fact)
        return day, reasons + late

    def _day(self, fact: Fact) -> tuple[date, list[Reason]]:
        due, calendar = self.rule.due, self.calendar
        if due and due.of and (label := value_of(fact, due.of)) is not None:
            bucket = calendar.bucket(self.periods[0], str(label))
            if bucket is None:
                return fact.date, [
                    Reason("term", f"所属时段 {label} 不在合同期（{calendar.start} 至 {calendar.end}）内")
                ]
            return bucket.end, self._late(fact, bucket)
        if fact.date not in calendar:
            return fact.date, [Reason("term", f"{fact.date} 在合同期（{calendar.start} 至 {calendar.end}）之外", 0.8)]
        if due:
            bucket = calendar.bucket(self.periods[0], calendar.label(self.periods[0], fact.date))
            return fact.date, self._late(fact, bucket)
        return fact.date, []

    def _late(self, fact: Fact, bucket: object) -> list[Reason]:
        last = due_day(bucket, self.rule.due.day, self.rule.due.after)
        if fact.date <= last:
            return []
        return [Reason("due", f"{fact.date} 提交，晚于{bucket_title(bucket.label)}的截止日 {last}", 0.2)]


def _parts(rule: Rule) -> list[tuple[str, Part]]:
    """The counts of which a line consists; a total has none, it is made of other lines."""
    if rule.measure.kind == rules.TOTAL:
        return []
    if rule.measure.kind == rules.NARRATIVE:
        return [("value", Part(rule.all_kinds(), rule.all_where()))] if rule.all_kinds() else []
    if rule.measure.kind != rules.RATIO:
        return [("value", Part(rule.all_kinds(), rule.all_where(), rule.measure))]
    named = [("of", rule.measure.of), ("to", rule.measure.to)]
    return [
        (name, Part(part.kinds or rule.all_kinds(), (*rule.all_where(), *part.where), part.measure))
        for name, part in named
        if part.fixed is None
    ]


@lru_cache(maxsize=8192)
def line_of(rule: Rule, calendar: Calendar, labels: Labels = LABELS) -> Line:
    """The compiled line, made once for a rule and a calendar."""
    return Line(rule, calendar, labels)
