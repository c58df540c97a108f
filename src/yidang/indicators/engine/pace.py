"""Pace: what the straight line expects, and what the rest of the term asks for."""

from collections.abc import Mapping
from datetime import date
from yidang.indicators.engine.calendar import Calendar
from yidang.indicators.engine.judge import Unit
from yidang.indicators.engine.tallies import Pace
from yidang.indicators.engine.targets import Number


DAYS_PER_MONTH = 365.25 / 12


def pace_of(
    units: list[Unit],
    value: Number,
    target: Number,
    calendar: Calendar,
    today: date,
    printed: Mapping[str, Number],
) -> Pace:
    """The pace of a line that grows with time."""
    remaining = max(0, target - value)
    days = calendar.days_left(today)
    share = calendar.share(today)
    per_month = printed.get("per_month")
    return Pace(
        expected=round(sum(unit.expected(today) for unit in units if unit.target), 2),
        remaining=remaining,
        per_week=_per(7, remaining, days),
        per_month=_per(DAYS_PER_MONTH, remaining, days),
        projected=round(value / share, 1) if share else None,
        printed_per_month=per_month,
        printed_reaches=_reaches(per_month, target, calendar),
    )


def _per(length: float, remaining: Number, days: int) -> float:
    """What each stretch of the rest must bring; all of it when less than one stretch is left."""
    return round(remaining * length / max(days, length), 2)


def _reaches(per_month: Number | None, target: Number, calendar: Calendar) -> bool | None:
    """Whether the contract's own monthly figure leads to its total (S4-X02: 16 a month do not make 180)."""
    if per_month is None:
        return None
    return per_month * calendar.months_long() >= target
