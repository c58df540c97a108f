"""Over which cells a contribution spreads: station, whole term, months, own periods, members, both bases."""

from collections import defaultdict
from collections.abc import Callable
from collections.abc import Iterable
from datetime import date
from datetime import timedelta
from yidang.indicators.engine.cells import CellKey
from yidang.indicators.engine.cells import EVERYWHERE
from yidang.indicators.engine.cells import Mark
from yidang.indicators.engine.cells import Series
from yidang.indicators.engine.facts import Fact
from yidang.indicators.engine.facts import SUBMITTED
from yidang.indicators.engine.facts import VERIFIED
from yidang.indicators.engine.measures import subjects_of
from yidang.indicators.engine.rules import member_dimension
from yidang.indicators.engine.rules import period_dimension
from yidang.indicators.engine.rules import Rule


BASES = {SUBMITTED: (SUBMITTED,), VERIFIED: (SUBMITTED, VERIFIED)}
ENTRY = "entry"
SINCE_EVER = "0001-01-01"

Cellmap = defaultdict[CellKey, int]
Marks = defaultdict[Mark, int]
Buckets = tuple[str, ...]
Who = Callable[[Fact, str, str], Iterable[str]]


def member_dimensions(rule: Rule) -> tuple[str, ...]:
    """The dimensions that need cells by member; a station that does the work has its own row already."""
    found = {member_dimension(demand.per) for demand in rule.demands()} - {""}
    return tuple(sorted(one for one in found if one != "station" or rule.member))


def period_dimensions(rule: Rule) -> tuple[str, ...]:
    """The dimensions of time that any promise of the rule names."""
    return tuple(sorted({period_dimension(demand.per) for demand in rule.demands()} - {""}))


def members_of(fact: Fact, dimension: str, field: str) -> Iterable[str]:
    """Whom a record counts for, each once: its workers, its clients, or whoever the named attribute says."""
    if field or dimension not in ("worker", "client"):
        return subjects_of(fact, field or dimension)
    return dict.fromkeys(fact.workers if dimension == "worker" else fact.subjects)


def steps_of(fact: Fact) -> tuple[tuple[str, int], ...]:
    """What lasts, as changes: plus one on the first day, minus one on the day after the last."""
    if fact.until is None:
        return (((fact.date.isoformat() if fact.date else SINCE_EVER), 1),)
    if fact.date and fact.until < fact.date:
        return ()
    since = fact.date.isoformat() if fact.date else SINCE_EVER
    return (since, 1), ((fact.until + timedelta(days=1)).isoformat(), -1)


def named(rule: Rule, name: str) -> str:
    """The part's name in its series; counts of a further promise bear its name (`also1`, `also1-of`)."""
    if not rule.part:
        return name
    return rule.part if name == "value" else f"{rule.part}-{name}"


class Spread:
    """The cells of one part of one rule; `who` says whom a record counts for, `members_of` unless given."""

    def __init__(self, rule: Rule, part: str, who: Who = members_of) -> None:
        self.field, self.who = rule.member, who
        self.members = member_dimensions(rule)
        part = named(rule, part)
        self.series: dict[tuple[str, str], Series] = {
            (basis, dimension): (rule.code, part, basis, dimension)
            for basis in (SUBMITTED, VERIFIED)
            for dimension in ("", ENTRY, *self.members)
        }
        self.plain = {standing: tuple(self.series[one, ""] for one in bases) for standing, bases in BASES.items()}

    def sums(self, cells: Cellmap, fact: Fact, worth: int, wide: Buckets, own: Buckets) -> None:
        """A sum: `wide` buckets for the contract and the station, `own` ones for each member."""
        station = fact.station
        for series in self.plain[fact.standing]:
            for bucket in wide:
                cells[EVERYWHERE, series, bucket, ""] += worth
                cells[station, series, bucket, ""] += worth
        if self.members:
            for series, member in self._by_member(fact):
                for bucket in own:
                    cells[EVERYWHERE, series, bucket, member] += worth

    def marks(self, marks: Marks, fact: Fact, subjects: Iterable[str], wide: Buckets, own: Buckets) -> None:
        """A distinct count: each subject once per scope, however many records name it."""
        keys: list[CellKey] = []
        for series in self.plain[fact.standing]:
            keys += [(EVERYWHERE, series, bucket, "") for bucket in wide]
            keys += [(fact.station, series, bucket, "") for bucket in own]
        for series, member in self._by_member(fact):
            keys += [(EVERYWHERE, series, bucket, member) for bucket in own]
        for key in keys:
            for subject in subjects:
                marks[key, subject] += 1

    def entry(self, cells: Cellmap, fact: Fact, worth: int, day: date) -> None:
        """An entered value: kept by day and record, so that the last one can be told."""
        for basis in BASES[fact.standing]:
            for station in (EVERYWHERE, fact.station):
                cells[station, self.series[basis, ENTRY], day.isoformat(), fact.uid] += worth

    def stock(self, cells: Cellmap, fact: Fact, worth: int) -> None:
        """What lasts: plus on the first day, minus on the day after the last."""
        steps = steps_of(fact)
        scopes = [
            (station, series, "") for series in self.plain[fact.standing] for station in (EVERYWHERE, fact.station)
        ]
        scopes += [(EVERYWHERE, series, member) for series, member in self._by_member(fact)]
        for station, series, member in scopes:
            for bucket, number in steps:
                cells[station, series, bucket, member] += number * worth

    def _by_member(self, fact: Fact) -> list[tuple[Series, str]]:
        return [
            (self.series[basis, dimension], member)
            for basis in BASES[fact.standing]
            for dimension in self.members
            for member in self.who(fact, dimension, self.field)
        ]
