"""Whether the parts of a rule make sense together."""

from yidang.indicators.engine import rules
from yidang.indicators.engine.problems import Complaints
from yidang.indicators.engine.rules import member_dimension
from yidang.indicators.engine.rules import period_dimension
from yidang.indicators.engine.rules import Rule
from yidang.indicators.engine.targets import EXACT
from yidang.indicators.engine.targets import RANGE


# What these kinds of records never name.
_PAPERS = frozenset({"article", "report", "document", "staff", "survey", "evaluation", "spot_check", "rectification"})
LACKING = {
    "client": frozenset({"article", "report", "document", "staff", "meeting", "evaluation", "fund", "spot_check"}),
    "worker": frozenset({"fund", "survey", "evaluation", "client_tier"}),
    "organisation": _PAPERS | {"client", "client_tier"},
    "theme": _PAPERS | {"client", "client_tier"},
    "household": _PAPERS | {"meeting", "supervision", "organisation", "incubation", "fund", "volunteer_team"},
}
NAMES = {
    "client": "服务对象", "worker": "社工", "station": "站点", "organisation": "组织", "theme": "主题",
    "household": "农户",
}  # fmt: skip


def check_sense(rule: Rule, complaints: Complaints) -> None:
    """Complain about every combination that cannot be counted."""
    for demand in rule.demands():
        _check_per(rule, demand.per, complaints.at("per"))
    for one in rule.further():
        _check_further(one, complaints.at("also", int(one.part.removeprefix("also")) - 1))
    _check_measure(rule, complaints)
    _check_members(rule, complaints)
    if rule.as_of:
        _check_stock(rule, complaints)
    if rule.due and not period_dimension(rule.per):
        complaints.at("due").add("有截止日的指标须在 per 中写明时间维度（如 month）")
    if rule.hours and rule.hours.field and rule.measure.kind not in (rules.COUNT, rules.SUM):
        complaints.at("hours", "by").add("只有 count、sum 才能按类别换算时数")
    if rule.hours and rule.is_plain():
        complaints.at("hours").add("比率或填报值不能换算时数")


def _check_measure(rule: Rule, complaints: Complaints) -> None:
    if rule.measure.kind == rules.TOTAL:
        _check_total(rule, complaints)
    if rule.measure.kind == rules.NARRATIVE:
        _check_narrative(rule, complaints)


def _check_per(rule: Rule, per: tuple[str, ...], complaints: Complaints) -> None:
    dimension = member_dimension(per)
    if lack := lack_of(rule, per):
        complaints.add(lack)
    if rule.measure.kind == rules.ENTERED and (dimension not in ("", "station") or rule.member):
        complaints.add("填报值只能按合同、站点或时间计")


def lack_of(rule: Rule, per: tuple[str, ...]) -> str:
    """The sentence that none of the kinds counted has the members of `per`, or nothing."""
    kinds, dimension = rule.all_kinds(), member_dimension(per)
    if rule.member or not kinds or not LACKING.get(dimension, frozenset()).issuperset(kinds):
        return ""
    return f"{'、'.join(kinds)} 没有{NAMES[dimension]}，不能按 {dimension} 计"


def _check_further(rule: Rule, complaints: Complaints) -> None:
    """A further promise with a count of its own must make sense by itself."""
    if rule.measure.kind in (rules.TOTAL, rules.NARRATIVE):
        complaints.at("measure").add("同时考核的内容须能从记录数出，不能用 total 或 narrative")
    _check_per(rule, rule.per, complaints.at("per"))
    if rule.due and not period_dimension(rule.per):
        complaints.at("per").add("有截止日的指标，同时考核的内容也须写明时间维度（如 month）")
    if rule.as_of:
        _check_stock(rule, complaints)


def _check_members(rule: Rule, complaints: Complaints) -> None:
    """Who is expected, and from when to when: only of somebody, and only of what can be shared out."""
    pers = [rule.per, *(one.per for one in rule.also)]
    dimensions = {member_dimension(per) for per in pers} - {""}
    if rule.among and rule.among.names and len(dimensions) > 1:
        complaints.at("among").add(
            "名单只能对应一种对象；per 中有" + "、".join(NAMES[one] for one in sorted(dimensions))
        )
    for key, given in (("member", rule.member), ("among", rule.among), ("pro_rata", rule.pro_rata)):
        if given and not dimensions:
            complaints.at(key).add(f"写了 {key}，但 per 没有对象维度（如 worker、client）")
    if not rule.pro_rata:
        return
    if rule.is_plain() or rule.as_of:
        complaints.at("pro_rata").add("比率、填报值和按当日在册计的指标不能按参加的天数折算（pro_rata）")
    if any(one and one.operator in (EXACT, RANGE) for one in _targets(rule)):
        complaints.at("pro_rata").add("恰好等于某数或某个范围的目标不能按参加的天数折算（pro_rata）")


def _targets(rule: Rule) -> list:
    return [target for one in (rule.demand(), *rule.also) for target in (one.target, *(v.target for v in one.versions))]


def _check_total(rule: Rule, complaints: Complaints) -> None:
    if rule.per or rule.also:
        complaints.at("per").add("合计只能按整个合同计")
    if rule.kinds or rule.where:
        complaints.at("count").add("合计由其他指标算出，不写 kinds 和 where")
    if rule.hours:
        complaints.at("hours").add("合计不写每单位时数")


def _check_narrative(rule: Rule, complaints: Complaints) -> None:
    """Words without a number: neither target nor members nor hours."""
    for key, given in (("target", rule.target or rule.targets), ("per", rule.per), ("also", rule.also)):
        if given:
            complaints.at(key).add(f"没有数量的约定（narrative）不写 {key}")
    if rule.hours or rule.promised:
        complaints.at("hours" if rule.hours else "promised").add("没有数量的约定（narrative）不写时数和 promised")


def _check_stock(rule: Rule, complaints: Complaints) -> None:
    if period_dimension(rule.per) or any(period_dimension(one.per) for one in rule.also):
        complaints.at("per").add("按当日在册计的指标（as_of）不能再按时间分")
    measures = [rule.measure, *(side.measure for side in (rule.measure.of, rule.measure.to) if side)]
    if any(one.kind in (rules.DISTINCT, rules.ENTERED) for one in measures):
        complaints.at("count", "measure").add("按当日在册计的指标（as_of）不能用 distinct 或 entered")
    if rule.hours and rule.hours.field:
        complaints.at("hours").add("按当日在册计的指标（as_of）不能按类别换算时数")
