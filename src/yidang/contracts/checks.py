"""What must hold before a contract takes a step."""

from yidang.errors import FieldError
from yidang.errors import Refused


NEED_REASON = {"terminate": "终止合同必须写明原因。"}
MAX_REASON = 2000


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
