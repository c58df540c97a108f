"""Moments as people type and read them: the clock on the wall in Beijing, to the minute."""

from datetime import datetime
from datetime import timedelta
from yidang.clock import BEIJING
from yidang.errors import FieldError
from yidang.errors import Refused


DAY, HOUR, MINUTE = 86_400, 3600, 60


def typed_moment(text: str, field: str) -> datetime | None:
    """`2026-11-27T09:00`, as a browser sends it, or with a blank between; with a zone (REST) it is reckoned over to
    Beijing. None for nothing; `Refused` at `field` for what is no moment."""
    text = (text or "").strip()
    if not text:
        return None
    try:
        if len(text) <= len("2026-11-27"):
            raise ValueError("a day without an hour")
        moment = datetime.fromisoformat(text)
        moment = moment.replace(tzinfo=BEIJING) if moment.tzinfo is None else moment.astimezone(BEIJING)
        return moment.replace(second=0, microsecond=0)
    except (ValueError, OverflowError):
        message = f"“{text[:30]}”不是日期和时间，请写成 2026-11-27 09:00 这样（北京时间）。"
        raise Refused(message, [FieldError(field, message)]) from None


def shown(moment: datetime | None) -> str:
    """`2026-11-27 09:00`; "" for none."""
    return moment.strftime("%Y-%m-%d %H:%M") if moment is not None else ""


def field_value(moment: datetime | None) -> str:
    """As the field of a form holds it: `2026-11-27T09:00`."""
    return moment.strftime("%Y-%m-%dT%H:%M") if moment is not None else ""


def until(moment: datetime, now: datetime) -> str:
    """How long it is: `还有 2 天 3 小时`, the two largest units; `时间已到` when it has come."""
    left = moment - now
    if left <= timedelta(0):
        return "时间已到"
    seconds = int(left.total_seconds())
    parts = ((seconds // DAY, "天"), (seconds % DAY // HOUR, "小时"), (seconds % HOUR // MINUTE, "分钟"))
    first = next((number for number, (amount, _) in enumerate(parts) if amount), None)
    if first is None:
        return "不到 1 分钟"
    return "还有 " + " ".join(f"{amount} {unit}" for amount, unit in parts[first : first + 2] if amount)
