"""The same units seen by member, by period, as a table; and the one furthest back."""

from collections.abc import Callable
from collections.abc import Iterable
from collections.abc import Mapping
from datetime import date
from yidang.indicators.engine.calendar import Bucket
from yidang.indicators.engine.judge import all_met
from yidang.indicators.engine.judge import Unit
from yidang.indicators.engine.judge import worst_state
from yidang.indicators.engine.rules import Rule
from yidang.indicators.engine.tallies import BucketTally
from yidang.indicators.engine.tallies import CellTally
from yidang.indicators.engine.tallies import MemberTally
from yidang.indicators.engine.tallies import NO_STATE
from yidang.indicators.engine.tallies import Worst
from yidang.indicators.engine.targets import Number


def total(amounts: list[Number | None]) -> Number | None:
    """A sum that is exact in thousandths; None when there is nothing to add."""
    known = [amount for amount in amounts if amount is not None]
    if not known:
        return None
    amount = sum(known)
    return round(amount, 3) if isinstance(amount, float) else amount


def by_member(rule: Rule, units: list[Unit], today: date) -> list[MemberTally]:
    """One row for each member, in the order given."""
    return [
        MemberTally(member, _value(rule, group), _target(rule, group), all_met(group), _state(rule, group, today))
        for member, group in _grouped(units, lambda unit: unit.member).items()
    ]


def by_bucket(rule: Rule, units: list[Unit], today: date) -> list[BucketTally]:
    """One row for each period, in order of time."""
    groups = _grouped(units, lambda unit: unit.bucket)
    return [
        BucketTally(
            label,
            _value(rule, group),
            _target(rule, group),
            all_met(group),
            group[0].end < today,
            _state(rule, group, today),
        )
        for label, group in sorted(groups.items())
    ]


def by_month(months: Mapping[str, Number], buckets: tuple[Bucket, ...], today: date) -> list[BucketTally]:
    """The months of a line that promises nothing by month."""
    return [BucketTally(one.label, months[one.label], None, None, one.end < today) for one in buckets]


def table_of(units: list[Unit]) -> dict[str, dict[str, Number | None]]:
    """Value by member and period."""
    table: dict[str, dict[str, Number | None]] = {}
    for unit in units:
        table.setdefault(unit.member, {})[unit.bucket] = unit.value
    return table


def cells_of(rule: Rule, units: list[Unit], today: date) -> dict[str, dict[str, CellTally]]:
    """Each unit judged by itself, by member and period."""
    cells: dict[str, dict[str, CellTally]] = {}
    for unit in units:
        target = unit.target.amount if unit.target else None
        met, state = (unit.met(), unit.state(today, rule.grows())) if unit.judged() else (None, NO_STATE)
        cells.setdefault(unit.member, {})[unit.bucket] = CellTally(unit.value, target, met, state)
    return cells


def worst_of(units: list[Unit], today: date) -> Worst | None:
    """The unit furthest back among those that have begun."""
    begun = [unit for unit in units if unit.judged() and unit.value is not None and unit.start <= today]
    if not begun:
        return None
    worst = min(begun, key=lambda unit: (unit.progress(), unit.end))
    return Worst(worst.member, worst.bucket, worst.value, worst.target.amount)


def lowest(numbers: Iterable[tuple[str, str, Number | None, Number | None]]) -> Worst | None:
    """The smallest of the numbers (member, period, number, target); the first of equal ones."""
    known = [Worst(*one) for one in numbers if one[2] is not None]
    return min(known, key=lambda one: one.value) if known else None


def _grouped(units: list[Unit], key: Callable[[Unit], str]) -> dict[str, list[Unit]]:
    groups: dict[str, list[Unit]] = {}
    for unit in units:
        groups.setdefault(key(unit), []).append(unit)
    return groups


def _value(rule: Rule, group: list[Unit]) -> Number | None:
    if rule.is_plain():
        return group[0].value if len(group) == 1 else None
    return total([unit.value for unit in group])


def _target(rule: Rule, group: list[Unit]) -> Number | None:
    amounts = [unit.target.amount for unit in group if unit.target]
    return total(amounts[:1] if rule.is_plain() else amounts)


def _state(rule: Rule, group: list[Unit], today: date) -> str:
    return worst_state([unit.state(today, rule.grows()) for unit in group if unit.judged()])
