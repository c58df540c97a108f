"""Working days by the Chinese calendar: weekends, public holidays, and the weekends worked in exchange (调休)."""

from collections.abc import Iterable
from collections.abc import Mapping
from datetime import date
from datetime import timedelta
from functools import cached_property
from typing import NamedTuple


OFF, ON = "放假", "上班"
_DAY = timedelta(days=1)
SATURDAY = 5
# The longest stretch without work is eight days; a table that closes the whole year must not hang a page.
_FAR = 60


class Special(NamedTuple):
    """One line of the table: a day that is not what its weekday says."""

    day: date
    name: str
    off: bool

    @property
    def word(self) -> str:
        """`放假` or `上班`."""
        return OFF if self.off else ON


class Workdays:
    """A table of special days; a year without any line is one whose arrangement nobody has entered (`covers`)."""

    def __init__(self, specials: Iterable[Special] = ()) -> None:
        self.specials: Mapping[date, Special] = {one.day: one for one in specials}

    @cached_property
    def years(self) -> frozenset[int]:
        """The years that the table knows."""
        return frozenset(day.year for day in self.specials)

    def covers(self, year: int) -> bool:
        """Whether the table says anything of a year."""
        return year in self.years

    def uncovered(self, first: date, last: date) -> list[int]:
        """The years between two days of which the table says nothing."""
        return [year for year in range(first.year, last.year + 1) if not self.covers(year)]

    def name(self, day: date) -> str:
        """The name of a special day, "" for any other."""
        special = self.specials.get(day)
        return special.name if special is not None else ""

    def is_working_day(self, day: date) -> bool:
        """Whether people work on this day: the table first, then the weekday."""
        special = self.specials.get(day)
        return not special.off if special is not None else day.weekday() < SATURDAY

    def next_working_day(self, day: date) -> date:
        """The day itself if it is worked, else the first worked day after it."""
        found = day
        for _ in range(_FAR):
            if self.is_working_day(found):
                return found
            found += _DAY
        return day

    def working_days_between(self, first: date, last: date) -> int:
        """How many working days there are from one day to another, both included; 0 if the last lies before."""
        days = (first + timedelta(days=number) for number in range((last - first).days + 1))
        return sum(1 for day in days if self.is_working_day(day))


def parse_special(text: str) -> Special:
    """`2026-10-01 放假 国庆节` as a line of the table. ValueError with a Chinese sentence when it is none."""
    day, word, name = (*text.split(None, 2), "", "", "")[:3]
    try:
        when = date.fromisoformat(day)
    except ValueError:
        raise ValueError(f"“{day}”不是日期，请写成 2026-10-01 这样。") from None
    if word not in (OFF, ON):
        raise ValueError(f"“{word}”须是“{OFF}”或“{ON}”。")
    return Special(when, name.strip(), word == OFF)


def format_special(special: Special) -> str:
    """The line of the table as it is kept."""
    return f"{special.day.isoformat()} {special.word} {special.name}".strip()
