"""Why a record counts, or why not: for one record every line of its kind, for one line every record of its kinds."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple
from yidang.indicators.engine.calendar import Calendar
from yidang.indicators.engine.cells import Reason
from yidang.indicators.engine.facts import Fact
from yidang.indicators.engine.labels import LABELS
from yidang.indicators.engine.labels import Labels
from yidang.indicators.engine.lines import Line
from yidang.indicators.engine.lines import line_of
from yidang.indicators.engine.past import in_force
from yidang.indicators.engine.rules import Rule


LEAST = 0.1  # no reason is so near that two of them count for nothing


class Explanation(NamedTuple):
    """Whether a record feeds a line, by how much, and if not why not; `also` tells the same of further promises.

    `note` says of a record in a ladder from which line it came.
    """

    code: str
    counted: bool
    amount: int | float
    reasons: tuple[Reason, ...]
    also: "tuple[Explanation, ...]" = ()
    note: str = ""


class Evidence(NamedTuple):
    """The records behind a number, and those that nearly counted."""

    counted: list[Fact]
    excluded: list[tuple[Fact, tuple[Reason, ...]]]


def evidence(
    facts: Iterable[Fact], rule: Rule, calendar: Calendar, labels: Labels = LABELS, day: date | None = None
) -> Evidence:
    """The records that count for a rule by date, and those that do not, near misses first.

    A stock looks only at what is in force on `day` (all of it when no day is asked). For a past day give the facts
    `as_of` that day.
    """
    line = line_of(rule, calendar, labels)
    counted, excluded = [], []
    for fact in facts:
        if not concerns(line, fact, day):
            continue
        explanation = explanation_of(line, fact)
        if explanation.counted:
            counted.append(fact)
        else:
            excluded.append((fact, explanation.reasons))
    return in_order(counted, excluded)


def in_order(counted: Iterable[Fact], excluded: Iterable[tuple[Fact, tuple[Reason, ...]]]) -> Evidence:
    """What counts by date, what does not with near misses first."""
    return Evidence(
        sorted(counted, key=lambda fact: (str(fact.date or ""), fact.uid)),
        sorted(excluded, key=_how_far),
    )


def concerns(line: Line, fact: Fact, day: date | None) -> bool:
    """Whether a line has anything to say of a record: its kind, and of a stock whether it is in force."""
    if fact.kind not in line.kinds:
        return False
    return day is None or not line.rule.as_of or in_force(fact, day)


def explanation_of(line: Line, fact: Fact) -> Explanation:
    """What one line says of one record."""
    reasons = line.reasons(fact)
    part = line.parts[0]
    counted = not reasons and fact.kind in part.kinds
    also = tuple(explanation_of(one, fact) for one in line.further if fact.kind in one.kinds)
    return Explanation(line.rule.code, counted, part.amount(fact) if counted else 0, reasons, also)


def distance_of(reasons: Iterable[Reason]) -> float:
    """How far a record is from counting: what it lacks in all; two small lacks are nearer than one hopeless one."""
    return round(sum(max(LEAST, reason.distance) for reason in reasons), 4)


def _how_far(excluded: tuple[Fact, tuple[Reason, ...]]) -> tuple:
    fact, reasons = excluded
    return distance_of(reasons), len(reasons), str(fact.date or ""), fact.uid
