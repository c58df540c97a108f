"""The page of a service record."""

from yidang.archive.views.record import RecordPage
from yidang.archive.views.values import file_row
from yidang.archive.views.values import held_rows
from yidang.archive.views.values import Row
from yidang.archive.views.values import rows
from yidang.archive.views.values import term_title
from yidang.archive.views.values import texts
from yidang.fieldwork.content import IServiceRecord


FIELDS = ("date", "mode", "topic", "visited_station", "hours", "days", "participants", "place")


class ServicePage(RecordPage):
    """One visit, consultation, activity, …"""

    def kind_title(self) -> str:
        """探访, 咨询, …"""
        return term_title("yidang.service_kinds", self.context.kind, self.context)

    def facts(self) -> list[Row]:
        """The short fields that are filled, those served, the file."""
        record = self.context
        served = held_rows(record, IServiceRecord, "clients")
        return served + rows(record, IServiceRecord, FIELDS) + file_row(record, IServiceRecord, "attachment")

    def texts(self) -> list[tuple[str, list[str]]]:
        """What was done."""
        return texts(self.context, IServiceRecord, ("content",))
