"""The running sums of one contract as tallies read them."""

from collections.abc import Iterable
from collections.abc import Mapping
from yidang.indicators.engine.cells import EVERYWHERE
from yidang.indicators.engine.cells import Point
from yidang.indicators.engine.cells import Series
from yidang.indicators.faces import Face
from yidang.indicators.faces import is_wide
from yidang.indicators.rows import Row


class LedgerCells:
    """A face, and the rows behind it as far as they are asked for, as a `CellSource`."""

    def __init__(self, face: Face | None) -> None:
        self.face = face
        self._rows: dict[str, Row | None] = {}

    def stations(self) -> Iterable[str]:
        """The stations in which anything was done that counts."""
        return sorted(self.face.stations) if self.face is not None else []

    def points(self, station: str, series: Series) -> Mapping[Point, int]:
        """The numbers of one series in one station, or of the contract as a whole."""
        if self.face is None:
            return {}
        if is_wide(station, series):
            return self.face.points(series)
        row = self._row(series[0])
        return row.points(station, series) if row is not None else {}

    def number(self, station: str, series: Series, point: Point) -> int:
        """One of these numbers, 0 where there is none."""
        if self.face is not None and is_wide(station, series):
            return self.face.number(series, point)
        return self.points(station, series).get(point, 0)

    def column(self, series: Series, point: Point) -> Mapping[str, int]:
        """One number of every station, and of the contract as a whole."""
        row = self._row(series[0])
        found = dict(row.column(series, point)) if row is not None else {}
        if self.face is not None and not series[3]:
            found[EVERYWHERE] = self.face.points(series).get(point, 0)
        return found

    def _row(self, code: str) -> Row | None:
        if code not in self._rows:
            self._rows[code] = self.face.rows.get(code) if self.face is not None else None
        return self._rows[code]
