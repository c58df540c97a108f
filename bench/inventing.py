"""Facts for any rule, made from its own conditions: most fulfil them, some miss one."""

from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from datetime import date
from datetime import timedelta
from random import Random
from typing import Any
from yidang.indicators.engine import rules
from yidang.indicators.engine.calendar import Calendar
from yidang.indicators.engine.comparisons import read_comparison
from yidang.indicators.engine.facts import Child
from yidang.indicators.engine.facts import Fact
from yidang.indicators.engine.rules import Rule


MISSED = 0.06  # of the conditions
PEOPLE, CLIENTS, SCORES = 30, 300, 10
PAPERS = ("documents", "signatures")


@dataclass
class Draft:
    """A fact in the making."""

    day: date
    amounts: dict[str, Any] = field(default_factory=dict)
    attributes: dict[str, Any] = field(default_factory=dict)
    about: dict[str, Any] = field(default_factory=dict)
    children: list[Child] = field(default_factory=list)
    papers: dict[str, tuple] = field(default_factory=lambda: dict.fromkeys(PAPERS, ()))


def facts(contract: str, given: list[Rule], calendar: Calendar, stations: list[str], number: int) -> Iterator[Fact]:
    """`number` facts of one contract, spread over its lines; people and scores do not grow with the records."""
    chance = Random(f"{contract}-{number}")
    choices = [(rule, kind) for rule in given for kind in _kinds(rule)]
    scores = [one for one in choices if one[0].measure.kind == rules.ENTERED]
    work = [one for one in choices if one not in scores and one[1] not in ("staff", "client_tier")]
    found = [*_people(chance, choices, calendar, stations)]
    found += [_fact(chance, *chance.choice(scores), calendar, stations) for _ in range(SCORES) if scores]
    found += [_fact(chance, *chance.choice(work), calendar, stations) for _ in range(number - len(found))]
    for serial, fact in enumerate(found):
        yield replace(fact, uid=f"{contract}-{serial}", contract=contract)


def _people(chance: Random, choices: list, calendar: Calendar, stations: list[str]) -> Iterator[Fact]:
    """Staff, some of whom join late; clients who have a tier from the first day on, or get another one later."""
    since = calendar.start - timedelta(days=90)
    staff, tiers = ([one for one in choices if one[1] == kind] for kind in ("staff", "client_tier"))
    for serial in range(PEOPLE if staff else 0):
        found = _fact(chance, *staff[serial % len(staff)], calendar, stations)
        joined = calendar.start + timedelta(days=45) if serial % 5 == 0 else since
        yield replace(found, workers=(f"w{serial}",), date=joined, subjects=(), about={})
    for serial in range(CLIENTS if tiers or _have_tiers(choices) else 0):
        until = calendar.start + timedelta(days=150) if serial % 10 == 0 else None
        tier = "key" if serial % 3 == 0 else "general"
        client = f"c{serial}"
        attributes = {"tier": tier, "key": tier == "key", "categories": ("child",)}
        yield Fact("client_tier", "", "", "", (), since, until, "verified", attributes=attributes, subjects=(client,))


def _have_tiers(choices: list) -> bool:
    """Whether a line expects clients of a tier."""
    return any(rule.among is not None and "client_tier" in rule.among.kinds for rule, _ in choices)


def _kinds(rule: Rule) -> list[str]:
    sides = [side for side in (rule.measure.of, rule.measure.to) if side is not None]
    return [*rule.all_kinds(), *(kind for side in sides for kind in side.kinds)]


def _fact(chance: Random, rule: Rule, kind: str, calendar: Calendar, stations: list[str]) -> Fact:
    draft = _draft(chance, rule, calendar)
    for condition in _conditions(rule):
        if chance.random() > MISSED:
            _fulfil(chance, condition, draft)
    client = f"c{chance.randrange(CLIENTS)}"
    return Fact(
        kind,
        "",
        "",
        chance.choice(stations),
        (f"w{chance.randrange(PEOPLE)}",),
        draft.day,
        standing="verified" if chance.random() < 0.8 else "submitted",
        amounts=draft.amounts,
        attributes=draft.attributes,
        subjects=(client,),
        children=tuple(draft.children),
        about={client: draft.about} if draft.about else {},
        **draft.papers,
    )


def _draft(chance: Random, rule: Rule, calendar: Calendar) -> Draft:
    """What any record may state, and what the measures of the rule need."""
    draft = Draft(calendar.start + timedelta(days=chance.randrange((calendar.end - calendar.start).days + 1)))
    draft.amounts.update(hours=2, participants=chance.randrange(10, 90))
    draft.attributes.update(organisation=f"o{chance.randrange(10)}", theme=f"t{chance.randrange(4)}", mode="home")
    draft.attributes.update(household=f"h{chance.randrange(150)}", supervised=(f"w{chance.randrange(PEOPLE)}",))
    for measure in _measures(rule):
        if measure.field and measure.kind != rules.DISTINCT:
            draft.amounts.setdefault(measure.field, chance.randrange(1, 9))
        elif measure.field not in ("", "subjects", "workers", "date", "station", *draft.attributes):
            draft.attributes[measure.field] = f"x{chance.randrange(40)}"
    return draft


def _measures(rule: Rule) -> list[rules.Measure]:
    sides = [side for side in (rule.measure.of, rule.measure.to) if side is not None]
    return [rule.measure, *(side.measure for side in sides), *(one.measure for one in rule.also if one.measure)]


def _conditions(rule: Rule) -> Iterator[Mapping[str, Any]]:
    yield from rule.all_where()
    for side in (rule.measure.of, rule.measure.to):
        yield from side.where if side is not None else ()


def _fulfil(chance: Random, condition: Mapping[str, Any], draft: Draft) -> None:
    if "any" in condition:
        _fulfil(chance, chance.choice(condition["any"]), draft)
    elif "subjects" in condition:
        draft.about |= {one["field"]: _wanted(one, draft.day) for one in _several(condition["subjects"])}
    elif "children" in condition:
        _hold(chance, condition, draft)
    elif "field" in condition and (value := _wanted(condition, draft.day)) is not None:
        amount = isinstance(value, int | float) and not isinstance(value, bool)
        (draft.amounts if amount else draft.attributes)[condition["field"]] = value
    for name in PAPERS:
        draft.papers[name] = tuple(dict.fromkeys((*draft.papers[name], *condition.get(name, ()))))


def _hold(chance: Random, condition: Mapping[str, Any], draft: Draft) -> None:
    """Sessions: as many as are asked for, each as it should be."""
    number = 4
    if "count" in condition:
        number = int(read_comparison(condition["count"])[1]) + chance.randrange(2)
    wanted = [*_several(condition.get("each", [])), *_several(condition.get("where", []))]
    fields = {one["field"]: _wanted(one, draft.day) for one in wanted}
    if "sum" in condition:
        fields[condition["sum"]] = 999
    amounts = {name: value for name, value in fields.items() if isinstance(value, int | float)}
    attributes = {name: value for name, value in fields.items() if name not in amounts}
    draft.children += [Child(condition["children"], draft.day, amounts, attributes) for _ in range(number)]


def _several(conditions: Any) -> list[Mapping[str, Any]]:
    return list(conditions) if isinstance(conditions, list | tuple) else [conditions]


def _wanted(condition: Mapping[str, Any], day: date) -> Any:
    """A value that fulfils a condition on one field; None where nothing should be written."""
    for operator, value in condition.items():
        if operator in ("is", "in"):
            return value if operator == "is" else value[0]
        if operator in (">=", ">", "=", "<=", "<"):
            return _near(operator, value)
    return day if condition.get("within") or condition.get("present") else None


def _near(operator: str, limit: Any) -> Any:
    if isinstance(limit, str) and limit.endswith("%"):
        limit = float(limit[:-1]) / 100
    if isinstance(limit, date | str):
        return limit
    return limit + {">": 1, "<": -1}.get(operator, 0)
