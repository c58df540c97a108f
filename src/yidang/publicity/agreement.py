"""Where an article and the record of the activity that it reports disagree: day, attendances, place, station.

All of them are warnings: the record may be the one that is wrong, and people look at both.
"""

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Iterator
from datetime import date
from yidang import clock
from yidang.proofreading.engine.findings import Finding
from yidang.proofreading.engine.findings import finding
from yidang.proofreading.engine.findings import Piece
from yidang.proofreading.engine.findings import WARN
from yidang.publicity.reported import activity_of
from yidang.publicity.reported import Reported
from yidang.publicity.reported import reported
from yidang.publicity.telling import attendances_in
from yidang.publicity.telling import days_in
from yidang.publicity.telling import Told

import re


RULE = "activity"
GONE = "所报道的活动记录已不在档案中，请重新选择。"
OTHER_STATION = "稿件的站点与活动记录的站点不同，请核对。"
BLANKS = re.compile(r"\s+")
# A place is told when this much of its name is: 石岐街道社区广场 is told by 社区广场.
ENOUGH = 4


def stated(article) -> Reported | None:
    """What the record says now; None without a record."""
    record = activity_of(article)
    return reported(record) if record is not None else None


def in_words(told: Reported) -> str:
    """2026-03-08，石岐社区广场，86 人次"""
    parts = _days(told) if told.days else "", told.place, _numbers(told) if told.attendances else ""
    return "，".join(filter(None, parts))


def agreement_findings(article, pieces: Iterable[Piece]) -> list[Finding]:
    """What does not agree, the fields of the form first, then the text."""
    if not getattr(article.aq_base, "activity", None):
        return []
    told = stated(article)
    if told is None:
        return [_field("activity", "报道的活动", GONE)]
    prose = [piece for piece in pieces if piece.prose and piece.field != "event_place"]
    return [*_fields(article, told), *_texts(prose, told)]


def _field(name: str, place: str, message: str, text: str = "") -> Finding:
    text = text or place
    return finding(Piece(name, place, text), (0, len(text)), RULE, WARN, message)


def _fields(article, told: Reported) -> Iterator[Finding]:
    day, came = article.event_date, article.event_participants
    place = _bare(article.event_place or "")
    if day and told.days and not _within(day, day, told):
        yield _field("event_date", "活动日期", _differs("活动日期", _days(told)), day.isoformat())
    if came is not None and told.attendances and came not in told.attendances:
        yield _field(
            "event_participants", "活动人次", f"活动人次与活动记录（{_numbers(told)}）不同，请核对。", str(came)
        )
    if place and told.place and place not in _bare(told.place) and _bare(told.place) not in place:
        yield _field(
            "event_place", "活动地点", f"活动地点与活动记录（{told.place}）不同，请核对。", article.event_place
        )
    if article.station and told.station and article.station != told.station:
        yield _field("station", "站点", OTHER_STATION)


def _texts(prose: list[Piece], told: Reported) -> Iterator[Finding]:
    year = told.days[0][0].year if told.days else clock.today().year
    if told.days:
        yield from _none_of(
            prose,
            lambda text: days_in(text, year),
            lambda one: _within(one.least, one.most, told),
            _differs("稿件写的日期", _days(told)),
        )
    if told.attendances:
        yield from _none_of(
            prose,
            attendances_in,
            lambda one: any(one.least <= number <= one.most for number in told.attendances),
            _differs("稿件写的人数", _numbers(told)),
        )
    if told.place and not _tells(prose, told.place):
        yield _field("text", "全文", f"稿件没有写到活动记录中的地点“{told.place}”，请核对。", told.place)


def _none_of(
    prose: list[Piece], read: Callable[[str], Iterable[Told]], agrees: Callable[[Told], bool], message: str
) -> Iterator[Finding]:
    """One finding at the first that was told, when none of all that were told agrees."""
    found = [(piece, one) for piece in prose for one in read(piece.text)]
    if found and not any(agrees(one) for _, one in found):
        piece, one = found[0]
        yield finding(piece, (one.start, one.end), RULE, WARN, message)


def _differs(what: str, recorded: str) -> str:
    return f"{what}与活动记录（{recorded}）不同，请核对。"


def _within(first: date, last: date, told: Reported) -> bool:
    return any(begin <= last and first <= end for begin, end in told.days)


def _tells(prose: list[Piece], place: str) -> bool:
    place, text = _bare(place), _bare("".join(piece.text for piece in prose))
    enough = min(ENOUGH, len(place))
    return any(place[at : at + enough] in text for at in range(len(place) - enough + 1))


def _bare(text: str) -> str:
    return BLANKS.sub("", text)


def _days(told: Reported) -> str:
    begin, end = told.days[0]
    return begin.isoformat() if begin == end else f"{begin.isoformat()} 至 {end.isoformat()}"


def _numbers(told: Reported) -> str:
    return "、".join(f"{number:g}" for number in told.attendances) + " 人次"
