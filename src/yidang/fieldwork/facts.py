"""What a service record tells the ledger: its kind is the kind of the fact."""

from collections.abc import Mapping
from typing import Any
from yidang.archive.facts import fact_of
from yidang.archive.facts import RecordFacts
from yidang.archive.record import stored
from yidang.fieldwork.content import IServiceRecord
from yidang.indicators.engine.facts import Fact
from yidang.indicators.interfaces import IFactSource
from yidang.privacy.about import About
from yidang.privacy.about import about
from yidang.privacy.about import households_of
from yidang.privacy.tokens import tokens_of
from zope.component import adapter
from zope.interface import implementer


AMOUNTS = ("hours", "days", "participants", "copies", "core_members", "income", "area")
# Work told in days; a day without hours of its own has eight, as the contracts reckon (S0-I20, S0-I21).
BY_DAY, WORKING_DAY = frozenset({"office_day", "publicity_day"}), 8.0
TERMS = ("mode", "topic", "theme", "visited_station", "system")
TICKED = ("unannounced", "real_name", "new")
# Parts of a record that are written in the system instead of on paper (S2-13: the four parts of a supervision record).
WRITTEN = {"content": ("record", "execution"), "problems": ("problems",), "next_steps": ("next_steps",)}
WRITTEN |= {"advice": ("advice",)}


def organisation_of(record) -> str | None:
    """The organisation's name, the same for any spelling of its blanks; one that is filed by itself is its title."""
    name = stored(record).get("organisation") or (record.title if record.kind == "organisation" else None)
    return " ".join(name.split()) if name else None


def hours_of(own: Mapping[str, Any]) -> float | None:
    """The hours that a record tells, or those of its days."""
    hours, days = own.get("hours"), own.get("days")
    if hours is None and days and own["kind"] in BY_DAY:
        return round(days * WORKING_DAY, 2)
    return hours


def documents_of(record) -> tuple[str, ...]:
    """Papers that go with the record, and what is written in it."""
    own = stored(record)
    written = [kind for name, kinds in WRITTEN.items() if own.get(name) for kind in kinds]
    return tuple(dict.fromkeys([*(own.get("papers") or ()), *written]))


@implementer(IFactSource)
@adapter(IServiceRecord)
class ServiceFacts(RecordFacts):
    """One visit, consultation, activity, …"""

    def fact(self) -> Fact:
        """The record on its day."""
        record, own = self.context, stored(self.context)
        clients = tuple(own.get("clients") or ())
        known = about(record, clients, record.date)
        people = tokens_of(record, own.get("attendees"))
        return fact_of(
            record,
            record.kind,
            date=record.date,
            until=own.get("until"),
            attributes=self._attributes(own, people, known),
            amounts=self._amounts(own, len(people)),
            subjects=clients,
            documents=documents_of(record),
            signatures=tuple(own.get("signed_by") or ()),
            about=known,
        )

    def _attributes(self, own: Mapping[str, Any], people: tuple[str, ...], known: About) -> dict[str, Any]:
        return {
            **{name: own.get(name) for name in TERMS},
            # A lecture is an activity of that size (S1-18: its own hours), whether or not the form asked.
            "activity_type": own.get("activity_type") or ("lecture" if own["kind"] == "lecture" else None),
            **{name: True for name in TICKED if own.get(name)},
            "registered": True if own.get("system") and own.get("system_number") else None,
            "organisation": organisation_of(self.context),
            "supervised": tuple(own.get("supervised") or ()),
            "attendees": people,
            "households": households_of(self.context, own.get("households"), known),
        }

    def _amounts(self, own: Mapping[str, Any], people: int) -> dict[str, Any]:
        """Numbers as written; a worker's hour is an hour of each worker in charge, a volunteer's of each who came."""
        hours, workers, came = hours_of(own), own.get("workers") or (), own.get("participants")
        income, area, given = own.get("income"), own.get("area"), own.get("volunteer_hours")
        if given is None and hours is not None and came and own["kind"] in VOLUNTEERING:
            given = round(hours * came, 2)
        return {
            **{name: own.get(name) for name in AMOUNTS},
            "hours": hours,
            "attended": people or None,
            "person_hours": round(hours * len(workers), 2) if hours and workers else None,
            "volunteer_hours": given,
            "income_per_mu": round(income / area, 2) if income and area else None,
        }


VOLUNTEERING = frozenset({"volunteer_work", "volunteer_activity", "volunteer_project"})
