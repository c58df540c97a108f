"""Reading and writing `kinds` and `measure`."""

from collections.abc import Collection
from collections.abc import Mapping
from typing import Any
from yidang.indicators.engine import rules
from yidang.indicators.engine.comparisons import as_number
from yidang.indicators.engine.condition_forms import read_conditions
from yidang.indicators.engine.problems import Complaints
from yidang.indicators.engine.rules import Measure
from yidang.indicators.engine.rules import Part


PART_KEYS = ("kinds", "where", "measure", "fixed")


def read_kinds(data: Any, complaints: Complaints, known: Collection[str]) -> tuple[str, ...]:
    """The kinds of records to count, either of them."""
    if data is None:
        return ()
    if isinstance(data, str):
        data = [data]
    if not isinstance(data, list | tuple) or not data:
        complaints.add("kinds 应为类型的列表")
        return ()
    for place, kind in enumerate(data):
        if not isinstance(kind, str) or kind not in known:
            complaints.at(place).unknown("记录类型", kind, known)
    return tuple(str(kind) for kind in data)


def read_measure(data: Any, complaints: Complaints, known: Collection[str]) -> Measure:
    """How records become a number: a word, or a word with its field."""
    if isinstance(data, Mapping) and len(data) == 1:
        word, detail = next(iter(data.items()))
    else:
        word, detail = data, None
    if not isinstance(word, str) or word not in rules.MEASURES:
        complaints.unknown("计量方式", word, rules.MEASURES)
        return Measure()
    if word == rules.RATIO:
        return _ratio(detail, complaints.at(word), known)
    if word == rules.ENTERED:
        return _entered(detail, complaints.at(word))
    if word in (rules.DISTINCT, rules.SUM, rules.TOTAL):
        return _with_field(word, detail, complaints)
    if detail is not None:
        complaints.at(str(word)).add(f"{word} 后面不需要再写内容")
    return Measure(word)


def _with_field(word: str, detail: Any, complaints: Complaints) -> Measure:
    if not isinstance(detail, str) or not detail:
        complaints.add(f"{word} 须写明字段，如 {{{word}: {'subjects' if word == 'distinct' else 'hours'}}}")
        return Measure()
    if word == rules.TOTAL and detail not in rules.TOTALS:
        complaints.at(word).unknown("合计", detail, rules.TOTALS)
    return Measure(word, detail)


def _entered(detail: Any, complaints: Complaints) -> Measure:
    if detail is None or isinstance(detail, str):
        return Measure(rules.ENTERED, detail or "value")
    if not isinstance(detail, Mapping):
        complaints.add("entered 应写字段名，或 {amount: 字段, take: last}")
        return Measure(rules.ENTERED, "value")
    complaints.keys(dict(detail), ("amount", "take"))
    take = detail.get("take", "last")
    if take not in rules.TAKES:
        complaints.at("take").unknown("取值方式", take, rules.TAKES)
    return Measure(rules.ENTERED, str(detail.get("amount") or "value"), str(take))


def _ratio(detail: Any, complaints: Complaints, known: Collection[str]) -> Measure:
    given = dict(detail) if isinstance(detail, Mapping) else {}
    complaints.keys(given, ("of", "to"))
    missing = [side for side in ("of", "to") if given.get(side) is None]
    for side in missing:
        complaints.at(side).add(f"ratio 缺少 {side}（{'分子' if side == 'of' else '分母'}）")
    sides = {side: _side(given.get(side) or {}, complaints.at(side), known) for side in ("of", "to")}
    if sides["of"].fixed is not None:
        complaints.at("of").add("分子不能是固定的数")
    if sides["to"].fixed == 0:
        complaints.at("to").add("分母不能为 0")
    return Measure(rules.RATIO, of=sides["of"], to=sides["to"])


def _side(data: Any, complaints: Complaints, known: Collection[str]) -> Part:
    if not isinstance(data, Mapping):
        complaints.add("应写成“项: 值”的形式")
        return Part()
    complaints.keys(dict(data), PART_KEYS)
    measure = read_measure(data.get("measure", rules.COUNT), complaints.at("measure"), known)
    if measure.kind not in (rules.COUNT, rules.SUM, rules.DISTINCT):
        complaints.at("measure").add("分子、分母只能用 count、sum 或 distinct")
    fixed = None if data.get("fixed") is None else as_number(data["fixed"])
    if data.get("fixed") is not None and fixed is None:
        complaints.at("fixed").add(f"固定分母“{data['fixed']}”不是数字")
    kinds = read_kinds(data.get("kinds"), complaints.at("kinds"), known)
    return Part(kinds, read_conditions(data.get("where"), complaints.at("where")), measure, fixed)
