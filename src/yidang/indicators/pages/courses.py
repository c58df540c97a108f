"""The course of a line as a chart: done against the straight line, or period by period against what each promised."""

from collections.abc import Callable
from collections.abc import Iterable
from datetime import date
from yidang.indicators.engine.calendar import bucket_title
from yidang.indicators.engine.calendar import Calendar
from yidang.indicators.engine.rules import Rule
from yidang.indicators.engine.tallies import BucketTally
from yidang.indicators.engine.tallies import Tally
from yidang.indicators.pages.figures import is_percent
from yidang.pages.chart import BEFORE
from yidang.pages.chart import Chart
from yidang.pages.chart import LINE
from yidang.pages.chart import PLAN
from yidang.pages.chart import Series
from yidang.pages.chart import TARGET


Link = Callable[[str], str]


def course(rule: Rule, tally: Tally, calendar: Calendar, today: date, link: Link | None = None) -> Chart | None:
    """The chart of one line; None where months say nothing (rates, stocks, lines made of others).

    `link` gives the address of a month's or period's records.
    """
    if not rule.grows() or not tally.months:
        return None
    promised = [one for one in tally.buckets if one.target is not None]
    if promised and not is_percent(tally):
        return _by_period(rule, tally, tally.buckets, today, link)
    return _by_month(rule, tally, calendar, today, link)


def short_label(label: str, first: bool) -> str:
    """`1月`, the year told where it begins: `2024.1`; a quarter `一季`."""
    year, _, rest = label.partition("-")
    if rest.isdigit():
        return f"{year[2:]}年{int(rest)}月" if first or rest == "01" else f"{int(rest)}月"
    return bucket_title(label).replace("年第", "年").replace("合同第", "第")


def short_labels(labels: Iterable[str]) -> tuple[str, ...]:
    """The labels of all periods."""
    return tuple(short_label(label, not place) for place, label in enumerate(labels))


def running(values: Iterable[float | None]) -> tuple[float | None, ...]:
    """What has been reached at the end of each period; nothing more once there is no number."""
    found: list[float | None] = []
    total: float | None = 0
    for value in values:
        total = None if value is None or total is None else round(total + value, 3)
        found.append(total)
    return tuple(found)


def _by_month(rule: Rule, tally: Tally, calendar: Calendar, today: date, link: Link | None) -> Chart:
    buckets = calendar.buckets("month")
    monthly = tuple(None if one.start > today else tally.months.get(one.label, 0) for one in buckets)
    series = [Series("累计完成", running(monthly))]
    if tally.target is not None and not is_percent(tally):
        last = (calendar.end - calendar.start).days + 1
        plan = [tally.target * ((one.end - calendar.start).days + 1) / last for one in buckets]
        series.append(Series("匀速应到", tuple(round(one, 1) for one in plan), PLAN, LINE))
    return Chart(
        "累计完成与匀速线" if len(series) > 1 else "累计完成",
        short_labels(one.label for one in buckets),
        tuple(series),
        tally.unit,
        links=tuple(link(one.label) for one in buckets) if link else (),
        titles=tuple(bucket_title(one.label) for one in buckets),
        beside=(Series("当月", monthly),),
    )


def _by_period(rule: Rule, tally: Tally, buckets: list[BucketTally], today: date, link: Link | None) -> Chart:
    """A period that has not begun has no number yet, only its promise."""
    now = f"{today.year}-{today.month:02d}"
    future = {one.bucket for one in buckets if one.bucket[:4].isdigit() and _begins(one.bucket) > now}
    return Chart(
        "各期完成与各期目标",
        short_labels(one.bucket for one in buckets),
        (
            Series("完成", tuple(None if one.bucket in future else one.value for one in buckets)),
            Series("目标", tuple(one.target for one in buckets), TARGET, LINE),
        ),
        tally.unit,
        links=tuple(link(one.bucket) for one in buckets) if link else (),
        titles=tuple(bucket_title(one.bucket) for one in buckets),
    )


def _begins(label: str) -> str:
    """The first month of a calendar period, `2024-04` for its second quarter; weeks are taken as they are."""
    year, _, rest = label.partition("-")
    if rest[:1] == "Q":
        return f"{year}-{int(rest[1:]) * 3 - 2:02d}"
    if rest[:1] == "H":
        return f"{year}-{int(rest[1:]) * 6 - 5:02d}"
    return label if rest.isdigit() else f"{year}-01"


def beside_before(title: str, tally: Tally, before: Tally, today: date) -> Chart:
    """This contract's months and those of the one before it, a year earlier where they are, else in their order."""
    now = f"{today.year}-{today.month:02d}"
    labels = list(tally.months)
    earlier = [before.months.get(f"{int(one[:4]) - 1}{one[4:]}") for one in labels]
    if not any(one is not None for one in earlier):
        told = list(before.months.values())
        earlier = [told[place] if place < len(told) else None for place in range(len(labels))]
    return Chart(
        title,
        short_labels(labels),
        (
            Series("上一合同", tuple(earlier), BEFORE),
            Series("本合同", tuple(None if one > now else tally.months[one] for one in labels)),
        ),
        tally.unit,
        titles=tuple(bucket_title(one) for one in labels),
    )
