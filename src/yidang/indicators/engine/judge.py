"""Met, on pace, behind or lost: one number against one target over one span of days."""

from datetime import date
from math import floor
from typing import NamedTuple
from yidang.indicators.engine.calendar import share_of
from yidang.indicators.engine.tallies import BEHIND
from yidang.indicators.engine.tallies import FAILED
from yidang.indicators.engine.tallies import NO_STATE
from yidang.indicators.engine.tallies import OK
from yidang.indicators.engine.targets import ABOUT
from yidang.indicators.engine.targets import Number
from yidang.indicators.engine.targets import Target


class Unit(NamedTuple):
    """The smallest thing a line judges: one member in one period, from `start` to its last permitted day `end`."""

    member: str
    bucket: str
    value: Number | None
    target: Target | None
    start: date
    end: date

    def met(self) -> bool | None:
        """Whether the target is reached; None when there is nothing to judge."""
        if self.target is None or self.value is None:
            return None
        return self.target.met(self.value)

    def state(self, today: date, grows: bool) -> str:
        """How the number stands today; only what grows with time has a straight line."""
        met = self.met()
        if met is None or today < self.start:
            return NO_STATE
        if self.target.exceeded(self.value):
            return FAILED
        if met:
            return OK
        if today > self.end:
            return FAILED
        return OK if grows and self.value >= floor(self.expected(today)) else BEHIND

    def expected(self, today: date) -> float:
        """Where the straight line stands when today begins."""
        return self.target.amount * share_of(self.start, self.end, today)

    def judged(self) -> bool:
        """Whether the target can be kept or broken at all."""
        return self.target is not None and self.target.operator != ABOUT

    def progress(self) -> float:
        """Value as a part of the target, to find the one furthest back."""
        return (self.value or 0) / self.target.amount if self.target.amount else 1.0


def all_met(units: list[Unit]) -> bool | None:
    """Met only if every unit is; unknown if one has no number yet, or nothing is judged."""
    verdicts = [unit.met() for unit in units if unit.judged()]
    if False in verdicts:
        return False
    return None if not verdicts or None in verdicts else True


def worst_state(states: list[str]) -> str:
    """The state of the whole: that of the unit which stands worst."""
    return next((state for state in (FAILED, BEHIND, OK) if state in states), NO_STATE)
