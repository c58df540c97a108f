"""One obligation with a day: what is owed, by whom, until when, and how it stands."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from yidang.indicators.engine.targets import Number
from yidang.indicators.engine.targets import Target


OVERDUE, SOON, DUE, LATER, DONE, LATE, PAST = "overdue", "soon", "due", "later", "done", "late", "past"
# In the order of a list: what burns first. The words of the page, the mails and the calendar.
STATES = {
    OVERDUE: "逾期",
    SOON: "即将到期",
    DUE: "待办",
    LATE: "迟交",
    DONE: "按时完成",
    LATER: "未开始",
    PAST: "已过",
}
OPEN = frozenset({OVERDUE, SOON, DUE})
SOON_DAYS = 7
LONG_AGO = 31
_RANKS = {OVERDUE: 0, SOON: 0, DUE: 1, LATER: 3, LATE: 4, DONE: 4, PAST: 4}

LINE, REPORT, RECTIFICATION, DUTY, CONTRACT = "line", "report", "rectification", "duty", "contract"


@dataclass(frozen=True)
class Deadline:
    """What is owed until the end (23:59, Beijing) of the day `due`.

    `key` names it for ever within its contract; `named` is the day that the contract says, `due` the day that holds;
    `start` is the first day on which it can be fulfilled. `code` is the line of the contract, "" where there is none.
    """

    key: str
    source: str
    title: str
    due: date
    state: str
    code: str = ""
    period: str = ""
    dimension: str = ""
    member: str = ""
    start: date | None = None
    named: date | None = None
    done_on: date | None = None
    value: Number | None = None
    target: Target | None = None
    unit: str = ""
    kinds: tuple[str, ...] = ()
    path: str = ""
    members: int = 1
    members_done: int = 0

    @property
    def is_open(self) -> bool:
        """Whether something is still to be done now."""
        return self.state in OPEN

    @property
    def moved(self) -> bool:
        """Whether the day that holds is not the day that the contract says."""
        return self.named is not None and self.named != self.due


def state_of(start: date, due: date, today: date, done: bool, done_on: date | None = None) -> str:
    """Exactly one state; the last permitted day counts whole."""
    if done:
        return LATE if done_on is not None and done_on > due else DONE
    if today > due:
        return OVERDUE
    if today < start:
        return LATER
    return SOON if (due - today).days <= SOON_DAYS else DUE


def state_of_date(day: date, today: date) -> str:
    """The state of a day at which nothing is owed by anybody: the contract begins, or ends."""
    if today > day:
        return PAST
    return SOON if (day - today).days <= SOON_DAYS else LATER


def in_order(deadlines: Iterable[Deadline], today: date) -> list[Deadline]:
    """What burns first: what is open and lies around today, by day; then what has time; then what has been overdue for
    long, what is still to come, and what is over with the latest first. A list of old debts hides no new one."""
    return sorted(deadlines, key=lambda one: _place(one, today))


def _place(one: Deadline, today: date) -> tuple:
    days = one.due.toordinal()
    long_over = one.state == OVERDUE and (today - one.due).days > LONG_AGO
    rank = 2 if long_over else _RANKS[one.state]
    return rank, -days if rank in (2, 4) else days, one.code, one.title, one.member
