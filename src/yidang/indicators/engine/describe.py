"""A rule as a sentence that a project lead understands."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any
from yidang.indicators.engine import comparisons
from yidang.indicators.engine import rules
from yidang.indicators.engine.facts import VERIFIED
from yidang.indicators.engine.labels import LABELS
from yidang.indicators.engine.labels import Labels
from yidang.indicators.engine.rules import Condition
from yidang.indicators.engine.rules import Demand
from yidang.indicators.engine.rules import Measure
from yidang.indicators.engine.rules import member_dimension
from yidang.indicators.engine.rules import period_dimension
from yidang.indicators.engine.rules import Rule
from yidang.indicators.engine.targets import Target


PUBLISHED = frozenset({"article", "placement"})
_EACH = {
    "station": "每个站点", "worker": "每名社工", "client": "每名服务对象", "organisation": "每个组织",
    "theme": "每个主题", "household": "每户", "month": "每月", "quarter": "每季度", "half_year": "每半年",
    "year": "每年", "week": "每周", "contract_month": "每个合同月",
}  # fmt: skip


def describe(rule: Rule, labels: Labels = LABELS, day: date | None = None) -> str:
    """The rule in one Chinese sentence: 本合同期内，已发布的原创、采编信息不少于 300 篇。

    On a `day` it is the target in force then that is told, else the one that stood first.
    """
    if day is not None:
        rule = replace(rule, target=rule.demand().on(day))
    if rule.measure.kind == rules.TOTAL:
        what = "各项指标标准工时合计" if rule.measure.field == "hours" else "各项指标完成率"
        return _sentence(rule, [f"本合同期内，{what}{_promise(rule.target, rule.unit)}"])
    if rule.measure.kind == rules.NARRATIVE:
        return f"本合同期内，{rule.title or '按合同文字约定完成'}（以文字约定，没有数量要求）。"
    parts = [f"{_when(rule, rule.per, labels)}{_what(rule, labels)}{_main_promise(rule)}"]
    parts += [_also(rule, one, labels) for one in rule.also]
    if rule.pro_rata:
        parts.append("中途加入或离开的按参加的天数折算")
    if rule.fills:
        parts.append(f"富余的补入 {rule.fills} 的空缺，每{rule.unit or '件'}只计一次")
    if rule.filler is not None:
        parts.append(f"空缺可由 {rule.filler.code} 的富余补入")
    if rule.due:
        after = "" if not rule.due.after else f"后第 {rule.due.after} 个月" if rule.due.after > 1 else "次月"
        parts.append(f"截止于{after or '当期最后一个月'} {rule.due.day} 日（含）")
    return _sentence(rule, parts)


def _sentence(rule: Rule, parts: list[str]) -> str:
    whole = f"（其中项，属于 {rule.part_of}）" if rule.part_of else ""
    return "，".join(parts) + whole + "。"


def _when(rule: Rule, per: tuple[str, ...], labels: Labels) -> str:
    span = "在册当日，" if rule.as_of else "本合同期内，"
    return span + _each(rule, per, labels)


def _each(rule: Rule, per: tuple[str, ...], labels: Labels) -> str:
    """`每名重点服务对象每月`: who is expected, and how often."""
    member, period = member_dimension(per), period_dimension(per)
    who = _EACH[member] if member else ""
    if member and rule.among:
        who = _among(rule, who, labels)
    return who + (_EACH[period] if period else "")


def _among(rule: Rule, who: str, labels: Labels) -> str:
    among = rule.among
    if among.names:
        return f"{who}（{labels.values_of(member_dimension(rule.per), among.names)}）"
    said = "、".join(_condition(one, labels)[0] for one in among.where)
    return f"{who}（{said or '由' + '、'.join(labels.kind(kind) for kind in among.kinds) + '确定'}）"


def _also(rule: Rule, demand: Demand, labels: Labels) -> str:
    """A further promise: on the same number, or on one of its own."""
    promise = _promise(demand.target, demand.unit or rule.unit)
    each = _each(rule, demand.per, labels)
    if not demand.counts_itself():
        return f"并且{each or '合计'}{promise}"
    own = next(one for one in rule.further() if one.where[len(rule.where) :] == demand.where and one.per == demand.per)
    measure = demand.measure or rule.measure
    if measure.kind == rules.RATIO:
        return f"并且{each}{_ratio(replace(own, measure=measure), labels)}{promise}"
    only = "、".join(_condition(one, labels)[0] for one in demand.where)
    things = f"其中{_spaced(only)}的" if only else ""
    measured = _measured(measure, labels).removeprefix("的").removeprefix("涉及的")
    return f"并且{each}{things}{measured or '数量'}{promise}"


def _main_promise(rule: Rule) -> str:
    return "（数量按投标承诺，待填写）" if rule.awaits_target() else _promise(rule.target, rule.unit)


def _promise(target: Target | None, unit: str) -> str:
    if target is None:
        return "（没有数量要求）"
    return target.words() + ("" if target.percent or not unit or unit == "%" else f" {unit}")


def _what(rule: Rule, labels: Labels) -> str:
    if rule.measure.kind == rules.RATIO:
        return _ratio(rule, labels)
    things = _things(rule.all_kinds(), rule.all_where(), labels)
    return _standing(rule) + things + _measured(rule.measure, labels)


def _standing(rule: Rule) -> str:
    """From when on a record counts; an article is handed in when it is published, and that verifies it too."""
    if rule.as_of:
        return ""
    if set(rule.all_kinds()) <= PUBLISHED:
        return "已发布的"
    return "已核定的" if rule.basis == VERIFIED else "已提交的"


def _measured(measure: Measure, labels: Labels) -> str:
    name = labels.field(measure.field)
    if measure.kind == rules.SUM:
        return f"的{name}合计"
    if measure.kind == rules.DISTINCT:
        return f"涉及的{name}（不重复）"
    return f"填报的{name}" if measure.kind == rules.ENTERED else ""


def _ratio(rule: Rule, labels: Labels) -> str:
    sides = []
    for part in (rule.measure.of, rule.measure.to):
        where = (*rule.all_where(), *part.where)
        things = _things(part.kinds or rule.all_kinds(), where, labels) + _measured(part.measure, labels)
        sides.append(things if part.fixed is None else comparisons.show(part.fixed))
    if rule.target and not rule.target.percent:
        return f"{sides[0]}除以{sides[1]}"
    return f"{sides[0]}占{sides[1]}的比例"


def _things(kinds: Iterable[str], where: Iterable[Condition], labels: Labels) -> str:
    said = [_condition(one, labels) for one in where]
    long = "、".join(text for text, plain in said if not plain)
    plain = "".join(text for text, plain in said if plain)
    return (_spaced(long) + "的" if long else "") + plain + "或".join(labels.kind(kind) for kind in kinds)


def _spaced(text: str) -> str:
    """A number keeps its distance from the next character."""
    return f"{text} " if text[-1:].isascii() else text


def _condition(data: Condition, labels: Labels) -> tuple[str, bool]:
    """A condition in words, and whether it reads as an adjective before the noun."""
    if "field" in data:
        return _field(data, labels)
    if "children" in data:
        return _sessions(data, labels), False
    if "any" in data:
        return "或".join(_condition(one, labels)[0] for one in data["any"]), False
    if "standing" in data:
        return "已核定" if data["standing"] == VERIFIED else "已提交", False
    if "documents" in data:
        return "附有" + "、".join(labels.papers.get(one, one) for one in data["documents"]), False
    if "subjects" in data:
        return "服务对象当日" + "、".join(_condition(one, labels)[0] for one in data["subjects"]), False
    return "有" + "、".join(labels.signers.get(one, one) for one in data["signatures"]) + "签名", False


def condition_words(data: Condition, labels: Labels = LABELS) -> str:
    """One condition in words, for a form that lists them."""
    return _condition(data, labels)[0]


def _field(data: Condition, labels: Labels) -> tuple[str, bool]:
    name, label = data["field"], labels.field(data["field"])
    chosen = data.get("in") or ([data["is"]] if "is" in data else None)
    if chosen and chosen not in ([True], [False]) and name in labels.plain_values:
        return labels.values_of(name, chosen), True
    return "、".join(_test(key, data, label, labels) for key in data if key not in ("field", "scale")), False


def _test(key: str, data: Condition, label: str, labels: Labels) -> str:
    name, wanted = data["field"], data[key]
    if key in comparisons.SIGNS:
        shown = labels.value(name, wanted) if "scale" in data else _limit(name, wanted, labels)
        return f"{label} {comparisons.SIGNS[key]} {shown}"
    if isinstance(wanted, bool):
        has = wanted is (key != "is_not")
        return f"{'已' if has else '未'}填写{label}" if key == "present" else f"{'' if has else '非'}{label}"
    if key == "within":
        return f"{label}在合同期内"
    terms = wanted if isinstance(wanted, list | tuple) else [wanted]
    return f"{label}{'不' if key in ('not_in', 'is_not') else ''}为{labels.values_of(name, terms)}"


def _limit(name: str, wanted: Any, labels: Labels) -> str:
    number = comparisons.as_number(wanted)
    percent = name in labels.percentages or comparisons.is_percentage(wanted)
    return comparisons.show(wanted if number is None else number, percent)


def _sessions(data: Condition, labels: Labels) -> str:
    unit = labels.session(data["children"])
    if "count" in data:
        operator, wanted = comparisons.read_comparison(data["count"])
        only = "、".join(_field(one, labels)[0] for one in data.get("where", ()))
        return f"{only and only + '的'}{unit}数 {comparisons.SIGNS[operator]} {wanted}"
    if "sum" in data:
        operator = next(key for key in data if key in comparisons.SIGNS)
        limit = f"{comparisons.SIGNS[operator]} {_limit('', data[operator], labels)}"
        return f"各{unit}{labels.field(data['sum'])}合计 {limit}"
    return f"每{unit}" + "、".join(_field(one, labels)[0] for one in data["each"])
