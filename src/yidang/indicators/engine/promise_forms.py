"""Reading promises: target, versions, per, further promises, and the members from whom something is expected."""

from collections.abc import Collection
from collections.abc import Mapping
from datetime import date
from typing import Any
from yidang.indicators.engine import rules
from yidang.indicators.engine.condition_forms import read_conditions
from yidang.indicators.engine.measure_forms import read_kinds
from yidang.indicators.engine.measure_forms import read_measure
from yidang.indicators.engine.problems import Complaints
from yidang.indicators.engine.rules import Among
from yidang.indicators.engine.rules import Demand
from yidang.indicators.engine.targets import parse_target
from yidang.indicators.engine.targets import Target
from yidang.indicators.engine.targets import TargetVersion


def read_target(data: Any, complaints: Complaints) -> Target | None:
    """The promise; a bare number means at least."""
    try:
        return parse_target(data)
    except ValueError:
        complaints.add(f"目标“{data}”不是数字，请写成如 “>= 300”、“> 6000”、“= 4”、“5..6”、“~ 16”、“>= 80%” 或 none")
        return None


def read_versions(data: Any, complaints: Complaints) -> tuple[TargetVersion, ...]:
    """Amended targets, in order of their first day."""
    found = [_version(one, at) for one, at in _entries(data, complaints, ("from", "target", "reason"))]
    return tuple(sorted((one for one in found if one), key=lambda one: one.since))


def _version(data: dict[str, Any], complaints: Complaints) -> TargetVersion | None:
    since = _day(data.get("from"))
    if since is None:
        complaints.at("from").add(f"生效日期“{data.get('from', '')}”应写成 2024-07-01 的形式")
    target = read_target(data.get("target"), complaints.at("target"))
    return TargetVersion(since, target, str(data.get("reason") or "")) if since else None


def _day(data: Any) -> date | None:
    if isinstance(data, date):
        return data
    try:
        return date.fromisoformat(str(data))
    except ValueError:
        return None


def read_per(data: Any, complaints: Complaints) -> tuple[str, ...]:
    """Dimensions: at most one of members and one of time; the contract itself needs no mention."""
    names = [data] if isinstance(data, str) else data or ()
    if not isinstance(names, list | tuple):
        complaints.add("per 应为列表，如 [station, month]")
        return ()
    for place, name in enumerate(names):
        if name not in rules.DIMENSIONS:
            complaints.at(place).unknown("维度", name, rules.DIMENSIONS)
    for group, what in ((rules.MEMBERS, "对象"), (rules.PERIODS, "时间")):
        if len({name for name in names if name in group}) > 1:
            complaints.add(f"per 最多只能有一个{what}维度")
    return tuple(str(name) for name in names if name in rules.DIMENSIONS and name != "contract")


def read_demands(data: Any, complaints: Complaints, known: Collection[str]) -> tuple[Demand, ...]:
    """Further promises on the same records; with `measure` or `where` they have a count of their own."""
    entries = _entries(data, complaints, ("per", "target", "targets", "measure", "where", "unit"))
    return tuple(_demand(one, at, known) for one, at in entries)


def _demand(data: dict[str, Any], complaints: Complaints, known: Collection[str]) -> Demand:
    measure = data.get("measure")
    return Demand(
        read_per(data.get("per"), complaints.at("per")),
        read_target(data.get("target"), complaints.at("target")),
        read_versions(data.get("targets"), complaints.at("targets")),
        None if measure is None else read_measure(measure, complaints.at("measure"), known),
        read_conditions(data.get("where"), complaints.at("where")),
        str(data.get("unit") or ""),
    )


def read_among(data: Any, complaints: Complaints, known: Collection[str]) -> Among | None:
    """Who is expected: a list of names, or the kinds of lasting facts that name them."""
    if data is None:
        return None
    if isinstance(data, Mapping):
        return _population(dict(data), complaints, known)
    if not isinstance(data, list | tuple) or not data or any(isinstance(one, list | dict | bool) for one in data):
        complaints.add("among 应为名单，如 [甲, 乙]，或写成 {kinds: [client_tier], where: […]}")
        return None
    return Among(tuple(dict.fromkeys(str(one) for one in data)))


def _population(data: dict[str, Any], complaints: Complaints, known: Collection[str]) -> Among:
    complaints.keys(data, ("kinds", "where", "member"))
    kinds = read_kinds(data.get("kinds"), complaints.at("kinds"), known)
    if not data.get("kinds"):
        complaints.at("kinds").add("among 没有写明由哪类记录确定考核对象（kinds）")
    where = read_conditions(data.get("where"), complaints.at("where"))
    return Among((), kinds, where, str(data.get("member") or ""))


def _entries(data: Any, complaints: Complaints, keys: tuple[str, ...]) -> list[tuple[dict[str, Any], Complaints]]:
    if data is None:
        return []
    if not isinstance(data, list | tuple) or not all(isinstance(one, Mapping) for one in data):
        complaints.add(f"应为列表，每项写 {'、'.join(keys)}")
        return []
    entries = [(dict(one), complaints.at(place)) for place, one in enumerate(data)]
    for one, at in entries:
        at.keys(one, keys)
    return entries
