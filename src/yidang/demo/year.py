"""The demonstration year: it began eleven months before this one, so that today lies in its twelfth month."""

from dataclasses import dataclass
from datetime import date
from datetime import timedelta


@dataclass(frozen=True)
class Year:
    """Twelve whole months; nothing is dated after `today`."""

    start: date
    end: date
    today: date

    @classmethod
    def around(cls, today: date) -> "Year":
        """The year whose twelfth month holds `today`."""
        return cls(_month(today, -11), _month(today, 1) - timedelta(days=1), today)

    def at(self, share: float) -> date:
        """The day when `share` of the time from the start until today has passed."""
        return self.start + timedelta(days=int(share * (self.today - self.start).days))

    def spread(self, count: int) -> list[date]:
        """So many days, evenly from the start until today."""
        return [self.at((index + 0.5) / count) for index in range(count)]

    def later(self, day: date, days: int) -> date | None:
        """So many days after `day`, None when that has not come yet."""
        then = day + timedelta(days=days)
        return then if then <= self.today else None

    def months(self) -> list[date]:
        """The first days of the twelve months."""
        return [_month(self.start, index) for index in range(12)]


def _month(day: date, by: int) -> date:
    """The first day of the month `by` months away from that of `day`."""
    index = day.year * 12 + day.month - 1 + by
    return date(index // 12, index % 12 + 1, 1)


def workday(day: date, year: Year) -> date:
    """The day itself, or the Friday before a weekend where the year has one."""
    back = max(day.weekday() - 4, 0)
    return max(day - timedelta(days=back), year.start)


def last_day(month: date) -> date:
    """The last day of the month that begins on `month`."""
    return _month(month, 1) - timedelta(days=1)
