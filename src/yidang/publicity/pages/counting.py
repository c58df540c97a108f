"""How many articles appeared where: by level of the outlet and by channel, counted by the engine like any line.

An article counts once in each row, however often it appeared there (S0-X14). `exact` is an outlet of just this level,
`above` of this level or a higher one: contracts ask now for the one, now for the other (S2-I09 and S2-I22).
"""

from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import NamedTuple
from yidang.indicators.engine import parse_rule
from yidang.indicators.engine import recount
from yidang.indicators.engine import Rule
from yidang.indicators.engine import tally
from yidang.indicators.engine.calendar import Calendar
from yidang.indicators.engine.facts import Fact
from yidang.indicators.engine.labels import LABELS
from yidang.publicity.vocabularies import CHANNELS
from yidang.publicity.vocabularies import LEVELS
from yidang.publicity.vocabularies import PORTAL


class Step(NamedTuple):
    """One level of the ladder of outlets."""

    level: str
    title: str
    exact: int
    above: int


class Channel(NamedTuple):
    """One channel: articles in the term, in the running month, and the day of the newest."""

    channel: str
    title: str
    count: int
    this_month: int
    last: date | None


def ladder(facts: Iterable[Fact], calendar: Calendar, today: date) -> list[Step]:
    """The levels from the highest down."""
    found = _counted(facts, calendar, today)
    return [
        Step(one, LABELS.value("levels", one), found[f"exact-{one}"].value, found[f"above-{one}"].value)
        for one in reversed(LEVELS)
    ]


def channels(facts: Iterable[Fact], calendar: Calendar, today: date) -> list[Channel]:
    """Every channel, the portal first; those without an article too."""
    facts = list(facts)
    found = _counted(facts, calendar, today)
    this = calendar.label("month", today)
    return [
        Channel(
            one,
            LABELS.value("channels", one),
            found[f"in-{one}"].value,
            found[f"in-{one}"].months.get(this, 0),
            max(
                (fact.date for fact in facts if fact.date and one in fact.attributes.get("channels", ())), default=None
            ),
        )
        for one in (PORTAL, *CHANNELS)
    ]


def outlets(facts: Iterable[Fact]) -> list[tuple[str, int]]:
    """The outlets by name with their articles, most first."""
    found: dict[str, int] = {}
    for fact in facts:
        for one in fact.attributes.get("outlets", ()):
            found[one] = found.get(one, 0) + 1
    return sorted(found.items(), key=lambda one: (-one[1], one[0]))


def _counted(facts: Iterable[Fact], calendar: Calendar, today: date):
    cells = recount(facts, _rules(), calendar)
    return {rule.code: tally(cells, rule, calendar, today) for rule in _rules()}


@cache
def _rules() -> tuple[Rule, ...]:
    """A line for each row of the two tables."""
    made = []
    for one in LEVELS:
        made.append(_rule(f"exact-{one}", {"field": "levels", "is": one}))
        made.append(_rule(f"above-{one}", {"field": "levels", "in": list(LEVELS[LEVELS.index(one) :])}))
    made += [_rule(f"in-{one}", {"field": "channels", "is": one}) for one in (PORTAL, *CHANNELS)]
    return tuple(made)


def _rule(code: str, condition: dict) -> Rule:
    return parse_rule({"code": code, "basis": "verified", "count": {"kinds": ["article"], "where": [condition]}})
