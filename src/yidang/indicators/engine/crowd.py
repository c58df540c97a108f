"""The verdict on many units at once: whoever shares a period shares its target, and the lowest and the highest decide.

A line of 30 workers and 12 months has 360 units. To say whether all of them are met and how they stand, two of each
period are enough: what the lowest number reaches all reach, and what the highest does not exceed none exceeds.
"""

from bisect import bisect_left
from bisect import bisect_right
from collections.abc import Iterator
from collections.abc import Mapping
from datetime import date
from typing import NamedTuple
from yidang.indicators.engine.calendar import Bucket
from yidang.indicators.engine.grids import Grid
from yidang.indicators.engine.grids import Reader
from yidang.indicators.engine.judge import all_met
from yidang.indicators.engine.judge import Unit
from yidang.indicators.engine.judge import worst_state
from yidang.indicators.engine.population import Stay
from yidang.indicators.engine.rules import Demand
from yidang.indicators.engine.rules import member_dimension
from yidang.indicators.engine.stays import ALWAYS
from yidang.indicators.engine.stays import inside
from yidang.indicators.engine.targets import Number
from yidang.indicators.engine.units import buckets_of
from yidang.indicators.engine.units import members_of
from yidang.indicators.engine.units import of_member
from yidang.indicators.engine.units import unit_of
from yidang.indicators.engine.views import total


class Verdict(NamedTuple):
    """What all units of a promise come to."""

    begun: bool
    target: Number | None
    met: bool | None
    state: str


Buckets = tuple[Bucket, ...]
Counted = tuple[Unit, int]  # with how many of its kind it stands for


def verdict_of(reader: Reader, demand: Demand, grid: Grid) -> Verdict:
    """The verdict on a promise by member or period; the same as on its units one by one."""
    rule, today = reader.line.rule, reader.today
    buckets = buckets_of(reader.line, demand)
    counted = list(_outermost(reader, demand, grid, buckets))
    judged = [unit for unit, _ in counted if unit.judged()]
    amounts = [unit.target.amount * times for unit, times in counted if unit.target and times]
    return Verdict(
        any(unit.start <= today for unit, _ in counted) or _anybody(grid, buckets, today),
        total(amounts[-1:] if rule.is_plain() else amounts),
        all_met(judged),
        worst_state([unit.state(today, rule.grows()) for unit in judged]),
    )


def _anybody(grid: Grid, buckets: Buckets, today: date) -> bool:
    """Whether somebody whom nobody expected has done something in a period that has begun."""
    begun = {bucket.label for bucket in buckets if bucket.start <= today}
    return any(number and member and label in begun for (label, member), number in grid.items())


def _outermost(reader: Reader, demand: Demand, grid: Grid, buckets: Buckets) -> Iterator[Counted]:
    """The units that decide: of each period the lowest and the highest of those who share its target."""
    line, today = reader.line, reader.today
    absent, plain = line.rule.empty_value(), line.rule.is_plain()
    members = members_of(reader, demand, grid, reader.asked.expected) if member_dimension(demand.per) else {"": ALWAYS}
    attendance = Attendance(buckets, members, today if line.rule.as_of else None, line.rule.pro_rata)
    for bucket, there, part in zip(buckets, attendance.there, attendance.part, strict=True):
        if there:
            label = bucket.label
            values = [grid.get((label, one), absent) for one in there]
            yield from _ends(unit_of(line, demand, "", bucket, grid, today), values, plain)
        for one in part:  # joiners and leavers have targets of their own
            yield of_member(line, demand, one, bucket, grid, today, inside(members[one], bucket)), 1


def _ends(shared: Unit, values: list[Number | None], plain: bool) -> Iterator[Counted]:
    """The lowest unit, which stands for all in the sum of targets, and the highest; where a rate has no number for
    some, one without a number besides."""
    times = 1 if plain else len(values)
    known = [value for value in values if value is not None]
    if len(known) < len(values):
        yield shared._replace(value=None), times
        times = 0
    if known:
        low, high = min(known), max(known)
        yield shared._replace(value=low), times
        if high != low:
            yield shared._replace(value=high), 0


class Attendance:
    """Who takes part in which period: `there` as a whole, or `part` of it where a part has a target of its own.

    A stock asks for those who take part on its day, `today`.
    """

    def __init__(self, buckets: Buckets, members: Mapping[str, Stay], today: date | None, shares: bool) -> None:
        self.buckets, self.shares = buckets, shares
        self.starts, self.ends = [one.start for one in buckets], [one.end for one in buckets]
        always = [one for one, stay in members.items() if stay is ALWAYS]
        self.there, self.part = [list(always) for _ in buckets], [[] for _ in buckets]
        for member, stay in members.items():
            if stay is ALWAYS or not stay:
                continue
            if today is not None:
                self._stand(member, stay, Bucket("", today, today))
            elif len(stay) == 1:
                self._span(member, *stay[0])
            else:
                self._stretches(member, stay)

    def _stand(self, member: str, stay: Stay, day: Bucket) -> None:
        if inside(stay, day):
            for there in self.there:
                there.append(member)

    def _span(self, member: str, since: date | None, until: date | None) -> None:
        """One stretch of days touches periods that follow each other; only the outer ones may be touched in part."""
        first = 0 if since is None else bisect_left(self.ends, since)
        last = len(self.buckets) if until is None else bisect_right(self.starts, until)
        for place in range(first, last):
            whole = (since is None or since <= self.starts[place]) and (until is None or until >= self.ends[place])
            (self.there if whole or not self.shares else self.part)[place].append(member)

    def _stretches(self, member: str, stay: Stay) -> None:
        for place, bucket in enumerate(self.buckets):
            if found := inside(stay, bucket):
                whole = found == [(bucket.start, bucket.end)]
                (self.there if whole or not self.shares else self.part)[place].append(member)
