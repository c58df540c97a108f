"""What one record is worth: one, an amount, or the subjects it names."""

from collections.abc import Callable
from datetime import date
from typing import Any
from yidang.indicators.engine import rules
from yidang.indicators.engine.cells import Reason
from yidang.indicators.engine.cells import SCALE
from yidang.indicators.engine.facts import Fact
from yidang.indicators.engine.facts import value_of
from yidang.indicators.engine.labels import Labels
from yidang.indicators.engine.rules import Hours
from yidang.indicators.engine.rules import Measure


Worth = Callable[[Fact], int | None]


def scale_of(measure: Measure) -> int:
    """By what the cells of this measure are to be divided."""
    return SCALE if measure.kind in (rules.SUM, rules.ENTERED) else 1


def worth_of(measure: Measure) -> Worth:
    """The whole number that a record adds; None when it does not say the amount."""
    if measure.kind not in (rules.SUM, rules.ENTERED):
        return lambda fact: 1
    name = measure.field

    def worth(fact: Fact) -> int | None:
        amount = value_of(fact, name)
        return round(amount * SCALE) if isinstance(amount, int | float) else None

    return worth


def no_worth(measure: Measure, labels: Labels) -> Reason:
    """Why a record without the amount or the subjects does not count."""
    return Reason("missing", f"没有填写{labels.field(measure.field)}，请补填", 0.5)


def subjects_of(fact: Fact, name: str) -> tuple[str, ...]:
    """The distinct things a record names: clients, stations visited, days …"""
    value: Any = value_of(fact, name)
    if value is None:
        return ()
    if isinstance(value, tuple | list):
        return tuple(dict.fromkeys(str(one) for one in value))
    return (value.isoformat() if isinstance(value, date) else str(value),)


def hours_of(hours: Hours, fact: Fact, worth: int, scale: int) -> int:
    """Standard hours of one record in thousandths; its kind may have other hours than the line (S1-X06)."""
    term = value_of(fact, hours.field)
    return round(hours.values.get(str(term), hours.unit) * SCALE) * worth // scale
