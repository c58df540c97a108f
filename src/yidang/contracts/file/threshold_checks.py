"""Whether limits and gates can be judged: what they read is named, and what follows is complete."""

from .problems import Path
from collections.abc import Iterator
from typing import Any
from typing import Protocol
from yidang.indicators.engine.condition_forms import read_conditions
from yidang.indicators.engine.problems import Complaints


Found = Iterator[tuple[Path, str]]


class Parts(Protocol):
    """What the checks need to know of a file: its sound items with their places."""

    def items(self, key: str) -> list[tuple[int, dict[str, Any]]]: ...


def threshold_problems(parts: Parts) -> Found:
    """Limits that name too little, or too much."""
    for index, limit in parts.items("thresholds"):
        place: Path = ("thresholds", index)
        if (limit["of"] == "evaluation") != ("kind" in limit):
            yield (*place, "kind"), "依据评估得分的界限（也只有它）须写明评估种类 kind"
        if (limit["of"] == "indicator") != ("indicator" in limit):
            yield (*place, "indicator"), "依据指标的界限（也只有它）须写明指标 indicator"
        if ("extend" in limit["then"]) != ("months" in limit):
            yield (*place, "months"), "延长服务期的界限（也只有它）须写明延长几个月 months"
        if limit["code"] in limit.get("overrides", ()):
            yield (*place, "overrides"), f"“{limit['code']}”不能优先于自己"
        yield from _conditions((*place, "where"), limit.get("where"))
    for index, choice in parts.items("choices"):
        for at, option in enumerate(choice["options"]):
            for code, change in option.get("thresholds", {}).items():
                yield from _conditions(("choices", index, "options", at, "thresholds", code), change.get("where"))


def gate_problems(parts: Parts) -> Found:
    """A need of a gate is one thing."""
    for index, gate in parts.items("gates"):
        for at, need in enumerate(gate["needs"]):
            if ("indicator" in need) == ("evaluation" in need):
                yield ("gates", index, "needs", at), "须恰好写明 indicator（指标达标）或 evaluation（评估合格）之一"


def _conditions(place: Path, where: Any) -> Found:
    complaints = Complaints("")
    for condition in where or ():
        if "field" not in condition:
            complaints.add("界限的条件只能写字段条件 field")
    read_conditions(where, complaints)
    for problem in complaints.problems:
        yield (*place, *problem.path), problem.message.partition("：")[2]
