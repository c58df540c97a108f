"""Small builders: a test says what it needs and gets no more."""

from datetime import date
from plone import api
from plone.dexterity.utils import createContentInContainer
from yidang.archive.sections import section_for
from yidang.people.team import join

import itertools


_serial = itertools.count(1)
PASSWORD = "Ceshi-Mima-2026"


def a_station(portal, id: str = "zhongshan", **fields):
    """A station under /stations; the one that is there already when the id is taken."""
    stations = portal["stations"]
    if id in stations.objectIds():
        return stations[id]
    fields = {"title": f"{id}站", **fields}
    return createContentInContainer(stations, "Station", checkConstraints=False, id=id, **fields)


def a_contract(portal, state: str = "active", stations: tuple[str, ...] = ("zhongshan",), **fields):
    """A contract of this calendar year unless told otherwise, with its archive, in force."""
    for station in stations:
        a_station(portal, station)
    year = date.today().year
    fields = {
        "title": "妇女维权与信息服务站项目",
        "number": f"HT-{next(_serial)}",
        "purchaser": "某市妇女联合会",
        "provider": "某社会工作服务中心",
        "start": date(year, 1, 1),
        "end": date(year, 12, 31),
        "stations": stations,
        **fields,
    }
    contract = createContentInContainer(portal["contracts"], "Contract", checkConstraints=False, **fields)
    if state != "draft":
        api.content.transition(contract, to_state=state)
    return contract


def an_indicator(contract, rule: dict):
    """One line of a contract, from the data form of a rule."""
    own = {"code", "title", "group", "unit", "target", "note"}
    return createContentInContainer(
        contract["indicators"],
        "Indicator",
        checkConstraints=False,
        id=rule["code"].lower(),
        code=rule["code"],
        title=rule["title"],
        heading=rule.get("group"),
        unit=rule["unit"],
        target=rule.get("target"),
        note=rule.get("note"),
        rule={key: value for key, value in rule.items() if key not in own},
    )


def an_account(name: str, contract=None, role: str = "", stations: tuple[str, ...] = ()) -> str:
    """A user id; with a contract and a role, a member of its team."""
    if api.user.get(userid=name) is None:
        api.user.create(username=name, email=f"{name}@example.org", password=PASSWORD)
    if contract is not None:
        join(contract, name, role, stations)
    return name


def a_record(contract, portal_type: str, **fields):
    """A record in the section of its type."""
    section = contract["archive"][section_for(portal_type)]
    return createContentInContainer(section, portal_type, checkConstraints=False, **fields)
