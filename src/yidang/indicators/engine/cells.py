"""Cells: where contributions are added up, and the narrow view through which tallies read them.

A cell key is `(station, series, bucket, member)`. A *series* is `(code, part, basis, dimension)`: part is `value`,
`of`, `to`, `hours` or `entries`; basis is `submitted` or `verified`; dimension is empty, or what the members are
(`worker`, `client`, …), or `entry`. A *point* is `(bucket, member)`; the bucket of the whole term is empty. All are
plain tuples of strings, so that they are small in the database and need no class to be read.

The station `EVERYWHERE` stands for the contract as a whole. Everything is added there too, so that reading a board
does not grow with the number of stations; cells by member exist only there.

Numbers are integers (amounts are held in thousandths), so adding and taking back is exact in any order.

The members from whom something is expected stand under the part `among`, at the day from which they are (+1) and at the
day from which they are no more (−1); the counts of a further promise of the line (`also`) under parts of their own.

A distinct count is not a sum: its cells hold reference counts by subject, and their number is how many subjects have
any. A ledger that merges concurrent writes must see to it that the number follows the merged reference counts.
"""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from typing import NamedTuple
from typing import Protocol


Series = tuple[str, str, str, str]
Point = tuple[str, str]
CellKey = tuple[str, Series, str, str]
Mark = tuple[CellKey, str]

EVERYWHERE = "*"
TERM: Point = ("", "")
SCALE = 1000
AMONG = "among"


class Reason(NamedTuple):
    """Why a record does not count; `distance` is 0 for nearly, 1 and more for far from it."""

    code: str
    message: str
    distance: float = 1.0


class Contribution(NamedTuple):
    """What one fact gives to the cells, and why it gives no more."""

    cells: Mapping[CellKey, int]
    marks: Mapping[Mark, int]
    reasons: tuple[Reason, ...] = ()


NOTHING = Contribution({}, {}, ())


def is_counted(contribution: Contribution) -> bool:
    """Whether anything of the record is counted, or it only tells from whom something is expected."""
    return bool(contribution.marks) or any(key[1][1] != AMONG for key in contribution.cells)


class CellSource(Protocol):
    """What a tally needs to read: the ledger's rows or cells in memory."""

    def stations(self) -> Iterable[str]:
        """The stations that have a row; the empty string is work of no station, EVERYWHERE is left out."""

    def points(self, station: str, series: Series) -> Mapping[Point, int]:
        """The numbers of one series in one station's row; for distinct counts the number of subjects."""

    def number(self, station: str, series: Series, point: Point) -> int:
        """One of these numbers, 0 where there is none."""

    def column(self, series: Series, point: Point) -> Mapping[str, int]:
        """One number of every station that has any in the series; read at once, it costs no more than one row."""


Rows = dict[tuple[str, Series], dict[Point, int]]
Names = dict[tuple[str, Series], dict[Point, dict[str, int]]]  # of distinct counts, how often each subject is named


class Cells:
    """Contributions added up in memory, by station and series."""

    def __init__(self, rows: Rows | None = None, names: Names | None = None) -> None:
        self.rows: Rows = {}
        self.names: Names = {}
        self._places: dict[Series, list[str]] | None = None
        for key, row in (rows or {}).items():
            if kept := {point: number for point, number in row.items() if number}:
                self.rows[key] = kept
        for key, row in (names or {}).items():
            if kept := {point: found for point, counts in row.items() if (found := _filled(counts))}:
                self.names[key] = kept

    def add(self, contribution: Contribution) -> None:
        """Add a contribution."""
        self._shift(contribution, 1)

    def subtract(self, contribution: Contribution) -> None:
        """Take a contribution back."""
        self._shift(contribution, -1)

    def _shift(self, contribution: Contribution, times: int) -> None:
        """A number that becomes zero leaves no trace, so that taking back restores exactly."""
        self._places = None
        for (station, series, bucket, member), number in contribution.cells.items():
            row = self.rows.setdefault((station, series), {})
            _put(row, (bucket, member), times * number)
            if not row:
                del self.rows[station, series]
        for ((station, series, bucket, member), subject), number in contribution.marks.items():
            row = self.names.setdefault((station, series), {})
            counts = row.setdefault((bucket, member), {})
            _put(counts, subject, times * number)
            if not counts:
                del row[bucket, member]
            if not row:
                del self.names[station, series]

    def stations(self) -> Iterable[str]:
        """The stations that have any cell."""
        return list(dict.fromkeys(station for station, _ in (*self.rows, *self.names) if station != EVERYWHERE))

    def points(self, station: str, series: Series) -> Mapping[Point, int]:
        """The numbers of one series in one station's row."""
        named = self.names.get((station, series))
        if named is not None:
            return {point: len(counts) for point, counts in named.items()}
        return self.rows.get((station, series), _NO_ROW)

    def number(self, station: str, series: Series, point: Point) -> int:
        """One number of one station."""
        named = self.names.get((station, series))
        if named is not None:
            return len(named.get(point, ()))
        return self.rows.get((station, series), _NO_ROW).get(point, 0)

    def column(self, series: Series, point: Point) -> Mapping[str, int]:
        """One number of every station."""
        if self._places is None:
            self._places = {}
            for station, one in (*self.rows, *self.names):
                self._places.setdefault(one, []).append(station)
        return {station: self.number(station, series, point) for station in self._places.get(series, ())}

    def numbers(self) -> Iterator[tuple[tuple[str, Series, Point], int]]:
        """Every number with its station, series and point; of distinct counts the number of subjects."""
        for station, series in (*self.rows, *self.names):
            for point, number in self.points(station, series).items():
                yield (station, series, point), number

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Cells) and (self.rows, self.names) == (other.rows, other.names)

    __hash__ = None


_NO_ROW: dict = {}


def _filled(counts: Mapping[str, int]) -> dict[str, int]:
    return {name: number for name, number in counts.items() if number}


def _put(numbers: dict, key: object, by: int) -> None:
    number = numbers.get(key, 0) + by
    if number:
        numbers[key] = number
    else:
        numbers.pop(key, None)
