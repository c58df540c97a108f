"""The second provider's contract: small, elsewhere, and invisible to the first."""

from datetime import date
from random import Random
from yidang.demo.stage import Stage
from yidang.demo.stage import Step
from yidang.demo.year import Year


STATIONS = ("lh-songbai", "lh-tingyu")
ACTIVITIES = ("重阳节游园会", "八段锦晨练班", "口述历史分享会", "智能手机小课堂", "防跌倒健康讲座", "端午包粽同乐")
ELDERS = ("福伯", "莲姨", "荣叔", "桂婆婆", "耀叔", "银姨")
WORKER = "worker2"
VISITS = 24


class Provider:
    """Files records in the contract of the second provider; submitted, for its purchaser has no account here."""

    def __init__(self, contract, stage: Stage) -> None:
        self.section, self.stage, self.count = contract["archive"]["records"], stage, 0

    def file(self, portal_type: str, day: date, **fields):
        """One record at one of the two stations."""
        self.count += 1
        station = STATIONS[self.count % 2]
        record = self.stage.put(self.section, portal_type, WORKER, station=station, workers=(WORKER,), **fields)
        self.stage.walk(record, day, Step(WORKER, "submit", day))
        return record


def fill(contract, stage: Stage, year: Year, chance: Random) -> None:
    """Clients, visits and activities of an elder-care project."""
    room, first = Provider(contract, stage), year.start
    elders = [
        room.file("Client", first, title=name, recorded_on=first, categories=("elderly",)).UID() for name in ELDERS
    ]
    for index, day in enumerate(year.spread(VISITS)):
        fields = {"kind": "visit", "title": "独居长者探访", "mode": "home", "hours": 1.5, "participants": 1}
        content, clients = "检查居家安全，陪聊近况，提醒按时服药。", (elders[index % len(elders)],)
        room.file("ServiceRecord", day, date=day, content=content, clients=clients, **fields)
    for title, day in zip(ACTIVITIES, year.spread(len(ACTIVITIES)), strict=True):
        people = chance.randint(22, 46)
        room.file("ServiceRecord", day, date=day, kind="activity", title=title, hours=2.5, participants=people)
