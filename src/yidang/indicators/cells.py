"""Cells: where contributions are added up, and the narrow view through which tallies read them.

A *series* is `(code, part, basis, dimension)`: part is `value`, `of`, `to`, `hours`; basis is `submitted` or
`verified`; dimension is empty or what the members are (`worker`, `client`, …). A *point* is `(bucket, member)`; the
bucket is empty for the whole term. A *cell key* is `(station, series, bucket, member)`. All are plain tuples of
strings, so that they are small in the database and need no class to be read.

Numbers are integers (amounts are held in thousandths), so adding and taking back is exact in any order.

A distinct count is not a sum: its cells hold reference counts by subject, and their number is how many subjects have
any. The station `EVERYWHERE` stands for the contract as a whole. A ledger that merges concurrent writes must derive
the number from the merged reference counts, never keep it as a running sum.
"""

from collections.abc import Iterable
from collections.abc import Mapping
from typing import NamedTuple
from typing import Protocol


Series = tuple[str, str, str, str]
Point = tuple[str, str]
CellKey = tuple[str, Series, str, str]
Mark = tuple[CellKey, str]

EVERYWHERE = "*"
SCALE = 1000


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


class CellSource(Protocol):
    """What a tally needs to read: the ledger's rows or cells in memory."""

    def stations(self) -> Iterable[str]:
        """The stations that have a row; the empty string is work of no station, EVERYWHERE is left out."""

    def points(self, station: str, series: Series) -> Mapping[Point, int]:
        """The numbers of one series in one station's row; for distinct counts the number of subjects."""


class Cells:
    """Contributions added up in memory."""

    def __init__(self) -> None:
        self.sums: dict[str, dict[Series, dict[Point, int]]] = {}
        self.subjects: dict[str, dict[Series, dict[Point, dict[str, int]]]] = {}

    def add(self, contribution: Contribution, times: int = 1) -> None:
        """Add a contribution; `times=-1` takes it back."""
        for (station, series, bucket, member), number in contribution.cells.items():
            points = self.sums.setdefault(station, {}).setdefault(series, {})
            _shift(points, (bucket, member), number * times)
        for ((station, series, bucket, member), subject), number in contribution.marks.items():
            points = self.subjects.setdefault(station, {}).setdefault(series, {})
            references = points.setdefault((bucket, member), {})
            _shift(references, subject, number * times)
            if not references:
                del points[bucket, member]

    def subtract(self, contribution: Contribution) -> None:
        """Take a contribution back."""
        self.add(contribution, -1)

    def stations(self) -> Iterable[str]:
        """The stations that have any cell."""
        return [one for one in {**self.sums, **self.subjects} if one != EVERYWHERE]

    def points(self, station: str, series: Series) -> Mapping[Point, int]:
        """The numbers of one series in one station's row."""
        sums = self.sums.get(station, {}).get(series)
        if sums is not None:
            return sums
        subjects = self.subjects.get(station, {}).get(series, {})
        return {point: len(references) for point, references in subjects.items()}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Cells) and _flat(self) == _flat(other)

    __hash__ = None


def _shift(numbers: dict, key: object, by: int) -> None:
    """Add to a number; one that becomes zero leaves no trace, so that taking back restores exactly."""
    number = numbers.get(key, 0) + by
    if number:
        numbers[key] = number
    else:
        numbers.pop(key, None)


def _flat(cells: Cells) -> dict:
    found: dict = {}
    for table in (cells.sums, cells.subjects):
        for station, rows in table.items():
            for series, points in rows.items():
                for point, number in points.items():
                    found[station, series, point] = number
    return found
