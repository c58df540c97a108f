"""Where contributions are collected: rows of numbers and of names, quick to add to."""

from collections import defaultdict
from typing import Any
from yidang.indicators.engine.cells import Contribution
from yidang.indicators.engine.cells import Names
from yidang.indicators.engine.cells import Point
from yidang.indicators.engine.cells import Reason
from yidang.indicators.engine.cells import Rows
from yidang.indicators.engine.cells import Series


class Sink:
    """Rows by station and series; `known` is where those who add keep the rows that they have looked up."""

    __slots__ = ("known", "names", "rows")

    def __init__(self) -> None:
        self.rows: Rows = {}
        self.names: Names = {}
        self.known: dict[Any, tuple] = {}

    def row(self, station: str, series: Series) -> dict[Point, int]:
        """The numbers of one series in one station, to add to."""
        found = self.rows.get((station, series))
        if found is None:
            found = self.rows[station, series] = defaultdict(int)
        return found

    def named(self, station: str, series: Series) -> dict[Point, dict[str, int]]:
        """The reference counts of one series in one station, to add to."""
        found = self.names.get((station, series))
        if found is None:
            found = self.names[station, series] = defaultdict(_counts)
        return found

    def contribution(self, reasons: tuple[Reason, ...] = ()) -> Contribution:
        """What was collected, key by key."""
        cells = {
            (station, series, *point): number
            for (station, series), row in self.rows.items()
            for point, number in row.items()
        }
        marks = {
            ((station, series, *point), name): number
            for (station, series), row in self.names.items()
            for point, names in row.items()
            for name, number in names.items()
        }
        return Contribution(cells, marks, reasons)


def _counts() -> dict[str, int]:
    return defaultdict(int)
