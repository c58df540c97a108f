"""A rule back in the data form of contract files."""

from typing import Any
from yidang.indicators.engine import rules
from yidang.indicators.engine.rules import Hours
from yidang.indicators.engine.rules import Measure
from yidang.indicators.engine.rules import Part
from yidang.indicators.engine.rules import Rule
from yidang.indicators.engine.targets import Target


def rule_as_data(rule: Rule) -> dict[str, Any]:
    """The data from which `parse_rule` makes the same rule; what is empty or a default is left out."""
    data: dict[str, Any] = {
        "code": rule.code,
        "title": rule.title,
        "group": rule.group,
        "unit": rule.unit,
        "target": _target(rule.target),
        "targets": [{"from": one.since, "target": _target(one.target), "reason": one.reason} for one in rule.targets],
        "part_of": rule.part_of,
        "count": _count(Part(rule.kinds, rule.where, rule.measure)),
        "per": list(rule.per),
        "member": rule.member,
        "also": [{"per": list(one.per), "target": _target(one.target)} for one in rule.also],
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
