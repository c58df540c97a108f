"""The face of a contract: what a board reads first, in one object; and behind it what only a closer look needs."""

from BTrees.IOBTree import IOBTree
from BTrees.OOBTree import OOBTree
from collections.abc import Collection
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from persistent import Persistent
from yidang.indicators.engine.cells import CellKey
from yidang.indicators.engine.cells import Contribution
from yidang.indicators.engine.cells import EVERYWHERE
from yidang.indicators.engine.cells import is_counted
from yidang.indicators.engine.cells import Point
from yidang.indicators.engine.cells import Series
from yidang.indicators.names import refer
from yidang.indicators.rows import Row
from ZODB.POSException import ConflictError


Points = dict[Point, int]
Folded = tuple[tuple[Point, ...], tuple[int, ...]]
Some = Collection[str] | None  # None: all

NOTHING: Folded = ((), ())


def is_wide(station: str, series: Series) -> bool:
    """Whether a cell belongs to the contract as a whole and to no member: the term and its periods."""
    return station == EVERYWHERE and not series[3]


class Face(Persistent):
    """The running sums of one contract.

    The numbers of the contract as a whole stand here, all lines together: a board of 25 lines loads one object, an
    overview of 200 contracts 200. Stations and members stand in a row per line, reference counts of distinct numbers
    in small pieces; both are loaded when somebody asks for them. Two transactions that change one face merge by
    adding their differences, so nobody has to try again, unless one of them has made the sums anew.
    """

    _v_open: dict[Series, Points] | None = None  # the series that a writer changes; folded when the face is stored

    def __init__(self) -> None:
        self.sums: dict[Series, Folded] = {}
        self.records: dict[str, int] = {}  # by line, how many facts feed it
        self.stations: dict[str, int] = {}  # how many contributions each station has made
        self.filed = 0  # how many times a record of this contract was taken in or changed
        self.recounts = 0  # how often its sums, or some of them, were made anew
        self.rows = OOBTree()  # code -> Row
        self.names = OOBTree()  # code -> pieces of Names

    # Reading

    def points(self, series: Series) -> Mapping[Point, int]:
        """The numbers of one series for the contract as a whole."""
        if self._v_open is not None and series in self._v_open:
            return self._v_open[series]
        folded = self.sums.get(series)
        return dict(zip(*folded, strict=True)) if folded is not None else {}

    def number(self, series: Series, point: Point) -> int:
        """One of these numbers, 0 where there is none."""
        if self._v_open is not None and series in self._v_open:
            return self._v_open[series].get(point, 0)
        points, numbers = self.sums.get(series, NOTHING)
        return numbers[points.index(point)] if point in points else 0

    def numbers(self) -> Iterator[tuple[tuple[str, Series, Point], int]]:
        """Every number of the contract with its station, series and point."""
        for series in self.sums.keys() | (self._v_open or {}).keys():
            for point, number in self.points(series).items():
                yield (EVERYWHERE, series, point), number
        for row in self.rows.values():
            yield from row.every_number()

    # Writing

    def touch(self) -> None:
        """Say that a record of the contract was filed or changed, whether it counts or not.

        A writer that makes the sums anew at the same moment has not seen it; the two must meet in this object.
        """
        self.filed += 1

    def give(self, code: str, contribution: Contribution, sign: int) -> None:
        """Add (`sign` 1) or take back (`sign` -1) what one record gives to one line."""
        self._p_changed = True  # first: what fails half-way must be thrown away with its transaction
        behind: dict[CellKey, int] = {}
        for key, amount in contribution.cells.items():
            self._put(behind, key, amount * sign)
        if contribution.marks:
            self._refer(code, contribution, sign, behind)
        if behind:
            self._row(code).shift(behind)
        if is_counted(contribution):
            _add(self.records, code, sign)

    def appear(self, stations: Iterable[str], sign: int) -> None:
        """Note that a contribution was made in these stations, or taken back."""
        self._p_changed = True
        for station in stations:
            _add(self.stations, station, sign)

    def drop(self, codes: Some) -> None:
        """Throw away the sums of some lines, or of all, before they are made anew."""
        self.recounts += 1
        gone = {series for series in (*self.sums, *(self._v_open or ())) if codes is None or series[0] in codes}
        for series in gone:
            self.sums.pop(series, None)
            if self._v_open is not None:
                self._v_open.pop(series, None)
        for tree in (self.rows, self.names, self.records):
            for code in [code for code in tree if codes is None or code in codes]:
                del tree[code]

    def _put(self, behind: dict[CellKey, int], key: CellKey, amount: int) -> None:
        """Add to a number of the face; what stands in a row is put aside, so that a row is loaded once or never."""
        station, series, bucket, member = key
        if is_wide(station, series):
            _add(self._opened(series), (bucket, member), amount)
        else:
            behind[key] = behind.get(key, 0) + amount

    def _refer(self, code: str, contribution: Contribution, sign: int, behind: dict[CellKey, int]) -> None:
        pieces = self.names.get(code)
        if pieces is None:
            pieces = self.names[code] = IOBTree()
        for (key, subject), count in contribution.marks.items():
            if change := refer(pieces, subject, key, count * sign):
                self._put(behind, key, change)

    def _opened(self, series: Series) -> Points:
        if self._v_open is None:
            self._v_open = {}
        if series not in self._v_open:
            self._v_open[series] = dict(self.points(series))
        return self._v_open[series]

    def _row(self, code: str) -> Row:
        row = self.rows.get(code)
        if row is None:
            row = self.rows[code] = Row()
        return row

    # Storing

    def __getstate__(self) -> dict:
        """Changed series are folded for the database."""
        state = super().__getstate__()
        return state if self._v_open is None else {**state, "sums": _folded(self.sums, self._v_open)}

    def _p_resolveConflict(self, old: dict, saved: dict, new: dict) -> dict:
        """Merge two changes by adding the differences."""
        if not old["recounts"] == saved["recounts"] == new["recounts"]:
            raise ConflictError("the sums were made anew while a record was filed")
        changed = {series: _merged(series, old, saved, new) for series in _differing(old["sums"], new["sums"])}
        counts = {name: _merged_counts(old[name], saved[name], new[name]) for name in ("records", "stations")}
        filed = saved["filed"] + new["filed"] - old["filed"]
        return {**new, **counts, "filed": filed, "sums": _folded(saved["sums"], changed)}


def _add(numbers: dict, key: object, by: int) -> None:
    """Add to one number; what becomes zero leaves no trace, so that taking back restores exactly."""
    number = numbers.get(key, 0) + by
    if number:
        numbers[key] = number
    else:
        numbers.pop(key, None)


def _folded(sums: Mapping[Series, Folded], opened: Mapping[Series, Points]) -> dict[Series, Folded]:
    """`sums` with the opened series in place; equal periods are one object, so that they are stored once."""
    shared = {points: points for points, _ in sums.values()}
    found = dict(sums)
    for series, numbers in opened.items():
        if not numbers:
            found.pop(series, None)
            continue
        points = tuple(sorted(numbers))
        found[series] = shared.setdefault(points, points), tuple(numbers[point] for point in points)
    return found


def _differing(old: Mapping, new: Mapping) -> list:
    return [key for key in old.keys() | new.keys() if old.get(key) != new.get(key)]


def _merged(series: Series, old: dict, saved: dict, new: dict) -> Points:
    merged: Points = {}
    for state, sign in ((saved, 1), (new, 1), (old, -1)):
        for point, number in zip(*state["sums"].get(series, ((), ())), strict=True):
            _add(merged, point, number * sign)
    return merged


def _merged_counts(old: Mapping[str, int], saved: Mapping[str, int], new: Mapping[str, int]) -> dict[str, int]:
    merged = dict(saved)
    for name in _differing(old, new):
        _add(merged, name, new.get(name, 0) - old.get(name, 0))
    return merged
