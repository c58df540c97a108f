"""What stands behind the face of a contract: a row per line, with the numbers of stations and of members."""

from collections.abc import Iterator
from collections.abc import Mapping
from persistent import Persistent
from yidang.indicators.engine.cells import CellKey
from yidang.indicators.engine.cells import Point
from yidang.indicators.engine.cells import Series
from yidang.indicators.packing import column_of
from yidang.indicators.packing import flat
from yidang.indicators.packing import Numbers
from yidang.indicators.packing import pack
from yidang.indicators.packing import Points
from yidang.indicators.packing import points_of
from yidang.indicators.packing import stations_of
from yidang.indicators.packing import Tables
from yidang.indicators.packing import unpack


class Row(Persistent):
    """The running sums of one line by station and by member, all stations together.

    A row per line and not per station: a writer touches the one to three lines that a record feeds, and a reader of
    a whole table loads as many objects as it has lines. Two transactions that change one row merge by adding their
    differences, so nobody has to try again.
    """

    _v_numbers: Numbers | None = None  # what a writer changes; packed again when the row is stored

    def __init__(self) -> None:
        self.tables: Tables = {}

    @property
    def numbers(self) -> Numbers:
        """Every number, by station, series and point."""
        if self._v_numbers is None:
            self._v_numbers = unpack(self.tables)
        return self._v_numbers

    def every_number(self) -> Iterator[tuple[tuple[str, Series, Point], int]]:
        """Every number with its station, series and point."""
        for station, rows in self.numbers.items():
            for series, points in rows.items():
                for point, number in points.items():
                    yield (station, series, point), number

    def points(self, station: str, series: Series) -> Points:
        """The numbers of one series in one station, or of every member."""
        if self._v_numbers is not None:
            return self._v_numbers.get(station, {}).get(series, {})
        return points_of(self.tables.get(series, {}), station)

    def column(self, series: Series, point: Point) -> dict[str, int]:
        """One number of every station."""
        if self._v_numbers is not None:
            return {station: rows.get(series, {}).get(point, 0) for station, rows in self._v_numbers.items()}
        return column_of(self.tables.get(series, {}), point)

    def stations(self) -> set[str]:
        """The stations that have any number."""
        if self._v_numbers is not None:
            return set(self._v_numbers)
        return set().union(*map(stations_of, self.tables.values()))

    def __getstate__(self) -> dict:
        """The numbers go into the database as tables."""
        state = super().__getstate__()
        return state if self._v_numbers is None else {**state, "tables": pack(self._v_numbers)}

    def shift(self, amounts: Mapping[CellKey, int]) -> None:
        """Add to the numbers of this line."""
        self._p_changed = True  # first: what fails half-way must be thrown away with its transaction
        for key, amount in amounts.items():
            _change(self.numbers, key, amount)

    def _p_resolveConflict(self, old: dict, saved: dict, new: dict) -> dict:
        """Merge two changes by adding the differences."""
        merged: Numbers = {}
        for state, sign in ((saved, 1), (new, 1), (old, -1)):
            for key, number in flat(state["tables"]):
                _change(merged, key, number * sign)
        return {**new, "tables": pack(merged)}


def _change(numbers: Numbers, key: CellKey, by: int) -> None:
    """Add to one number; what becomes zero leaves no trace, so that taking back restores exactly."""
    station, series, bucket, member = key
    points = numbers.setdefault(station, {}).setdefault(series, {})
    number = points.get((bucket, member), 0) + by
    if number:
        points[bucket, member] = number
        return
    points.pop((bucket, member), None)
    if not points:
        del numbers[station][series]
        if not numbers[station]:
            del numbers[station]
