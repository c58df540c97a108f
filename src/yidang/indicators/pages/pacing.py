"""How a line goes on, in one sentence: what is missing, what the rest of the term must bring, who is furthest back."""

from math import ceil
from typing import NamedTuple
from yidang.indicators.engine.calendar import bucket_title
from yidang.indicators.engine.rules import member_dimension
from yidang.indicators.engine.rules import Rule
from yidang.indicators.engine.tallies import Tally
from yidang.indicators.engine.targets import ABOUT
from yidang.indicators.engine.targets import show_number
from yidang.indicators.pages.figures import COUNTERS
from yidang.indicators.pages.figures import is_percent
from yidang.indicators.pages.figures import is_wordy
from yidang.indicators.pages.figures import lacks_members
from yidang.indicators.pages.figures import MEMBERS
from yidang.indicators.pages.figures import shown
from yidang.indicators.pages.members import member_name
from yidang.pages.names import Names


NAMED = 3
LAST_DAYS = 31


class Say(NamedTuple):
    """A sentence in two parts: what is missing (set in bold) and the rest."""

    missing: str
    rest: str


def pacing(rule: Rule, tally: Tally, days_left: int, names: Names) -> Say:
    """The sentence under the bar of a line. `names` are the titles of stations and people."""
    if is_wordy(rule):
        return Say("", "合同只写了要求，没有写数量")
    if rule.awaits_target():
        return Say("", "数量按投标文件的承诺，尚未填写")
    if tally.promise is None:
        return Say("", "没有数量要求")
    if tally.promise.operator == ABOUT:
        return Say("", "参考数，不作考核")
    if lacks_members(rule, tally):
        return Say("", f"还没有应当考核的{MEMBERS[member_dimension(rule.per)]}")
    if tally.value is None:
        return Say("", "还没有可以计算的记录")
    if tally.promise.exceeded(tally.value) and not (tally.members or tally.worst):
        return Say(f"已超出约定的 {tally.promise.sign()}", "")
    if tally.met:
        return Say("", _over(tally))
    if rule.is_plain():
        return _rate(tally)
    if tally.members:
        return _members(rule, tally, names)
    if tally.worst and tally.buckets:
        return _periods(tally)
    return _straight(tally, days_left)


def _over(tally: Tally) -> str:
    over = tally.value - tally.target if tally.target is not None and not is_percent(tally) else 0
    return f"已达到目标，超出 {shown(over)} {tally.unit}" if over > 0 else "已达到目标"


def _rate(tally: Tally) -> Say:
    """`再增 3（21 / 29）即达到 80%`: what the numerator still needs when the denominator stays."""
    of, to = tally.numerator, tally.denominator
    if not to or of is None:
        return Say("还没有达到目标", "")
    needed = ceil(round(tally.promise.amount * to - of, 6))
    goal = show_number(tally.promise.amount, is_percent(tally))
    return Say(f"再增 {needed}", f"即达到 {goal}（现为 {shown(of)} / {shown(to)}）")


def _members(rule: Rule, tally: Tally, names: Names) -> Say:
    short = sorted((one for one in tally.members if one.met is False), key=lambda one: one.value or 0)
    if not short:
        return Say("", "")
    said = "、".join(f"{member_name(names, rule, one.member)}（{_amount(one.value, tally)}）" for one in short[:NAMED])
    more = f"等 {len(short)} {COUNTERS[member_dimension(rule.per)]}" if len(short) > NAMED else ""
    return Say(f"未达到：{said}{more}", "")


def _amount(value: float | None, tally: Tally) -> str:
    percent = is_percent(tally)
    return show_number(value, percent) + ("" if percent or value is None else f" {tally.unit}")


def _periods(tally: Tally) -> Say:
    missed = [one for one in tally.buckets if one.met is False and one.over]
    done = sum(one.met is True for one in tally.buckets)
    rest = f"已完成 {done} / {len(tally.buckets)} 期"
    if missed:
        said = "、".join(bucket_title(one.bucket) for one in missed[:NAMED]) + ("等" if len(missed) > NAMED else "")
        return Say(f"{said}未按期完成", rest)
    return Say("", rest)


def _straight(tally: Tally, days_left: int) -> Say:
    missing = tally.pace.remaining if tally.pace else max(0, (tally.target or 0) - tally.value)
    need = f"还需 {shown(missing)} {tally.unit}"
    if not days_left:
        return Say(f"还差 {shown(missing)} {tally.unit}", "合同期已满")
    if tally.pace is None or days_left <= LAST_DAYS:
        rest = f"剩 {days_left} 天"
    else:
        rest = f"每月还需 {_rate_text(tally.pace.per_month)} {tally.unit}（每周 {_rate_text(tally.pace.per_week)}）"
    if tally.pace and tally.pace.printed_reaches is not None:
        verdict = "可以达到目标" if tally.pace.printed_reaches else "到期达不到目标"
        rest += f"；合同写明的每月 {shown(tally.pace.printed_per_month)} {verdict}"
    if tally.state not in ("behind", "failed"):
        return Say("", f"{need}，{rest}")
    return Say(need, rest + ("才能赶上" if days_left > LAST_DAYS else ""))


def _rate_text(number: float) -> str:
    """`2.3`; from ten on nobody wants the tenths, and less than needed would be wrong."""
    return shown(ceil(number) if number >= 10 else ceil(number * 10) / 10)
