"""Clients and cases: in every state, a little behind on closing (S0-I02 … S0-I05)."""

from collections.abc import Callable
from datetime import date
from datetime import timedelta
from random import Random
from yidang.demo.stage import Stage
from yidang.demo.texts import words
from yidang.demo.verdicts import Desk
from yidang.demo.year import workday
from yidang.demo.year import Year


CASES, CLOSED, CLIENTS = 38, 27, 64
WORKERS = ("worker", "colleague1", "colleague2")
TIERS = ("general", "watch", "key")
CATEGORIES = (
    ("woman",),
    ("woman", "single_parent"),
    ("woman", "violence"),
    ("woman", "migrant"),
    ("woman", "low_income"),
)


class Casework:
    """Files clients and cases of one contract."""

    def __init__(self, contract, stage: Stage, year: Year, chance: Random, stations: list[str]) -> None:
        self.section = contract["archive"]["records"]
        self.stage, self.year, self.chance, self.stations = stage, year, chance, stations
        self.desk = Desk(stage, year, chance)

    def client(self, index: int) -> str:
        """A personal file; returns its UID. The name under it is invented too."""
        text, worker = words("people"), WORKERS[index % 3]
        day = workday(self.year.at(index / CLIENTS), self.year)
        names = words("cases")["names"]
        clients = text["clients"]
        record = self.stage.put(
            self.section,
            "Client",
            worker,
            title=f"{names[index % len(names)]}（F{index + 1:03}）",
            station=self.stations[index % len(self.stations)],
            recorded_on=day,
            tier=TIERS[(index % 9) // 4] if index % 9 else "key",
            gender="female",
            birth_year=self.year.start.year - 24 - index * 7 % 38,
            categories=CATEGORIES[index % len(CATEGORIES)],
            name=clients["surnames"][index * 7 % 20] + clients["given"][index * 3 % 20],
            phone=f"138-0000-{index + 1:04}",
            situation=text["situation"][index % len(text["situation"])],
            workers=(worker,),
        )
        self.desk.lay(self.desk.hand_in, record, worker, day)
        return record.UID()

    def case(self, index: int, client: str):
        """A case with sessions and papers, closed or not."""
        text, worker = words("cases"), WORKERS[index % 3]
        problem = text["problems"][index * 5 % len(text["problems"])]
        opened = workday(self.year.at(index / CASES), self.year)
        planned = opened + timedelta(days=62 + index % 4 * 9)
        closed = planned if index < CLOSED and planned <= self.year.today else None
        case = self.stage.put(
            self.section,
            "CaseFile",
            worker,
            title=f"{text['names'][index]}：{problem['title']}",
            client=client,
            station=self.stations[index % len(self.stations)],
            workers=(worker,),
            professional=problem["professional"],
            stage="follow_up" if closed and index < CLOSED // 2 else "evaluation" if closed else "intervention",
            opened=opened,
            closed=closed,
            problem=f"{problem['problem']}计划：{problem['plan']}",
        )
        self._sessions(case, worker, opened, closed)
        self._papers(case, worker, opened, closed)
        return case, worker, opened, closed

    def _sessions(self, case, worker: str, opened: date, closed: date | None) -> None:
        last = closed or self.year.today
        for index, session in enumerate(words("cases")["sessions"]):
            day = opened + timedelta(days=index * 8)
            if day > last:
                break
            part = self.stage.put(
                case,
                "CaseSession",
                worker,
                title=session["title"],
                date=day,
                minutes=50 + index % 3 * 10,
                mode=("office", "office", "home", "office", "home", "escort", "phone", "office")[index],
                process=session["process"],
            )
            self.stage.date_back(part, [day])

    def _papers(self, case, worker: str, opened: date, closed: date | None) -> None:
        """The four papers of S1-16; the closing report only when it is closed."""
        days = {"needs_assessment": 7, "service_plan": 16, "session_notes": 30}
        for kind, title in words("papers")["case"].items():
            day = closed if kind == "closing_report" else self.year.later(opened, days[kind])
            if day is None:
                continue
            signed = ("worker", "client", "supervisor") if kind == "closing_report" else ("worker", "client")
            paper = self.stage.put(
                case, "ArchiveDocument", worker, title=title, document_kind=kind, date=day, signed_by=signed
            )
            self.stage.date_back(paper, [day])


def fill(
    contract, stage: Stage, year: Year, chance: Random, stations: list[str], progress: Callable
) -> tuple[list[str], list]:
    """Clients and cases; returns the clients' UIDs, and the closed cases from which case studies come."""
    room = Casework(contract, stage, year, chance, stations)
    clients = [room.client(index) for index in progress(range(CLIENTS), CLIENTS, "服务对象")]
    ended = []
    for index in progress(range(CASES), CASES, "个案"):
        case, worker, opened, closed = room.case(index, clients[index])
        if index == CASES - 1:
            room.desk.lay(room.desk.keep, case, opened)
        elif index == CASES - 4:
            room.desk.lay(room.desk.send_back, case, worker, opened)
        else:
            done = closed or year.later(opened, 20) or opened
            room.desk.lay(room.desk.hand_in, case, worker, opened, done)
        if closed:
            ended.append(case)
    room.desk.settle(progress, "提交和核定")
    return clients, ended
