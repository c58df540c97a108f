"""Whether a line may fill another (`fills`): both must count the same thing in the same way, nothing goes round."""

from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from yidang.indicators.engine import rules
from yidang.indicators.engine.ladders import slots_of
from yidang.indicators.engine.problems import did_you_mean
from yidang.indicators.engine.problems import Problem
from yidang.indicators.engine.rules import Rule


# What cannot stand in a ladder: each would need a count by member, period or stock, where records have no one place.
PLAIN = (
    ("per", "分对象或时间考核（per）"), ("also", "有同时考核的内容（also）"), ("among", "写了考核对象（among）"),
    ("as_of", "按当日在册计（as_of）"), ("due", "有截止日（due）"), ("hours", "折算工时（hours）"),
)  # fmt: skip


def ladder_problems(given: Sequence[Rule], by_code: Mapping[str, Rule], lenient: bool) -> Iterator[Problem]:
    """Everything that is wrong with `fills`, told at the line that says it (path: place in the list).

    `lenient` leaves out unknown lines: other rules could not be read and may be the ones meant.
    """
    taken: dict[str, Rule] = {}
    wholes = {rule.part_of for rule in given}
    for place, rule in enumerate(given):
        if not rule.fills:
            continue
        lower = by_code.get(rule.fills)
        if lower is None:
            if not lenient:
                near = did_you_mean(rule.fills, by_code)
                yield _problem(place, rule, f"fills 指向不存在的指标“{rule.fills}”{near}")
            continue
        if circle := _circle(rule, by_code):
            yield _problem(place, rule, f"fills 互相补入成环：{circle}")
            continue
        first = taken.setdefault(lower.code, rule)
        if first is not rule:
            yield _problem(place, rule, f"{lower.code} 已由 {first.code} 补入，一项指标只能由一项补入")
        for message in _unfit(rule, lower, wholes):
            yield _problem(place, rule, message)


def _circle(rule: Rule, by_code: Mapping[str, Rule]) -> str:
    """`A → B → A`; empty when the way down ends."""
    path = [rule.code]
    while rule.fills in by_code:
        if rule.fills in path:
            return " → ".join([*path[path.index(rule.fills) :], rule.fills])
        path.append(rule.fills)
        rule = by_code[rule.fills]
    return ""


def _unfit(rule: Rule, lower: Rule, wholes: set[str]) -> Iterator[str]:
    """Why the one cannot fill the other."""
    for one in (rule, lower):
        if one.measure.kind != rules.COUNT:
            yield f"{one.code} 不是逐件计数（count），不能补入或被补入"
        for key, words in PLAIN:
            if getattr(one, key):
                yield f"{one.code} {words}，只有按整个合同计的指标才能补入"
        if one.code in wholes:
            yield f"{one.code} 有其中项，不能补入或被补入"
    if slots_of(rule.target) is None and not rule.targets and not rule.promised:
        yield "没有能达到的数量目标，谈不上富余"
    yield from _unlike(rule, lower)


def _unlike(rule: Rule, lower: Rule) -> Iterator[str]:
    if rule.unit != lower.unit:
        yield f"单位是“{rule.unit}”，{lower.code} 的单位是“{lower.unit}”，不能补入"
    if set(rule.kinds) != set(lower.kinds):
        told = ("、".join(sorted(one.kinds)) or "上级指标的记录" for one in (rule, lower))
        yield f"数的是 {next(told)}，{lower.code} 数的是 {next(told)}，不能补入"
    if rule.part_of != lower.part_of:
        yield f"与 {lower.code} 不属于同一个上级指标（part_of），不能补入"
    if rule.basis != lower.basis:
        yield f"与 {lower.code} 的计数依据（basis）不同，不能补入"
    if rule.professional != lower.professional:
        yield f"与 {lower.code} 是否属于专业性工作不同，不能补入"


def _problem(place: int, rule: Rule, message: str) -> Problem:
    return Problem((place, "fills"), f"指标 {rule.code}：{message}")
