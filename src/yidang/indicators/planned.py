"""Hours that a contract plans: what a worker owes in the term, and what the printed rows add up to."""

from collections.abc import Iterable
from datetime import date
from yidang.indicators.engine.calendar import Calendar
from yidang.indicators.engine.rules import Rule
from yidang.indicators.recorded import is_volunteers


Span = tuple[date | None, date | None]


def yearly_share(stay: Iterable[Span], calendar: Calendar, until: date | None = None) -> float:
    """The part of a full year's hours that somebody owes for the days of employment within the term (pro rata)."""
    last = calendar.end if until is None else min(until, calendar.end)
    days = 0
    for start, end in stay:
        first = max(start or calendar.start, calendar.start)
        days += max(0, (min(end or last, last) - first).days + 1)
    length = (calendar.end - calendar.start).days + 1
    return calendar.months_long() / 12 * days / length


def planned_shares(rules: Iterable[Rule], total: float) -> list[tuple[str, float, float]]:
    """Title, hours and share of the contract's total hours: as printed, computed, without volunteers (S1-X03)."""
    printed = [(rule, rule.printed) for rule in rules if {"quantity", "unit_hours"} <= set(rule.printed)]
    if not printed or not total:
        return []
    product = {rule.code: data["quantity"] * data["unit_hours"] for rule, data in printed}
    staff = {rule.code for rule, _ in printed if not is_volunteers(rule)}
    sums = (
        ("按印刷的各行工时", sum(data.get("total_hours", product[rule.code]) for rule, data in printed)),
        ("按数量 × 单位工时计算", sum(product.values())),
        ("同上，不含志愿者时长", sum(hours for code, hours in product.items() if code in staff)),
        (
            "同上，只算标为专业的各行",
            sum(product[rule.code] for rule, _ in printed if rule.code in staff and rule.professional),
        ),
    )
    return [(title, hours, hours / total) for title, hours in sums]
