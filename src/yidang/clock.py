"""The wall clock of the portal: contracts, days and deadlines are those of Beijing time, wherever the server stands.

Zope's `DateTime` reads the machine's zone by its abbreviation and takes China's "CST" for the American one. What it
stores is right as a moment; so moments are read by `timeTime()` here, and the scripts set TZ to "<GMT+8>-8", a name
that `DateTime` understands.
"""

from DateTime import DateTime
from datetime import date
from datetime import datetime
from zoneinfo import ZoneInfo


BEIJING = ZoneInfo("Asia/Shanghai")


def now() -> datetime:
    """This moment in Beijing."""
    return datetime.now(BEIJING)


def today() -> date:
    """Today in Beijing; it lasts until 23:59."""
    return now().date()


def moment_of(stamp) -> datetime:
    """A Zope `DateTime` as a moment in Beijing."""
    return datetime.fromtimestamp(stamp.timeTime(), BEIJING)


def stamp_at(day: date, hour: int = 0) -> DateTime:
    """A Zope `DateTime` at the full hour of a day in Beijing."""
    return DateTime(datetime(day.year, day.month, day.day, hour, tzinfo=BEIJING).isoformat())


def shown(stamp) -> str:
    """A Zope `DateTime` as the clock on the wall showed it: 2026-11-23 16:40."""
    return moment_of(stamp).strftime("%Y-%m-%d %H:%M")


def day_of(stamp) -> date:
    """The day of a Zope `DateTime` in Beijing."""
    return moment_of(stamp).date()
