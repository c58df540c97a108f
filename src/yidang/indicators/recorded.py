"""Recorded hours: the time that the records themselves state, beside the standard hours of the contract (S1-11).

Two ledgers must not be mixed. *Standard* hours are units done times the hours that the contract gives to a unit.
*Recorded* hours are what people wrote down:

- a service record: its hours, for each worker in charge (the amount `person_hours`);
- a case or a group: the minutes of each session on its own day, for each of its workers;
- volunteers' time stands apart and is never the time of staff.

A record that is filed as a number of days states no hours. Pure functions over facts; drafts and records outside the
term count nowhere.
"""

from collections import defaultdict
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from datetime import date
from typing import NamedTuple
from yidang.indicators.engine import Ruleset
from yidang.indicators.engine.calendar import Calendar
from yidang.indicators.engine.facts import Fact
from yidang.indicators.engine.facts import NONE
from yidang.indicators.engine.facts import value_of
from yidang.indicators.engine.rules import COUNT
from yidang.indicators.engine.rules import Rule
from yidang.indicators.engine.rules import SUM


# What volunteers do by themselves: the hours of such a record are theirs, not its filer's.
OF_VOLUNTEERS = frozenset({"volunteer_work", "volunteer_project"})
VOLUNTEER_HOURS = "volunteer_hours"


class Spent(NamedTuple):
    """Hours on one day by one person; the person is empty where nobody is named."""

    day: date
    person: str
    hours: float


@dataclass(slots=True)
class Share:
    """Hours of one kind, line, worker or month."""

    records: int = 0
    recorded: float = 0.0
    professional: float = 0.0
    standard: float = 0.0
    volunteers: float = 0.0


def _shares() -> defaultdict[str, Share]:
    return defaultdict(Share)


@dataclass(slots=True)
class Recorded:
    """All recorded hours of a contract; the keys of `by_worker` and `workers_by_month` are user ids."""

    whole: Share = field(default_factory=Share)
    by_kind: defaultdict[str, Share] = field(default_factory=_shares)
    by_line: defaultdict[str, Share] = field(default_factory=_shares)
    by_month: defaultdict[str, Share] = field(default_factory=_shares)
    by_worker: defaultdict[str, Share] = field(default_factory=_shares)
    workers_by_month: defaultdict[tuple[str, str], float] = field(default_factory=lambda: defaultdict(float))


def recorded(facts: Iterable[Fact], ruleset: Ruleset, until: date | None = None) -> Recorded:
    """Add up what the facts state, each once, until the end of a day; one that feeds two lines stands in both.

    Standard hours by kind and month come from the same pass, for the lines that count records or sum an amount.
    """
    calendar = ruleset.calendar
    lines = {rule.code: rule for rule in ruleset.rules if rule.hours or rule.professional}
    timed = ruleset.only(lines)
    found = Recorded()
    for fact in facts:
        if fact.standing == NONE or (until is not None and fact.date is not None and fact.date > until):
            continue
        fed = [(lines[one.code], one.amount) for one in timed.explain(fact) if one.counted]
        _add(found, fact, fed, list(spent(fact, calendar, until)), calendar)
    return found


def spent(fact: Fact, calendar: Calendar, until: date | None = None) -> Iterator[Spent]:
    """Who spent how long on which day of the term."""
    if fact.kind in OF_VOLUNTEERS:
        return
    last = calendar.end if until is None else min(until, calendar.end)
    people = fact.workers or ("",)
    if fact.children:
        for child in fact.children:
            minutes = child.amounts.get("minutes") or 0
            if minutes and child.date is not None and calendar.start <= child.date <= last:
                yield from (Spent(child.date, one, minutes / 60) for one in people)
    elif fact.date is not None and calendar.start <= fact.date <= last:
        hours = fact.amounts.get("hours") or 0
        if hours:
            yield from (Spent(fact.date, one, hours) for one in people)


def volunteers_hours(fact: Fact, calendar: Calendar) -> float:
    """The time that volunteers gave, as the record states it."""
    if fact.date is None or fact.date not in calendar:
        return 0.0
    hours = fact.amounts.get(VOLUNTEER_HOURS)
    if hours is None and fact.kind in OF_VOLUNTEERS:
        hours = fact.amounts.get("hours")
    return hours or 0.0


def is_volunteers(rule: Rule) -> bool:
    """Whether a line counts what volunteers do, so that its standard hours are not those of staff (S1-X03)."""
    if rule.measure.kind == SUM and rule.measure.field == VOLUNTEER_HOURS:
        return True
    kinds = frozenset(rule.all_kinds())
    return bool(kinds) and kinds <= OF_VOLUNTEERS


def unit_hours(rule: Rule, fact: Fact) -> float:
    """Standard hours of one unit of this record: its kind may have its own (S1-X06)."""
    if rule.hours is None:
        return 0.0
    if not rule.hours.field:
        return rule.hours.unit
    return rule.hours.values.get(str(value_of(fact, rule.hours.field)), rule.hours.unit)


def _add(found: Recorded, fact: Fact, fed: list[tuple[Rule, float]], parts: list[Spent], calendar: Calendar) -> None:
    hours, volunteers = sum(one.hours for one in parts), volunteers_hours(fact, calendar)
    professional = any(rule.professional for rule, _ in fed)
    standard = _standard(fact, fed)
    if not (hours or volunteers or standard):
        return
    for share in (found.whole, found.by_kind[fact.kind]):
        share.records += 1
        share.recorded += hours
        share.professional += hours if professional else 0
        share.standard += standard
        share.volunteers += volunteers
    for rule, _ in fed:
        line = found.by_line[rule.code]
        line.records += 1
        line.recorded += hours
        line.volunteers += volunteers
    if fact.date is not None and fact.date in calendar:
        month = found.by_month[calendar.label("month", fact.date)]
        month.standard += standard
        month.volunteers += volunteers
    _add_people(found, parts, professional, calendar)


def _add_people(found: Recorded, parts: list[Spent], professional: bool, calendar: Calendar) -> None:
    for one in parts:
        month = calendar.label("month", one.day)
        for share in (found.by_month[month], found.by_worker[one.person]):
            share.recorded += one.hours
            share.professional += one.hours if professional else 0
        found.workers_by_month[one.person, month] += one.hours


def _standard(fact: Fact, fed: list[tuple[Rule, float]]) -> float:
    """Standard hours of staff; a distinct count has none by record, a part (其中) has those of its whole."""
    return sum(
        amount * unit_hours(rule, fact)
        for rule, amount in fed
        if rule.hours and rule.measure.kind in (COUNT, SUM) and not is_volunteers(rule)
    )


def months_of(found: Recorded, labels: Iterable[str]) -> Mapping[str, Share]:
    """Every month of the term in order, also those without any hour."""
    return {label: found.by_month.get(label, Share()) for label in labels}
