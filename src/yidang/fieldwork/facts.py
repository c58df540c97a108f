"""What a service record tells the ledger: its kind is the kind of the fact."""

from yidang.archive.facts import fact_of
from yidang.archive.facts import RecordFacts
from yidang.fieldwork.content import IServiceRecord
from yidang.indicators.engine.facts import Fact
from yidang.indicators.interfaces import IFactSource
from zope.component import adapter
from zope.interface import implementer


@implementer(IFactSource)
@adapter(IServiceRecord)
class ServiceFacts(RecordFacts):
    """One visit, consultation, activity, …"""

    def fact(self) -> Fact:
        """The record on its day."""
        record = self.context
        return fact_of(
            record,
            record.kind,
            date=record.date,
            attributes={"mode": record.mode, "topic": record.topic, "visited_station": record.visited_station},
            amounts={"hours": record.hours, "days": record.days, "participants": record.participants},
            subjects=tuple(record.clients or ()),
        )
