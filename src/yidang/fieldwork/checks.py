"""What a service record must say before it is submitted; it depends on the kind of work."""

from yidang.archive.checks import is_submit
from yidang.archive.checks import need_all
from yidang.archive.checks import need_filled


WORKERS = {"workers": "请填写经办社工。"}
PARTICIPANTS = {"participants": "请填写服务人次。"}
DAYS = {"days": "请填写天数。"}
ORGANISATION = {"organisation": "请填写社会组织的名称。"}
NAMED = {"attendees": "请填写参加人员，每行一人。"}
# What the lines of the contracts count for each kind (S0-I01, S0-I11, S0-I12, S0-I20, S0-I21; S1-14 for visits;
# S2-I08, S2-I33 … S2-I39, S2-I47 … S2-I50, S2-I62, S3-I07, S3-I11).
NEEDED = {
    "visit": {"hours": "请填写时长。", "clients": "请填写服务对象。"},
    "referral": {"clients": "请填写服务对象。"},
    "activity": PARTICIPANTS,
    "outreach": PARTICIPANTS,
    "campaign": PARTICIPANTS,
    "policy_talk": PARTICIPANTS,
    "lecture": PARTICIPANTS,
    "farm_training": PARTICIPANTS,
    "volunteer_activity": PARTICIPANTS,
    "volunteer": NAMED,
    "talent": NAMED,
    "exam_pass": NAMED,
    "recruitment": NAMED,
    "volunteer_project": {"system": "请选择登记系统。", "system_number": "请填写登记编号。"},
    "organisation": ORGANISATION,
    "incubation": ORGANISATION,
    "organisation_training": ORGANISATION,
    "organisation_activity": ORGANISATION,
    "harvest": {"income": "请填写收入。", "area": "请填写面积。"},
    "handout": {"copies": "请填写份数。"},
    "inspection": {"visited_station": "请选择被检查的分站。"},
    "publicity_day": DAYS,
    "office_day": DAYS,
}


def ready_to_submit(record, event) -> None:
    """Someone did it, and what its kind is counted by is there."""
    if is_submit(event):
        need_all(need_filled(record, **WORKERS, **NEEDED.get(record.kind, {})))
