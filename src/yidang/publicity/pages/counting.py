"""Where articles appeared: by level of the outlet, by channel, by outlet; counted by the engine like any line.

An article counts once in each row, however often it appeared there (S0-X14), on the day of that placement. `exact` is
an outlet of just this level, `above` of this level or a higher one: contracts ask now for the one, now for the other
(S2-I09 and S2-I22). `placements` are the places in which something appeared: papers, accounts, sites.
"""

from collections.abc import Collection
from collections.abc import Iterable
from collections.abc import Mapping
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


def ladder(found: Mapping[str, Tally]) -> list[Step]:
    """The levels from the highest down."""
    placements, exact = _by_member(found["placements"]), _by_member(found["exact"])
    return [
        Step(one, LABELS.value("levels", one), placements.get(one, 0), exact.get(one, 0), found[f"above-{one}"].value)
        for one in reversed(LEVELS)
    ]


def channels(found: Mapping[str, Tally], facts: Collection[Fact], month: str) -> list[Channel]:
    """Every channel, the portal first; those without an article too. `month` is the label of the running month."""
    counts, monthly = _by_member(found["channels"]), found["monthly"].table
    return [
        Channel(
            one,
            LABELS.value("channels", one),
            counts.get(one, 0),
            monthly.get(one, {}).get(month, 0),
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


def counted(facts: Iterable[Fact], calendar: Calendar, today: date) -> dict[str, Tally]:
    """Every number of the two tables; `facts` are placements."""
    cells = recount(facts, _rules(), calendar)
    return {rule.code: tally(cells, rule, calendar, today) for rule in _rules()}


def _by_member(found: Tally) -> dict[str, Any]:
    return {one.member: one.value for one in found.members}


@cache
def _rules() -> tuple[Rule, ...]:
    """A line for each column of the two tables, its members the levels or the channels."""
    made = [
        _rule("placements", "count", member="level"),
        _rule("exact", ARTICLES, member="level"),
        _rule("channels", ARTICLES, member="channel"),
        _rule("monthly", ARTICLES, member="channel", per=["theme", "month"]),
    ]
    for place, one in enumerate(LEVELS):
        made.append(_rule(f"above-{one}", ARTICLES, {"field": "level", "in": list(LEVELS[place:])}, per=[]))
    return tuple(made)


def _rule(code: str, measure: Any, *where: dict, **more: Any) -> Rule:
    count = {"kinds": [KIND], "measure": measure, "where": list(where)}
    return parse_rule({"code": code, "basis": "verified", "per": ["theme"], "count": count, **more})
