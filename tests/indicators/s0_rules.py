"""The 25 lines of S0 (中山妇女维权与信息服务站) as data, transcribed from the requirements."""


def line(code, title, target, unit, kinds, measure="count", where=(), **more):
    """One line; `kinds` is a list in one string."""
    count = {"kinds": kinds.split(), "measure": measure, "where": list(where)}
    return {"code": f"S0-{code}", "title": title, "target": target, "unit": unit, "count": count, **more}


CLOSED = {"field": "closed", "present": True}
PROFESSIONAL = {"field": "professional", "is": True}
OWN_WORK = {"field": "origin", "in": ["original", "compiled"]}
GROUP_TYPES = {"field": "group_type", "in": ["educational", "supportive", "therapeutic"]}


def share(**of):
    """The measure of a share of all."""
    return {"ratio": {"of": {"where": [of]}, "to": {}}}


S0 = [
    line("I01", "咨询/探访", ">= 1000", "人次", "consultation visit", hours=2, professional=True),
    line("I02", "个案", ">= 35", "宗", "case", hours=40, professional=True),
    line("I03", "专业个案", ">= 15", "个", "case", where=[PROFESSIONAL], part_of="S0-I02"),
    line("I04", "结案率", ">= 80%", "%", "case", {"ratio": {"of": {"where": [CLOSED]}, "to": {}}}),
    line(
        "I05", "典型案例", ">= 3", "个", "case_study",
        where=[{"field": "source_closed", "within": "term"}], hours=40, professional=True,
    ),
    line("I06", "小组", "= 4", "个", "group", where=[GROUP_TYPES], hours=64, professional=True),
    line("I07", "原创、采编和发布的信息", ">= 300", "篇", "article", where=[OWN_WORK]),
    line(
        "I08", "本站活动新闻稿", ">= 60", "篇", "article",
        where=[{"field": "station_activity", "is": True}], part_of="S0-I07",
    ),
    line("I09", "民生座谈会", ">= 4", "场", "forum", hours=80, professional=True),
    line("I10", "社区活动", ">= 40", "场", "activity", hours=40, professional=True),
    line("I11", "社区活动服务人次", ">= 3000", "人次", "activity", {"sum": "participants"}, part_of="S0-I10"),
    line("I12", "分站工作检查", ">= 23", "个分站", "inspection", {"distinct": "visited_station"}),
    line("I13", "镇街分站工作指导", ">= 4", "次", "guidance", hours=80, professional=True),
    line("I14", "服务督导工作", ">= 92", "次", "supervision", hours=8, professional=True),
    line("I15", "工作会议", ">= 12", "次", "meeting", hours=15, professional=True),
    line("I16", "工作报告", ">= 6", "份", "report",
         where=[{"field": "report_kind", "not_in": ["monthly_summary"]}], hours=40, professional=True),
    line("I17", "家添能量评估会", ">= 1", "场", "review_meeting", hours=40, professional=True),
    line("I18", "志愿者队伍建设与管理", ">= 1", "支", "volunteer_team", hours=100, professional=True),
    line("I19", "志愿服务队伍建设活动", ">= 2", "场", "volunteer_activity"),
    line("I20", "宣传策划", ">= 50", "天", "publicity_planning", {"sum": "days"}, hours=8),
    line("I21", "日常行政", ">= 365", "天", "administration", {"sum": "days"}, hours=8),
    line("I22", "每月工作小结", ">= 1", "份", "report",
         where=[{"field": "report_kind", "is": "monthly_summary"}], per=["month"]),
    {"code": "S0-I23", "title": "项目合计工作总时数", "target": ">= 10632", "unit": "小时",
     "count": {"measure": {"total": "hours"}}, "printed": {"total_hours": 10632}},
    line("I24", "资格人员比例", ">= 80%", "%", "staff", share(field="qualified", **{"is": True}), as_of="today"),
    line("I25", "项目主管比例", ">= 20%", "%", "staff", share(field="role", **{"is": "lead"}), as_of="today"),
]  # fmt: skip
