"""Days and attendances that a text tells: 3月8日, 2026-03-08, 三月八日, 3月8日至10日; 120余人次, 近两百人参加. Pure."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

import re


DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "廿": 20}
UNITS = {"十": 10, "百": 100, "千": 1000}
SHORT = r"(?:[0-9]{1,2}|[一二三四五六七八九十廿]{1,3})"
GAP = r"\s{0,2}"
DAY = re.compile(
    rf"(?:(?P<year>[12][0-9]{{3}}){GAP}年{GAP})?(?<![0-9])(?P<month>{SHORT}){GAP}月{GAP}(?P<day>{SHORT}){GAP}[日号]?"
    rf"(?:{GAP}[至到—–~～-]{{1,3}}{GAP}(?:(?P<last_month>{SHORT}){GAP}月{GAP})?(?P<last>{SHORT}))?{GAP}[日号]"
)
ISO = re.compile(r"(?<![0-9])(?P<year>[12][0-9]{3})[-./](?P<month>[01]?[0-9])[-./](?P<day>[0-3]?[0-9])(?![0-9])")
# Never begun in the middle of a number, and no longer than one can be: a page of digits is read in one pass.
NUMERALS = "零〇一二两三四五六七八九十百千"
DIGITAL = r"(?<![0-9])(?:[0-9]{1,3}(?:[,，][0-9]{3}){1,3}|[0-9]{1,9})"
NUMBER = rf"(?:{DIGITAL}|(?<![{NUMERALS}])[{NUMERALS}]{{1,9}})"
COUNTED = re.compile(
    rf"(?:(?P<before>近|约|超过|超|逾){GAP})?(?P<number>{NUMBER}){GAP}(?P<ten_thousand>万)?{GAP}(?P<after>余|多|来)?{GAP}"
    rf"(?:个|名|位)?{GAP}(?:人次|(?:人|名|位|户)(?P<who>[^，。；、！？,;!?\n]{{0,10}}?)(?:参加|参与|到场|出席))"
)
# People who come because it is their work are not told among those who were served.
STAFF = re.compile("社工|志愿者|义工|工作人员|讲师|老师|专家|律师|干部|督导")


class Told(NamedTuple):
    """A stretch of text and the range that it stands for, both ends included."""

    start: int
    end: int
    least: date | float
    most: date | float


def days_in(text: str, year: int) -> Iterator[Told]:
    """The days that a text names; `year` for those that name none. What is no day of the calendar is left out."""
    for pattern in (DAY, ISO):
        for match in pattern.finditer(text):
            told = match.groupdict()
            month = number(told["month"])
            first = _day(told["year"] or year, month, told["day"])
            last = _day(told["year"] or year, number(told.get("last_month") or "") or month, told.get("last"))
            if first is not None:
                yield Told(*match.span(), first, max(first, last or first))


def _day(year: str | int, month: int | None, day: str | None) -> date | None:
    try:
        return date(int(year), month or 0, number(day or "") or 0)
    except ValueError:
        return None


def attendances_in(text: str) -> Iterator[Told]:
    """The numbers of people that a text names as having come, as the range that a reader would take them for."""
    for match in COUNTED.finditer(text):
        value = number(match["number"])
        if value is None or STAFF.search(match["who"] or ""):
            continue
        value *= 10_000 if match["ten_thousand"] else 1
        yield Told(*match.span(), *_range(value, match["before"] or "", match["after"] or ""))


def _range(value: int, before: str, after: str) -> tuple[float, float]:
    unit = 10 ** (len(str(value)) - len(str(value).rstrip("0"))) if value else 1
    if before == "约" or after == "来":
        return value * 0.9, value * 1.1
    if before == "近":
        return value - unit / 2, value
    if before or after:
        return value, value + max(unit - 1, 1)
    return value, value


def number(text: str) -> int | None:
    """The value of Arabic or Chinese numerals below ten thousand; None for what is none."""
    plain = text.replace(",", "").replace("，", "")
    if plain.isdecimal():
        return int(plain)
    total, digit = 0, None
    for sign in plain:
        if sign in UNITS:
            total += (1 if digit is None else digit) * UNITS[sign]
            digit = None
        elif sign in DIGITS:
            digit = DIGITS[sign] + (digit or 0) * 10
        else:
            return None
    return total + (digit or 0) if plain else None
