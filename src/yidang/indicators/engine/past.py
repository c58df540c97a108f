"""Facts as they stood at the end of a past day, so that a board or a list of evidence can be told for any day."""

from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from yidang.indicators.engine.facts import Fact


def as_of(facts: Iterable[Fact], day: date) -> Iterator[Fact]:
    """The facts as they stood on `day`: dated until then, in the standing reached by then.

    What had not happened is left out: a record handed in later, a session held later, a date that lay ahead (a case
    closed in May is open in April). What lasts keeps its end, which decides of every later day only.
    """
    for fact in facts:
        if fact.date is not None and fact.date > day:
            continue
        standing = standing_on(fact, day)
        if standing is not None:
            yield _as_it_was(fact, standing, day)


def standing_on(fact: Fact, day: date) -> str | None:
    """The standing that the record had reached by the end of `day`; None when it was not there yet."""
    if not fact.history:
        return fact.standing
    return next((standing for since, standing in reversed(fact.history) if since <= day), None)


def in_force(fact: Fact, day: date) -> bool:
    """Whether what lasts had begun by `day` and lasted still; the last day counts whole."""
    if fact.date is not None and fact.date > day:
        return False
    return fact.until is None or day <= fact.until


def _as_it_was(fact: Fact, standing: str, day: date) -> Fact:
    changes: dict = {}
    if standing != fact.standing:
        changes["standing"] = standing
    ahead = {name for name, value in fact.attributes.items() if isinstance(value, date) and value > day}
    if standing != fact.standing and "state" in fact.attributes:
        ahead.add("state")
    if ahead:
        changes["attributes"] = {name: value for name, value in fact.attributes.items() if name not in ahead}
    if fact.children and any(child.date is not None and child.date > day for child in fact.children):
        changes["children"] = tuple(child for child in fact.children if child.date is None or child.date <= day)
    return replace(fact, **changes) if changes else fact
