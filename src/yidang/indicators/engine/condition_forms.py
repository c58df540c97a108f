"""Checking conditions as they are written; they stay data, only operators take their ASCII form."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from yidang.indicators.engine import comparisons
from yidang.indicators.engine.facts import STANDINGS
from yidang.indicators.engine.problems import Complaints
from yidang.indicators.engine.rules import Condition


FORMS = ("field", "subjects", "children", "documents", "signatures", "standing", "any")
TESTS = ("is", "is_not", "in", "not_in", "present", "within")
SHAPES = ("count", "sum", "each")


def read_conditions(data: Any, complaints: Complaints) -> tuple[Condition, ...]:
    """A list of conditions (one alone may stand without a list)."""
    if data is None:
        return ()
    if isinstance(data, Mapping):
        data = [data]
    if not isinstance(data, list | tuple):
        complaints.add("条件应为列表")
        return ()
    return tuple(_condition(one, complaints.at(place)) for place, one in enumerate(data))


def _condition(data: Any, complaints: Complaints) -> Condition:
    forms = [key for key in FORMS if isinstance(data, Mapping) and key in data]
    if len(forms) != 1:
        complaints.add(f"每个条件须恰好有 {'、'.join(FORMS)} 之一")
        return {}
    return READERS[forms[0]](dict(data), complaints)


def _field(data: dict[str, Any], complaints: Complaints) -> Condition:
    found: dict[str, Any] = {}
    for key, value in data.items():
        operator = comparisons.canonical(key)
        found[operator] = value
        if operator in comparisons.OPERATORS:
            _check_limit(value, data.get("scale"), complaints.at(key))
        elif operator in TESTS:
            _check_test(operator, value, complaints.at(key))
        elif operator not in ("field", "scale"):
            complaints.at(str(key)).unknown("比较方式", key, (*comparisons.OPERATORS, *TESTS))
    if not isinstance(data["field"], str) or not data["field"]:
        complaints.at("field").add("field 应为字段名")
    if not set(found) - {"field", "scale"}:
        complaints.add(f"条件没有写明字段“{data['field']}”应满足什么")
    return found


def _check_limit(value: Any, scale: Any, complaints: Complaints) -> None:
    if scale is not None:
        if not isinstance(scale, list | tuple) or value not in scale:
            complaints.add(f"“{value}”不在级别 scale 之中")
    elif not isinstance(value, date) and comparisons.as_number(value) is None:
        complaints.add(f"“{value}”不是数字或日期")


def _check_test(test: str, value: Any, complaints: Complaints) -> None:
    if test in ("in", "not_in") and (not isinstance(value, list | tuple) or not value):
        complaints.add(f"{test} 后面应为列表")
    elif test == "present" and not isinstance(value, bool):
        complaints.add("present 后面应为 true 或 false")
    elif test == "within" and value != "term":
        complaints.unknown("期间", value, ("term",))
    elif test in ("is", "is_not") and isinstance(value, list | dict):
        complaints.add(f"{test} 后面应为一个值；多个值请用 in")


def _children(data: dict[str, Any], complaints: Complaints) -> Condition:
    found = {comparisons.canonical(key): value for key, value in data.items()}
    shapes = [key for key in SHAPES if key in found]
    if len(shapes) != 1:
        complaints.add(f"children 须恰好配 {'、'.join(SHAPES)} 之一")
        return found
    operators = [key for key in found if key in comparisons.OPERATORS]
    complaints.keys(found, ("children", "where", *SHAPES, *(comparisons.OPERATORS if shapes == ["sum"] else ())))
    for key in ("where", "each"):
        if key in found:
            found[key] = [dict(one) for one in _plain(found[key], complaints.at(key))]
    if shapes == ["count"] and comparisons.read_comparison(found["count"]) is None:
        complaints.at("count").add(f"“{found['count']}”应写成如 “>= 6” 的形式")
    if shapes == ["sum"] and (len(operators) != 1 or comparisons.as_number(found[operators[0]]) is None):
        complaints.add("children 的 sum 须配一个比较，如 “>=”: 16")
    return found


def _plain(data: Any, complaints: Complaints) -> tuple[Condition, ...]:
    """Conditions on one session: only those on its fields."""
    found = read_conditions(data, complaints)
    for place, one in enumerate(found):
        if one and "field" not in one:
            complaints.at(place).add("对每一节（次）只能写字段条件 field")
    return found


def _papers(key: str) -> Any:
    def read(data: dict[str, Any], complaints: Complaints) -> Condition:
        complaints.keys(data, (key,))
        wanted = [data[key]] if isinstance(data[key], str) else data[key]
        if not isinstance(wanted, list | tuple) or not wanted:
            complaints.at(key).add(f"{key} 应为列表")
            return data
        return {key: [str(one) for one in wanted]}

    return read


def _standing(data: dict[str, Any], complaints: Complaints) -> Condition:
    complaints.keys(data, ("standing",))
    if data["standing"] not in STANDINGS[1:]:
        complaints.at("standing").unknown("状态", data["standing"], STANDINGS[1:])
    return data


def _any(data: dict[str, Any], complaints: Complaints) -> Condition:
    complaints.keys(data, ("any",))
    found = read_conditions(data["any"], complaints.at("any"))
    if any("subjects" in one for one in found):
        complaints.add("subjects 不能写在 any 之中；可以写 {subjects: {any: […]}}")
    return {"any": [dict(one) for one in found]}


def _subjects(data: dict[str, Any], complaints: Complaints) -> Condition:
    """What must hold for a client on the record's day: conditions on fields, or either of several."""
    complaints.keys(data, ("subjects",))
    found = read_conditions(data["subjects"], complaints.at("subjects"))
    if not found:
        complaints.at("subjects").add("subjects 没有写明服务对象应满足什么")
    for place, one in enumerate(found):
        if one and not all("field" in each for each in one.get("any", (one,))):
            complaints.at("subjects", place).add("对服务对象只能写字段条件 field，或由它们组成的 any")
    return {"subjects": [dict(one) for one in found]}


READERS = {
    "field": _field,
    "subjects": _subjects,
    "children": _children,
    "documents": _papers("documents"),
    "signatures": _papers("signatures"),
    "standing": _standing,
    "any": _any,
}
