"""From cells to a verdict: one line of a contract as of a day."""

from collections.abc import Collection
from datetime import date
from yidang.indicators.engine import rules
from yidang.indicators.engine.calendar import Calendar
from yidang.indicators.engine.cells import CellSource
from yidang.indicators.engine.cells import SCALE
from yidang.indicators.engine.cells import TERM
from yidang.indicators.engine.facts import SUBMITTED
from yidang.indicators.engine.facts import VERIFIED
from yidang.indicators.engine.grids import divided
from yidang.indicators.engine.grids import Grid
from yidang.indicators.engine.grids import Reader
from yidang.indicators.engine.judge import all_met
from yidang.indicators.engine.judge import Unit
from yidang.indicators.engine.judge import worst_state
from yidang.indicators.engine.later import Later
from yidang.indicators.engine.lines import line_of
from yidang.indicators.engine.pace import pace_of
from yidang.indicators.engine.rules import Demand
from yidang.indicators.engine.rules import member_dimension
from yidang.indicators.engine.rules import period_dimension
from yidang.indicators.engine.rules import Rule
from yidang.indicators.engine.rules import TERM_ONLY
from yidang.indicators.engine.tallies import Hours
from yidang.indicators.engine.tallies import Tally
from yidang.indicators.engine.targets import Number
from yidang.indicators.engine.units import Expected
from yidang.indicators.engine.units import units_of
from yidang.indicators.engine.views import by_bucket
from yidang.indicators.engine.views import by_member
from yidang.indicators.engine.views import by_month
from yidang.indicators.engine.views import table_of
from yidang.indicators.engine.views import total
from yidang.indicators.engine.views import worst_of


def tally(source: CellSource, rule: Rule, calendar: Calendar, today: date, **expected: Expected) -> Tally:
    """One line as of today. `stations`, `workers`, `clients`, `organisations` name who must be shown, also at zero;
    a mapping gives each the days between which it takes part: `{"li": (date(2024, 3, 1), None)}`.
    A line made of other lines (`total`) has no number here; `board` gives it one.
    """
    return tally_at(source, list(source.stations()), rule, calendar, today, expected)


def tally_at(
    source: CellSource, stations: Collection[str], rule: Rule, calendar: Calendar, today: date, expected: Expected
) -> Tally:
    """The same, for who has asked the source for its stations already."""
    if rule.measure.kind == rules.TOTAL:
        return Tally(rule.code, rule.title, rule.unit, promise=rule.demands()[0].on(today))
    reader = Reader(source, stations, line_of(rule, calendar), today)
    first, *also = (_promise(reader, demand, expected) for demand in rule.demands())
    if also:
        _combine(first, also)
    _add_months(first, reader)
    if rule.hours:
        first.hours = _hours(first, reader)
    return first


def _promise(reader: Reader, demand: Demand, expected: Expected) -> Tally:
    """One promise of a rule, judged."""
    line, rule, today = reader.line, reader.line.rule, reader.today
    grids = {basis: reader.grid(demand, basis) for basis in (SUBMITTED, VERIFIED)}
    units = units_of(line, demand, grids[rule.basis], today, expected)
    found = Tally(rule.code, rule.title, rule.unit, promise=demand.on(today), met=all_met(units))
    found.submitted_value, found.verified_value = (_total(reader, demand, grids[one], one) for one in grids)
    found.value = found.verified_value if rule.basis == VERIFIED else found.submitted_value
    found.target = _target(rule, units)
    found.state = worst_state([unit.state(today, rule.grows()) for unit in units if unit.judged()])
    _break_down(found, demand, units, rule, today)
    if rule.grows() and found.target is not None:
        found.pace = pace_of(units, found.value, found.target, line.calendar, today, rule.printed)
    if rule.measure.kind == rules.RATIO:
        found.numerator, found.denominator = reader.fraction(rule.basis)
    return found


def _break_down(found: Tally, demand: Demand, units: list[Unit], rule: Rule, today: date) -> None:
    members, periods = member_dimension(demand.per), period_dimension(demand.per)
    if members:
        found.members = by_member(rule, units, today)
    if periods:
        found.buckets = by_bucket(rule, units, today)
    if members and periods:
        found.table = table_of(units)
    if members or periods:
        found.worst = worst_of(units, today)


def _total(reader: Reader, demand: Demand, grid: Grid, basis: str) -> Number | None:
    """The number of the whole line: the sum over members or periods; a rate or an entered value is not summed."""
    if reader.line.rule.is_plain():
        return reader.grid(TERM_ONLY, basis).get(TERM)
    member, period = member_dimension(demand.per), period_dimension(demand.per)
    if not member and not period:
        return grid.get(TERM, 0)
    labels = {one.label for one in reader.line.calendar.buckets(period)} if period else {""}
    parts = [number for (label, one), number in grid.items() if label in labels and bool(one) is bool(member)]
    return total(parts) or 0


def _target(rule: Rule, units: list[Unit]) -> Number | None:
    amounts = [unit.target.amount for unit in units if unit.target]
    return total(amounts[-1:] if rule.is_plain() else amounts)


def _combine(first: Tally, also: list[Tally]) -> None:
    """Met only if every promise on the count is."""
    first.also = also
    verdicts = [one.met for one in (first, *also) if one.target is not None]
    first.met = False if False in verdicts else None if None in verdicts or not verdicts else True
    first.state = worst_state([one.state for one in (first, *also)])


def _add_months(found: Tally, reader: Reader) -> None:
    """Month by month and station by station: beside the verdict, not part of it."""
    rule, buckets = reader.line.rule, reader.line.calendar.buckets("month")
    if not rule.grows():
        return
    grid = reader.grid(TERM_ONLY, rule.basis)
    found.months = {one.label: grid.get((one.label, ""), 0) for one in buckets}
    found.stations = Later(lambda: reader.by_station(rule.basis))
    if not found.buckets:
        found.buckets = by_month(found.months, buckets, reader.today)


def _hours(found: Tally, reader: Reader) -> Hours:
    """Standard hours: units times the hours of one; summed record by record where kinds differ."""
    rule = reader.line.rule
    if rule.hours.field:
        done, verified = (_hours_by_kind(reader, basis) for basis in (rule.basis, VERIFIED))
    else:
        done, verified = (round((value or 0) * rule.hours.unit, 3) for value in (found.value, found.verified_value))
    planned = None if found.target is None else round(found.target * rule.hours.unit, 3)
    return Hours(done, verified, planned, done if rule.professional else 0)


def _hours_by_kind(reader: Reader, basis: str) -> Number:
    return divided(reader.everywhere((reader.line.rule.code, "hours", basis, "")).get(TERM, 0), SCALE)
