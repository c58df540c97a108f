"""Four groups: three finished, one of them with a session that too few attended, one still running (S0-I06)."""

from collections.abc import Callable
from datetime import timedelta
from random import Random
from yidang.demo.stage import Stage
from yidang.demo.texts import words
from yidang.demo.verdicts import Desk
from yidang.demo.year import Year


WORKERS = ("worker", "colleague1", "colleague2")
BEGINNINGS = (0.12, 0.36, 0.58, 0.94)


def fill(contract, stage: Stage, year: Year, chance: Random, progress: Callable) -> None:
    """All groups with sessions, attendance and papers."""
    desk, section = Desk(stage, year, chance), contract["archive"]["records"]
    groups = words("groups")["groups"]
    for index, told in enumerate(progress(groups, len(groups), "小组")):
        worker, opened = WORKERS[index % 3], year.at(BEGINNINGS[index])
        days = [opened + timedelta(days=7 * number) for number in range(len(told["sessions"]))]
        days = [day for day in days if day <= year.today]
        is_over = not told.get("running") and len(days) == len(told["sessions"])
        group = stage.put(
            section,
            "GroupWork",
            worker,
            title=told["title"],
            group_type=told["type"],
            station=told["town"],
            workers=(worker,),
            opened=opened,
            closed=days[-1] if is_over else None,
            members=tuple(told["members"]),
            goal=told["goal"],
        )
        _sessions(group, stage, worker, told, days)
        _papers(group, stage, worker, days, is_over)
        desk.lay(desk.hand_in, group, worker, opened, days[-1])
    desk.settle(progress, "提交和核定")


def _sessions(group, stage: Stage, worker: str, told: dict, days: list) -> None:
    members = told["members"]
    for index, day in enumerate(days):
        away = len(members) // 2 if told.get("weak") == index + 1 else (index * 2 + 1) % 3
        session = stage.put(
            group,
            "GroupSession",
            worker,
            title=told["sessions"][index],
            date=day,
            minutes=90,
            attendance=tuple(members[: len(members) - away]),
            process="热身、主题活动、分享与小结；组员能主动回应他人，工作员记录了需要个别跟进的两位组员。",
        )
        stage.date_back(session, [day])


def _papers(group, stage: Stage, worker: str, days: list, is_over: bool) -> None:
    """The three papers of S1-17; the summary when it is over."""
    for kind, title in words("papers")["group"].items():
        if kind == "group_summary" and not is_over:
            continue
        day = days[0] if kind == "group_plan" else days[-1]
        paper = stage.put(
            group,
            "ArchiveDocument",
            worker,
            title=title,
            document_kind=kind,
            date=day,
            signed_by=("worker", "supervisor"),
        )
        stage.date_back(paper, [day])
