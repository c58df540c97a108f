"""The verdict on many units at once: whoever shares a period shares its target, and the lowest and the highest decide.

A line of 30 workers and 12 months has 360 units. To say whether all of them are met and how they stand, two of each
period are enough: what the lowest number reaches all reach, and what the highest does not exceed none exceeds.
"""

from collections.abc import Iterator
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
from yidang.indicators.engine.rules import Rule
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


Counted = tuple[Unit, int]  # with how many of its kind it stands for


def verdict_of(reader: Reader, demand: Demand, grid: Grid) -> Verdict:
    """The verdict on a promise by member or period; the same as on its units one by one."""
    rule, today = reader.line.rule, reader.today
    counted = list(_outermost(reader, demand, grid))
    judged = [unit for unit, _ in counted if unit.judged()]
    amounts = [unit.target.amount * times for unit, times in counted if unit.target and times]
    return Verdict(
        any(unit.start <= today for unit, _ in counted),
        total(amounts[-1:] if rule.is_plain() else amounts),
        all_met(judged),
        worst_state([unit.state(today, rule.grows()) for unit in judged]),
    )


def _outermost(reader: Reader, demand: Demand, grid: Grid) -> Iterator[Counted]:
    """The units that decide: of each period the lowest and the highest of those who share its target."""
    line, today = reader.line, reader.today
    absent, alone = line.rule.empty_value(), line.rule.pro_rata
    members = members_of(reader, demand, grid, reader.asked.expected) if member_dimension(demand.per) else {"": ALWAYS}
    always = [member for member, stay in members.items() if stay is ALWAYS]
    others = {member: stay for member, stay in members.items() if stay is not ALWAYS}
    for bucket in buckets_of(line, demand):
        there, part = list(always), []
        for one, stay in others.items():
            if is_there(line.rule, stay, bucket, today):
                (there if not alone or _is_whole(stay, bucket) else part).append(one)
            elif grid.get((bucket.label, one), absent):
                yield Unit(one, bucket.label, 0, None, bucket.start, bucket.end), 0
        if there:
            values = [grid.get((bucket.label, one), absent) for one in there]
            yield from _ends(unit_of(line, demand, "", bucket, grid, today), values, line.rule.is_plain())
        for one in part:  # joiners and leavers have targets of their own
            yield of_member(line, demand, one, bucket, grid, today, inside(others[one], bucket)), 1


def _ends(shared: Unit, values: list[Number | None], plain: bool) -> Iterator[Counted]:
    """The lowest unit, which stands for all in the sum of targets, and the highest; where a rate has no number for
    some, one without a number besides."""
    times = 1 if plain else len(values)
    known = [value for value in values if value is not None]
    if len(known) < len(values):
        yield shared._replace(value=None), times
        times = 0
    if known:
        yield shared._replace(value=min(known)), times
        yield shared._replace(value=max(known)), 0


def is_there(rule: Rule, stay: Stay, bucket: Bucket, today: date) -> bool:
    """Whether the member takes part on any day of the period; of a stock, whether it does today."""
    first, last = (today, today) if rule.as_of else (bucket.start, bucket.end)
    return any((since is None or since <= last) and (until is None or until >= first) for since, until in stay)


def _is_whole(stay: Stay, bucket: Bucket) -> bool:
    """Whether one stretch covers the whole period; several that only together do so are looked at one by one."""
    return any((a is None or a <= bucket.start) and (b is None or b >= bucket.end) for a, b in stay)
