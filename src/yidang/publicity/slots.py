"""Which article fills which slot of a line: 市级媒体 1 篇 is one slot, and the reader wants to see what is in it."""

from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any
from typing import NamedTuple
from yidang.indicators.engine.calendar import Calendar
from yidang.indicators.engine.conditions import compile_all
from yidang.indicators.engine.facts import Fact
from yidang.indicators.engine.labels import LABELS
from yidang.indicators.engine.ladders import ladder_of
from yidang.indicators.engine.ladders import slots_of
from yidang.indicators.engine.placing import came_from
from yidang.indicators.engine.rules import COUNT
from yidang.indicators.engine.rules import Rule
from yidang.indicators.scoreboard import Scoreboard


KINDS = ("article",)
MOST = 30  # a line of 300 articles has a list, not slots
COLUMNS = {"channels": "channel", "levels": "level", "outlets": "outlet"}  # attribute of an article -> of a placement


class Filled(NamedTuple):
    """One slot: its number (None beyond the target), the article in it (None while open), where that came from."""

    number: int | None
    fact: Fact | None
    owner: Rule
    note: str = ""


def wanted(rule: Rule, day: date) -> int | None:
    """How many slots a line has on a day; None for a line that has none to show."""
    number = slots_of(rule.demand().on(day))
    plain = rule.all_kinds() == KINDS and rule.measure.kind == COUNT and not rule.per and not rule.also
    return number if plain and number is not None and number <= MOST else None


def filled(board: Scoreboard, rule: Rule, past: date | None = None) -> list[Filled]:
    """The slots of a line in the order in which they were filled, then open ones; what is beyond them has no number."""
    number = wanted(rule, past or board.today) or 0
    if rule.is_rung():
        taken = [(slot.fact, slot.owner, came_from(slot)) for slot in board.placing(rule, past).counted(rule)]
    else:
        taken = [(fact, rule, "") for fact in board.evidence(rule, past).counted]
    found = [Filled(at if at <= number else None, *one) for at, one in enumerate(taken, 1)]
    return found + [Filled(at, None, rule) for at in range(len(taken) + 1, number + 1)]


def rungs(board: Scoreboard, rule: Rule) -> list[Rule]:
    """The ladder in which a line stands, from the top down; empty when it stands in none."""
    return ladder_of(rule, board.rules) if rule.is_rung() else []


def fitting(rows: Iterable[Mapping[str, Any]], rule: Rule, fact: Fact, calendar: Calendar) -> list[Mapping[str, Any]]:
    """The placements for which an article counts in a line: those that alone would fulfil what it asks of media."""
    asked = [one for one in rule.all_where() if one.get("field") in COLUMNS]
    checks = compile_all(asked, calendar, LABELS)
    return [row for row in rows if all(check(_alone(fact, row)) is None for check in checks)]


def _alone(fact: Fact, row: Mapping[str, Any]) -> Fact:
    """The article as if it had appeared there and nowhere else."""
    said = {name: (row[column],) if row.get(column) else () for name, column in COLUMNS.items()}
    return replace(fact, attributes={**fact.attributes, **said})
