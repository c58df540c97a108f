"""Conditions on one field of a record or of a session."""

from collections.abc import Callable
from datetime import date
from typing import Any
from yidang.indicators.engine import comparisons
from yidang.indicators.engine.calendar import Calendar
from yidang.indicators.engine.cells import Reason
from yidang.indicators.engine.facts import Child
from yidang.indicators.engine.facts import Fact
from yidang.indicators.engine.facts import value_of
from yidang.indicators.engine.labels import Labels


Check = Callable[[Fact | Child], Reason | None]
Test = Callable[[Any], Reason | None]


def compile_field(data: dict[str, Any], calendar: Calendar, labels: Labels) -> Check:
    """A condition on one field; every operator it names must hold."""
    name = data["field"]
    tests = [_test(key, data, calendar, labels) for key in data if key not in ("field", "scale")]

    def check(item: Fact | Child) -> Reason | None:
        value = value_of(item, name)
        for test in tests:
            if reason := test(value):
                return reason
        return None

    return check


def _test(key: str, data: dict[str, Any], calendar: Calendar, labels: Labels) -> Test:
    operator = comparisons.canonical(key)
    if operator in comparisons.OPERATORS:
        compare = _ranked if "scale" in data else _compared
        return compare(operator, data[key], data, labels)
    return TESTS[key](data["field"], data[key], calendar, labels)


def _compared(operator: str, limit: Any, data: dict[str, Any], labels: Labels) -> Test:
    name, label = data["field"], labels.field(data["field"])
    holds, sign = comparisons.OPERATORS[operator], comparisons.SIGNS[operator]
    percent = name in labels.percentages or comparisons.is_percentage(limit)
    wanted = limit if isinstance(limit, date) else comparisons.as_number(limit)
    sort = date if isinstance(wanted, date) else (int, float)
    shown = comparisons.show(wanted, percent)

    def test(value: Any) -> Reason | None:
        if not isinstance(value, sort):
            return Reason("missing", f"没有填写{label}，要求 {sign} {shown}", 0.9)
        if holds(value, wanted):
            return None
        far = 1.0 if sort is date else comparisons.shortfall(value, wanted)
        return Reason("amount", f"{label} {comparisons.show(value, percent)}，要求 {sign} {shown}", far)

    return test


def _ranked(operator: str, limit: Any, data: dict[str, Any], labels: Labels) -> Test:
    """A comparison on an ordered scale, such as 区级 < 市级 < 省级 < 国家级; one of several values is enough."""
    name, scale = data["field"], list(data["scale"])
    label, holds = labels.field(name), comparisons.OPERATORS[operator]
    wanted = f"{comparisons.SIGNS[operator]} {labels.value(name, limit)}"
    at = scale.index(limit)

    def test(value: Any) -> Reason | None:
        terms = _many(value)
        if any(term in scale and holds(scale.index(term), at) for term in terms):
            return None
        if not terms:
            return Reason("missing", f"没有填写{label}，要求 {wanted}", 0.9)
        return Reason("attribute", f"{label}为{labels.values_of(name, terms)}，要求 {wanted}")

    return test


def _many(value: Any) -> tuple[Any, ...]:
    if value is None:
        return ()
    return tuple(value) if isinstance(value, tuple | list) else (value,)


def _is(name: str, wanted: Any, calendar: Calendar, labels: Labels) -> Test:
    if isinstance(wanted, bool):
        return _is_flag(name, wanted, labels)
    return _in(name, (wanted,), calendar, labels)


def _is_flag(name: str, wanted: bool, labels: Labels) -> Test:
    """A tick box that nobody ticked is a no."""
    name = labels.field(name)
    message = f"未标为“{name}”，确实是的请标明" if wanted else f"已标为“{name}”，不计入"
    reason = Reason("attribute", message)
    return lambda value: None if bool(value) is wanted else reason


def _in(name: str, wanted: Any, calendar: Calendar, labels: Labels) -> Test:
    known, label = frozenset(wanted), labels.field(name)
    choice = labels.values_of(name, wanted)

    def test(value: Any) -> Reason | None:
        terms = _many(value)
        if not known.isdisjoint(terms):
            return None
        if not terms:
            return Reason("missing", f"没有填写{label}，要求为{choice}", 0.9)
        return Reason("attribute", f"{label}为{labels.values_of(name, terms)}，要求为{choice}")

    return test


def _not_in(name: str, wanted: Any, calendar: Calendar, labels: Labels) -> Test:
    barred = frozenset(_many(wanted))

    def test(value: Any) -> Reason | None:
        found = [term for term in _many(value) if term in barred]
        if not found:
            return None
        return Reason("attribute", f"{labels.field(name)}为{labels.values_of(name, found)}，不计入")

    return test


def _present(name: str, wanted: bool, calendar: Calendar, labels: Labels) -> Test:
    message = f"没有填写{labels.field(name)}，请补填" if wanted else f"已填写{labels.field(name)}，不计入"
    reason = Reason("missing" if wanted else "attribute", message, 0.5)
    return lambda value: None if (value is not None) is wanted else reason


def _within(name: str, wanted: str, calendar: Calendar, labels: Labels) -> Test:
    label = labels.field(name)

    def test(value: Any) -> Reason | None:
        if not isinstance(value, date):
            return Reason("missing", f"没有填写{label}，请补填", 0.5)
        if value in calendar:
            return None
        return Reason("term", f"{label} {value} 在合同期（{calendar.start} 至 {calendar.end}）之外，填错的请更正")

    return test


TESTS = {"is": _is, "is_not": _not_in, "in": _in, "not_in": _not_in, "present": _present, "within": _within}
