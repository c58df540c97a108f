"""A rule made ready to count on a calendar: conditions compiled, cells named."""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from yidang.indicators.engine import rules
from yidang.indicators.engine.admission import Admission
from yidang.indicators.engine.calendar import Calendar
from yidang.indicators.engine.cells import Contribution
from yidang.indicators.engine.cells import NOTHING
from yidang.indicators.engine.cells import Reason
from yidang.indicators.engine.counts import LinePart
from yidang.indicators.engine.facts import Fact
from yidang.indicators.engine.facts import NONE
from yidang.indicators.engine.facts import SUBMITTED
from yidang.indicators.engine.facts import VERIFIED
from yidang.indicators.engine.labels import LABELS
from yidang.indicators.engine.labels import Labels
from yidang.indicators.engine.population import Population
from yidang.indicators.engine.rules import Demand
from yidang.indicators.engine.rules import Part
from yidang.indicators.engine.rules import Rule
from yidang.indicators.engine.sinks import Sink
from yidang.indicators.engine.spread import Buckets
from yidang.indicators.engine.spread import period_dimensions
from yidang.indicators.engine.spread import Spread


USED = "used"  # the code of reasons that a record counts for another line already


def used_in(rule: Rule) -> Reason:
    """One record, one count: it counts for a higher line of the ladder."""
    return Reason(USED, f"已用于“{rule.title}”（{rule.code}），不重复计入")


class Line:
    """A rule on a calendar."""

    def __init__(self, rule: Rule, calendar: Calendar, labels: Labels = LABELS) -> None:
        self.rule, self.calendar, self.labels = rule, calendar, labels
        self.periods = period_dimensions(rule)
        self.entries = Spread(rule, "entries")
        self.parts = [LinePart(self, name, part) for name, part in _parts(rule)]
        self.kinds = frozenset().union(*(part.kinds for part in self.parts))
        self.filler = line_of(rule.filler, calendar, labels) if rule.filler and not rule.part else None
        self.further = [Line(one, calendar, labels) for one in rule.further()]
        among = rule.among if rule.among and rule.among.kinds and not rule.part else None
        self.population = Population(rule, calendar, labels) if among else None
        self.fed_by = self.kinds.union(*(one.kinds for one in self.further), among.kinds if among else ())
        self.promise, self.also = rule.demand(), tuple(self._also())
        self.grows = rule.grows()
        self.admission = Admission(rule, calendar, labels)
        self._buckets: dict[date, Buckets] = {}

    def _also(self) -> "Iterator[tuple[Line, Demand]]":
        """Each further promise with the line whose numbers it judges: this one, or one of its own."""
        own = {one.rule.part: one for one in self.further}
        for place, demand in enumerate(self.rule.also, 1):
            line = own.get(f"also{place}")
            yield (line, line.promise) if line else (self, demand)

    def buckets(self, day: date) -> Buckets:
        """The periods of a day."""
        known = self._buckets.get(day)
        if known is None:
            labels = ("", *(self.calendar.label(one, day) for one in self.periods))
            own = tuple((label, "") for label in labels)
            wide = tuple(dict.fromkeys((*own, (self.calendar.label("month", day), ""))))
            known = self._buckets[day] = Buckets(wide, own, labels)
        return known

    def contribute(self, fact: Fact) -> Contribution:
        """The cells that the fact adds to, and why not to more."""
        if fact.kind not in self.fed_by:
            return NOTHING
        sink = Sink()
        self.feed(fact, sink)
        return sink.contribution(self.reasons(fact))

    def feed(self, fact: Fact, sink: Sink) -> None:
        """Add what the fact gives to the main promise, to further ones and to the expected members."""
        kind = fact.kind
        if self.population and kind in self.population.kinds:
            self.population.feed(fact, sink)
        for one in self.further:
            one.feed(fact, sink)
        if kind not in self.kinds or fact.standing == NONE:
            return
        day = self.admission.day(fact)
        if day is None or (self.filler is not None and self.filler.owner(fact) is not None):
            return
        for part in self.parts:
            if kind in part.kinds and part.takes(fact):
                part.put(fact, day, sink)

    def owner(self, fact: Fact) -> "Line | None":
        """The highest line of the ladder, from this one up, whose conditions the record fulfils: it belongs there."""
        higher = self.filler.owner(fact) if self.filler is not None else None
        if higher is not None:
            return higher
        part = self.parts[0]
        return self if fact.kind in part.kinds and self.admission.day(fact) and part.takes(fact) else None

    def reasons(self, fact: Fact) -> tuple[Reason, ...]:
        """Why the fact gives no more to the main promise, every reason."""
        if fact.kind not in self.kinds:
            return ()
        reasons = self.admission.reasons(fact)
        for part in self.parts:
            if part.name != "to" and fact.kind in part.kinds:
                reasons += part.reasons(fact)
        if fact.kind not in self.parts[0].kinds:
            reasons.append(Reason("kind", f"{self.labels.kind(fact.kind)}只计入分母"))
        if self.rule.basis == VERIFIED and fact.standing == SUBMITTED:
            reasons.append(Reason("standing", "尚未核定，请提请核定", 0.1))
        if not reasons and self.filler is not None and (owner := self.filler.owner(fact)) is not None:
            reasons.append(used_in(owner.rule))
        return tuple(reasons)


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
