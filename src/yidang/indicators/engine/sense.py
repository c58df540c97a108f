"""Whether the parts of a rule make sense together."""

from yidang.indicators.engine import rules
from yidang.indicators.engine.problems import Complaints
from yidang.indicators.engine.rules import member_dimension
from yidang.indicators.engine.rules import period_dimension
from yidang.indicators.engine.rules import Rule


# What these kinds of records never name.
LACKING = {
    "client": frozenset({"article", "report", "document", "staff", "meeting", "evaluation", "fund"}),
    "worker": frozenset({"fund", "survey", "evaluation"}),
}
_NAMES = {"client": "服务对象", "worker": "社工", "station": "站点", "organisation": "组织"}


def check_sense(rule: Rule, complaints: Complaints) -> None:
    """Complain about every combination that cannot be counted."""
    for demand in rule.demands():
        _check_per(rule, demand.per, complaints.at("per"))
    if rule.measure.kind == rules.TOTAL:
        _check_total(rule, complaints)
    if rule.as_of:
        _check_stock(rule, complaints)
    if rule.due and not period_dimension(rule.per):
        complaints.at("due").add("有截止日的指标须在 per 中写明时间维度（如 month）")
    if rule.hours and rule.hours.field and rule.measure.kind not in (rules.COUNT, rules.SUM):
        complaints.at("hours", "by").add("只有 count、sum 才能按类别换算时数")
    if rule.hours and rule.is_plain():
        complaints.at("hours").add("比率或填报值不能换算时数")
    if rule.member and not any(member_dimension(demand.per) for demand in rule.demands()):
        complaints.at("member").add("写了 member，但 per 没有对象维度")


def _check_per(rule: Rule, per: tuple[str, ...], complaints: Complaints) -> None:
    dimension = member_dimension(per)
    lacking = LACKING.get(dimension, frozenset())
    if not rule.member and rule.kinds and lacking.issuperset(rule.kinds):
        complaints.add(f"{'、'.join(rule.kinds)} 没有{_NAMES[dimension]}，不能按 {dimension} 计")
    if rule.measure.kind == rules.ENTERED and (dimension not in ("", "station") or rule.member):
        complaints.add("填报值只能按合同、站点或时间计")


def _check_total(rule: Rule, complaints: Complaints) -> None:
    if rule.per or rule.also:
        complaints.at("per").add("合计只能按整个合同计")
    if rule.kinds or rule.where:
        complaints.at("count").add("合计由其他指标算出，不写 kinds 和 where")
    if rule.hours:
        complaints.at("hours").add("合计不写每单位时数")


def _check_stock(rule: Rule, complaints: Complaints) -> None:
    if period_dimension(rule.per) or any(period_dimension(one.per) for one in rule.also):
        complaints.at("per").add("按当日在册计的指标（as_of）不能再按时间分")
    measures = [rule.measure, *(side.measure for side in (rule.measure.of, rule.measure.to) if side)]
    if any(one.kind in (rules.DISTINCT, rules.ENTERED) for one in measures):
        complaints.at("count", "measure").add("按当日在册计的指标（as_of）不能用 distinct 或 entered")
    if rule.hours and rule.hours.field:
        complaints.at("hours").add("按当日在册计的指标（as_of）不能按类别换算时数")
