"""What must hold before a verdict."""

from yidang.errors import FieldError
from yidang.errors import Refused


NEED_REASON = {"return": "退回必须写明原因，方便补正。", "unverify": "撤销核定必须写明原因。"}
MAX_REASON = 2000


def need_reason(record, event) -> None:
    """A return or the taking back of a verification says why; blanks are no reason."""
    if event.transition is None:
        return
    message = NEED_REASON.get(event.transition.getId())
    reason = (event.kwargs.get("comment") or "").strip()
    if message and not reason:
        raise Refused(message, [FieldError("comment", message)])
    if len(reason) > MAX_REASON:
        message = f"原因最多 {MAX_REASON} 字，现有 {len(reason)} 字。"
        raise Refused(message, [FieldError("comment", message)])
