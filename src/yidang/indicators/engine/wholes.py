"""Parts and wholes (其中): each part is linked to its whole, whose kinds and conditions hold for it too.

Lines that are filled by another (ladders.py) are linked to it in the same pass.
"""

from collections.abc import Sequence
from dataclasses import replace
from yidang.indicators.engine import rules
from yidang.indicators.engine.ladder_checks import ladder_problems
from yidang.indicators.engine.problems import did_you_mean
from yidang.indicators.engine.problems import Problem
from yidang.indicators.engine.problems import RuleError
from yidang.indicators.engine.rules import Rule
from yidang.indicators.engine.sense import lack_of


def link_rules(given: Sequence[Rule], lenient: bool = False) -> list[Rule]:
    """The rules with `parent` and `filler` set; RuleError for unknown lines, circles, double codes.

    Paths begin with the place in the list. `lenient` leaves out unknown lines: they may be among
    those that could not be read.
    """
    problems: list[Problem] = []
    by_code: dict[str, Rule] = {}
    for place, rule in enumerate(given):
        if rule.code in by_code:
            problems.append(_problem(place, rule, "code", "编号重复"))
        by_code.setdefault(rule.code, rule)
    for place, rule in enumerate(given):
        problems += _whole_problems(place, rule, by_code, lenient)
    problems += ladder_problems(given, by_code, lenient)
    if problems:
        raise RuleError(problems)
    fillers = {rule.fills: rule for rule in given if rule.fills}
    linked = [_linked(rule, by_code, fillers) for rule in given]
    problems = [problem for place, rule in enumerate(linked) for problem in _kind_problems(place, rule, lenient)]
    if problems:
        raise RuleError(problems)
    return linked


def _whole_problems(place: int, rule: Rule, by_code: dict[str, Rule], lenient: bool) -> list[Problem]:
    if not rule.part_of:
        return []
    if rule.part_of not in by_code:
        near = did_you_mean(rule.part_of, by_code)
        return [] if lenient else [_problem(place, rule, "part_of", f"part_of 指向不存在的指标“{rule.part_of}”{near}")]
    path = [rule.code]
    while rule.part_of in by_code:
        if rule.part_of in path:
            circle = " → ".join([*path[path.index(rule.part_of) :], rule.part_of])
            return [_problem(place, by_code[path[0]], "part_of", f"part_of 互相包含成环：{circle}")]
        path.append(rule.part_of)
        rule = by_code[rule.part_of]
    return []


def _linked(rule: Rule, by_code: dict[str, Rule], fillers: dict[str, Rule]) -> Rule:
    """The rule with those above it, linked in their turn; most lines have none and stay the very object."""
    links = {"parent": by_code.get(rule.part_of), "filler": fillers.get(rule.code)}
    found = {name: _linked(one, by_code, fillers) for name, one in links.items() if one is not None}
    return replace(rule, **found) if found else rule


def _kind_problems(place: int, rule: Rule, lenient: bool) -> list[Problem]:
    if rule.measure.kind in (rules.TOTAL, rules.NARRATIVE) or (lenient and rule.part_of and rule.parent is None):
        return []
    if rule.parent and (strange := set(rule.kinds) - set(rule.parent.all_kinds())):
        names = "、".join(sorted(strange))
        return [_problem(place, rule, "count", f"是 {rule.part_of} 的一部分，但 {names} 不在其中", "kinds")]
    if rule.parent and not rule.kinds and (lack := lack_of(rule, rule.per)):
        return [_problem(place, rule, "per", lack)]
    if not rule.all_kinds() and not _has_own_kinds(rule):
        return [_problem(place, rule, "count", "没有写明数哪类记录（kinds）", "kinds")]
    return []


def _has_own_kinds(rule: Rule) -> bool:
    sides = (rule.measure.of, rule.measure.to)
    return rule.measure.kind == rules.RATIO and all(side.kinds or side.fixed is not None for side in sides)


def _problem(place: int, rule: Rule, key: str, message: str, *more: str) -> Problem:
    return Problem((place, key, *more), f"指标 {rule.code}：{message}")
