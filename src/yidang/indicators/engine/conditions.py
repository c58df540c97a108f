"""Conditions as data, compiled once per rule into functions that answer None or the reason why not."""

from collections.abc import Callable
from collections.abc import Iterable
from typing import Any
from yidang.indicators.engine.calendar import Calendar
from yidang.indicators.engine.cells import Reason
from yidang.indicators.engine.facts import Child
from yidang.indicators.engine.facts import Fact
from yidang.indicators.engine.facts import VERIFIED
from yidang.indicators.engine.fields import Check
from yidang.indicators.engine.fields import compile_field
from yidang.indicators.engine.labels import Labels
from yidang.indicators.engine.sessions import compile_children


Build = Callable[[dict[str, Any], Calendar, Labels], Check]


def compile_condition(data: dict[str, Any], calendar: Calendar, labels: Labels) -> Check:
    """One condition as a function of a fact (or of a child)."""
    for key, build in BUILDERS.items():
        if key in data:
            return build(data, calendar, labels)
    raise ValueError(data)


def compile_all(conditions: Iterable[Any], calendar: Calendar, labels: Labels) -> tuple[Check, ...]:
    """Several conditions, in their order."""
    return tuple(compile_condition(one, calendar, labels) for one in conditions)


def _papers(key: str, code: str, sentence: str, table: str) -> Build:
    """Papers or signatures: every one must be there, and all missing ones are named."""

    def build(data: dict[str, Any], calendar: Calendar, labels: Labels) -> Check:
        wanted, names = tuple(data[key]), getattr(labels, table)

        def check(item: Fact) -> Reason | None:
            missing = [one for one in wanted if one not in getattr(item, key)]
            if not missing:
                return None
            named = "、".join(names.get(one, one) for one in missing)
            return Reason(code, sentence.format(named), len(missing) / len(wanted))

        return check

    return build


def _standing(data: dict[str, Any], calendar: Calendar, labels: Labels) -> Check:
    reason = Reason("standing", "尚未核定，请提请核定", 0.2)
    wants_verified = data["standing"] == VERIFIED
    return lambda item: reason if wants_verified and item.standing != VERIFIED else None


def _any(data: dict[str, Any], calendar: Calendar, labels: Labels) -> Check:
    checks = compile_all(data["any"], calendar, labels)

    def check(item: Fact | Child) -> Reason | None:
        reasons = [check(item) for check in checks]
        if None in reasons:
            return None
        failed = [reason for reason in reasons if reason]
        message = "以下各项须至少满足一项：" + "；".join(reason.message for reason in failed)
        return Reason("any", message, min(reason.distance for reason in failed))

    return check


BUILDERS: dict[str, Build] = {
    "any": _any,
    "children": compile_children,
    "documents": _papers("documents", "documents", "缺少文书：{}，请补齐", "papers"),
    "signatures": _papers("signatures", "signatures", "缺少签名：{}，请补签", "signers"),
    "standing": _standing,
    "field": compile_field,
}
