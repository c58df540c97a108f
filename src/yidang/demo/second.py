"""The second provider's contract: small, elsewhere, and invisible to the first."""

from random import Random
from yidang.demo.stage import Stage
from yidang.demo.stage import Step
from yidang.demo.year import Year


STATIONS = ("lh-songbai", "lh-tingyu")
ACTIVITIES = ("重阳节游园会", "八段锦晨练班", "口述历史分享会", "智能手机小课堂", "防跌倒健康讲座", "端午包粽同乐")
VISITS = 24


def fill(contract, stage: Stage, year: Year, chance: Random) -> None:
    """Visits and activities of an elder-care project; submitted, for its purchaser has no account here."""
    section = contract["archive"]["records"]
    for index, day in enumerate(year.spread(VISITS)):
        fields = {"title": "独居长者探访", "mode": "home", "hours": 1.5, "participants": 1}
        _put(section, stage, "visit", day, index, content="检查居家安全，陪聊近况，提醒按时服药。", **fields)
    for index, day in enumerate(year.spread(len(ACTIVITIES))):
        title = ACTIVITIES[index]
        _put(section, stage, "activity", day, index, title=title, hours=2.5, participants=chance.randint(22, 46))


def _put(section, stage: Stage, kind: str, day, index: int, **fields) -> None:
    station = STATIONS[index % 2]
    record = stage.put(
        section, "ServiceRecord", "worker2", kind=kind, date=day, station=station, workers=("worker2",), **fields
    )
    stage.walk(record, day, Step("worker2", "submit", day))
