"""From cells to a verdict: one line of a contract as of a day."""

from datetime import date
from yidang.indicators.engine import rules
from yidang.indicators.engine.calendar import Calendar
from yidang.indicators.engine.cells import CellSource
from yidang.indicators.engine.crowd import verdict_of
from yidang.indicators.engine.details import Details
from yidang.indicators.engine.details import value_of
from yidang.indicators.engine.grids import Asked
from yidang.indicators.engine.grids import Reader
from yidang.indicators.engine.judge import Unit
from yidang.indicators.engine.judge import worst_state
from yidang.indicators.engine.lines import Line
from yidang.indicators.engine.lines import line_of
from yidang.indicators.engine.rules import Demand
from yidang.indicators.engine.rules import Rule
from yidang.indicators.engine.stays import Expected
from yidang.indicators.engine.tallies import Tally
from yidang.indicators.engine.targets import ABOUT


WITHOUT_NUMBER = (rules.TOTAL, rules.NARRATIVE)


def tally(source: CellSource, rule: Rule, calendar: Calendar, today: date, **expected: Expected) -> Tally:
    """One line as of today. `stations`, `workers`, `clients`, … name who must be shown, also at zero;
    a mapping gives each the days on which it takes part: `{"li": (date(2024, 3, 1), None)}`, or several stretches.
    What the rule itself says by `among` goes before. A line made of other lines (`total`) has no number here; `board`
    gives it one.
    """
    return tally_at(Asked(source, today, expected), line_of(rule, calendar))


def tally_at(asked: Asked, line: Line) -> Tally:
    """The same, for who reads a whole board."""
    rule = line.rule
    if rule.measure.kind in WITHOUT_NUMBER:
        return Tally(rule.code, rule.title, rule.unit, promise=line.promise.on(asked.today))
    reader = Reader(asked, line)
    first = _promised(reader, line.promise)
    if line.also:
        readers = [(reader if own is line else Reader(asked, own), demand) for own, demand in line.also]
        _combine(first, [_promised(one, demand) for one, demand in readers])
    return first


def _promised(reader: Reader, demand: Demand) -> Tally:
    """One promise of a rule, judged; what is promised of the contract as a whole is one unit."""
    rule, today = reader.line.rule, reader.today
    value, promise = value_of(reader, demand, rule.basis), demand.on(today)
    found = Tally(rule.code, rule.title, demand.unit or rule.unit, value, promise=promise)
    if demand.per:
        units = None
        found.begun, found.target, found.met, found.state = verdict_of(reader, demand, reader.grid(demand, rule.basis))
    else:
        calendar = reader.line.calendar
        unit = Unit("", "", value, promise, calendar.start, calendar.end)
        units = [unit]
        judge_whole(found, unit, reader.line.grows, today)
    found.details = Details(reader, demand, units, found.target)
    return found


def judge_whole(found: Tally, unit: Unit, grows: bool, today: date) -> None:
    """The verdict on a promise of the contract as a whole."""
    found.begun = unit.start <= today
    if unit.target is not None:
        found.target = unit.target.amount
        if unit.judged():
            found.met, found.state = unit.met(), unit.state(today, grows)


def _combine(first: Tally, also: list[Tally]) -> None:
    """Met only if every promise on the count is."""
    first.also = also
    judged = [one for one in (first, *also) if one.target is not None and one.operator != ABOUT]
    verdicts = [one.met for one in judged]
    first.met = False if False in verdicts else None if None in verdicts or not verdicts else True
    first.state = worst_state([one.state for one in (first, *also)])
