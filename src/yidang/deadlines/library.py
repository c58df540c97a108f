"""Public holidays from the library `chinesecalendar`, which follows the State Council's yearly notice."""

from chinese_calendar.constants import Holiday
from chinese_calendar.constants import holidays
from chinese_calendar.constants import workdays
from collections.abc import Collection
from yidang.deadlines.engine.workdays import Special


# The library shortens two names.
FULL_NAMES = {"清明": "清明节", "端午": "端午节", "中秋": "中秋节"}
_NAMES = {one.value: FULL_NAMES.get(one.chinese, one.chinese) for one in Holiday}


def known_years() -> Collection[int]:
    """The years that the installed library has."""
    return sorted({day.year for day in holidays})


def specials_of(year: int) -> list[Special]:
    """Every special day of a year, by day; nothing for a year that the library does not have yet."""
    off = [Special(day, _NAMES.get(name, name), True) for day, name in holidays.items() if day.year == year]
    on = [Special(day, _worked(_NAMES.get(name, name)), False) for day, name in workdays.items() if day.year == year]
    return sorted([*off, *on])


def _worked(name: str) -> str:
    return f"{name}调休"
