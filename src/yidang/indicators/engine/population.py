"""Who is expected, and during which days: the members that lasting facts name, kept in cells of their own.

A population of clients of a tier, of organisations under incubation, of workers on the roster (S1-I03, S2-I08, S1-I08)
comes from facts that last from `date` to `until`. Their cells are those of a stock: +1 on the first day and −1 on the
day after the last, by member, so that the ledger and the recount know everybody's stretches without reading facts.
"""

from collections.abc import Iterable
from collections.abc import Mapping
from datetime import date
from datetime import timedelta
from yidang.indicators.engine.calendar import Calendar
from yidang.indicators.engine.cells import AMONG
from yidang.indicators.engine.cells import EVERYWHERE
from yidang.indicators.engine.cells import Point
from yidang.indicators.engine.cells import Series
from yidang.indicators.engine.conditions import compile_all
from yidang.indicators.engine.facts import Fact
from yidang.indicators.engine.facts import NONE
from yidang.indicators.engine.facts import SUBMITTED
from yidang.indicators.engine.labels import Labels
from yidang.indicators.engine.measures import subjects_of
from yidang.indicators.engine.rules import member_dimension
from yidang.indicators.engine.rules import Rule
from yidang.indicators.engine.sinks import Sink
from yidang.indicators.engine.spread import steps_of


Span = tuple[date | None, date | None]
Stay = tuple[Span, ...]

_DAY = timedelta(days=1)


class Population:
    """The expected members of one rule, as facts name them."""

    def __init__(self, rule: Rule, calendar: Calendar, labels: Labels) -> None:
        among = rule.among
        self.kinds = frozenset(among.kinds)
        self.field = among.member
        self.checks = compile_all(among.where, calendar, labels)
        pers = (rule.per, *(one.per for one in rule.also))
        self.series = [series_of(rule, one) for one in sorted({member_dimension(per) for per in pers} - {""})]

    def feed(self, fact: Fact, sink: Sink) -> None:
        """Add the stretch of days in which the fact expects something of its members."""
        if fact.standing == NONE or any(check(fact) for check in self.checks):
            return
        for series in self.series:
            for member in self._members(fact, series[3]):
                row = sink.row(EVERYWHERE, series)
                for day, number in steps_of(fact):
                    row[day, member] += number

    def _members(self, fact: Fact, dimension: str) -> Iterable[str]:
        if self.field:
            return subjects_of(fact, self.field)
        if dimension in ("worker", "client"):
            return dict.fromkeys(fact.workers if dimension == "worker" else fact.subjects)
        return subjects_of(fact, dimension)


def series_of(rule: Rule, dimension: str) -> Series:
    """Where the expected members of a rule stand; further promises of the line share them."""
    return rule.code, AMONG, SUBMITTED, dimension


def stretches(points: Mapping[Point, int]) -> dict[str, Stay]:
    """The stretches of days of every member, in order of time, from the changes by day."""
    steps: dict[str, list[tuple[str, int]]] = {}
    for (day, member), number in sorted(points.items()):
        steps.setdefault(member, []).append((day, number))
    return {member: tuple(_spans(changes)) for member, changes in steps.items()}


def _spans(changes: list[tuple[str, int]]) -> Iterable[Span]:
    here, since = 0, date.min
    for day, number in changes:
        at, before = date.fromisoformat(day), here
        here += number
        if before <= 0 < here:
            since = at
        elif here <= 0 < before:
            yield _start(since), at - _DAY
    if here > 0:
        yield _start(since), None


def _start(since: date) -> date | None:
    return None if since == date.min else since
