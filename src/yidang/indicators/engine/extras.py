"""Reading what surrounds the count: target, versions, per, due day, hours, printed figures."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from yidang.indicators.engine import rules
from yidang.indicators.engine.comparisons import as_number
from yidang.indicators.engine.problems import Complaints
from yidang.indicators.engine.rules import Demand
from yidang.indicators.engine.rules import Due
from yidang.indicators.engine.rules import Hours
from yidang.indicators.engine.targets import Number
from yidang.indicators.engine.targets import parse_target
from yidang.indicators.engine.targets import Target
from yidang.indicators.engine.targets import TargetVersion


PRINTED = ("quantity", "unit_hours", "total_hours", "per_month")


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


def read_demands(data: Any, complaints: Complaints) -> tuple[Demand, ...]:
    """Further promises on the same count."""
    return tuple(
        Demand(read_per(one.get("per"), at.at("per")), read_target(one.get("target"), at.at("target")))
        for one, at in _entries(data, complaints, ("per", "target"))
    )


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


def read_due(data: Any, complaints: Complaints) -> Due | None:
    """The last permitted day in a period."""
    if data is None:
        return None
    given = dict(data) if isinstance(data, Mapping) else {"day": data}
    complaints.keys(given, ("day", "after", "of"))
    day, after = given.get("day"), given.get("after", 0)
    if not _is_whole(day) or not 1 <= day <= 31:
        complaints.at("day").add(f"截止日“{day}”应为 1 至 31 的整数")
        day = 1
    if not _is_whole(after) or not 0 <= after <= 12:
        complaints.at("after").add(f"after“{after}”应为 0 至 12 的整数（顺延的月数）")
        after = 0
    return Due(day, after, str(given.get("of") or ""))


def _is_whole(data: Any) -> bool:
    return isinstance(data, int) and not isinstance(data, bool)


def read_hours(data: Any, complaints: Complaints) -> Hours | None:
    """Standard hours of a unit; a bare number is the unit."""
    if data is None:
        return None
    given = dict(data) if isinstance(data, Mapping) else {"unit": data}
    complaints.keys(given, ("unit", "by"))
    unit = as_number(given.get("unit"))
    if unit is None:
        complaints.at("unit").add("hours 须写明每个单位的时数 unit（小时）")
    by = given.get("by")
    if by is None:
        return Hours(unit or 0)
    if not isinstance(by, Mapping) or not isinstance(by.get("values"), Mapping) or not by.get("field"):
        complaints.at("by").add("hours 的 by 应写成 {field: 字段, values: {值: 时数}}")
        return Hours(unit or 0)
    complaints.at("by").keys(dict(by), ("field", "values"))
    return Hours(unit or 0, str(by["field"]), _numbers(by["values"], complaints.at("by", "values")))


def read_printed(data: Any, complaints: Complaints) -> dict[str, Number]:
    """Figures printed in the contract, kept beside the computed ones."""
    if data is None:
        return {}
    if not isinstance(data, Mapping):
        complaints.add("printed 应写成“项: 值”的形式")
        return {}
    complaints.keys(dict(data), PRINTED)
    return _numbers(data, complaints)


def _numbers(data: Mapping[str, Any], complaints: Complaints) -> dict[str, Number]:
    found = {str(key): as_number(value) for key, value in data.items()}
    for key, value in found.items():
        if value is None:
            complaints.at(key).add(f"{key} 的值不是数字")
    return {key: value for key, value in found.items() if value is not None}
