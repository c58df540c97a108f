"""How a complaint stands, for whoever holds its number; nothing of what it says, of whom, or what was answered."""

from datetime import date
from datetime import datetime
from datetime import time
from datetime import timedelta
from plone import api
from typing import NamedTuple
from unicodedata import normalize
from yidang.clock import BEIJING

import re


NUMBER = re.compile(r"^TS-?(\d{4})(\d{2})(\d{2})-?([0-9A-Z]{6})$")
BLANKS = re.compile(r"[\s\u200b\ufeff]")
DASHES = re.compile(r"[‐-―−－ー_]")


class Standing(NamedTuple):
    """What the page says: `waiting`, `handled` (looked into, not yet closed) or `settled`."""

    number: str
    received: date
    state: str
    settled: date | None


def tidy_number(typed: str) -> str:
    """`ts 20261126 ab3k7m` as it stands on the receipt; "" for what is no number."""
    plain = DASHES.sub("-", normalize("NFKC", BLANKS.sub("", typed))).upper()
    found = NUMBER.match(plain)
    return f"TS-{found[1]}{found[2]}{found[3]}-{found[4]}" if found else ""


def standing_of(number: str) -> Standing | None:
    """By its number; None where there is no such complaint. Asks past all rights and gives away four values."""
    complaint = _complaint(tidy_number(number))
    if complaint is None:
        return None
    settled = complaint.settled
    state = "settled" if settled else "handled" if (complaint.answer or "").strip() else "waiting"
    return Standing(complaint.title, complaint.date, state, settled)


def _complaint(number: str):
    """The day stands in the number, so that few have to be looked at."""
    try:
        day = datetime.combine(date.fromisoformat(f"{number[3:7]}-{number[7:9]}-{number[9:11]}"), time(0), BEIJING)
    except ValueError:
        return None
    span = (day - timedelta(hours=1), day + timedelta(hours=25))
    catalog = api.portal.get_tool("portal_catalog")
    query = {"query": span, "range": "min:max"}
    found = catalog.unrestrictedSearchResults(portal_type="Complaint", created=query)
    return next((brain._unrestrictedGetObject() for brain in found if brain.Title == number), None)
