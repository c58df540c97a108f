"""What follows from a number: limits with their consequences, and the gates before a step (S2-05 … S2-10, list E).

Pure: the limits are data of the contract file, what is known are facts of the review room and the tallies' values.
The operator is data too: whether 80分以下 includes 80 is a choice of the contract, not of this code. When several
limits are reached, the stricter one wins: 65 points terminate a contract and do not merely ask for a correction.
"""

from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import replace
from datetime import date
from typing import Any
from yidang.indicators.engine import comparisons
from yidang.indicators.engine.calendar import Calendar
from yidang.indicators.engine.facts import Fact
from yidang.indicators.engine.fields import compile_field
from yidang.indicators.engine.labels import LABELS


Number = int | float
Limit = Mapping[str, Any]
# Whatever the term: a limit looks at what was filed, whenever.
ALWAYS = Calendar(date(1900, 1, 1), date(2999, 12, 31))


@dataclass(frozen=True)
class Reached:
    """A limit as of a day. `value` is None while nothing is known; `by` names the stricter limit that won."""

    code: str
    title: str
    when: str
    value: Number | None
    day: date | None
    reached: bool
    then: tuple[str, ...]
    months: int = 0
    by: str = ""
    kind: str = ""

    @property
    def in_force(self) -> bool:
        """Whether its consequences hold."""
        return self.reached and not self.by


@dataclass(frozen=True)
class Need:
    """One need of a gate; `holds` is None while nothing is known."""

    title: str
    holds: bool | None
    why: str


@dataclass(frozen=True)
class Gate:
    """A gate and its needs; open only when every one of them holds."""

    code: str
    title: str
    needs: tuple[Need, ...]

    @property
    def open(self) -> bool:
        """Whether the step may be taken."""
        return all(need.holds for need in self.needs)


def consequences(
    limits: Iterable[Limit], facts: Iterable[Fact], values: Mapping[str, Number | None], today: date
) -> list[Reached]:
    """Every limit as of the end of a day, in the order of the contract; `values` are those of the lines by code."""
    known = [_on(fact, today) for fact in facts if fact.date is not None and fact.date <= today]
    limits = list(limits)
    found = [_judged(limit, known, values) for limit in limits]
    winners = {milder: limit["code"] for limit in limits for milder in limit.get("overrides", ())
               if any(one.code == limit["code"] and one.reached for one in found)}  # fmt: skip
    return [replace(one, by=winners.get(one.code, "")) if one.reached else one for one in found]


def gates(
    told: Iterable[Mapping[str, Any]],
    reached: Iterable[Reached],
    facts: Iterable[Fact],
    met: Mapping[str, bool | None],
    today: date,
) -> list[Gate]:
    """Every gate as of a day; `met` says of each line whether it is met."""
    limits = list(reached)
    known = [fact for fact in facts if fact.date is not None and fact.date <= today]
    return [Gate(one["code"], one["title"], tuple(_need(need, limits, known, met) for need in one["needs"]))
            for one in told]  # fmt: skip


def _on(fact: Fact, day: date) -> Fact:
    """A demand for correction as it stood on a day: still open, and past the day by which it was due."""
    due = fact.attributes.get("due")
    if fact.kind != "rectification" or due is None:
        return fact
    settled = fact.attributes.get("settled")
    done = settled if settled is not None and settled <= day else None
    return replace(fact, attributes={**fact.attributes, "open": done is None, "late": (done or day) > due})


def _judged(limit: Limit, facts: list[Fact], values: Mapping[str, Number | None]) -> Reached:
    value, day = _value(limit, facts, values)
    operator, wanted = comparisons.read_comparison(limit["when"])
    holds = value is not None and comparisons.OPERATORS[operator](value, wanted)
    return Reached(
        code=limit["code"],
        title=limit["title"],
        when=f"{comparisons.SIGNS[operator]} {comparisons.show(wanted, comparisons.is_percentage(limit['when']))}",
        value=value,
        day=day,
        reached=holds,
        then=tuple(limit["then"]),
        months=limit.get("months", 0),
        kind=limit.get("kind", ""),
    )


def _value(limit: Limit, facts: list[Fact], values: Mapping[str, Number | None]) -> tuple[Number | None, date | None]:
    if limit["of"] == "indicator":
        return values.get(limit["indicator"]), None
    mine = [fact for fact in facts if fact.kind == limit["of"] and _fits(limit, fact)]
    if limit["of"] in ("evaluation", "survey"):
        return _latest(mine, "score" if limit["of"] == "evaluation" else "satisfaction")
    return len(mine), max((fact.date for fact in mine), default=None)


def _fits(limit: Limit, fact: Fact) -> bool:
    if "kind" in limit and fact.attributes.get("evaluation_kind") != limit["kind"]:
        return False
    return all(compile_field(dict(one), ALWAYS, LABELS)(fact) is None for one in limit.get("where", ()))


def _latest(facts: list[Fact], amount: str) -> tuple[Number | None, date | None]:
    """The amount that was stated last, and when: after a correction the evaluation is made again."""
    stated = [fact for fact in facts if fact.amounts.get(amount) is not None]
    last = max(stated, key=lambda fact: (fact.date, fact.uid), default=None)
    return (None, None) if last is None else (last.amounts[amount], last.date)


def _need(need: Mapping[str, Any], limits: list[Reached], facts: list[Fact], met: Mapping[str, bool | None]) -> Need:
    if "indicator" in need:
        holds = met.get(need["indicator"])
        return Need(need["title"], holds, {True: "已达标", False: "尚未达标", None: "暂无数据"}[holds])
    kind = need["evaluation"]
    name = LABELS.value("evaluation_kind", kind)
    mine = [fact for fact in facts if fact.kind == "evaluation" and fact.attributes.get("evaluation_kind") == kind]
    if not mine:
        return Need(need["title"], None, f"还没有{name}")
    failed = [one for one in limits if one.kind == kind and one.reached]
    if failed:
        return Need(need["title"], False, f"{name} {comparisons.show(failed[0].value)} 分，{failed[0].title}")
    return Need(need["title"], True, f"{name}已完成，没有触及界限")
