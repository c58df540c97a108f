"""Deadlines of what is no line of its own: reports named in the contract's list, demands for correction, the term."""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any
from typing import NamedTuple
from yidang.deadlines.engine.deadline import CONTRACT
from yidang.deadlines.engine.deadline import Deadline
from yidang.deadlines.engine.deadline import RECTIFICATION
from yidang.deadlines.engine.deadline import REPORT
from yidang.deadlines.engine.deadline import state_of
from yidang.deadlines.engine.deadline import state_of_date
from yidang.deadlines.engine.promises import judge
from yidang.deadlines.engine.promises import Reading
from yidang.indicators.engine.rules import Due
from yidang.indicators.engine.rules import period_dimension
from yidang.indicators.engine.rules import Rule
from yidang.indicators.engine.targets import AT_LEAST
from yidang.indicators.engine.targets import Target


# The attribute of a report that says for which period it is.
PERIOD = "period"
_ONE = Target(AT_LEAST, 1)


class Demanded(NamedTuple):
    """A demand for correction as its room knows it."""

    uid: str
    title: str
    since: date
    due: date
    settled: date | None
    path: str = ""


def with_due_days(rules: Iterable[Rule], reports: Iterable[Mapping[str, Any]]) -> list[Rule]:
    """The lines; one that has no last permitted day takes that of the report which the contract's list names for it."""
    days = {one["indicator"]: one["due_day"] for one in reports if one.get("indicator") and one.get("due_day")}
    return [
        replace(rule, due=Due(days[rule.code], of=PERIOD))
        if rule.code in days and rule.due is None and period_dimension(rule.per)
        else rule
        for rule in rules
    ]


def report_deadlines(
    reports: Iterable[Mapping[str, Any]], rules: Iterable[Rule], reading: Reading
) -> Iterator[Deadline]:
    """The reports of the contract's list of which no line speaks period by period."""
    lines = {rule.code: rule for rule in rules}
    for report in reports:
        line, per = lines.get(report.get("indicator", "")), report.get("per", "contract")
        if line is None or per == "contract" or per not in line.per:
            yield from _of_report(report, per, reading)


def _of_report(report: Mapping[str, Any], per: str, reading: Reading) -> Iterator[Deadline]:
    rule = _rule_of(report, per)
    if per == "contract":
        yield _once(rule, report, reading)
        return
    for one in judge(rule, rule.demands()[0], reading):
        if not report.get("due_day"):
            last = min(one.due, reading.calendar.end)
            one = replace(one, named=last, due=last)
        yield Deadline(
            key=f"{REPORT}:{report['kind']}:{one.unit.bucket}",
            source=REPORT,
            title=report["title"],
            due=one.due,
            state=one.state(reading.today),
            code=report.get("indicator", ""),
            period=one.unit.bucket,
            start=one.unit.start,
            named=one.named,
            done_on=one.done_on if one.done else None,
            value=one.unit.value,
            target=_ONE,
            unit="份",
            kinds=("report",),
            path=_path(report),
        )


def _once(rule: Rule, report: Mapping[str, Any], reading: Reading) -> Deadline:
    """A report of the whole term is due on the day that the list names, or when the term ends."""
    calendar = reading.calendar
    named = date.fromisoformat(report["due_on"]) if report.get("due_on") else calendar.end
    due = reading.moved(named) if report.get("due_on") else named
    days = sorted(
        fact.date
        for fact in reading.facts(["report"])
        if fact.date is not None and fact.standing != "none" and fact.attributes.get("report_kind") == report["kind"]
    )
    handed_in = next((day for day in days if day >= calendar.start), None)
    done = handed_in is not None
    return Deadline(
        key=f"{REPORT}:{report['kind']}:",
        source=REPORT,
        title=report["title"],
        due=due,
        state=state_of(calendar.start, due, reading.today, done, handed_in),
        code=rule.code if rule.code == report.get("indicator") else "",
        start=calendar.start,
        named=named,
        done_on=handed_in,
        value=int(done),
        target=_ONE,
        unit="份",
        kinds=("report",),
        path=_path(report),
    )


def _rule_of(report: Mapping[str, Any], per: str) -> Rule:
    """What the list says, as a line: one report of this kind in each period."""
    due = Due(report["due_day"], of=PERIOD) if report.get("due_day") and per != "contract" else None
    return Rule(
        code=report.get("indicator") or report["kind"],
        title=report["title"],
        unit="份",
        target=_ONE,
        kinds=("report",),
        where=({"field": "report_kind", "is": report["kind"]},),
        per=() if per == "contract" else (per,),
        # Without a day of its own it is due on the last day of its period.
        due=due or (Due(31, of=PERIOD) if per != "contract" else None),
    )


def _path(report: Mapping[str, Any]) -> str:
    return f"@@indicator?code={report['indicator']}" if report.get("indicator") else "archive/reports"


def rectification_deadlines(demands: Iterable[Demanded], reading: Reading) -> Iterator[Deadline]:
    """What the purchaser demanded to be put right (整改)."""
    for one in demands:
        due = reading.moved(one.due)
        yield Deadline(
            key=f"{RECTIFICATION}:{one.uid}",
            source=RECTIFICATION,
            title=one.title,
            due=due,
            state=state_of(one.since, due, reading.today, one.settled is not None, one.settled),
            start=one.since,
            named=one.due,
            done_on=one.settled,
            kinds=("rectification",),
            path=one.path,
        )


def term_deadlines(days: Iterable[tuple[str, str, date]], today: date) -> Iterator[Deadline]:
    """The contract's own days: (key, title, day)."""
    for key, title, day in days:
        yield Deadline(
            key=f"{CONTRACT}:{key}", source=CONTRACT, title=title, due=day, state=state_of_date(day, today), named=day
        )
