"""Until when a step of review is owed: so many working days after the article came into the step (a setting of the
contract, two unless told otherwise)."""

from collections.abc import Callable
from datetime import date
from datetime import timedelta
from typing import NamedTuple
from yidang.interfaces import IWorkdays
from zope.component import queryUtility


DAYS = 2
_DAY = timedelta(days=1)
_FAR = 400

IsWorked = Callable[[date], bool]


class Due(NamedTuple):
    """The last day, and how far it is in working days: below 0 it is overdue."""

    day: date
    left: int

    @property
    def late(self) -> bool:
        """Whether the day is over."""
        return self.left < 0

    @property
    def words(self) -> str:
        """`还剩 1 个工作日`, `今天到期`, `已超期 3 个工作日`."""
        if self.left == 0:
            return "今天到期"
        return f"已超期 {-self.left} 个工作日" if self.late else f"还剩 {self.left} 个工作日"


def due_of(contract, since: date, today: date, is_worked: IsWorked | None = None) -> Due:
    """When the step that began on the day `since` is due."""
    is_worked = is_worked or working_days()
    day = after(since, getattr(contract, "review_days", None) or DAYS, is_worked)
    if today <= day:
        return Due(day, _between(today, day, is_worked))
    # The first day that is late counts one, also where it is no working day.
    return Due(day, -max(1, _between(day, today, is_worked)))


def after(day: date, number: int, is_worked: IsWorked) -> date:
    """The `number`-th working day after a day."""
    found = day
    for _ in range(_FAR):
        if not number:
            break
        found += _DAY
        number -= is_worked(found)
    return found


def _between(first: date, last: date, is_worked: IsWorked) -> int:
    """Working days after `first`, until `last` included."""
    return sum(is_worked(first + number * _DAY) for number in range(1, (last - first).days + 1))


def working_days() -> IsWorked:
    """The table of working days of the portal; Monday to Friday where no room offers one."""
    table = queryUtility(IWorkdays)
    return table().is_working_day if table is not None else lambda day: day.weekday() < 5
