"""Reading cells: from the stations' rows to one number for each (bucket, member)."""

from collections import defaultdict
from collections.abc import Collection
from collections.abc import Mapping
from datetime import date
from functools import cached_property
from yidang.indicators.engine import rules
from yidang.indicators.engine.cells import CellSource
from yidang.indicators.engine.cells import EVERYWHERE
from yidang.indicators.engine.cells import Point
from yidang.indicators.engine.cells import SCALE
from yidang.indicators.engine.cells import Series
from yidang.indicators.engine.cells import TERM
from yidang.indicators.engine.lines import Line
from yidang.indicators.engine.lines import LinePart
from yidang.indicators.engine.population import series_of
from yidang.indicators.engine.population import Stay
from yidang.indicators.engine.population import stretches
from yidang.indicators.engine.rules import Demand
from yidang.indicators.engine.rules import member_dimension
from yidang.indicators.engine.rules import TERM_ONLY
from yidang.indicators.engine.spread import ENTRY
from yidang.indicators.engine.stays import Expected
from yidang.indicators.engine.stays import given
from yidang.indicators.engine.targets import Number


STATIONS = Demand(("station",), None)

Grid = Mapping[Point, Number]
Sums = dict[Point, int]


class Asked:
    """What is read for a whole board: the cells, the day, who is expected; the stations only if a line needs them."""

    def __init__(self, source: CellSource, today: date, expected: Expected) -> None:
        self.source, self.today, self.expected = source, today, expected
        self._stays: dict[str, dict[str, Stay]] = {}

    @cached_property
    def stations(self) -> list[str]:
        """The stations that have any number."""
        return list(self.source.stations())

    def stays(self, key: str) -> Mapping[str, Stay]:
        """When those take part whom the caller expects under this key, worked out once for all lines."""
        if key not in self._stays:
            self._stays[key] = given(self.expected[key])
        return self._stays[key]


class Reader:
    """Reads the cells of one line as of a day."""

    def __init__(self, asked: Asked, line: Line) -> None:
        self.asked, self.source, self.today, self.line = asked, asked.source, asked.today, line
        self._known: dict[tuple[str, str], Grid] = {}

    @property
    def stations(self) -> Collection[str]:
        """The stations that have any number."""
        return self.asked.stations

    def grid(self, demand: Demand, basis: str) -> Grid:
        """The number for each point that the demand names, and for the whole term."""
        key = member_dimension(demand.per), basis
        if key not in self._known:
            self._known[key] = self._grid(*key)
        return self._known[key]

    def term(self, basis: str) -> Number | None:
        """The number of the whole term; where nothing is counted in a special way, it is one number of the cells."""
        if self.line.rule.is_plain() or self.line.rule.as_of:
            return self.grid(TERM_ONLY, basis).get(TERM, self.line.rule.empty_value())
        part = self.line.parts[0]
        number = self.source.number(EVERYWHERE, part.spread.series[basis, ""], TERM)
        if self.line.rule.measure.kind == rules.EXISTS:
            return min(1, number)
        return number if part.scale == 1 else divided(number, part.scale)

    def by_station(self, basis: str) -> Mapping[str, Number]:
        """What each station has done in the whole term; of a stock or a rate, how it stands."""
        if not self.line.rule.grows():
            grid = {} if self.line.rule.member else self.grid(STATIONS, basis)
            return {station: number for (label, station), number in grid.items() if station and not label}
        done = self.source.column(self.line.parts[0].spread.series[basis, ""], TERM)
        return self._shown({one: done.get(one, 0) for one in self.stations})

    def population(self, dimension: str) -> dict[str, Stay]:
        """The expected members that facts name, each with its stretches of days."""
        return stretches(self.source.points(EVERYWHERE, series_of(self.line.rule, dimension)))

    def fraction(self, basis: str) -> tuple[Number, Number]:
        """Numerator and denominator of the contract as a whole."""
        of, to = (self._side(side, "", basis)[TERM] for side in ("of", "to"))
        return divided(of, SCALE), divided(to, SCALE)

    def _grid(self, dimension: str, basis: str) -> Grid:
        measure = self.line.rule.measure
        if measure.kind == rules.ENTERED:
            return self._entered(dimension, basis)
        if measure.kind == rules.RATIO:
            return self._rates(dimension, basis)
        return self._shown(self._part(self.line.parts[0], dimension, basis))

    def _shown(self, numbers: Sums) -> Grid:
        """Numbers of cells as a reader knows them; existence is never more than one."""
        if self.line.rule.measure.kind == rules.EXISTS:
            return {point: min(1, number) for point, number in numbers.items()}
        return unscaled(numbers, self.line.parts[0].scale)

    def _rates(self, dimension: str, basis: str) -> Grid:
        """Whole numbers are divided, so 6.9 of 10 is exactly 69 %; no rate where there is nothing to divide by."""
        of, to = (self._side(side, dimension, basis) for side in ("of", "to"))
        points = {TERM, *of} if self.line.rule.measure.to.fixed is not None else list(to)
        return {point: of[point] / to[point] for point in points if to[point]}

    def _side(self, side: str, dimension: str, basis: str) -> Mapping[Point, int]:
        """Numerators or denominators in thousandths."""
        fixed = getattr(self.line.rule.measure, side).fixed
        if fixed is not None:
            return defaultdict(lambda: round(fixed * SCALE))
        part = next(part for part in self.line.parts if part.name == side)
        numbers, factor = self._part(part, dimension, basis), SCALE // part.scale
        return defaultdict(int, {point: number * factor for point, number in numbers.items()})

    def _part(self, part: LinePart, dimension: str, basis: str) -> Sums:
        by_row = dimension == "station" and not self.line.rule.member
        series = part.spread.series[basis, "" if by_row else dimension]
        if by_row:
            return self._rows(series)
        return self.everywhere(series)

    def everywhere(self, series: Series) -> Sums:
        """The numbers of the contract as a whole."""
        return dict(self._settled(self.source.points(EVERYWHERE, series)))

    def _rows(self, series: Series) -> Sums:
        """Each station's own numbers, the station taking the place of the member."""
        found: Sums = {}
        for station in self.stations:
            for (bucket, _), number in self._settled(self.source.points(station, series)).items():
                found[bucket, station] = number
        return found

    def _settled(self, points: Mapping[Point, int]) -> Mapping[Point, int]:
        """A stock is the sum of all its changes until today, and who has left is not in it; a flow is as it is."""
        if not self.line.rule.as_of:
            return points
        today = self.today.isoformat()
        total: Sums = {}
        for (day, member), number in points.items():
            if day <= today:
                total["", member] = total.get(("", member), 0) + number
        return {point: number for point, number in total.items() if number}

    def _entered(self, dimension: str, basis: str) -> Grid:
        """The value that stands for each point: entries of a day and a record are points themselves."""
        found: dict[Point, list[tuple[str, str, Number]]] = {}
        for station in self.stations if dimension == "station" else (EVERYWHERE,):
            member = "" if station == EVERYWHERE else station
            for entry in self._entries(station, basis):
                for label in self.line.buckets(date.fromisoformat(entry[0])).labels:
                    found.setdefault((label, member), []).append(entry)
        return {point: _take(self.line.rule.measure.take, entries) for point, entries in found.items()}

    def _entries(self, station: str, basis: str) -> list[tuple[str, str, Number]]:
        numbers = self.source.points(station, self.line.entries.series[basis, ENTRY])
        values = self.source.points(station, self.line.parts[0].spread.series[basis, ENTRY])
        scale = self.line.parts[0].scale
        return [(*point, divided(values.get(point, 0), scale * number)) for point, number in numbers.items()]


def _take(take: str, entries: list[tuple[str, str, Number]]) -> Number:
    if take == "last":
        return max(entries)[2]
    values = [value for _, _, value in entries]
    return min(values) if take == "min" else max(values)


def divided(number: int, scale: int) -> Number:
    """A number of cells as a reader knows it: whole if it can be."""
    return number // scale if number % scale == 0 else number / scale


def unscaled(numbers: Sums, scale: int) -> Grid:
    """Numbers of cells as a reader knows them."""
    if scale == 1:
        return numbers
    return {point: divided(number, scale) for point, number in numbers.items()}
