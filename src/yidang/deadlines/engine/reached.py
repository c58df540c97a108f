"""On which day a number reached its target: read from the records' own contributions, in the order of their days."""

from collections import defaultdict
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from datetime import date
from yidang.indicators.engine import rules
from yidang.indicators.engine.cells import CellKey
from yidang.indicators.engine.cells import EVERYWHERE
from yidang.indicators.engine.cells import Point
from yidang.indicators.engine.facts import Fact
from yidang.indicators.engine.lines import Line
from yidang.indicators.engine.rules import Demand
from yidang.indicators.engine.rules import member_dimension
from yidang.indicators.engine.sinks import Sink
from yidang.indicators.engine.targets import Number
from yidang.indicators.engine.targets import Target


class Course:
    """How the numbers of one promise grew, point by point: (period, member)."""

    def __init__(self, line: Line, demand: Demand, basis: str) -> None:
        self.line = line
        dimension = member_dimension(demand.per)
        self.by_row = dimension == "station" and not line.rule.member
        part = line.parts[0]
        self.series = part.spread.series[basis, "" if self.by_row else dimension]
        self.scale = part.scale
        self.sums: dict[Point, int] = defaultdict(int)
        self.subjects: dict[Point, set[str]] = defaultdict(set)

    def take(self, fact: Fact) -> set[Point]:
        """Add one record; the points that it changed."""
        sink = Sink()
        self.line.feed(fact, sink)
        given = sink.contribution(())
        changed = set()
        for point, number in self._points(given.cells):
            self.sums[point] += number
            changed.add(point)
        for (key, subject), _ in given.marks.items():
            for point, _ in self._points({key: 1}):
                self.subjects[point].add(subject)
                changed.add(point)
        return changed

    def _points(self, cells: Mapping[CellKey, int]) -> Iterator[tuple[Point, int]]:
        for (station, series, bucket, member), number in cells.items():
            if series == self.series and (station != EVERYWHERE) is self.by_row:
                yield (bucket, station if self.by_row else member), number

    def value(self, point: Point) -> Number:
        """The number now."""
        if point in self.subjects:
            return len(self.subjects[point])
        number = self.sums.get(point, 0)
        if self.line.rule.measure.kind == rules.EXISTS:
            return min(1, number)
        return number // self.scale if number % self.scale == 0 else number / self.scale


def reached(
    line: Line, demand: Demand, basis: str, facts: Iterable[Fact], targets: Mapping[Point, Target]
) -> tuple[dict[Point, date], dict[Point, Number]]:
    """For each point the day of the record with which its target was reached, and its number in the end."""
    course = Course(line, demand, basis)
    days: dict[Point, date] = {}
    dated = (fact for fact in facts if fact.date is not None and fact.kind in line.kinds)
    for fact in sorted(dated, key=lambda one: (one.date, one.uid)):
        for point in course.take(fact):
            target = targets.get(point)
            if target is not None and point not in days and is_reached(target, course.value(point)):
                days[point] = fact.date
    return days, {point: course.value(point) for point in targets}


def is_reached(target: Target, value: Number | None) -> bool:
    """Whether the work is done. More than an exact number is a matter of the scoreboard: nothing is owed any more."""
    return value is not None and (target.met(value) is True or target.exceeded(value))
