"""Where articles appeared: by level of the outlet, by channel, by outlet; counted by the engine like any line.

An article counts once in each row, however often it appeared there (S0-X14), on the day of that placement. `exact` is
an outlet of just this level, `above` of this level or a higher one: contracts ask now for the one, now for the other
(S2-I09 and S2-I22). `placements` are the places in which something appeared: papers, accounts, sites.
"""

from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Any
from typing import NamedTuple
from yidang.indicators.engine import parse_rule
from yidang.indicators.engine import recount
from yidang.indicators.engine import Rule
from yidang.indicators.engine import Tally
from yidang.indicators.engine import tally
from yidang.indicators.engine.calendar import Calendar
from yidang.indicators.engine.facts import Fact
from yidang.indicators.engine.labels import LABELS
from yidang.publicity.vocabularies import CHANNELS
from yidang.publicity.vocabularies import LEVELS
from yidang.publicity.vocabularies import PORTAL


KIND = "placement"
ARTICLES: dict[str, str] = {"distinct": "article"}


class Step(NamedTuple):
    """One level of the ladder of outlets."""

    level: str
    title: str
    placements: int
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
    """The levels from the highest down; `facts` are placements."""
    found = _counted(facts, calendar, today)
    return [
        Step(
            one,
            LABELS.value("levels", one),
            *(found[f"{name}-{one}"].value for name in ("placements", "exact", "above")),
        )
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
            max((fact.date for fact in facts if fact.attributes.get("channel") == one), default=None),
        )
        for one in (PORTAL, *CHANNELS)
    ]


def outlets(facts: Iterable[Fact]) -> list[tuple[str, int]]:
    """The outlets by name with their articles, most first."""
    found: dict[str, set[str]] = {}
    for fact in facts:
        if fact.attributes.get("outlet"):
            found.setdefault(fact.attributes["outlet"], set()).add(fact.attributes["article"])
    return sorted(((name, len(articles)) for name, articles in found.items()), key=lambda one: (-one[1], one[0]))


def _counted(facts: Iterable[Fact], calendar: Calendar, today: date) -> dict[str, Tally]:
    cells = recount(facts, _rules(), calendar)
    return {rule.code: tally(cells, rule, calendar, today) for rule in _rules()}


@cache
def _rules() -> tuple[Rule, ...]:
    """A line for each number of the two tables."""
    made = []
    for one in LEVELS:
        exact = {"field": "level", "is": one}
        made.append(_rule(f"placements-{one}", exact, "count"))
        made.append(_rule(f"exact-{one}", exact, ARTICLES))
        made.append(_rule(f"above-{one}", {"field": "level", "in": list(LEVELS[LEVELS.index(one) :])}, ARTICLES))
    made += [_rule(f"in-{one}", {"field": "channel", "is": one}, ARTICLES) for one in (PORTAL, *CHANNELS)]
    return tuple(made)


def _rule(code: str, condition: dict, measure: Any) -> Rule:
    count = {"kinds": [KIND], "measure": measure, "where": [condition]}
    return parse_rule({"code": code, "basis": "verified", "count": count})
