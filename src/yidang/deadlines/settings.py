"""What an administrator may say about deadlines: the table of holidays, and when reminders go out."""

from collections.abc import Iterable
from plone import api
from yidang import _
from yidang.deadlines.engine.workdays import format_special
from yidang.deadlines.engine.workdays import parse_special
from yidang.deadlines.engine.workdays import Special
from yidang.deadlines.engine.workdays import Workdays
from zope import schema
from zope.interface import Interface


PREFIX = "yidang.deadlines"
MOST_DAYS = 90
MOST_WEEKS = 52


class IDeadlineSettings(Interface):
    """Registry records `yidang.deadlines.*`."""

    holidays = schema.Tuple(
        title=_("放假安排"),
        description=_("每行一天：日期、“放假”或“上班”、名称，例如“2026-10-01 放假 国庆节”"),
        value_type=schema.TextLine(title=_("一天")),
        required=False,
        default=(),
        missing_value=(),
    )
    remind_days = schema.Tuple(
        title=_("到期前几天提醒"),
        value_type=schema.Int(title=_("天数"), min=0, max=MOST_DAYS),
        default=(7, 3, 1, 0),
        missing_value=(),
        required=False,
    )
    address = schema.TextLine(
        title=_("门户网址"),
        description=_("邮件里的链接以此开头，例如 https://example.org/portal"),
        required=False,
    )
    overdue_weeks = schema.Int(
        title=_("逾期后每周提醒一次，最多几次"),
        description=_("0 表示逾期后不再提醒"),
        min=0,
        max=MOST_WEEKS,
        default=4,
    )


def setting(name: str):
    """One record."""
    return api.portal.get_registry_record(f"{PREFIX}.{name}", default=None)


def set_setting(name: str, value) -> None:
    """Change one record."""
    api.portal.set_registry_record(f"{PREFIX}.{name}", value)


def workdays() -> Workdays:
    """The table of holidays as it stands."""
    return Workdays(parse_special(line) for line in setting("holidays") or ())


def keep_specials(specials: Iterable[Special]) -> None:
    """Write the table, sorted by day; of two lines for one day the later one wins."""
    by_day = {one.day: one for one in specials}
    set_setting("holidays", tuple(format_special(by_day[day]) for day in sorted(by_day)))
