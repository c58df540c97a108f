"""From the data form of an indicator (docs/indicators.md) to a Rule; every mistake is told at once, in Chinese."""

from collections.abc import Collection
from collections.abc import Iterable
from collections.abc import Mapping
from typing import Any
from yidang.indicators.engine import rules
from yidang.indicators.engine.condition_forms import read_conditions
from yidang.indicators.engine.extras import read_due
from yidang.indicators.engine.extras import read_hours
from yidang.indicators.engine.extras import read_printed
from yidang.indicators.engine.facts import SUBMITTED
from yidang.indicators.engine.facts import VERIFIED
from yidang.indicators.engine.measure_forms import read_kinds
from yidang.indicators.engine.measure_forms import read_measure
from yidang.indicators.engine.problems import Complaints
from yidang.indicators.engine.problems import Problem
from yidang.indicators.engine.problems import RuleError
from yidang.indicators.engine.promise_forms import read_among
from yidang.indicators.engine.promise_forms import read_demands
from yidang.indicators.engine.promise_forms import read_per
from yidang.indicators.engine.promise_forms import read_target
from yidang.indicators.engine.promise_forms import read_versions
from yidang.indicators.engine.rules import Rule
from yidang.indicators.engine.sense import check_sense
from yidang.indicators.engine.wholes import link_rules
from yidang.indicators.engine.words import KINDS


TEXTS = ("code", "title", "group", "unit", "part_of", "fills", "member", "note")
KEYS = (
    *TEXTS, "target", "targets", "promised", "count", "per", "among", "pro_rata", "also", "due", "hours",
    "professional", "basis", "as_of", "printed",
)  # fmt: skip
COUNT_KEYS = ("kinds", "measure", "where")


def parse_rule(data: Mapping[str, Any], kinds: Collection[str] = KINDS) -> Rule:
    """The rule that the data states; RuleError lists every mistake. `kinds` are the known kinds of work."""
    code = data.get("code") if isinstance(data, Mapping) else None
    complaints = Complaints(str(code or "（无编号）"))
    if not isinstance(data, Mapping):
        complaints.add("应写成“项: 值”的形式")
        raise RuleError(complaints.problems)
    rule = _read(dict(data), complaints, kinds)
    check_sense(rule, complaints)
    if complaints.problems:
        raise RuleError(complaints.problems)
    return rule


def parse_rules(entries: Iterable[Mapping[str, Any]], kinds: Collection[str] = KINDS) -> list[Rule]:
    """All rules of a contract, parts (其中) linked to their wholes; RuleError paths begin with the entry's place."""
    problems: list[Problem] = []
    read: list[Rule] = []
    places: list[int] = []
    for place, data in enumerate(entries):
        try:
            read.append(parse_rule(data, kinds))
            places.append(place)
        except RuleError as error:
            problems += [Problem((place, *problem.path), problem.message) for problem in error.problems]
    try:
        linked = link_rules(read, lenient=bool(problems))
    except RuleError as error:
        problems += [
            Problem((places[problem.path[0]], *problem.path[1:]), problem.message) for problem in error.problems
        ]
    if problems:
        raise RuleError(problems)
    return linked


def _read(data: dict[str, Any], complaints: Complaints, kinds: Collection[str]) -> Rule:
    complaints.keys(data, KEYS)
    if not data.get("code"):
        complaints.at("code").add("缺少编号 code")
    count = _mapping(data, "count", complaints)
    complaints.at("count").keys(count, COUNT_KEYS)
    at = complaints.at
    return Rule(
        **{key: _text(data, key, complaints) for key in TEXTS},
        target=read_target(data.get("target"), at("target")),
        targets=read_versions(data.get("targets"), at("targets")),
        kinds=read_kinds(count.get("kinds"), at("count", "kinds"), kinds),
        measure=read_measure(count.get("measure", rules.COUNT), at("count", "measure"), kinds),
        where=read_conditions(count.get("where"), at("count", "where")),
        per=read_per(data.get("per"), at("per")),
        also=read_demands(data.get("also"), at("also"), kinds),
        among=read_among(data.get("among"), at("among"), kinds),
        pro_rata=_flag(data, "pro_rata", complaints),
        promised=_choice(data, "promised", (rules.BID,), "", complaints),
        due=read_due(data.get("due"), at("due")),
        hours=read_hours(data.get("hours"), at("hours")),
        professional=_flag(data, "professional", complaints),
        basis=_choice(data, "basis", (SUBMITTED, VERIFIED), SUBMITTED, complaints),
        as_of=_choice(data, "as_of", ("today",), "", complaints),
        printed=read_printed(data.get("printed"), at("printed")),
    )


def _mapping(data: dict[str, Any], key: str, complaints: Complaints) -> dict[str, Any]:
    value = data.get(key)
    if value is None:
        complaints.at(key).add(f"缺少 {key}，应写明数哪些记录")
        return {}
    if not isinstance(value, Mapping):
        complaints.at(key).add(f"{key} 应写成“项: 值”的形式")
        return {}
    return dict(value)


def _text(data: dict[str, Any], key: str, complaints: Complaints) -> str:
    value = data.get(key)
    if isinstance(value, Mapping | list | tuple):
        complaints.at(key).add(f"{key} 应为文字")
        return ""
    return "" if value is None else str(value).strip()


def _flag(data: dict[str, Any], key: str, complaints: Complaints) -> bool:
    value = data.get(key, False)
    if not isinstance(value, bool):
        complaints.at(key).add(f"{key} 应为 true 或 false，而不是“{value}”")
    return value is True


def _choice(data: dict[str, Any], key: str, known: tuple[str, ...], default: str, complaints: Complaints) -> str:
    value = data.get(key) or default
    if value not in (*known, default):
        complaints.at(key).unknown(f" {key} ", value, known)
    return str(value)
