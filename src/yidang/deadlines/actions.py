"""The administrator's verbs: bring in a year's holidays, add or remove a day, say when reminders go out."""

from collections.abc import Iterable
from yidang import clock
from yidang.deadlines.engine.workdays import OFF
from yidang.deadlines.engine.workdays import ON
from yidang.deadlines.engine.workdays import Special
from yidang.deadlines.library import known_years
from yidang.deadlines.library import specials_of
from yidang.deadlines.settings import keep_specials
from yidang.deadlines.settings import MOST_DAYS
from yidang.deadlines.settings import MOST_WEEKS
from yidang.deadlines.settings import set_setting
from yidang.deadlines.settings import setting
from yidang.deadlines.settings import workdays
from yidang.errors import FieldError
from yidang.errors import Refused

import datetime
import re


LONGEST_NAME = 40


def import_year(year: int) -> int:
    """Take a year's holidays from the library, in place of what the table says of that year; how many days."""
    found = specials_of(year)
    if not found:
        newest = max(known_years())
        message = f"系统自带的放假资料到 {newest} 年为止，没有 {year} 年。国务院公布后升级系统，或者逐日填写。"
        raise Refused(message, [FieldError("year", message)])
    keep_specials([*(one for one in workdays().specials.values() if one.day.year != year), *found])
    return len(found)


def add_day(day: str, word: str, name: str) -> Special:
    """Put one day into the table; what the table said of it is replaced."""
    name = " ".join(name.split())
    errors = []
    try:
        when = datetime.date.fromisoformat(day)
    except ValueError:
        errors.append(FieldError("date", "请填写日期，例如 2026-10-01。"))
    else:
        if not 2000 <= when.year <= clock.today().year + 10:
            errors.append(FieldError("date", "年份不对，请检查日期。"))
    if word not in (OFF, ON):
        errors.append(FieldError("kind", f"请选择“{OFF}”或“{ON}”。"))
    if not name or len(name) > LONGEST_NAME:
        errors.append(FieldError("name", f"请填写名称，最多 {LONGEST_NAME} 个字。"))
    if errors:
        raise Refused("这一天没有加入。", errors)
    special = Special(when, name, word == OFF)
    keep_specials([*workdays().specials.values(), special])
    return special


def remove_day(day: str) -> None:
    """Take one day out of the table; it is again what its weekday says."""
    kept = [one for one in workdays().specials.values() if one.day.isoformat() != day]
    if len(kept) == len(workdays().specials):
        raise Refused(f"表中没有 {day[:20]}。")
    keep_specials(kept)


def is_address(text: str) -> bool:
    """Whether links may begin with this: a web address without a query, of at most 200 characters."""
    return len(text) <= 200 and re.fullmatch(r"https?://[A-Za-z0-9.-]+(:\d{1,5})?(/[\w.~/-]*)?", text) is not None


def set_reminders(days: str, weeks: str, address: str) -> None:
    """When reminders go out: days before (`7、3、1、0`), for how many weeks after; with which address links begin."""
    errors = []
    if not is_address(address):
        errors.append(FieldError("address", "网址须以 http:// 或 https:// 开头，例如 https://example.org/portal。"))
    numbers = re.findall(r"\d+", days)
    if re.sub(r"[\d\s,，、]+", "", days) or any(int(one) > MOST_DAYS for one in numbers):
        errors.append(FieldError("days", f"请写天数，用逗号分开，每个 0 到 {MOST_DAYS}，例如 7, 3, 1, 0。"))
    if not (weeks.isascii() and weeks.isdigit() and int(weeks) <= MOST_WEEKS):
        errors.append(FieldError("weeks", f"请写 0 到 {MOST_WEEKS} 的整数。"))
    if errors:
        raise Refused("提醒设置没有保存。", errors)
    set_setting("remind_days", tuple(sorted({int(one) for one in numbers}, reverse=True)))
    set_setting("overdue_weeks", int(weeks))
    set_setting("address", address.rstrip("/"))


def reminder_steps() -> tuple[list[int], int]:
    """The days before and the weeks after as they are set; days ascending."""
    return sorted(setting("remind_days") or ()), setting("overdue_weeks") or 0


def years_shown(extra: Iterable[int] = ()) -> list[int]:
    """The years of the table, this one and the next, newest first."""
    this = clock.today().year
    return sorted({*workdays().years, this, this + 1, *extra}, reverse=True)
