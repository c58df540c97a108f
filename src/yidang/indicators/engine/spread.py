"""Over which cells a contribution spreads: station, whole term, months, own periods, members, both bases."""

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator
from datetime import date
from datetime import timedelta
from typing import NamedTuple
from yidang.indicators.engine.cells import EVERYWHERE
from yidang.indicators.engine.cells import Point
from yidang.indicators.engine.cells import Series
from yidang.indicators.engine.facts import Fact
from yidang.indicators.engine.facts import SUBMITTED
from yidang.indicators.engine.facts import VERIFIED
from yidang.indicators.engine.measures import subjects_of
from yidang.indicators.engine.rules import member_dimension
from yidang.indicators.engine.rules import period_dimension
from yidang.indicators.engine.rules import Rule
from yidang.indicators.engine.sinks import Sink


BASES = {SUBMITTED: (SUBMITTED,), VERIFIED: (SUBMITTED, VERIFIED)}
ENTRY = "entry"
SINCE_EVER = "0001-01-01"

Who = Callable[[Fact, str, str], Iterable[str]]


class Buckets(NamedTuple):
    """The periods of a day: `wide` with the month that a sparkline wants, `own` without; the latter also by label."""

    wide: tuple[Point, ...]
    own: tuple[Point, ...]
    labels: tuple[str, ...]


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
    since = fact.date.isoformat() if fact.date else SINCE_EVER
    if fact.until is None:
        return ((since, 1),)
    if fact.date and fact.until < fact.date:
        return ()
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

    def sums(self, sink: Sink, fact: Fact, worth: int, buckets: Buckets) -> None:
        """A sum: wide buckets for the contract and the station, own ones for each member."""
        key = self, fact.standing, fact.station
        rows = sink.known.get(key)
        if rows is None:
            rows = sink.known[key] = tuple(sink.row(*at) for at in self._scopes(fact, ""))
        for row in rows:
            for point in buckets.wide:
                row[point] += worth
        if self.members:
            for series, member in self._by_member(fact):
                row = sink.row(EVERYWHERE, series)
                for label in buckets.labels:
                    row[label, member] += worth

    def marks(self, sink: Sink, fact: Fact, subjects: Iterable[str], buckets: Buckets) -> None:
        """A distinct count: each subject once per scope, however many records name it."""
        for station, series in self._scopes(fact, ""):
            row = sink.named(station, series)
            for point in buckets.wide if station == EVERYWHERE else buckets.own:
                counts = row[point]
                for subject in subjects:
                    counts[subject] += 1
        for series, member in self._by_member(fact):
            row = sink.named(EVERYWHERE, series)
            for label in buckets.labels:
                counts = row[label, member]
                for subject in subjects:
                    counts[subject] += 1

    def entry(self, sink: Sink, fact: Fact, worth: int, day: date) -> None:
        """An entered value: kept by day and record, so that the last one can be told."""
        for station, series in self._scopes(fact, ENTRY):
            sink.row(station, series)[day.isoformat(), fact.uid] += worth

    def stock(self, sink: Sink, fact: Fact, worth: int) -> None:
        """What lasts: plus on the first day, minus on the day after the last."""
        scopes = [(station, series, "") for station, series in self._scopes(fact, "")]
        scopes += [(EVERYWHERE, series, member) for series, member in self._by_member(fact)]
        for station, series, member in scopes:
            row = sink.row(station, series)
            for day, number in steps_of(fact):
                row[day, member] += number * worth

    def _scopes(self, fact: Fact, dimension: str) -> Iterator[tuple[str, Series]]:
        """The contract and the station, in every basis in which the record counts."""
        for basis in BASES[fact.standing]:
            for station in (EVERYWHERE, fact.station):
                yield station, self.series[basis, dimension]

    def _by_member(self, fact: Fact) -> list[tuple[Series, str]]:
        return [
            (self.series[basis, dimension], member)
            for basis in BASES[fact.standing]
            for dimension in self.members
            for member in self.who(fact, dimension, self.field)
        ]
