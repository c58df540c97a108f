"""Conditions on children: how many sessions there are, what each of them must reach, what they sum up to."""

from collections.abc import Callable
from typing import Any
from yidang.indicators.engine import comparisons
from yidang.indicators.engine.calendar import Calendar
from yidang.indicators.engine.cells import Reason
from yidang.indicators.engine.facts import Child
from yidang.indicators.engine.facts import Fact
from yidang.indicators.engine.facts import value_of
from yidang.indicators.engine.fields import Check
from yidang.indicators.engine.fields import compile_field
from yidang.indicators.engine.labels import Labels


Choose = Callable[[Fact], list[Child]]

NAMED = 3  # sessions that a reason names one by one


def compile_children(data: dict[str, Any], calendar: Calendar, labels: Labels) -> Check:
    """One condition on the children of a kind; `where` narrows them first."""
    choose = _chooser(data["children"], _checks(data.get("where", ()), calendar, labels))
    if "count" in data:
        return _count(data, choose, labels)
    if "sum" in data:
        return _sum(data, choose, labels)
    return _each(data, choose, calendar, labels)


def _checks(conditions: Any, calendar: Calendar, labels: Labels) -> tuple[Check, ...]:
    """Conditions on one session, written alone or as a list."""
    wanted = conditions if isinstance(conditions, list | tuple) else [conditions]
    return tuple(compile_field(one, calendar, labels) for one in wanted)


def _chooser(kind: str, checks: tuple[Check, ...]) -> Choose:
    def choose(item: Fact) -> list[Child]:
        children = [child for child in item.children if child.kind == kind]
        if checks:
            return [child for child in children if not any(check(child) for check in checks)]
        return children

    return choose


def _count(data: dict[str, Any], choose: Choose, labels: Labels) -> Check:
    operator, wanted = comparisons.read_comparison(data["count"])
    holds, unit = comparisons.OPERATORS[operator], labels.session(data["children"])
    only = "符合条件的" if data.get("where") else ""
    demand = f"要求 {comparisons.SIGNS[operator]} {wanted} {unit}"

    def check(item: Fact) -> Reason | None:
        number = len(choose(item))
        if holds(number, wanted):
            return None
        return Reason("children", f"{only}共 {number} {unit}，{demand}", comparisons.shortfall(number, wanted))

    return check


def _sum(data: dict[str, Any], choose: Choose, labels: Labels) -> Check:
    name = data["sum"]
    operator, limit = next((key, data[key]) for key in data if comparisons.canonical(key) in comparisons.OPERATORS)
    operator, wanted = comparisons.canonical(operator), comparisons.as_number(limit)
    holds, label = comparisons.OPERATORS[operator], labels.field(name)
    demand = f"要求 {comparisons.SIGNS[operator]} {comparisons.show(wanted)}"

    def check(item: Fact) -> Reason | None:
        total = exact_sum(child.amounts.get(name, 0) for child in choose(item))
        if holds(total, wanted):
            return None
        return Reason(
            "children", f"{label}合计 {comparisons.show(total)}，{demand}", comparisons.shortfall(total, wanted)
        )

    return check


def exact_sum(amounts: Any) -> int | float:
    """A sum in thousandths, so that ten times 0.1 is 1."""
    total = sum(round(amount * 1000) for amount in amounts)
    return total // 1000 if total % 1000 == 0 else total / 1000


def _each(data: dict[str, Any], choose: Choose, calendar: Calendar, labels: Labels) -> Check:
    checks, unit = _checks(data["each"], calendar, labels), labels.session(data["children"])

    def check(item: Fact) -> Reason | None:
        children = choose(item)
        failed = []
        for number, child in enumerate(children, 1):
            reasons = [reason for test in checks if (reason := test(child))]
            if reasons:
                said = "、".join(_with_figures(reason.message, child) for reason in reasons)
                failed.append((f"第 {number} {unit}{said}", min(1.0, sum(reason.distance for reason in reasons))))
        return _all_failing(failed, len(children), unit) if failed else None

    return check


def _all_failing(failed: list[tuple[str, float]], number: int, unit: str) -> Reason:
    """Up to three sessions by name, the rest by number; the fewer fail and the less they lack, the nearer."""
    said = [sentence for sentence, _ in failed[:NAMED]]
    if len(failed) > NAMED:
        said.append(f"另有 {len(failed) - NAMED} {unit}未达到")
    return Reason("children", "；".join(said), round(sum(distance for _, distance in failed) / number, 4))


def _with_figures(message: str, child: Child) -> str:
    """A rate of attendance tells what it was made of, if the session says so: 出勤 4/8 = 50 %，要求 ≥ 60 %."""
    came, members = value_of(child, "attendance"), value_of(child, "members")
    if not message.startswith("出勤率 ") or came is None or not members:
        return message
    return message.replace("出勤率 ", f"出勤 {came}/{members} = ", 1).replace("%", " %")
