"""Complaints of the public: the services are free of charge, and whoever was charged may say so (S2-04).

A complaint is filed in the archive of the contract that serves the station, for its purchaser alone to read: those
complained of must not learn who complained. Little is asked, and nothing that was not asked is kept: no address of the
visitor's machine, no name unless it is given.
"""

from collections.abc import Mapping
from datetime import timedelta
from plone import api
from plone.dexterity.utils import createContentInContainer
from typing import NamedTuple
from yidang import clock
from yidang.archive.naming import short_code
from yidang.errors import FieldError
from yidang.errors import Refused
from yidang.errors import TooMany
from yidang.review.vocabularies import COMPLAINT_KINDS


LONGEST, SHORTEST, LONGEST_CONTACT = 2000, 10, 60
RUNNING = ("active", "closing")
# All visitors together, in an hour, into one contract: an archive is no dumping ground.
MOST_AN_HOUR = 30
FULL = "这一小时收到的投诉太多，系统暂时不再接收。请一小时后再试，或拨打服务热线。"


class Place(NamedTuple):
    """What a complaint may be about: a station and the contract that serves it."""

    title: str
    contract: object
    station: str


def places() -> dict[str, Place]:
    """By id of the station; the contract that began last speaks for a station that several serve."""
    portal = api.portal.get()
    running = [one for one in portal["contracts"].objectValues() if api.content.get_state(one) in RUNNING]
    found: dict[str, Place] = {}
    for contract in sorted(running, key=lambda one: one.start):
        for station in contract.stations or ():
            place = portal["stations"].get(station)
            if place is not None:
                found[station] = Place(place.title, contract, station)
    return dict(sorted(found.items()))


def problems(said: Mapping[str, str], known: Mapping[str, Place]) -> list[FieldError]:
    """What is missing or wrong, field by field."""
    found = []
    if said.get("place", "") not in known:
        found.append(FieldError("place", "请选择投诉的是哪个站点。"))
    if said.get("kind", "") not in dict(COMPLAINT_KINDS):
        found.append(FieldError("kind", "请选择投诉的是哪类问题。"))
    length = len(said.get("text", "").strip())
    if length < SHORTEST:
        found.append(FieldError("text", f"请写清什么时候、在哪里、发生了什么，至少 {SHORTEST} 个字。"))
    elif length > LONGEST:
        found.append(FieldError("text", f"最多 {LONGEST} 字，现有 {length} 字，请写得短一些。"))
    if len(said.get("contact", "").strip()) > LONGEST_CONTACT:
        found.append(FieldError("contact", f"联系方式最多 {LONGEST_CONTACT} 字，留一个电话或邮箱就够了。"))
    return found


def complain(said: Mapping[str, str]):
    """File a complaint: `place` (a station), `kind`, `text`, `contact` (may be empty). Its number is its title.

    Raises Refused with every problem at its field, or when too many came in the last hour.
    """
    known = places()
    found = problems(said, known)
    if found:
        raise Refused("还没有提交，请补正下面的内容。", found)
    place = known[said["place"]]
    if lately(place.contract) >= MOST_AN_HOUR:
        raise TooMany(FULL)
    today = clock.today()
    # A visitor has no right to write anywhere; what is written is exactly these fields.
    with api.env.adopt_roles(["Manager"]):
        return createContentInContainer(
            place.contract["archive"]["review"],
            "Complaint",
            checkConstraints=False,
            title=f"TS-{today:%Y%m%d}-{short_code().upper()}",
            date=today,
            station=place.station,
            kind=said["kind"],
            text=said["text"].strip(),
            contact=said.get("contact", "").strip(),
        )


def lately(contract) -> int:
    """How many came into a contract in the last hour."""
    since = clock.now() - timedelta(hours=1)
    catalog = api.portal.get_tool("portal_catalog")
    path = "/".join(contract["archive"]["review"].getPhysicalPath())
    query = {"query": since, "range": "min"}
    return len(catalog.unrestrictedSearchResults(portal_type="Complaint", path=path, created=query))
