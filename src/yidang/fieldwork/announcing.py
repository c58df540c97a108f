"""Inviting the public to an activity: what a project lead announces of a service record, word by word.

The record stays internal. What everybody may read is kept apart from it, in words of its own, and read over like an
article before it is kept; nothing is taken from the record but its station.
"""

from collections.abc import Mapping
from datetime import date
from datetime import timedelta
from plone import api
from typing import NamedTuple
from yidang import clock
from yidang.errors import FieldError
from yidang.errors import Refused
from yidang.proofreading import lists
from yidang.proofreading.engine import Piece
from yidang.proofreading.engine import proofread
from yidang.proofreading.names import client_names
from yidang.tree import contract_of
from z3c.caching.purge import Purge
from zope.event import notify

import re


INDEX = "announced_on"
TITLES = {"title": "名称", "day": "日期", "begins": "开始时间", "ends": "结束时间", "place": "地点", "how": "怎样参加"}
LONGEST = {"title": 60, "place": 80, "how": 300}
NEEDED = ("title", "day", "begins", "place")
TIME = re.compile(r"^([01]\d|2[0-3]):[0-5]\d$")
AHEAD = timedelta(days=366)
RUNNING = ("active", "closing")
# Work with single people, and among colleagues: nothing to invite the public to.
CLOSED_KINDS = frozenset(
    ("visit", "consultation", "referral", "supervision", "guidance", "inspection", "meeting", "review_meeting")
)


class Announcement(NamedTuple):
    """What the public reads. Times are `14:30`; `ends` and `how` may be empty."""

    title: str
    day: date
    begins: str
    ends: str
    place: str
    how: str


def announcement_of(record) -> Announcement | None:
    """What is announced of a record, None when nothing is."""
    kept = getattr(record.aq_base, "announcement", None)
    return Announcement(*kept) if kept else None


def announce(record, said: Mapping[str, str]) -> Announcement:
    """Announce it, or correct what was announced. Refused with every problem at its field."""
    if api.content.get_state(contract_of(record)) not in RUNNING:
        raise Refused("合同不在执行期，不能再发布活动预告。")
    if not can_be_announced(record):
        raise Refused("探访、咨询、督导和内部会议不面向公众，不能发布预告。")
    said = {name: (said.get(name) or "").strip() for name in TITLES}
    day, found = _day(said["day"])
    found += _problems(said)
    found = found or _read_over(record, said)
    if found:
        raise Refused("预告还没有发布，请修改下面的内容。", found)
    record.announcement = (said["title"], day, said["begins"], said["ends"], said["place"], said["how"])
    record.reindexObject(idxs=[INDEX])
    # Nothing of the record itself has changed, only what the public reads.
    notify(Purge(record))
    return announcement_of(record)


def can_be_announced(record) -> bool:
    """Whether the record is of a kind to which the public may be invited."""
    return record.kind not in CLOSED_KINDS


def take_back(record) -> None:
    """Announce it no more."""
    record.announcement = None
    record.reindexObject(idxs=[INDEX])
    notify(Purge(record))


def _day(text: str) -> tuple[date | None, list[FieldError]]:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None, [FieldError("day", "请填写日期，例如 2026-05-31。")]
    today = clock.today()
    if not today <= day <= today + AHEAD:
        return None, [FieldError("day", "预告的日期应在今天到一年之内。")]
    return day, []


def _problems(said: Mapping[str, str]) -> list[FieldError]:
    found = [FieldError(name, f"请填写{TITLES[name]}。") for name in NEEDED if not said[name] and name != "day"]
    found += [
        FieldError(name, f"{TITLES[name]}最多 {most} 字，现有 {len(said[name])} 字。")
        for name, most in LONGEST.items()
        if len(said[name]) > most
    ]
    found += [
        FieldError(name, f"{TITLES[name]}请写成 14:30 的样子。")
        for name in ("begins", "ends")
        if said[name] and not TIME.match(said[name])
    ]
    if not found and said["ends"] and said["ends"] <= said["begins"]:
        found.append(FieldError("ends", "结束时间应晚于开始时间。"))
    return found


def _read_over(record, said: Mapping[str, str]) -> list[FieldError]:
    """Names of clients, ID numbers and words that no article may carry either; the station's own numbers may stand."""
    station = api.portal.get()["stations"].get(record.station or "")
    known = [value for value in (getattr(station, "phone", ""), getattr(station, "address", "")) if value]
    known.append(api.portal.get_registry_record("yidang.site.hotline", default="") or "")
    pieces = [Piece(name, TITLES[name], said[name], prose=False) for name in LONGEST if said[name]]
    found = proofread(pieces, (*lists.books(), client_names(contract_of(record))), [one for one in known if one])
    return [FieldError(one.field, f"{one.place}：{one.message}") for one in found if one.blocks]


def upcoming(since: date | None = None, limit: int = 0) -> list[tuple[Announcement, object]]:
    """What is announced for `since` (today) or later, the next first, each with its record. Whoever shows it shows the
    announcement alone: the record is read here for everybody."""
    catalog = api.portal.get_tool("portal_catalog")
    query = {"query": (since or clock.today()).isoformat(), "range": "min"}
    found = []
    for brain in catalog.unrestrictedSearchResults(**{INDEX: query}):
        record = brain._unrestrictedGetObject()
        if api.content.get_state(contract_of(record)) in RUNNING:
            found.append((announcement_of(record), record))
    found.sort(key=lambda one: (one[0].day, one[0].begins, one[1].getId()))
    return found[:limit] if limit else found
