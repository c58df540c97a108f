"""A rule back in the data form of contract files."""

from typing import Any
from yidang.indicators.engine import rules
from yidang.indicators.engine.rules import Among
from yidang.indicators.engine.rules import Demand
from yidang.indicators.engine.rules import Hours
from yidang.indicators.engine.rules import Measure
from yidang.indicators.engine.rules import Part
from yidang.indicators.engine.rules import Rule
from yidang.indicators.engine.targets import Target
from yidang.indicators.engine.targets import TargetVersion


def rule_as_data(rule: Rule) -> dict[str, Any]:
    """The data from which `parse_rule` makes the same rule; what is empty or a default is left out."""
    data: dict[str, Any] = {
        "code": rule.code,
        "title": rule.title,
        "group": rule.group,
        "unit": rule.unit,
        "target": _target(rule.target),
        "targets": _versions(rule.targets),
        "part_of": rule.part_of,
        "fills": rule.fills,
        "count": _count(Part(rule.kinds, rule.where, rule.measure)),
        "per": list(rule.per),
        "member": rule.member,
        "among": _among(rule.among) if rule.among else None,
        "pro_rata": rule.pro_rata,
        "promised": rule.promised,
        "also": [_demand(one) for one in rule.also],
        "due": _filled({"day": rule.due.day, "after": rule.due.after, "of": rule.due.of}) if rule.due else None,
        "hours": _hours(rule.hours) if rule.hours else None,
        "professional": rule.professional,
        "basis": rule.basis if rule.basis != "submitted" else "",
        "as_of": rule.as_of,
        "printed": dict(rule.printed),
        "note": rule.note,
    }
    return {key: value for key, value in data.items() if value or key == "count"}


def _filled(data: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if value}


def _versions(versions: tuple[TargetVersion, ...]) -> list[dict[str, Any]]:
    return [{"from": one.since, "target": _target(one.target), "reason": one.reason} for one in versions]


def _among(among: Among) -> Any:
    if among.names:
        return list(among.names)
    where = [dict(one) for one in among.where]
    return _filled({"kinds": list(among.kinds), "where": where, "member": among.member})


def _demand(demand: Demand) -> dict[str, Any]:
    more = {
        "measure": _measure(demand.measure) if demand.measure else None,
        "where": [dict(one) for one in demand.where],
        "targets": _versions(demand.versions),
        "unit": demand.unit,
    }
    return {"per": list(demand.per), "target": _target(demand.target), **_filled(more)}


def _target(target: Target | None) -> str:
    return str(target) if target else "none"


def _count(part: Part) -> dict[str, Any]:
    data: dict[str, Any] = {"kinds": list(part.kinds), "where": [dict(one) for one in part.where]}
    if part.fixed is not None:
        data["fixed"] = part.fixed
    if part.measure != Measure():
        data["measure"] = _measure(part.measure)
    return _filled(data)


def _measure(measure: Measure) -> Any:
    if measure.kind == rules.RATIO:
        return {"ratio": {"of": _count(measure.of), "to": _count(measure.to)}}
    if measure.kind == rules.ENTERED:
        return {"entered": {"amount": measure.field, "take": measure.take}}
    return {measure.kind: measure.field} if measure.field else measure.kind


def _hours(hours: Hours) -> dict[str, Any]:
    data: dict[str, Any] = {"unit": hours.unit}
    if hours.field:
        data["by"] = {"field": hours.field, "values": dict(hours.values)}
    return data
