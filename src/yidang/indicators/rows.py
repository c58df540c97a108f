"""What the ledger stores: rows of running sums, entries of what each record gave, the plan of each contract."""

from BTrees.OIBTree import OIBTree
from collections.abc import Iterator
from persistent import Persistent
from yidang.indicators.calendar import Calendar
from yidang.indicators.cells import CellKey
from yidang.indicators.cells import Contribution
from yidang.indicators.cells import Point
from yidang.indicators.cells import Series
from yidang.indicators.engine import Ruleset
from yidang.indicators.facts import Fact
from yidang.indicators.parsing import parse_rules
from ZODB.POSException import ConflictError


Numbers = dict[str, dict[Series, dict[Point, int]]]  # station, series, (bucket, member)


class Row(Persistent):
    """The running sums of one line of one contract, all stations together.

    A row per line and not per station: a writer touches the one to three lines that a record feeds, and a reader of
    the whole board loads as many objects as the contract has lines. Two transactions that change one row merge by
    adding their differences, so nobody has to try again. Distinct counts are numbers here and reference counts in
    `subjects`: two writers who name the same subject conflict there, in the B-tree, and the second tries again; so the
    number never drifts.
    """

    def __init__(self) -> None:
        self.numbers: Numbers = {}
        self.records = 0  # how many facts feed the line
        self.subjects: OIBTree | None = None

    def shift(self, contribution: Contribution, sign: int) -> None:
        """Add (`sign` 1) or take back (`sign` -1) what one record gives to this line."""
        for key, amount in contribution.cells.items():
            _change(self.numbers, key, amount * sign)
        for (key, subject), count in contribution.marks.items():
            self._refer(key, subject, count * sign)
        self.records += sign
        self._p_changed = True

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
            for key, number in _flat(state["numbers"]):
                _change(merged, key, number * sign)
        records = saved["records"] + new["records"] - old["records"]
        return {**new, "numbers": merged, "records": records, "subjects": _one_of(old, saved, new)}


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


def _flat(numbers: Numbers) -> Iterator[tuple[CellKey, int]]:
    for station, rows in numbers.items():
        for series, points in rows.items():
            for point, number in points.items():
                yield (station, series, *point), number


def _one_of(old: dict, saved: dict, new: dict) -> object:
    """The tree of reference counts; two trees made at the same moment cannot be merged."""
    trees = [state.get("subjects") for state in (saved, new)]
    if old.get("subjects") is None and None not in trees:
        raise ConflictError("two writers made the first reference count at once")
    return trees[0] if trees[0] is not None else trees[1]


class Entry(Persistent):
    """What one record stated, and what that gave: `(contract, code, contribution)` for each line fed."""

    def __init__(self, facts: tuple[Fact, ...], given: tuple[tuple[str, str, Contribution], ...]) -> None:
        self.facts = facts
        self.given = given


class Plan(Persistent):
    """The rules and the term of one contract, as its indicators and the contract itself told the ledger."""

    _v_ruleset: Ruleset | None = None

    def __init__(self) -> None:
        self.rules: dict[str, dict] = {}
        self.calendar: Calendar | None = None

    def ruleset(self) -> Ruleset | None:
        """The compiled rules, None while the term is unknown. Compiled once per connection and change."""
        if self.calendar is None:
            return None
        if self._v_ruleset is None:
            self._v_ruleset = Ruleset(parse_rules(list(self.rules.values())), self.calendar)
        return self._v_ruleset

    def change(self) -> None:
        """Note that rules or term were changed."""
        self._v_ruleset = None
        self._p_changed = True


def split_by_code(contribution: Contribution) -> Iterator[tuple[str, Contribution]]:
    """A contribution to several lines as one contribution per line."""
    codes = {key[1][0] for key in contribution.cells} | {key[1][0] for key, _ in contribution.marks}
    for code in sorted(codes):
        cells = {key: amount for key, amount in contribution.cells.items() if key[1][0] == code}
        marks = {mark: count for mark, count in contribution.marks.items() if mark[0][1][0] == code}
        yield code, Contribution(cells, marks)
