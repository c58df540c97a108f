"""A contract of promises by period, in memory: what the tests of the engine count from."""

from collections.abc import Sequence
from datetime import date
from yidang.deadlines.engine.papers import report_deadlines
from yidang.deadlines.engine.papers import with_due_days
from yidang.deadlines.engine.promises import line_deadlines
from yidang.deadlines.engine.promises import Reading
from yidang.indicators.engine import parse_rules
from yidang.indicators.engine import recount
from yidang.indicators.engine.calendar import Calendar
from yidang.indicators.engine.facts import Fact


YEAR = Calendar(date(2024, 1, 1), date(2024, 12, 31))
BRIEF = {
    "code": "S2-I03",
    "title": "项目推进月简报",
    "unit": "份",
    "target": ">= 1",
    "count": {"kinds": ["report"], "where": [{"field": "report_kind", "is": "monthly_brief"}]},
    "per": ["month"],
    "due": {"day": 25, "of": "period"},
}
SUPERVISED = {
    "code": "S1-I08",
    "title": "督导",
    "unit": "小时",
    "target": ">= 2",
    "count": {"kinds": ["supervision"], "measure": {"sum": "hours"}},
    "per": ["worker", "month"],
}
INSPECTED = {
    "code": "S1-I20",
    "title": "站点检查",
    "unit": "次",
    "target": ">= 1",
    "count": {"kinds": ["inspection"]},
    "per": ["station", "month"],
}


def deadlines(rules: Sequence[dict], facts: Sequence[Fact], today: date, calendar: Calendar = YEAR, **options):
    """The deadlines of these lines, over these facts, by key without its prefix; `reports` is the contract's list."""
    reports = options.pop("reports", ())
    moved = options.pop("moved", lambda day: day)
    parsed = with_due_days(parse_rules(list(rules)), reports)
    cells = recount(facts, parsed, calendar)
    reading = Reading(cells, calendar, today, lambda kinds: [one for one in facts if one.kind in kinds], options, moved)
    found = [*line_deadlines(parsed, reading), *report_deadlines(reports, parsed, reading)]
    return {one.key.removeprefix("line:"): one for one in found}


def a_report(period: str, day: date, kind: str = "monthly_brief", **fields) -> Fact:
    """A report for a period, handed in on a day."""
    attributes = {"report_kind": kind, "period": period}
    return Fact("report", f"report-{period}-{day}-{kind}", "c", date=day, attributes=attributes, **fields)


def some_hours(worker: str, day: date, hours: float) -> Fact:
    """An hour of supervision of one worker."""
    return Fact("supervision", f"{worker}-{day}-{hours}", "c", workers=(worker,), date=day, amounts={"hours": hours})
