"""The units that a promise judges: every expected member in every period, also at zero."""

from collections.abc import Iterable
from collections.abc import Mapping
from datetime import date
from typing import Any
from yidang.indicators.engine.calendar import Bucket
from yidang.indicators.engine.calendar import due_day
from yidang.indicators.engine.grids import Grid
from yidang.indicators.engine.judge import Unit
from yidang.indicators.engine.lines import Line
from yidang.indicators.engine.rules import Demand
from yidang.indicators.engine.rules import member_dimension
from yidang.indicators.engine.rules import period_dimension
from yidang.indicators.engine.rules import Rule
from yidang.indicators.engine.targets import Target


Span = tuple[date | None, date | None]
Expected = Mapping[str, Iterable[str] | Mapping[str, Span]]

_ALWAYS: Span = (None, None)
_KEYS = {"station": "stations", "worker": "workers", "client": "clients", "organisation": "organisations"}


def units_of(line: Line, demand: Demand, grid: Grid, today: date, expected: Expected) -> list[Unit]:
    """Every unit of a promise, members in their given order, those found but not expected last and without target."""
    period = period_dimension(demand.per)
    buckets = line.calendar.buckets(period) if period else (Bucket("", line.calendar.start, line.calendar.end),)
    absent = line.rule.empty_value()
    units = []
    for member, span in _members(demand, grid, expected).items():
        for bucket in buckets:
            value = grid.get((bucket.label, member), absent)
            here = span is not None and _overlaps(span, bucket)
            if here or value:
                target = _target(demand, bucket, line, today) if here else None
                units.append(Unit(member, bucket.label, value, target, bucket.start, _last_day(line.rule, bucket)))
    return units


def _members(demand: Demand, grid: Grid, expected: Expected) -> Mapping[str, Span | None]:
    """Whom to show; None for a member that nobody expected."""
    dimension = member_dimension(demand.per)
    if not dimension:
        return {"": _ALWAYS}
    found = sorted({member for _, member in grid if member})
    given: Any = expected.get(_KEYS[dimension])
    if given is None:
        return dict.fromkeys(found, _ALWAYS)
    known = dict(given) if isinstance(given, Mapping) else dict.fromkeys(given, _ALWAYS)
    return {**known, **{member: None for member in found if member not in known}}


def _overlaps(span: Span, bucket: Bucket) -> bool:
    since, until = span
    return (since is None or since <= bucket.end) and (until is None or until >= bucket.start)


def _last_day(rule: Rule, bucket: Bucket) -> date:
    if rule.due is None:
        return bucket.end
    last = due_day(bucket, rule.due.day, rule.due.after)
    return last if rule.due.after or rule.due.of else min(last, bucket.end)


def _target(demand: Demand, bucket: Bucket, line: Line, today: date) -> Target | None:
    """A period keeps the target of its first day; one whose last permitted day lies before the term has none."""
    if line.rule.due and _last_day(line.rule, bucket) < line.calendar.start:
        return None
    return demand.on(bucket.start if bucket.label else today)
