"""The first provider's other contract: small, with the lines by person and month, by organisation, by theme."""

from collections.abc import Iterator
from datetime import date
from datetime import timedelta
from typing import Any
from yidang.demo.project import MONTHS
from yidang.demo.project import Project
from yidang.demo.stage import Stage
from yidang.demo.texts import words
from yidang.demo.verdicts import PURCHASER
from yidang.demo.year import last_day
from yidang.demo.year import workday
from yidang.demo.year import Year
from yidang.privacy.actions import change_course


STATIONS = ("xh-lotus", "xh-pond")
WORKERS = ("worker3", "worker4", "worker5")
COMES = 0.42  # when the last of the workers came
KEY_CHILDREN, MISSED = 6, {(2, 4), (4, 8)}  # (child, month): who was not visited then
RISES, LEAVES = (6, 0.4), (5, 0.7)  # which child becomes a key child, and which moves away, and when
TRAININGS = (0.15, 0.45, 0.6, 0.85)
WEAK = (1, 2)  # group and session to which half the members came
MEMBERS = ("阿荷", "小莲", "小舟", "阿渔", "豆豆", "小满", "阿桥", "小鹿")


def fill(contract, stage: Stage, year: Year) -> None:
    """All of it."""
    project = Project(contract, stage, year)
    visit(project, children(project))
    supervise(project)
    meet(project)
    organise(project)
    report(project)


def children(project: Project) -> list[str]:
    """Files of children: six are key children from the first day, one becomes one later, one moves away."""
    found = []
    for index, (name, text) in enumerate(zip(project.told["children"], _repeated(project.told["files"]), strict=False)):
        day = project.year.start if index < KEY_CHILDREN else project.year.at(0.04 * (index - 4))
        child = project.file(
            "Client",
            WORKERS[index % 2],
            day,
            title=f"{name}（X{index + 1:02}）",
            station=STATIONS[index % 2],
            recorded_on=day,
            tier="key" if index < KEY_CHILDREN else "general",
            gender=("female", "male")[index % 2],
            birth_year=project.year.start.year - 7 - index % 6,
            categories=("left_behind",) if index % 3 else ("troubled_child",),
            household=f"{index // 2 % 5 + 1}组{index * 7 % 40 + 1}号",
            **text,
        )
        found.append(child.UID())
        with project.stage.acting(WORKERS[index % 2]):
            if index == RISES[0]:
                change_course(child, "key", project.year.at(RISES[1]))
            elif index == LEAVES[0]:
                change_course(child, "key", None, project.year.at(LEAVES[1]))
    return found


def is_key(project: Project, index: int, day: date) -> bool:
    """Whether a child is a key child on that day."""
    if index == LEAVES[0]:
        return day <= project.year.at(LEAVES[1])
    return index < KEY_CHILDREN or (index == RISES[0] and day >= project.year.at(RISES[1]))


def _repeated(texts: list[dict]) -> Iterator[dict]:
    while True:
        yield from texts


def visit(project: Project, found: list[str]) -> None:
    """A home visit to each key child each month, two of them forgotten."""
    for number, day in project.days(12):
        for index, child in enumerate(found):
            if (index, number) in MISSED or not is_key(project, index, day):
                continue
            text = project.told["visits"][(index + number) % len(project.told["visits"])]
            fixed = {"mode": "home", "hours": 1.5, "participants": 1, "station": STATIONS[index % 2]}
            project.service("visit", WORKERS[index % 2], day, clients=(child,), **text, **fixed)


def supervise(project: Project) -> None:
    """Supervision of everyone each month, once without the last comer, and trainings."""
    for number, day in project.days(18):
        come = project.year.at(COMES) <= day
        who = WORKERS if come else WORKERS[:2]
        text = {**project.told["supervision"], "title": f"第{number + 1}次团队督导"}
        signed = {"signed_by": ("worker", "supervisor"), "papers": ("sign_in",)}
        hours = {"hours": 1.5 if number == 6 else 2.5, "mode": "onsite", "station": STATIONS[0]}
        project.service("supervision", "supervisor", day, supervised=who, **text, **signed, **hours)
    for text, share in zip(project.told["trainings"], TRAININGS, strict=True):
        day = workday(project.year.at(share), project.year)
        who = WORKERS if project.year.at(COMES) <= day else WORKERS[:2]
        fixed = {"hours": 7.0, "participants": len(who) + 4, "supervised": who, "theme": "child"}
        project.service("training", "lead", day, station=STATIONS[0], papers=("sign_in", "photos"), **text, **fixed)


def meet(project: Project) -> None:
    """A group at each station, the second with one session that too few attended; activities by theme."""
    for index, text in enumerate(project.told["groups"]):
        gather(project, index, text)
    days = project.year.spread(len(project.told["activities"]))
    for index, (text, day) in enumerate(zip(project.told["activities"], days, strict=True)):
        size = {"participants": 36 + index * 5, "hours": 2.5, "activity_type": "medium"}
        place, day = {"station": STATIONS[index % 2]}, workday(day, project.year)
        project.service("activity", WORKERS[index % 2], day, **text, **size, **place)


def gather(project: Project, index: int, text: dict[str, Any]) -> None:
    """One group with its sessions and its three papers."""
    put, worker, opened = project.stage.put, WORKERS[index], project.year.at(0.2 + index * 0.35)
    days = [opened + timedelta(days=7 * number) for number in range(len(text["sessions"]))]
    fixed = {"station": STATIONS[index], "members": MEMBERS, "opened": opened, "closed": days[-1]}
    own = {"title": text["title"], "goal": text["goal"], "group_type": "growth"}
    group = project.file("GroupWork", worker, opened, walk=False, **own, **fixed)
    for number, (title, day) in enumerate(zip(text["sessions"], days, strict=True)):
        there = MEMBERS[: 4 if (index, number) == WEAK else 8 - number % 3]
        session = {"title": title, "date": day, "minutes": 80, "attendance": there, "process": text["process"]}
        project.stage.date_back(put(group, "GroupSession", worker, **session), [day])
    for kind, title in words("papers")["group"].items():
        day = days[0] if kind == "group_plan" else days[-1]
        paper = {"title": title, "document_kind": kind, "date": day, "signed_by": ("worker", "supervisor")}
        project.stage.date_back(put(group, "ArchiveDocument", worker, **paper), [day])
    project.hand_in(group, worker, opened, days[-1])


def organise(project: Project) -> None:
    """Two organisations followed month by month, one a month late; volunteers and their hours; handouts."""
    for index, name in enumerate(project.told["organisations"]):
        first = project.year.at(0.02 + index * 0.25)
        project.service("organisation", "lead", first, title=name, organisation=name, station=STATIONS[index])
        for number, day in project.days(21):
            if day > first and (index, number) != (1, 7):
                text = {"title": f"{name}跟进", "content": project.told["incubation"]}
                project.service("incubation", "lead", day, organisation=name, station=STATIONS[index], **text)
    for index, names in enumerate(project.told["volunteers"]):
        fixed = {"system": "national", "system_number": f"XH-{index + 1:03}", "real_name": True, "new": True}
        day, station = project.year.at(0.1 + index * 0.2), STATIONS[index % 2]
        project.service(
            "volunteer", "lead", day, title="志愿者招募登记", attendees=tuple(names), station=station, **fixed
        )
    for index, day in enumerate(project.year.spread(6)):
        fixed = {"hours": 3.0, "participants": 14 + index, "system": "national", "station": STATIONS[index % 2]}
        project.service("volunteer_work", "lead", workday(day, project.year), title="周末课业陪伴", **fixed)
    for index, day in enumerate(project.year.spread(3)):
        project.service("handout", "lead", day, copies=700, theme="child", **project.told["handouts"][index])


def report(project: Project) -> None:
    """A brief by the 25th of each month, once two days late; a survey."""
    for number, month in enumerate(project.year.months()[:MONTHS]):
        day = month.replace(day=27 if number == 5 else 24)
        if day <= project.year.today:
            fields: dict[str, Any] = {"kind": "monthly_brief", "period": f"{month:%Y-%m}", "submitted_on": day}
            text = {"title": f"{month.year}年{month.month}月项目月简报", "summary": project.told["brief"]}
            project.file("Report", "lead", day, section="reports", **fields, **text)
    day = last_day(project.year.months()[8])
    fields = {"title": "服务满意度调查", "date": day, "answers": 64, "satisfied": 61}
    part = project.stage.put(project.archive["review"], "Survey", PURCHASER, **fields)
    project.stage.date_back(part, [day])
