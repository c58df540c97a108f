"""The page of a report."""

from yidang.archive.views.record import RecordPage
from yidang.archive.views.values import file_row
from yidang.archive.views.values import held_row
from yidang.archive.views.values import Row
from yidang.archive.views.values import rows
from yidang.archive.views.values import term_title
from yidang.archive.views.values import texts
from yidang.reports.content import IReport


class ReportPage(RecordPage):
    """One report."""

    def kind_title(self) -> str:
        """Which report this is."""
        return term_title("yidang.report_kinds", self.context.kind, self.context)

    def facts(self) -> list[Row]:
        """Period, day, source, file."""
        report = self.context
        found = rows(report, IReport, ("period", "submitted_on", "copies"))
        return found + held_row(report, IReport, "source_case") + file_row(report, IReport, "file")

    def texts(self) -> list[tuple[str, list[str]]]:
        """The summary."""
        return texts(self.context, IReport, ("summary",))
