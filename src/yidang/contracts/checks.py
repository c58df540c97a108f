"""What must hold before a contract takes a step, or before something about it is decided."""

from datetime import date
from plone import api
from yidang.errors import FieldError
from yidang.errors import Refused
from yidang.indicators.engine.calendar import add_months
from yidang.indicators.engine.targets import parse_target


NEED_REASON = {"terminate": "终止合同必须写明原因。"}
MAX_REASON = 2000
SETTLED = {"accepted": "已经验收", "terminated": "已经终止"}
# Contracts whose progress may be shown to everybody.
SHOWABLE = ("active", "closing", "accepted")
LONGEST_EXTENSION = 24  # months at a time


def need_reason(contract, event) -> None:
    """A contract is not ended before its time without saying why."""
    if event.transition is None:
        return
    message = NEED_REASON.get(event.transition.getId())
    reason = ((event.kwargs or {}).get("comment") or "").strip()
    if message and not reason:
        raise Refused(message, [FieldError("comment", message)])
    if len(reason) > MAX_REASON:
        message = f"原因最多 {MAX_REASON} 字，现有 {len(reason)} 字。"
        raise Refused(message, [FieldError("comment", message)])


def refuse_settled(contract) -> None:
    """Nothing is decided about a contract that is over."""
    state = api.content.get_state(contract)
    if state in SETTLED:
        raise Refused(f"合同{SETTLED[state]}，不能再修改。")


def with_reason(reason: str) -> str:
    """The reason without outer blanks; refused when there is none, or when it is a treatise."""
    reason = (reason or "").strip()
    if not reason:
        raise Refused("请写明理由。", [FieldError("reason", "请写明理由，例如依据哪份文件、哪次会议。")])
    if len(reason) > MAX_REASON:
        message = f"理由最多 {MAX_REASON} 字，现有 {len(reason)} 字。"
        raise Refused(message, [FieldError("reason", message)])
    return reason


def refuse_bad_extension(contract, until: date | None) -> None:
    """Only a contract in force is extended, and only to a later day not too far away."""
    state = api.content.get_state(contract)
    if state not in ("active", "closing"):
        raise Refused("合同启用之后才能延长；草稿请直接修改结束日期。")
    message = ""
    if until is None:
        message = "请填写新的结束日期，例如 2025-01-31。"
    elif until <= contract.end:
        message = f"新的结束日期须晚于现在的 {contract.end}。"
    elif until > add_months(contract.end, LONGEST_EXTENSION):
        message = f"一次最多延长 {LONGEST_EXTENSION} 个月。"
    if message:
        raise Refused(message, [FieldError("until", message)])


def refuse_bad_promise(line, target: str) -> str:
    """The target as it was typed, without outer blanks; refused when it is no number or the same as before."""
    target = (target or "").strip()
    try:
        read = parse_target(target)
    except ValueError:
        read = None
    message = ""
    if read is None:
        message = "请填写数字，例如 30 或 >= 30。"
    elif target == (line.target or ""):
        message = f"已经填写为“{target}”，没有改动。"
    if message:
        raise Refused(message, [FieldError("target", message)])
    return target


def refuse_never_opened(contract) -> None:
    """What was never in force, or ended before its time, has no progress to show."""
    state = api.content.get_state(contract)
    if state not in SHOWABLE:
        raise Refused("只有执行中、结项中或已验收的合同可以公开进度。")
