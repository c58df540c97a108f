"""The page of a service record."""

from yidang.archive.views.record import RecordPage
from yidang.archive.views.values import file_row
from yidang.archive.views.values import held_rows
from yidang.archive.views.values import Row
from yidang.archive.views.values import rows
from yidang.archive.views.values import term_title
from yidang.archive.views.values import texts
from yidang.fieldwork.announcing import announcement_of
from yidang.fieldwork.announcing import can_be_announced
from yidang.fieldwork.content import IServiceRecord
from yidang.permissions import ANNOUNCE_ACTIVITY
from yidang.privacy.identity import may_see_identity
from zope.i18n import translate


FIELDS = (
    "date",
    "until",
    "mode",
    "topic",
    "activity_type",
    "theme",
    "organisation",
    "visited_station",
    "hours",
    "days",
    "participants",
    "copies",
    "core_members",
    "volunteer_hours",
    "system",
    "system_number",
    "income",
    "area",
    "place",
    "signed_by",
    "papers",
)
TICKS = ("unannounced", "real_name", "new")
TEXTS = ("content", "problems", "next_steps", "advice")


class ServicePage(RecordPage):
    """One visit, consultation, activity, …"""

    def kind_title(self) -> str:
        """探访, 咨询, …"""
        return term_title("yidang.service_kinds", self.context.kind, self.context)

    def facts(self) -> list[Row]:
        """The short fields that are filled, those served, the file."""
        record = self.context
        served = held_rows(record, IServiceRecord, "clients")
        ticked = rows(record, IServiceRecord, [name for name in TICKS if getattr(record, name)])
        own = rows(record, IServiceRecord, FIELDS) + ticked + self.people()
        return served + own + file_row(record, IServiceRecord, "attachment") + self.invitation()

    def invitation(self) -> list[Row]:
        """To what the public is invited, and the way to the form for those who may invite."""
        said = announcement_of(self.context)
        words = f"{said.day} {said.begins} {said.place}" if said else "未发布"
        if self.may(ANNOUNCE_ACTIVITY) and can_be_announced(self.context):
            return [Row("活动预告", f"{words}，{'修改' if said else '发布预告'}", f"{self.url}/@@announce")]
        return [Row("活动预告", words)] if said else []

    def people(self) -> list[Row]:
        """Who was supervised; how many are named, and by name for those who may read names."""
        record, found = self.context, []
        if record.supervised:
            found.append(Row("受督导或受训", self.names.people(record.supervised)))
        for name, unit in (("attendees", "人"), ("households", "户")):
            lines = getattr(record, name) or ()
            if lines:
                words = f"{len(lines)} {unit}"
                named = f"{words}：{'、'.join(lines)}" if may_see_identity(record) else words
                found.append(Row(translate(IServiceRecord[name].title), named))
        return found

    def texts(self) -> list[tuple[str, list[str]]]:
        """What was done, and what follows from it."""
        return texts(self.context, IServiceRecord, TEXTS)
