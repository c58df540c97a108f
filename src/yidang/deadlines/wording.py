"""Deadlines as people read them: on pages, in mails, in calendars."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from yidang.deadlines.engine.deadline import CONTRACT
from yidang.deadlines.engine.deadline import Deadline
from yidang.deadlines.engine.deadline import DONE
from yidang.deadlines.engine.deadline import DUTY
from yidang.deadlines.engine.deadline import LATE
from yidang.deadlines.engine.deadline import LATER
from yidang.deadlines.engine.deadline import PAST
from yidang.deadlines.engine.deadline import RECTIFICATION
from yidang.deadlines.engine.workdays import Workdays
from yidang.indicators.engine.calendar import bucket_title
from yidang.indicators.engine.labels import LABELS
from yidang.indicators.engine.targets import show_number
from yidang.pages.names import Names


WEEKDAYS = "一二三四五六日"
SOURCES = {RECTIFICATION: "整改", DUTY: "约定", CONTRACT: "合同"}
# Members named in one line before the rest is only counted.
NAMED = 4


def weekday(day: date) -> str:
    """`周三`."""
    return "周" + WEEKDAYS[day.weekday()]


def day_words(day: date, today: date | None = None) -> str:
    """`11月25日 周三`; with its year where that is not this one."""
    year = f"{day.year}年" if today is not None and day.year != today.year else ""
    return f"{year}{day.month}月{day.day}日 {weekday(day)}"


def day_note(deadline: Deadline, workdays: Workdays) -> str:
    """What is special about the day: that it is no working day, or has moved."""
    if deadline.moved:
        return f"合同写的是 {deadline.named.month}月{deadline.named.day}日，遇非工作日顺延"
    if deadline.source == CONTRACT or deadline.state in (DONE, LATE) or workdays.is_working_day(deadline.due):
        return ""
    return f"{workdays.name(deadline.due) or '周末'}，非工作日，不顺延"


def subject(deadline: Deadline) -> str:
    """`每月工作小结（2024年3月）`."""
    return f"{deadline.title}（{bucket_title(deadline.period)}）" if deadline.period else deadline.title


def member(deadline: Deadline, names: Names) -> str:
    """Who or where: a station, a person, `40 名服务对象`; "" where the contract as a whole owes it."""
    if deadline.dimension == "client":
        return f"{deadline.members} 名服务对象"
    if deadline.dimension == "household":
        return f"{deadline.members} 户家庭"
    if deadline.dimension == "worker":
        return names.person(deadline.member)
    if deadline.dimension == "station":
        return names.of(deadline.member) if deadline.member else ""
    return LABELS.value(deadline.dimension, deadline.member) if deadline.member else ""


def amount(deadline: Deadline) -> str:
    """`1 / 2 小时`, `38 / 40 人`; "" where there is nothing to count."""
    if deadline.members > 1 or deadline.dimension in ("client", "household"):
        return f"{deadline.members_done} / {deadline.members} 已完成"
    if deadline.target is None:
        return ""
    promise = deadline.target
    percent = promise.percent
    wanted = show_number(promise.amount, percent) if promise.high is None else promise.sign()
    unit = "" if percent else f" {deadline.unit}"
    return f"{show_number(deadline.value, percent)} / {wanted}{unit}"


def left(deadline: Deadline, today: date, workdays: Workdays) -> str:
    """How long there is, or since when it is over: `还有 5 天（3 个工作日）`, `今天到期，23:59 截止`, `已过 3 天`."""
    days = (deadline.due - today).days
    if deadline.state in (DONE, LATE):
        return _ended(deadline)
    if deadline.state == PAST:
        return ""
    if deadline.state == LATER and deadline.start is not None and deadline.start > today:
        return f"{deadline.start.month}月{deadline.start.day}日起"
    if days < 0:
        return f"已过 {-days} 天"
    if days == 0:
        return "今天到期，23:59 截止"
    return f"还有 {days} 天（{workdays.working_days_between(today, deadline.due)} 个工作日）"


def _ended(deadline: Deadline) -> str:
    if deadline.done_on is None:
        return "期内完成"
    day = f"{deadline.done_on.month}月{deadline.done_on.day}日完成"
    late = (deadline.done_on - deadline.due).days
    return f"{day}，迟 {late} 天" if late > 0 else day


@dataclass(frozen=True)
class Bundle:
    """The same obligation of several members on one day, said once; `first` speaks for all that is equal."""

    first: Deadline
    parts: tuple[Deadline, ...]

    @property
    def open(self) -> tuple[Deadline, ...]:
        """What is still to be done."""
        return tuple(one for one in self.parts if one.is_open)

    def members(self, names: Names) -> str:
        """Those who still owe it: `石岐站、东区站等 9 个`; all of them where nothing is open."""
        said = [name for one in (self.open or self.parts) if (name := member(one, names))]
        if len(said) <= NAMED:
            return "、".join(said)
        return f"{'、'.join(said[:NAMED])}等 {len(said)} 个"

    def amount(self) -> str:
        """`21 / 24 已完成`, or the number of the only one."""
        if len(self.parts) == 1:
            return amount(self.first)
        return f"{len(self.parts) - len(self.open)} / {len(self.parts)} 已完成"


def bundles(deadlines: Iterable[Deadline]) -> list[Bundle]:
    """Deadlines that differ by their member alone, together; in the order of the first of each."""
    groups: dict[tuple, list[Deadline]] = {}
    for one in deadlines:
        same = (one.source, one.code or one.title, one.title, one.period, one.due)
        key = same if one.dimension else (*same, one.key)
        groups.setdefault(key, []).append(one)
    return [Bundle(min(group, key=lambda one: not one.is_open), tuple(group)) for group in groups.values()]
