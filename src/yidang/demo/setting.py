"""Where the demonstration plays: accounts, the 中山 contract with its term moved, its team, stations and staff."""

from copy import deepcopy
from datetime import date
from datetime import timedelta
from pathlib import Path
from plone import api
from typing import Any
from yidang.contracts.file import ContractFile
from yidang.contracts.file import read
from yidang.contracts.load import load
from yidang.demo.stage import Stage
from yidang.demo.stage import Step
from yidang.demo.texts import words
from yidang.demo.year import Year
from yidang.indicators.engine.calendar import add_months
from yidang.people.accounts import make_account
from yidang.people.team import join

import yidang.contracts


CONTRACT = "zhongshan-women"
SECOND = "lanhe-elder-care"
LIBRARY = Path(yidang.contracts.__file__).parent / "library"
ADMINISTRATOR = "siteadmin"
PROVIDER = "岐澜社会工作服务中心（演示）"
SHARED = ("ProjectLead", "Supervisor", "Purchaser", "Evaluator")
HOURS = "周一至周五 8:30–12:00、14:00–17:30；周六、周日轮值"
TRAININGS = ((-14, "authority", "妇女权益保障业务培训"), (-3, "association", "个案工作实务培训"))


def make_accounts() -> dict[str, str]:
    """Every account of the demonstration with its random password."""
    people = words("people")
    passwords = {name: make_account(name, one["name"]) for name, one in people["accounts"].items()}
    # A portal made without the demonstration has its administrator, whose password is nobody's business.
    if api.user.get(userid=ADMINISTRATOR) is None:
        title = people["administrator"]["name"]
        passwords[ADMINISTRATOR] = make_account(ADMINISTRATOR, title, ("Site Administrator",))
    for team in ("second", "third"):
        passwords |= {name: make_account(name, one["name"]) for name, one in people[team].items()}
    return passwords


def moved(file: ContractFile, year: Year, **changed: Any) -> ContractFile:
    """The contract of the file in the demonstration's year; S0-06: the actual commission decides the term."""
    data = deepcopy(dict(file.data))
    note = "演示：合同期移到今天正处于第十二个月的十二个月。"
    data.update(changed, term={"start": year.start.isoformat(), "end": year.end.isoformat(), "note": note})
    return ContractFile(data, file.lines)


def open_contract(portal, stage: Stage, year: Year):
    """The 中山 contract, in force since its first day, with its team."""
    file = moved(
        read(LIBRARY / "zhongshan-women-2024.yaml"),
        year,
        id=CONTRACT,
        number=f"ZSWQ-{year.start:%Y%m}",
        title=f"{year.start.year}年广东省妇女维权与信息服务站（中山站）社工服务项目",
        provider=PROVIDER,
    )
    return _in_force(portal, stage, file, words("people")["accounts"], year.start)


def open_second(portal, stage: Stage, year: Year):
    """The contract of another provider in another city."""
    file = moved(read(Path(__file__).parent / "second-provider.yaml"), year)
    return _in_force(portal, stage, file, words("people")["second"], year.start)


def open_third(portal, stage: Stage, year: Year):
    """The other contract of the first provider: its own workers, and the same lead, supervisor and purchaser."""
    file = moved(read(Path(__file__).parent / "third-contract.yaml"), year)
    people = words("people")
    shared = {name: one for name, one in people["accounts"].items() if one["role"] in SHARED}
    return _in_force(portal, stage, file, {**people["third"], **shared}, year.start)


def _in_force(portal, stage: Stage, file: ContractFile, people: dict[str, dict], day: date):
    contract = load(portal, file)
    for name, one in people.items():
        join(contract, name, one["role"])
    stage.walk(contract, day, Step(ADMINISTRATOR, "activate", day))
    return contract


def describe_stations(portal, ids: tuple[str, ...]) -> None:
    """Address, telephone and hours, so that the public pages have something to show; all of it invented."""
    for index, id_ in enumerate(ids):
        station = portal.stations[id_]
        station.address = f"{station.town or ''}和美路{index * 4 + 6}号妇女儿童之家"
        station.phone = f"0760-0000 {1000 + index}"
        station.opening_hours = HOURS
        station.introduction = (
            f"{station.title}为本地妇女和家庭免费提供法律政策、婚姻家庭、维权指导、心理调适和家庭教育方面的咨询，"
            "谈话内容保密。遇到紧急危险请先拨打110。"
        )
        station.reindexObject()


def add_staff(portal, stage: Stage, year: Year, station: str, people: str = "staff") -> None:
    """The staff of a station: two leads, most of them qualified, one who has left (S0-02, S0-04), one who came late."""
    for one in words("people")[people]:
        started = year.at(one["came"]) if "came" in one else year.start - timedelta(days=200)
        certificates = [
            {"certificate": term, "issued": add_months(year.start, months), "expires": None}
            for term, months in one["certificates"].items()
        ]
        trainings = [
            {"date": add_months(year.start, months), "hours": one["hours"] / 2, "organiser": who, "title": title}
            for months, who, title in TRAININGS
        ]
        stage.put(
            portal.stations[station],
            "StaffMember",
            ADMINISTRATOR,
            name=one["name"],
            role=one["role"],
            user=one.get("user"),
            certificates=certificates,
            trainings=trainings,
            degree=one["degree"],
            major=one["major"],
            experience_since=add_months(year.start, -12 * one["since"]),
            born=date(one["born"], 5, 12),
            started=started,
            left=year.at(one["left"]) if "left" in one else None,
        )
