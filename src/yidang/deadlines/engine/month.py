"""A month as a wall calendar shows it: whole weeks, Monday first."""

from collections.abc import Iterable
from datetime import date
from datetime import timedelta
from typing import NamedTuple
from yidang.deadlines.engine.deadline import Deadline
from yidang.deadlines.engine.workdays import Workdays
from yidang.indicators.engine.calendar import add_months


class Square(NamedTuple):
    """One day of the wall calendar."""

    day: date
    inside: bool
    working: bool
    name: str
    exchanged: bool
    deadlines: list[Deadline]


def weeks_of(month: date, workdays: Workdays, deadlines: Iterable[Deadline]) -> list[list[Square]]:
    """The weeks that touch the month of a day; days of the months beside it are there, but not `inside`."""
    by_day: dict[date, list[Deadline]] = {}
    for one in deadlines:
        by_day.setdefault(one.due, []).append(one)
    first = month.replace(day=1)
    last = add_months(first, 1) - timedelta(days=1)
    day = first - timedelta(days=first.weekday())
    weeks = []
    while day <= last:
        days = [day + timedelta(days=number) for number in range(7)]
        weeks.append([_square(one, first, workdays, by_day.get(one, [])) for one in days])
        day += timedelta(days=7)
    return weeks


def _square(day: date, first: date, workdays: Workdays, deadlines: list[Deadline]) -> Square:
    working, weekday = workdays.is_working_day(day), day.weekday() < 5
    inside = (day.year, day.month) == (first.year, first.month)
    return Square(day, inside, working, workdays.name(day), working is not weekday, deadlines)
