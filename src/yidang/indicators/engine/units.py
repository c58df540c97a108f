"""The units that a promise judges: every expected member in every period, also at zero."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from yidang.indicators.engine import rules
from yidang.indicators.engine.calendar import Bucket
from yidang.indicators.engine.calendar import due_day
from yidang.indicators.engine.grids import Grid
from yidang.indicators.engine.grids import Reader
from yidang.indicators.engine.judge import Unit
from yidang.indicators.engine.lines import Line
from yidang.indicators.engine.population import Stay
from yidang.indicators.engine.rules import Demand
from yidang.indicators.engine.rules import member_dimension
from yidang.indicators.engine.rules import period_dimension
from yidang.indicators.engine.rules import Rule
from yidang.indicators.engine.stays import ALWAYS
from yidang.indicators.engine.stays import Expected
from yidang.indicators.engine.stays import given
from yidang.indicators.engine.stays import inside
from yidang.indicators.engine.stays import share_there
from yidang.indicators.engine.targets import Target


KEYS = {dimension: f"{dimension}s" for dimension in rules.MEMBERS}


def units_of(reader: Reader, demand: Demand, grid: Grid, expected: Expected) -> list[Unit]:
    """Every unit of a promise, members in their given order, those found but not expected last and without target."""
    line, today = reader.line, reader.today
    buckets = buckets_of(line, demand)
    if not member_dimension(demand.per):
        return [unit_of(line, demand, "", bucket, grid, today) for bucket in buckets]
    absent = line.rule.empty_value()
    units = []
    for member, stay in members_of(reader, demand, grid, expected).items():
        for bucket in buckets:
            there = _there(line.rule, stay, bucket, today)
            if there:
                units.append(of_member(line, demand, member, bucket, grid, today, there))
            elif value := grid.get((bucket.label, member), absent):
                units.append(Unit(member, bucket.label, value, None, bucket.start, _last_day(line, bucket)))
    return units


def buckets_of(line: Line, demand: Demand) -> tuple[Bucket, ...]:
    """The periods that a promise names, or the whole term."""
    period = period_dimension(demand.per)
    return line.calendar.buckets(period) if period else (line.calendar.whole(),)


def members_of(reader: Reader, demand: Demand, grid: Grid, expected: Expected) -> Mapping[str, Stay]:
    """Whom to show, and when each takes part; never for a member that nobody expected."""
    dimension, among = member_dimension(demand.per), reader.line.rule.among
    found = sorted({member for _, member in grid if member})
    asked = expected.get(KEYS[dimension])
    if among is not None and among.names:
        stays = _stays(reader, expected, dimension) if asked is not None else {}
        known = {name: stays.get(name, ALWAYS) for name in among.names}
    elif among is not None:
        known = reader.population(dimension)
    elif asked is not None:
        known = _stays(reader, expected, dimension)
    else:
        return dict.fromkeys(found, ALWAYS)
    return {**known, **{member: () for member in found if member not in known}}


def _stays(reader: Reader, expected: Expected, dimension: str) -> Mapping[str, Stay]:
    key = KEYS[dimension]
    return reader.asked.stays(key) if expected is reader.asked.expected else given(expected[key])


def _there(rule: Rule, stay: Stay, bucket: Bucket, today: date) -> list[tuple[date, date]]:
    """When the member takes part in the period; of a stock, whether it does today."""
    if rule.as_of and stay is not ALWAYS:
        return [(bucket.start, bucket.end)] if inside(stay, Bucket("", today, today)) else []
    return inside(stay, bucket)


def of_member(
    line: Line, demand: Demand, member: str, bucket: Bucket, grid: Grid, today: date, there: list[tuple[date, date]]
) -> Unit:
    """What one member owes in a period: a share of the target where it takes part in a share of the period only."""
    unit = unit_of(line, demand, member, bucket, grid, today)
    days, length = share_there(there, bucket)
    if not line.rule.pro_rata or unit.target is None or days == length:
        return unit
    target = _shrunk(unit.target, line.rule, days, length)
    end = unit.end if line.rule.due else there[-1][1]
    return unit._replace(target=target, start=there[0][0], end=end)


def _shrunk(target: Target, rule: Rule, days: int, length: int) -> Target:
    """A share of a target: whole records are rounded half up, amounts keep their thousandths."""
    amount = target.amount * days / length
    whole = rule.measure.kind != rules.SUM
    return replace(target, amount=int(amount + 0.5) if whole else round(amount, 3))


def unit_of(line: Line, demand: Demand, member: str, bucket: Bucket, grid: Grid, today: date) -> Unit:
    """What is owed in a whole period."""
    value = grid.get((bucket.label, member), line.rule.empty_value())
    last = _last_day(line, bucket)
    return Unit(member, bucket.label, value, _target(demand, bucket, line, last, today), bucket.start, last)


def _last_day(line: Line, bucket: Bucket) -> date:
    """A record of the next period counts for the next one, so a day that moves stays in its own, unless papers name
    the period that they are for."""
    due = line.rule.due
    if due is None:
        return bucket.end
    last = line.calendar.moved(due_day(bucket, due.day, due.after))
    return last if due.after or due.of else min(last, bucket.end)


def _target(demand: Demand, bucket: Bucket, line: Line, last: date, today: date) -> Target | None:
    """A period keeps the target of its first day; one whose last permitted day lies before the term has none."""
    if line.rule.due and last < line.calendar.start:
        return None
    return demand.on(bucket.start if bucket.label else today)
