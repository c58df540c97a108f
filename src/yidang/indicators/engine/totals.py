"""All lines of a contract at once, the lines made of other lines included."""

from collections.abc import Iterable
from datetime import date
from yidang.indicators.engine import rules
from yidang.indicators.engine.calendar import Calendar
from yidang.indicators.engine.cells import CellSource
from yidang.indicators.engine.grids import Asked
from yidang.indicators.engine.judge import Unit
from yidang.indicators.engine.lines import line_of
from yidang.indicators.engine.pace import pace_of
from yidang.indicators.engine.rules import Rule
from yidang.indicators.engine.rungs import climb
from yidang.indicators.engine.stays import Expected
from yidang.indicators.engine.tallies import Hours
from yidang.indicators.engine.tallies import Tally
from yidang.indicators.engine.tally import tally_at
from yidang.indicators.engine.targets import ABOUT
from yidang.indicators.engine.views import total


def board(
    lines: Iterable[Rule], source: CellSource, calendar: Calendar, today: date, **expected: Expected
) -> dict[str, Tally]:
    """Every line by its code, in the given order."""
    rules_given, asked = list(lines), Asked(source, today, expected)
    found = {rule.code: tally_at(asked, line_of(rule, calendar)) for rule in rules_given}
    climb(found, rules_given, calendar, today)
    counted = [found[rule.code] for rule in rules_given if rule.measure.kind != rules.TOTAL]
    for rule in rules_given:
        if rule.measure.kind == rules.TOTAL:
            _sum_up(found[rule.code], rule, counted, calendar, today)
    return found


def _sum_up(found: Tally, rule: Rule, counted: list[Tally], calendar: Calendar, today: date) -> None:
    if rule.measure.field == "hours":
        _total_hours(found, counted)
    else:
        _completion(found, counted)
    found.value = found.verified_value if rule.basis == "verified" else found.submitted_value
    unit = Unit("", "", found.value, found.promise, calendar.start, calendar.end)
    grows = rule.measure.field == "hours"
    found.target = found.promise.amount if found.promise else None
    found.met, found.state = unit.met(), unit.state(today, grows)
    if grows and found.target is not None:
        found.pace = pace_of([unit], found.value, found.target, calendar, today, rule.printed)


def _total_hours(found: Tally, counted: list[Tally]) -> None:
    """Standard hours of every line that has an hour value (S0-I23)."""
    lines = [one.hours for one in counted if one.hours]
    sums = (total([getattr(one, name) for one in lines]) or 0 for name in Hours._fields)
    found.hours = Hours(*sums)
    found.submitted_value, found.verified_value = found.hours.done, found.hours.verified
    found.numerator, found.denominator = found.hours.professional, found.hours.done


def _completion(found: Tally, counted: list[Tally]) -> None:
    """The share of lines met among those that can be judged (S2-I66)."""
    judged = [one for one in counted if one.promise and one.promise.operator != ABOUT]
    found.numerator, found.denominator = sum(one.met is True for one in judged), len(judged)
    found.submitted_value = found.verified_value = found.numerator / found.denominator if judged else None
