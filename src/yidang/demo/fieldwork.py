"""The year's service records: consultations and visits, activities, supervision, meetings, days of work."""

from collections.abc import Callable
from collections.abc import Iterator
from dataclasses import dataclass
from dataclasses import field
from datetime import date
from random import Random
from typing import Any
from yidang.demo.events import Event
from yidang.demo.stage import Stage
from yidang.demo.texts import words
from yidang.demo.verdicts import Desk
from yidang.demo.year import last_day
from yidang.demo.year import workday
from yidang.demo.year import Year


MAIN = "zs-city"
WORKERS = ("worker", "colleague1", "colleague2")
CONSULTATIONS, VISITS = 772, 184
INSPECTED, GUIDED, FORUMS, MEETINGS, TRAININGS = 22, 4, 4, 11, 4
ROUNDS = 3  # each substation was supervised three times; the fourth round has only begun
TOPICS = ("family", "law", "mind", "parenting", "rights", "family", "law", "family")
MODES = ("phone", "office", "phone", "office", "online", "phone")


@dataclass(frozen=True)
class Work:
    """One record of service before it is filed."""

    kind: str
    day: date
    by: str
    fields: dict[str, Any] = field(default_factory=dict)


def talks(year: Year, clients: list[str], stations: list[str]) -> Iterator[Work]:
    """Consultations: one person, one conversation, one record (S0-I01)."""
    text = words("service")["consultation"]
    for index, day in enumerate(year.spread(CONSULTATIONS)):
        topic = TOPICS[index % len(TOPICS)]
        told = text[topic][index // len(TOPICS) % len(text[topic])]
        more = {"clients": (clients[index % len(clients)],)} if index % 7 == 0 else {}
        yield Work(
            "consultation",
            day,
            WORKERS[index % 3],
            {
                **told,
                "topic": topic,
                "mode": MODES[index % len(MODES)],
                "hours": (0.5, 1.0, 0.5, 1.5)[index % 4],
                "participants": 1,
                "station": MAIN if index % 3 else stations[index // 3 % len(stations)],
                **more,
            },
        )


def visits(year: Year, clients: list[str], stations: list[str]) -> Iterator[Work]:
    """Home visits."""
    text = words("service")["visit"]
    for index, day in enumerate(year.spread(VISITS)):
        place = {"station": stations[index % len(stations)], "clients": (clients[index * 3 % len(clients)],)}
        fixed = {"mode": "home", "hours": 2.0, "participants": 1}
        yield Work("visit", workday(day, year), WORKERS[index % 3], {**text[index % len(text)], **fixed, **place})


def activities(found: list[Event]) -> Iterator[Work]:
    """The community activities (S0-I10, S0-I11)."""
    for index, event in enumerate(found):
        about = event.about
        yield Work(
            about["kind"],
            event.day,
            WORKERS[index % 3],
            {
                "title": f"{event.town}{about['name']}活动",
                "station": event.station,
                "participants": event.count,
                "hours": 3.0,
                "place": f"{event.town}{about['venue']}{about['hall']}",
                "content": about["content"],
            },
        )


def supervision(year: Year, towns: list[tuple[str, str]]) -> Iterator[Work]:
    """Supervision of every substation round by round, and the yearly inspections, one of which is still due."""
    told = words("work")
    count = len(towns) * ROUNDS
    for index, day in enumerate(year.spread(count)):
        station, town = towns[index % len(towns)]
        text = told["supervision"][index % 4]
        title = text["title"].format(town=town, n=index // len(towns) + 1)
        mode = "online" if index % 4 == 3 else "onsite"
        yield _at_station("supervision", day, station, title, text["content"], mode)
    for index, (station, town) in enumerate(towns[:INSPECTED]):
        day = workday(year.at(0.35 + index * 0.5 / INSPECTED), year)
        text = told["inspection"]
        yield _at_station("inspection", day, station, text["title"].format(town=town), text["content"], "onsite")


def _at_station(kind: str, day: date, station: str, title: str, content: str, mode: str) -> Work:
    place = {"station": MAIN, "visited_station": station, "mode": mode, "hours": 3.0}
    return Work(kind, day, "supervisor", {"title": title, "content": content, **place})


def gatherings(year: Year) -> Iterator[Work]:
    """Forums, guidance, trainings and the few things that happen once."""
    told = words("work")
    for kind, count, people in (("forum", FORUMS, 26), ("guidance", GUIDED, 31), ("training", TRAININGS, 18)):
        for index, day in enumerate(year.spread(count)):
            fixed = {"participants": people + index * 4, "hours": 3.0, "station": MAIN}
            yield Work(kind, workday(day, year), "lead", {**told[kind][index % len(told[kind])], **fixed})
    for kind, share in (("volunteer_team", 0.1), ("review_meeting", 0.7)):
        fixed = {"participants": 42, "hours": 4.0, "station": MAIN}
        yield Work(kind, workday(year.at(share), year), "lead", {**told[kind], **fixed})


def months(year: Year) -> Iterator[Work]:
    """Each month's meeting, and its days of publicity and office work; the running month is not yet written up."""
    told = words("work")
    for month in year.months()[:MEETINGS]:
        end = last_day(month)
        slots = {"month": month.month}
        meeting = {"title": told["meeting"]["title"].format(**slots), "content": told["meeting"]["content"]}
        yield Work("meeting", workday(end, year), "lead", {**meeting, "participants": 8, "hours": 2.0, "station": MAIN})
        for kind, days in (("publicity_day", 4.0), ("office_day", float(end.day))):
            text = {"title": told[kind]["title"].format(**slots), "content": told[kind]["content"]}
            yield Work(
                kind, end, "lead" if kind == "office_day" else "publicist", {**text, "days": days, "station": MAIN}
            )


def fill(
    contract,
    stage: Stage,
    year: Year,
    chance: Random,
    found: list[Event],
    clients: list[str],
    towns: list[tuple[str, str]],
    progress: Callable,
) -> None:
    """File all of it in the order of its days."""
    desk, section, stations = Desk(stage, year, chance), contract["archive"]["records"], [one for one, _ in towns]
    work = [*talks(year, clients, stations), *visits(year, clients, stations), *activities(found)]
    work += [*supervision(year, towns), *gatherings(year), *months(year)]
    work.sort(key=lambda one: one.day)
    drafts = range(len(work) - 6, len(work))
    for index, one in enumerate(progress(work, len(work), "服务记录")):
        record = stage.put(
            section, "ServiceRecord", one.by, kind=one.kind, date=one.day, workers=(one.by,), **one.fields
        )
        if index in drafts and one.kind == "consultation":
            desk.lay(desk.keep, record, one.day)
        else:
            desk.lay(desk.hand_in, record, one.by, one.day)
    desk.settle(progress, "提交和核定")
