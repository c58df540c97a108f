"""What the ledger stores: rows of running sums, entries of what each record gave, the plan of each contract."""

from BTrees.OIBTree import OIBTree
from collections.abc import Iterator
from functools import lru_cache
from persistent import Persistent
from yidang.indicators.engine import Ruleset
from yidang.indicators.engine.calendar import Calendar
from yidang.indicators.engine.cells import CellKey
from yidang.indicators.engine.cells import Contribution
from yidang.indicators.engine.cells import Point
from yidang.indicators.engine.cells import Series
from yidang.indicators.engine.facts import Fact
from yidang.indicators.engine.parsing import parse_rules
from yidang.indicators.packing import column_of
from yidang.indicators.packing import flat
from yidang.indicators.packing import Numbers
from yidang.indicators.packing import pack
from yidang.indicators.packing import Points
from yidang.indicators.packing import points_of
from yidang.indicators.packing import stations_of
from yidang.indicators.packing import Tables
from yidang.indicators.packing import unpack
from ZODB.POSException import ConflictError

import pickle


class Row(Persistent):
    """The running sums of one line of one contract, all stations together.

    A row per line and not per station: a writer touches the one to three lines that a record feeds, and a reader of
    the whole board loads as many objects as the contract has lines. Two transactions that change one row merge by
    adding their differences, so nobody has to try again. Distinct counts are numbers here and reference counts in
    `subjects`: two writers who name the same subject conflict there, in the B-tree, and the second tries again; so the
    number never drifts.
    """

    _v_numbers: Numbers | None = None  # what a writer changes; packed again when the row is stored

    def __init__(self) -> None:
        self.tables: Tables = {}
        self.records = 0  # how many facts feed the line
        self.subjects: OIBTree | None = None

    @property
    def numbers(self) -> Numbers:
        """Every number, by station, series and point."""
        if self._v_numbers is None:
            self._v_numbers = unpack(self.tables)
        return self._v_numbers

    def points(self, station: str, series: Series) -> Points:
        """The numbers of one series in one station."""
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

    def shift(self, contribution: Contribution, sign: int) -> None:
        """Add (`sign` 1) or take back (`sign` -1) what one record gives to this line."""
        self._p_changed = True  # first: what fails half-way must be thrown away with its transaction
        for key, amount in contribution.cells.items():
            _change(self.numbers, key, amount * sign)
        for (key, subject), count in contribution.marks.items():
            self._refer(key, subject, count * sign)
        self.records += sign

    def _refer(self, key: CellKey, subject: str, by: int) -> None:
        if self.subjects is None:
            self.subjects = OIBTree()
        at = (*key[1], key[0], *key[2:], subject)
        before = self.subjects.get(at, 0)
        after = before + by
        if after:
            self.subjects[at] = after
        elif before:
            del self.subjects[at]
        _change(self.numbers, key, bool(after) - bool(before))

    def _p_resolveConflict(self, old: dict, saved: dict, new: dict) -> dict:
        """Merge two changes by adding the differences."""
        merged: Numbers = {}
        for state, sign in ((saved, 1), (new, 1), (old, -1)):
            for key, number in flat(state["tables"]):
                _change(merged, key, number * sign)
        records = saved["records"] + new["records"] - old["records"]
        return {**new, "tables": pack(merged), "records": records, "subjects": _one_of(old, saved, new)}


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


def _one_of(old: dict, saved: dict, new: dict) -> object:
    """The tree of reference counts; two trees made at the same moment cannot be merged."""
    trees = [state.get("subjects") for state in (saved, new)]
    if old.get("subjects") is None and None not in trees:
        raise ConflictError("two writers made the first reference count at once")
    return trees[0] if trees[0] is not None else trees[1]


Given = tuple[str, str, Contribution]  # contract, code of the line


class Entry(Persistent):
    """What one record stated, and what that gave to each line fed."""

    def __init__(self, facts: tuple[Fact, ...], given: tuple[Given, ...]) -> None:
        self.facts = facts
        self.given = given


class Plan(Persistent):
    """The rules and the term of one contract, as its indicators and the contract itself told the ledger."""

    def __init__(self) -> None:
        self.rules: dict[str, bytes] = {}  # by code, each rule pickled: a reader who knows them need not unfold them
        self.calendar: Calendar | None = None

    def rule(self, code: str) -> dict | None:
        """One rule in the data form."""
        return pickle.loads(self.rules[code]) if code in self.rules else None

    def take(self, code: str, data: dict) -> None:
        """Add or replace a rule."""
        self.rules[code] = pickle.dumps(data)
        self._p_changed = True

    def drop(self, code: str) -> None:
        """Forget a rule."""
        self.rules.pop(code, None)
        self._p_changed = True

    def ruleset(self) -> Ruleset | None:
        """The compiled rules, None while the term is unknown."""
        return _compiled(tuple(self.rules.values()), self.calendar) if self.calendar is not None else None


@lru_cache(maxsize=128)
def _compiled(rules: tuple[bytes, ...], calendar: Calendar) -> Ruleset:
    """Compiled once per process: a reader with a cold cache would spend more on this than on all the numbers.

    The rules themselves are the key, so that no change, abort or invalidation can leave a wrong ruleset behind.
    """
    return Ruleset(parse_rules(_with_wholes([pickle.loads(rule) for rule in rules])), calendar)


def _with_wholes(rules: list[dict]) -> list[dict]:
    """The rules whose whole (其中) is told too: a rebuild has no order, and a part waits for its whole."""
    codes = {rule["code"] for rule in rules}
    kept = [rule for rule in rules if not rule.get("part_of") or rule["part_of"] in codes]
    return kept if len(kept) == len(rules) else _with_wholes(kept)


def split_by_code(contribution: Contribution) -> Iterator[tuple[str, Contribution]]:
    """A contribution to several lines as one contribution per line."""
    codes = {key[1][0] for key in contribution.cells} | {key[1][0] for key, _ in contribution.marks}
    for code in sorted(codes):
        cells = {key: amount for key, amount in contribution.cells.items() if key[1][0] == code}
        marks = {mark: count for mark, count in contribution.marks.items() if mark[0][1][0] == code}
        yield code, Contribution(cells, marks)
