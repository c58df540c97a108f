"""The term of a contract, cut into months, quarters, half-years, years and weeks."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from datetime import timedelta
from functools import lru_cache
from typing import NamedTuple


CALENDAR, CONTRACT = "calendar", "contract"
OVER, RUNNING, FUTURE = "over", "running", "future"

_DAY = timedelta(days=1)
# Months in a period; and the letter that a period counted from the first day of the contract bears.
_LENGTHS = {"month": 1, "contract_month": 1, "quarter": 3, "half_year": 6, "year": 12}
_LETTERS = {"contract_month": "M", "quarter": "Q", "half_year": "H", "year": "Y"}
_NAMES = {"contract_month": "月", "quarter": "季", "half_year": "半年", "year": "年"}


class Bucket(NamedTuple):
    """A period of the term, clipped to it; labels sort by time."""

    label: str
    start: date
    end: date

    def phase(self, today: date) -> str:
        """Whether the period is over, running or still to come; its last day counts whole."""
        if today > self.end:
            return OVER
        return RUNNING if today >= self.start else FUTURE


@dataclass(frozen=True)
class Calendar:
    """The term of a contract (both days included) and how its quarters are counted (S4-X04).

    `rest` are the days that nobody works, of a contract that lets a last permitted day move to the next working day.
    """

    start: date
    end: date
    quarters: str = CALENDAR
    rest: frozenset[date] = frozenset()

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError("合同期的结束日期早于开始日期")

    def __contains__(self, day: date) -> bool:
        return self.start <= day <= self.end

    def buckets(self, dimension: str) -> tuple[Bucket, ...]:
        """The periods that touch the term, in order."""
        return _buckets(self, dimension)

    def label(self, dimension: str, day: date) -> str:
        """The label of the period in which a day of the term lies."""
        if dimension == "month":
            return f"{day.year}-{day.month:02d}"
        if dimension == "week":
            year, week, _ = day.isocalendar()
            return f"{year}-W{week:02d}"
        length = _LENGTHS[dimension]
        if self._counts_from_start(dimension):
            return f"{_LETTERS[dimension]}{self._months_since_start(day) // length + 1:02d}"
        return _calendar_label(dimension, day, length)

    def whole(self) -> Bucket:
        """The whole term as one period without a label."""
        return Bucket("", self.start, self.end)

    def bucket(self, dimension: str, label: str) -> Bucket | None:
        """The period with this label, if the term has it."""
        return _by_label(self, dimension).get(label)

    def moved(self, day: date) -> date:
        """The last permitted day that holds for the one which is named: the same, or the next that is worked."""
        while day in self.rest:
            day += _DAY
        return day

    def share(self, today: date) -> float:
        """The part of the term that has passed before today began."""
        return share_of(self.start, self.end, today)

    def days_left(self, today: date) -> int:
        """Days on which work can still count, today included."""
        return max(0, (self.end - max(today, self.start)).days + 1)

    def months_long(self) -> float:
        """The length of the term in months; parts of months count by days."""
        whole = self._months_since_start(self.end + _DAY)
        last = add_months(self.start, whole)
        rest = (self.end + _DAY - last).days
        return whole + rest / (add_months(self.start, whole + 1) - last).days

    def _counts_from_start(self, dimension: str) -> bool:
        return dimension == "contract_month" or self.quarters == CONTRACT

    def _months_since_start(self, day: date) -> int:
        months = (day.year - self.start.year) * 12 + day.month - self.start.month
        return months - (day < add_months(self.start, months))


def _calendar_label(dimension: str, day: date, length: int) -> str:
    if dimension == "year":
        return str(day.year)
    return f"{day.year}-{_LETTERS[dimension]}{(day.month - 1) // length + 1}"


@lru_cache(maxsize=1024)
def _buckets(calendar: Calendar, dimension: str) -> tuple[Bucket, ...]:
    found: list[Bucket] = []
    start = calendar.start
    while start <= calendar.end:
        label = calendar.label(dimension, start)
        end = min(_last_day(calendar, dimension, start), calendar.end)
        found.append(Bucket(label, start, end))
        start = end + _DAY
    return tuple(found)


@lru_cache(maxsize=1024)
def _by_label(calendar: Calendar, dimension: str) -> dict[str, Bucket]:
    return {bucket.label: bucket for bucket in _buckets(calendar, dimension)}


def _last_day(calendar: Calendar, dimension: str, day: date) -> date:
    """The last day of the unclipped period in which a day lies."""
    if dimension == "week":
        return day + timedelta(days=6 - day.weekday())
    length = _LENGTHS[dimension]
    if dimension != "month" and calendar._counts_from_start(dimension):
        number = calendar._months_since_start(day) // length + 1
        return add_months(calendar.start, number * length) - _DAY
    last = (day.month - 1) // length * length + length
    return date(day.year, last, monthrange(day.year, last)[1])


def add_months(day: date, months: int) -> date:
    """The same day some months later, or the last day of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def due_day(bucket: Bucket, day: int, after: int = 0) -> date:
    """The last permitted day for a period: a day of its last month, or of a month after (S2-X15)."""
    last = add_months(bucket.end.replace(day=1), after)
    return last.replace(day=min(day, monthrange(last.year, last.month)[1]))


def share_of(start: date, end: date, today: date) -> float:
    """The part of a span that has passed before today began."""
    length = (end - start).days + 1
    return min(1.0, max(0.0, (today - start).days / length))


def bucket_title(label: str) -> str:
    """The label as a reader sees it: `2024年3月`, `2024年第1季度`, `合同第2季`."""
    year, _, rest = label.partition("-")
    if not rest:
        return f"{year}年" if year.isdigit() else _contract_title(year)
    if rest.isdigit():
        return f"{year}年{int(rest)}月"
    if rest[0] == "H":
        return f"{year}年{'上' if rest == 'H1' else '下'}半年"
    return f"{year}年第{int(rest[1:])}{'周' if rest[0] == 'W' else '季度'}"


def _contract_title(label: str) -> str:
    dimension = next(name for name, letter in _LETTERS.items() if letter == label[0])
    return f"合同第{int(label[1:])}{'个' if dimension in ('contract_month', 'half_year') else ''}{_NAMES[dimension]}"
