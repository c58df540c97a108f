"""What a service record must say before it is submitted; it depends on the kind of work."""

from yidang.archive.checks import is_submit
from yidang.archive.checks import need_all
from yidang.archive.checks import need_filled


WORKERS = {"workers": "请填写经办社工。"}
PARTICIPANTS = {"participants": "请填写服务人次。"}
DAYS = {"days": "请填写天数。"}
# What the lines of the contracts count for each kind (S0-I01, S0-I11, S0-I12, S0-I20, S0-I21; S1-14 for visits).
NEEDED = {
    "visit": {"hours": "请填写时长。", "clients": "请填写服务对象。"},
    "activity": PARTICIPANTS,
    "outreach": PARTICIPANTS,
    "lecture": PARTICIPANTS,
    "volunteer_activity": PARTICIPANTS,
    "inspection": {"visited_station": "请选择被检查的分站。"},
    "publicity_day": DAYS,
    "office_day": DAYS,
}


def ready_to_submit(record, event) -> None:
    """Someone did it, and what its kind is counted by is there."""
    if is_submit(event):
        need_all(need_filled(record, **WORKERS, **NEEDED.get(record.kind, {})))
