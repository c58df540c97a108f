"""A year of the S0 contract as facts: any number of them, the same in every run."""

from collections.abc import Iterator
from datetime import date
from datetime import timedelta
from functools import cache
from pathlib import Path
from random import Random
from typing import Any
from yidang.contracts.file import ContractFile
from yidang.contracts.file import read
from yidang.indicators.engine.calendar import Calendar
from yidang.indicators.engine.facts import Fact

import yidang.contracts


TERM = Calendar(date(2024, 1, 1), date(2024, 12, 31))
STAFF = 40  # people do not grow with the number of records
# How often each kind is filed, of 1,000 records.
SHARES = {
    "visit": 420, "consultation": 250, "article": 120, "activity": 50, "case": 30, "supervision": 20, "inspection": 20,
    "meeting": 15, "report": 15, "group": 10, "forum": 10, "guidance": 10, "lecture": 10, "volunteer_activity": 10,
    "office_day": 4, "publicity_day": 4, "review_meeting": 1, "volunteer_team": 1,
}  # fmt: skip
REPORTS = ("monthly_summary", "hotline_analysis", "research", "case_study")


@cache
def contract_file() -> ContractFile:
    """The contract as its file states it."""
    return read(Path(yidang.contracts.__file__).parent / "library" / "zhongshan-women-2024.yaml")


def rules() -> list[dict[str, Any]]:
    """Its 25 lines in the data form."""
    return contract_file().indicators()


def stations() -> list[str]:
    """Its 24 stations."""
    return [station["code"] for station in contract_file().data["stations"]]


def year(contract: str, number: int) -> Iterator[Fact]:
    """`number` facts of one contract."""
    chance, places = Random(f"{contract}-{number}"), stations()
    kinds = chance.choices(list(SHARES), weights=list(SHARES.values()), k=number - STAFF)
    for serial in range(STAFF):
        yield _person(chance, contract, serial, places[serial % len(places)])
    for serial, kind in enumerate(kinds):
        yield _record(chance, contract, kind, f"{contract}-{kind}-{serial}", places)


def _person(chance: Random, contract: str, serial: int, station: str) -> Fact:
    since = TERM.start + timedelta(days=chance.choice((-400, -90, 60)))
    attributes = {"qualified": serial % 5 > 0, "lead": serial % 4 == 0}
    return Fact(
        "staff", f"{contract}-staff-{serial}", contract, station, date=since, standing="verified", attributes=attributes
    )


def _record(chance: Random, contract: str, kind: str, uid: str, places: list[str]) -> Fact:
    day = TERM.start + timedelta(days=chance.randrange(366))
    return Fact(
        kind,
        uid,
        contract,
        station=chance.choice(places),
        workers=(f"worker{chance.randrange(30)}",),
        date=day,
        standing=chance.choice(("submitted", "verified", "verified")),
        amounts={"hours": 2, "days": 1, "participants": chance.randrange(20, 120)},
        attributes=_attributes(chance, kind, day, places),
        subjects=(f"client{chance.randrange(400)}",) if kind in ("visit", "consultation", "case") else (),
    )


def _attributes(chance: Random, kind: str, day: date, places: list[str]) -> dict[str, Any]:
    if kind == "article":
        return {"origin": chance.choice(("original", "compiled", "reprint")), "station_activity": chance.random() < 0.2}
    if kind == "case":
        return {"professional": chance.random() < 0.5, "closed": day if chance.random() < 0.8 else None}
    if kind == "report":
        return {"report_kind": chance.choice(REPORTS), "source_closed": day}
    if kind == "group":
        return {"group_type": "supportive"}
    return {"mode": "home", "visited_station": chance.choice(places)}
