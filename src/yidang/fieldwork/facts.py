"""What a service record tells the ledger: its kind is the kind of the fact."""

from typing import Any
from yidang.archive.facts import fact_of
from yidang.archive.facts import RecordFacts
from yidang.fieldwork.content import IServiceRecord
from yidang.indicators.engine.facts import Fact
from yidang.indicators.interfaces import IFactSource
from yidang.privacy.about import about
from yidang.privacy.about import households_of
from yidang.privacy.tokens import tokens_of
from zope.component import adapter
from zope.interface import implementer


AMOUNTS = ("hours", "days", "participants", "copies", "core_members", "income", "area")
TERMS = ("mode", "topic", "theme", "visited_station", "system")
TICKED = ("unannounced", "real_name", "new")
# Parts of a record that are written in the system instead of on paper (S2-13: the four parts of a supervision record).
WRITTEN = {"content": ("record", "execution"), "problems": ("problems",), "next_steps": ("next_steps",)}
WRITTEN |= {"advice": ("advice",)}


def organisation_of(record) -> str | None:
    """The organisation's name, the same for any spelling of its blanks; one that is filed by itself is its title."""
    name = record.organisation or (record.title if record.kind == "organisation" else None)
    return " ".join(name.split()) if name else None


def documents_of(record) -> tuple[str, ...]:
    """Papers that go with the record, and what is written in it."""
    written = [kind for name, kinds in WRITTEN.items() if getattr(record, name) for kind in kinds]
    return tuple(dict.fromkeys([*(record.papers or ()), *written]))


@implementer(IFactSource)
@adapter(IServiceRecord)
class ServiceFacts(RecordFacts):
    """One visit, consultation, activity, …"""

    def fact(self) -> Fact:
        """The record on its day."""
        record, clients = self.context, tuple(self.context.clients or ())
        known = about(record, clients, record.date)
        people = tokens_of(record, record.attendees)
        return fact_of(
            record,
            record.kind,
            date=record.date,
            until=record.until,
            attributes=self._attributes(people, known),
            amounts=self._amounts(len(people)),
            subjects=clients,
            documents=documents_of(record),
            signatures=tuple(record.signed_by or ()),
            about=known,
        )

    def _attributes(self, people: tuple[str, ...], known: dict) -> dict[str, Any]:
        record = self.context
        return {
            **{name: getattr(record, name) for name in TERMS},
            # A lecture is an activity of that size (S1-18: its own hours), whether or not the form asked.
            "activity_type": record.activity_type or ("lecture" if record.kind == "lecture" else None),
            **{name: True for name in TICKED if getattr(record, name)},
            "registered": True if record.system and record.system_number else None,
            "organisation": organisation_of(record),
            "supervised": tuple(record.supervised or ()),
            "attendees": people,
            "households": households_of(record, record.households, known),
        }

    def _amounts(self, people: int) -> dict[str, Any]:
        """Numbers as written; a worker's hour is an hour of each worker in charge, a volunteer's of each who came."""
        record = self.context
        hours, share = record.hours, record.income and record.area
        given = record.volunteer_hours
        if given is None and hours is not None and record.kind in VOLUNTEERING and record.participants:
            given = round(hours * record.participants, 2)
        return {
            **{name: getattr(record, name) for name in AMOUNTS},
            "attended": people or None,
            "person_hours": round(hours * len(record.workers), 2) if hours and record.workers else None,
            "volunteer_hours": given,
            "income_per_mu": round(record.income / record.area, 2) if share else None,
        }


VOLUNTEERING = frozenset({"volunteer_work", "volunteer_activity", "volunteer_project"})
