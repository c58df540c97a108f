"""Numbers and states of a line as a reader sees them."""

from yidang.indicators.engine.rules import member_dimension
from yidang.indicators.engine.rules import NARRATIVE
from yidang.indicators.engine.rules import Rule
from yidang.indicators.engine.tallies import NO_STATE
from yidang.indicators.engine.tallies import Tally
from yidang.indicators.engine.targets import ABOUT
from yidang.indicators.engine.targets import Number
from yidang.indicators.engine.targets import show_number


MET = "met"
STATES = {"behind": "落后", "failed": "未达成", "ok": "进度正常", "met": "已完成", "none": "暂无"}
RATE_MET = "已达标"
AWAITED = "待填写"
MEMBERS = {
    "station": "站点",
    "worker": "社工",
    "client": "服务对象",
    "organisation": "组织",
    "theme": "主题",
    "household": "家庭",
}
COUNTERS = {
    "station": "个站点",
    "worker": "名社工",
    "client": "名服务对象",
    "organisation": "个组织",
    "theme": "个主题",
    "household": "户",
}


def shown(amount: Number | None, percent: bool = False) -> str:
    """A number with thousands set apart: `1,000`, `72.4`; percentages without their sign."""
    if amount is None:
        return "暂无"
    amount = round(amount * 100, 1) if percent else round(amount, 2)
    return f"{int(amount):,}" if amount == int(amount) else f"{amount:,}"


def is_percent(tally: Tally) -> bool:
    """Whether the line is told in percent."""
    return tally.unit == "%" or bool(tally.promise and tally.promise.percent)


def is_rate(verdict) -> bool:
    """The same of a verdict, which has no unit."""
    return bool(verdict.promise and verdict.promise.percent)


def state_of(tally: Tally) -> str:
    """The state for chips: a line that is met says so, whatever its pace."""
    return MET if tally.met and tally.state != "failed" else tally.state


def is_wordy(rule: Rule) -> bool:
    """Whether the line promises something in words, without a number."""
    return rule.measure.kind == NARRATIVE


def lacks_members(rule: Rule, tally: Tally) -> bool:
    """Whether the line is promised to each of some people or places of which there are none yet."""
    return bool(member_dimension(rule.per)) and not tally.members


def state_title(rule: Rule, state: str, tally: Tally | None = None) -> str:
    """The state in words; a rate is reached rather than finished, and a line without a state says why."""
    if state == NO_STATE and tally is not None:
        return silent_title(rule, tally)
    return RATE_MET if state == MET and rule.is_plain() else STATES[state]


def silent_title(rule: Rule, tally: Tally) -> str:
    """Why a line is neither met nor missed."""
    if is_wordy(rule):
        return "文字要求"
    if rule.awaits_target():
        return f"目标{AWAITED}"
    if tally.promise is None:
        return "只作统计"
    if tally.promise.operator == ABOUT:
        return "参考数"
    if lacks_members(rule, tally) or tally.begun:
        return STATES[NO_STATE]
    return "未开始"


def share(value: Number | None, target: Number | None) -> float:
    """Value as a percentage of the target, for bars; never above 100."""
    if not value or not target:
        return 0.0
    return min(100.0, round(100 * value / target, 1))


def target_text(tally: Tally) -> str:
    """`300`, `5–6`, `约 16`, `80`; empty for lines without a target."""
    promise = tally.promise
    if promise is None:
        return ""
    if promise.high is not None:
        return f"{show_number(promise.amount)}–{show_number(promise.high)}"
    prefix = {"~": "约 ", ">": "超过 "}.get(promise.operator, "")
    amount = tally.target if tally.target is not None else promise.amount
    return prefix + shown(amount, is_percent(tally))
