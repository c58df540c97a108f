"""The wall clock of the portal: contracts, days and deadlines are those of Beijing time, wherever the server stands.

Zope's `DateTime` reads the machine's zone by its abbreviation and takes China's "CST" for the American one. What it
stores is right as a moment; so moments are read by `timeTime()` here, and the scripts set TZ to "<GMT+8>-8", a name
that `DateTime` understands.
"""

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


def day_of(stamp) -> date:
    """The day of a Zope `DateTime` in Beijing."""
    return moment_of(stamp).date()
