"""Reading what surrounds the count: due day, hours, printed figures."""

from collections.abc import Mapping
from typing import Any
from yidang.indicators.engine.comparisons import as_number
from yidang.indicators.engine.problems import Complaints
from yidang.indicators.engine.rules import Due
from yidang.indicators.engine.rules import Hours
from yidang.indicators.engine.targets import Number


PRINTED = ("quantity", "unit_hours", "total_hours", "per_month")


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
