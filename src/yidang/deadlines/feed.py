"""A person's deadlines as an iCalendar (RFC 5545): whole days, a name that never changes, nothing about clients."""

from collections.abc import Iterable
from datetime import date
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from hashlib import sha256
from icalendar import Alarm
from icalendar import Calendar
from icalendar import Event
from yidang.clock import BEIJING
from yidang.deadlines.engine.deadline import LATE
from yidang.deadlines.engine.deadline import RECTIFICATION
from yidang.deadlines.engine.deadline import STATES
from yidang.deadlines.engine.workdays import Workdays
from yidang.deadlines.person import Owed
from yidang.deadlines.wording import Bundle
from yidang.deadlines.wording import bundles
from yidang.deadlines.wording import left
from yidang.deadlines.wording import subject
from yidang.pages.names import Names


PRODID = "-//Yidang//Deadlines//ZH"
# A calendar keeps what was due lately and looks ahead for a year.
BACK, AHEAD = timedelta(days=92), timedelta(days=366)
# Nine in the morning of the day before.
ALARM = timedelta(hours=-15)


def calendar_of(owed: Iterable[Owed], today: date, table: Workdays, names: Names, portal_url: str) -> bytes:
    """The feed; empty, and still a calendar, for a person without a contract."""
    feed = Calendar()
    feed.add("prodid", PRODID)
    feed.add("version", "2.0")
    feed.add("method", "PUBLISH")
    feed.add("calscale", "GREGORIAN")
    feed.add("x-wr-calname", "一档 期限")
    feed.add("x-wr-timezone", "Asia/Shanghai")
    feed.add("refresh-interval", timedelta(hours=6), parameters={"VALUE": "DURATION"})
    feed.add("x-published-ttl", "PT6H")
    for one in owed:
        near = (deadline for deadline in one.deadlines if today - BACK <= deadline.due <= today + AHEAD)
        for bundle in bundles(near):
            feed.add_component(_event(bundle, one, today, table, names, portal_url))
    return feed.to_ical()


def _event(bundle: Bundle, owed: Owed, today: date, table: Workdays, names: Names, portal_url: str) -> Event:
    first, event = bundle.first, Event()
    event.add("uid", uid_of(bundle, owed))
    event.add("dtstamp", datetime(today.year, today.month, today.day, tzinfo=BEIJING).astimezone(UTC))
    event.add("dtstart", first.due)
    event.add("dtend", first.due + timedelta(days=1))
    event.add("summary", _summary(bundle))
    event.add("description", _description(bundle, owed, today, table, names))
    event.add("url", f"{owed.url}/@@deadlines")
    event.add("categories", ["一档", owed.number])
    event.add("transp", "TRANSPARENT")
    event.add("status", "CONFIRMED")
    if first.is_open and first.due >= today:
        event.add_component(_alarm(bundle))
    return event


def uid_of(bundle: Bundle, owed: Owed) -> str:
    """The same for the same obligation for ever, whatever its state and day."""
    first = bundle.first
    name = first.key if len(bundle.parts) == 1 and not first.dimension else _shared(bundle)
    return sha256(f"{owed.uid}|{name}".encode()).hexdigest()[:32] + "@yidang"


def _shared(bundle: Bundle) -> str:
    first = bundle.first
    return f"{first.source}:{first.code}:{first.title}:{first.period}"


def _said(bundle: Bundle) -> str:
    """A demand for correction is written by hand and may name somebody: it stays behind the sign-in."""
    return "整改到期" if bundle.first.source == RECTIFICATION else subject(bundle.first)


def _summary(bundle: Bundle) -> str:
    state = bundle.first.state
    if bundle.first.is_open:
        return _said(bundle)
    return f"{STATES[state]}：{_said(bundle)}" if state in ("done", LATE) else _said(bundle)


def _description(bundle: Bundle, owed: Owed, today: date, table: Workdays, names: Names) -> str:
    first = bundle.first
    lines = [f"合同：{owed.title}（{owed.number}）", f"状态：{STATES[first.state]}，{left(first, today, table)}"]
    if first.code:
        lines.append(f"指标：{first.code}")
    if bundle.amount():
        lines.append(f"完成：{bundle.amount()}")
    members = bundle.members(names) if first.dimension in ("worker", "station", "organisation") else ""
    if members:
        lines.append(f"{'未完成' if bundle.open else '对象'}：{members}")
    return "\n".join(line.rstrip("，") for line in lines)


def _alarm(bundle: Bundle) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", f"明天到期：{_said(bundle)}")
    alarm.add("trigger", ALARM)
    return alarm
