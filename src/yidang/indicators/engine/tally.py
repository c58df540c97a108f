"""From cells to a verdict: one line of a contract as of a day."""

from datetime import date
from yidang.indicators.engine import rules
from yidang.indicators.engine.calendar import Calendar
from yidang.indicators.engine.cells import CellSource
from yidang.indicators.engine.details import Details
from yidang.indicators.engine.details import value_of
from yidang.indicators.engine.grids import Asked
from yidang.indicators.engine.grids import Reader
from yidang.indicators.engine.judge import all_met
from yidang.indicators.engine.judge import Unit
from yidang.indicators.engine.judge import worst_state
from yidang.indicators.engine.lines import Line
from yidang.indicators.engine.lines import line_of
from yidang.indicators.engine.rules import Demand
from yidang.indicators.engine.rules import Rule
from yidang.indicators.engine.stays import Expected
from yidang.indicators.engine.tallies import Tally
from yidang.indicators.engine.targets import Number
from yidang.indicators.engine.units import units_of
from yidang.indicators.engine.views import total


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
        return Tally(rule.code, rule.title, rule.unit, promise=rule.demand().on(asked.today))
    reader = Reader(asked, line)
    first = _promise(reader, rule.demand())
    if rule.also:
        _combine(first, [_also(reader, asked, one, place) for place, one in enumerate(rule.also, 1)])
    return first


def _also(reader: Reader, asked: Asked, demand: Demand, place: int) -> Tally:
    """A further promise: on the same numbers, or on numbers of its own."""
    if not demand.counts_itself():
        return _promise(reader, demand)
    own = next(one for one in reader.line.further if one.rule.part == f"also{place}")
    return _promise(Reader(asked, own), own.rule.demand())


def _promise(reader: Reader, demand: Demand) -> Tally:
    """One promise of a rule, judged."""
    rule, today = reader.line.rule, reader.today
    value = value_of(reader, demand, rule.basis)
    units = _units(reader, demand, value)
    judged = [unit for unit in units if unit.judged()]
    target = _target(rule, units)
    return Tally(
        rule.code,
        rule.title,
        demand.unit or rule.unit,
        value,
        target,
        demand.on(today),
        all_met(judged),
        worst_state([unit.state(today, rule.grows()) for unit in judged]),
        any(unit.start <= today for unit in units),
        details=Details(reader, demand, units, target),
    )


def _units(reader: Reader, demand: Demand, value: Number | None) -> list[Unit]:
    if demand.per:
        return units_of(reader, demand, reader.grid(demand, reader.line.rule.basis), reader.asked.expected)
    calendar = reader.line.calendar
    return [Unit("", "", value, demand.on(reader.today), calendar.start, calendar.end)]


def _target(rule: Rule, units: list[Unit]) -> Number | None:
    amounts = [unit.target.amount for unit in units if unit.target]
    return total(amounts[-1:] if rule.is_plain() else amounts)


def _combine(first: Tally, also: list[Tally]) -> None:
    """Met only if every promise on the count is."""
    first.also = also
    verdicts = [one.met for one in (first, *also) if one.target is not None]
    first.met = False if False in verdicts else None if None in verdicts or not verdicts else True
    first.state = worst_state([one.state for one in (first, *also)])
