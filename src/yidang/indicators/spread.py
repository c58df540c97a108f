"""Over which cells a contribution spreads: station, whole term, months, own periods, members, both bases."""

from collections.abc import Iterable
from datetime import date
from datetime import timedelta
from yidang.indicators.cells import CellKey
from yidang.indicators.cells import EVERYWHERE
from yidang.indicators.cells import Mark
from yidang.indicators.cells import Series
from yidang.indicators.facts import Fact
from yidang.indicators.facts import SUBMITTED
from yidang.indicators.facts import VERIFIED
from yidang.indicators.measures import subjects_of
from yidang.indicators.rules import member_dimension
from yidang.indicators.rules import period_dimension
from yidang.indicators.rules import Rule


BASES = {SUBMITTED: (SUBMITTED,), VERIFIED: (SUBMITTED, VERIFIED)}
ENTRY = "entry"
SINCE_EVER = "0001-01-01"

Cellmap = dict[CellKey, int]
Marks = dict[Mark, int]


def member_dimensions(rule: Rule) -> tuple[str, ...]:
    """The dimensions that need cells by member; a station that does the work has its own row already."""
    found = {member_dimension(demand.per) for demand in rule.demands()} - {""}
    return tuple(sorted(one for one in found if one != "station" or rule.member))


def period_dimensions(rule: Rule) -> tuple[str, ...]:
    """The dimensions of time that any promise of the rule names."""
    return tuple(sorted({period_dimension(demand.per) for demand in rule.demands()} - {""}))


def members_of(fact: Fact, dimension: str, field: str) -> tuple[str, ...]:
    """Whom a record counts for: its workers, its clients, or whoever the named attribute says."""
    if field:
        return subjects_of(fact, field)
    if dimension == "worker":
        return fact.workers
    return fact.subjects if dimension == "client" else subjects_of(fact, dimension)


class Spread:
    """The cells of one part of one rule."""

    def __init__(self, rule: Rule, part: str) -> None:
        self.code, self.part, self.field = rule.code, part, rule.member
        self.members = member_dimensions(rule)
        self.series = {
            (basis, dimension): (rule.code, part, basis, dimension)
            for basis in (SUBMITTED, VERIFIED)
            for dimension in ("", ENTRY, *self.members)
        }

    def sums(self, cells: Cellmap, fact: Fact, worth: int, wide: tuple[str, ...], own: tuple[str, ...]) -> None:
        """A sum: `wide` buckets for the station, `own` ones for each member."""
        station = fact.station
        for basis in BASES[fact.standing]:
            series = self.series[basis, ""]
            for bucket in wide:
                cells[station, series, bucket, ""] = worth
            for series, member in self._by_member(fact, basis):
                for bucket in own:
                    cells[station, series, bucket, member] = worth

    def marks(
        self, marks: Marks, fact: Fact, subjects: Iterable[str], wide: tuple[str, ...], own: tuple[str, ...]
    ) -> None:
        """A distinct count: each subject once per scope, however many records name it."""
        for basis in BASES[fact.standing]:
            series = self.series[basis, ""]
            keys = [(EVERYWHERE, series, bucket, "") for bucket in wide]
            keys += [(fact.station, series, bucket, "") for bucket in own]
            keys += [
                (EVERYWHERE, series, bucket, member)
                for series, member in self._by_member(fact, basis)
                for bucket in own
            ]
            for key in keys:
                for subject in subjects:
                    marks[key, subject] = 1

    def entry(self, cells: Cellmap, fact: Fact, worth: int, day: date) -> None:
        """An entered value: kept by day and record, so that the last one can be told."""
        for basis in BASES[fact.standing]:
            cells[fact.station, self.series[basis, ENTRY], day.isoformat(), fact.uid] = worth

    def stock(self, cells: Cellmap, fact: Fact, worth: int) -> None:
        """What lasts: plus on the first day, minus on the day after the last."""
        if fact.until and fact.date and fact.until < fact.date:
            return
        steps = [(fact.date.isoformat() if fact.date else SINCE_EVER, worth)]
        if fact.until:
            steps.append(((fact.until + timedelta(days=1)).isoformat(), -worth))
        for basis in BASES[fact.standing]:
            scopes: list[tuple[Series, str]] = [(self.series[basis, ""], ""), *self._by_member(fact, basis)]
            for series, member in scopes:
                for bucket, number in steps:
                    cells[fact.station, series, bucket, member] = number

    def _by_member(self, fact: Fact, basis: str) -> list[tuple[Series, str]]:
        return [
            (self.series[basis, dimension], member)
            for dimension in self.members
            for member in members_of(fact, dimension, self.field)
        ]
