"""The state of one member in one period, judged as the engine judges it."""

from datetime import date
from yidang.indicators.engine.calendar import Bucket
from yidang.indicators.engine.calendar import due_day
from yidang.indicators.engine.judge import Unit
from yidang.indicators.engine.rules import Rule
from yidang.indicators.engine.targets import Number
from yidang.indicators.pages.cells import Cell
from yidang.indicators.pages.figures import shown


def cell_of(rule: Rule, member: str, bucket: Bucket, value: Number | None, today: date, url: str, title: str) -> Cell:
    """The cell with its own target and state."""
    target = rule.demands()[0].on(bucket.start)
    last = due_day(bucket, rule.due.day, rule.due.after) if rule.due else bucket.end
    unit = Unit(member, bucket.label, value, target, bucket.start, last)
    state = unit.state(today, rule.grows())
    if state == "ok" and unit.met():
        state = "met"
    return Cell(shown(value), state, shown(target.amount) if target is not None else "", url, title)
