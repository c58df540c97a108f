"""Reading cells: from the stations' rows to one number for each (bucket, member)."""

from collections import defaultdict
from collections.abc import Collection
from collections.abc import Mapping
from datetime import date
from yidang.indicators.engine import rules
from yidang.indicators.engine.cells import CellSource
from yidang.indicators.engine.cells import EVERYWHERE
from yidang.indicators.engine.cells import Point
from yidang.indicators.engine.cells import SCALE
from yidang.indicators.engine.cells import Series
from yidang.indicators.engine.cells import TERM
from yidang.indicators.engine.lines import Line
from yidang.indicators.engine.lines import LinePart
from yidang.indicators.engine.rules import Demand
from yidang.indicators.engine.rules import member_dimension
from yidang.indicators.engine.spread import ENTRY
from yidang.indicators.engine.targets import Number


Grid = Mapping[Point, Number]
Sums = dict[Point, int]


class Reader:
    """Reads the cells of one line as of a day."""

    def __init__(self, source: CellSource, stations: Collection[str], line: Line, today: date) -> None:
        self.source, self.stations, self.line, self.today = source, stations, line, today
        self._known: dict[tuple[str, str], Grid] = {}

    def grid(self, demand: Demand, basis: str) -> Grid:
        """The number for each point that the demand names, and for the whole term."""
        key = member_dimension(demand.per), basis
        if key not in self._known:
            self._known[key] = self._grid(*key)
        return self._known[key]

    def by_station(self, basis: str) -> Mapping[str, Number]:
        """What each station has done in the whole term."""
        done = self.source.column(self.line.parts[0].spread.series[basis, ""], TERM)
        return self._shown({one: done.get(one, 0) for one in self.stations})

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
        """A stock is the sum of all its changes until today; a flow is as it is."""
        if not self.line.rule.as_of:
            return points
        today = self.today.isoformat()
        total: Sums = {}
        for (day, member), number in points.items():
            if day <= today:
                total["", member] = total.get(("", member), 0) + number
        return total

    def _entered(self, dimension: str, basis: str) -> Grid:
        """The value that stands for each point: entries of a day and a record are points themselves."""
        found: dict[Point, list[tuple[str, str, Number]]] = {}
        for station in self.stations if dimension == "station" else (EVERYWHERE,):
            member = "" if station == EVERYWHERE else station
            for entry in self._entries(station, basis):
                day = date.fromisoformat(entry[0])
                for label in ("", *(self.line.calendar.label(one, day) for one in self.line.periods)):
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
