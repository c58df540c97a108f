"""Deadlines out of the lines of a contract: one for each member in each period of a promise that has periods.

Numbers are those of the ledger's cells, judged by the same units as the scoreboard. Only where the contract names a
last permitted day inside the period the records themselves are read: a late one counts for no line, and is yet there.
"""

from collections.abc import Callable
from collections.abc import Collection
from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import field
from datetime import date
from yidang.deadlines.engine.deadline import Deadline
from yidang.deadlines.engine.deadline import LINE
from yidang.deadlines.engine.deadline import state_of
from yidang.deadlines.engine.reached import is_reached
from yidang.deadlines.engine.reached import reached
from yidang.indicators.engine.calendar import Calendar
from yidang.indicators.engine.cells import CellSource
from yidang.indicators.engine.facts import Fact
from yidang.indicators.engine.grids import Asked
from yidang.indicators.engine.grids import Reader
from yidang.indicators.engine.judge import Unit
from yidang.indicators.engine.lines import Line
from yidang.indicators.engine.lines import line_of
from yidang.indicators.engine.rules import Demand
from yidang.indicators.engine.rules import member_dimension
from yidang.indicators.engine.rules import NARRATIVE
from yidang.indicators.engine.rules import period_dimension
from yidang.indicators.engine.rules import Rule
from yidang.indicators.engine.rules import TOTAL
from yidang.indicators.engine.stays import Expected
from yidang.indicators.engine.units import units_of

import dataclasses


# Members of whom a list would be long and names are nobody's business: said as one deadline, "38 of 40".
MANY = ("client", "household")
_NEVER_LATE = {"day": 31, "after": 1200}


@dataclass
class Reading:
    """All that deadlines of one contract are computed from. `facts` gives those of some kinds; `moved` gives the day
    that holds for a day that the contract names (the same one unless the contract lets it move to a working day)."""

    source: CellSource
    calendar: Calendar
    today: date
    facts: Callable[[Collection[str]], Iterable[Fact]]
    expected: Expected = field(default_factory=dict)
    moved: Callable[[date], date] = lambda day: day


@dataclass(frozen=True)
class Judged:
    """One unit with the outcome: whether the target is reached, and on which day, where that is known."""

    unit: Unit
    named: date
    due: date
    done: bool
    done_on: date | None

    def state(self, today: date) -> str:
        """The state of a deadline."""
        return state_of(self.unit.start, self.due, today, self.done, self.done_on)


def line_deadlines(rules: Iterable[Rule], reading: Reading) -> list[Deadline]:
    """The deadlines of all lines that promise something by period."""
    return [one for rule in rules for one in rule_deadlines(rule, reading)]


def rule_deadlines(rule: Rule, reading: Reading) -> Iterator[Deadline]:
    """The deadlines of one line; none for a stock, a sum of other lines, a planning figure or a line without target."""
    if rule.as_of or rule.measure.kind in (TOTAL, NARRATIVE):
        return
    for place, demand in enumerate(rule.demands()):
        if period_dimension(demand.per):
            judged = judge(rule, demand, reading)
            yield from _deadlines(rule, f"{rule.code}.{place}" if place else rule.code, demand, judged, reading.today)
    for own in rule.further():
        if period_dimension(own.per):
            judged = judge(own, own.demand(), reading)
            yield from _deadlines(own, f"{rule.code}.{own.part}", own.demand(), judged, reading.today)


def judge(rule: Rule, demand: Demand, reading: Reading) -> list[Judged]:
    """Every unit of a promise that can be kept or broken, in the order of time."""
    line = line_of(rule, reading.calendar)
    reader = Reader(Asked(reading.source, reading.today, reading.expected), line)
    units = units_of(reader, demand, reader.grid(demand, rule.basis), reading.expected)
    units = sorted((unit for unit in units if unit.judged()), key=lambda unit: unit.start)
    if rule.due is not None and not rule.is_plain():
        return _by_records(rule, demand, units, reading)
    return [_by_number(unit, rule, reading) for unit in units]


def _by_number(unit: Unit, rule: Rule, reading: Reading) -> Judged:
    """A rate may still fall, so it is done only when its period is over."""
    done = is_reached(unit.target, unit.value)
    due = reading.moved(unit.end) if rule.due is not None else unit.end
    return Judged(unit, unit.end, due, done and (not rule.is_plain() or reading.today > unit.end), None)


def _by_records(rule: Rule, demand: Demand, units: list[Unit], reading: Reading) -> list[Judged]:
    lenient = dataclasses.replace(rule, due=dataclasses.replace(rule.due, **_NEVER_LATE))
    line: Line = line_of(lenient, reading.calendar)
    targets = {(unit.bucket, unit.member): unit.target for unit in units}
    days, numbers = reached(line, demand, rule.basis, reading.facts(sorted(line.kinds)), targets)
    found = []
    for unit in units:
        point = unit.bucket, unit.member
        found.append(
            Judged(
                unit._replace(value=numbers[point]),
                unit.end,
                reading.moved(unit.end),
                is_reached(unit.target, numbers[point]),
                days.get(point),
            )
        )
    return found


def _deadlines(rule: Rule, key: str, demand: Demand, judged: list[Judged], today: date) -> Iterator[Deadline]:
    dimension = member_dimension(demand.per)
    if dimension in MANY:
        yield from _together(rule, key, dimension, judged, today)
        return
    for one in judged:
        yield dataclasses.replace(
            _deadline(rule, f"{key}:{one.unit.bucket}:{one.unit.member}", dimension, one, today),
            member=one.unit.member,
            members_done=int(one.done),
            value=one.unit.value,
            target=one.unit.target,
        )


def _together(rule: Rule, key: str, dimension: str, judged: list[Judged], today: date) -> Iterator[Deadline]:
    """All members of a period in one: done with the last of them."""
    periods: dict[tuple[str, date], list[Judged]] = {}
    for one in judged:
        periods.setdefault((one.unit.bucket, one.due), []).append(one)
    for (bucket, _), group in periods.items():
        missing = [one for one in group if not one.done]
        days = [one.done_on for one in group if one.done_on is not None]
        whole = missing[0] if missing else max(group, key=lambda one: one.done_on or date.min)
        yield dataclasses.replace(
            _deadline(rule, f"{key}:{bucket}:", dimension, whole, today),
            members=len(group),
            members_done=len(group) - len(missing),
            done_on=max(days) if days and not missing else None,
        )


def _deadline(rule: Rule, key: str, dimension: str, one: Judged, today: date) -> Deadline:
    return Deadline(
        key=f"{LINE}:{key}",
        source=LINE,
        title=rule.title,
        due=one.due,
        state=one.state(today),
        code=rule.code,
        period=one.unit.bucket,
        dimension=dimension,
        start=one.unit.start,
        named=one.named,
        done_on=one.done_on if one.done else None,
        unit=rule.unit,
        kinds=tuple(rule.all_kinds()),
        path=f"@@indicator?code={rule.code}",
    )
