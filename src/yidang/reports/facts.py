"""What a report tells the ledger."""

from datetime import date
from plone import api
from yidang.archive.facts import fact_of
from yidang.archive.facts import RecordFacts
from yidang.indicators.engine.facts import Fact
from yidang.indicators.interfaces import IFactSource
from yidang.reports.content import IReport
from zope.component import adapter
from zope.interface import implementer


def closing_day(case_uid: str | None) -> date | None:
    """The day on which the case with this UID was closed; whoever asks, as a number is the same for all."""
    if not case_uid:
        return None
    catalog = api.portal.get_tool("portal_catalog")
    brain = next(iter(catalog.unrestrictedSearchResults(UID=case_uid)), None)
    return brain._unrestrictedGetObject().closed if brain is not None else None


@implementer(IFactSource)
@adapter(IReport)
class ReportFacts(RecordFacts):
    """A report counts on the day on which it was handed in."""

    def fact(self) -> Fact:
        """The report, and when its source case was closed (S0-09)."""
        report = self.context
        return fact_of(
            report,
            "report",
            date=report.submitted_on,
            attributes={
                "report_kind": report.kind,
                "period": report.period,
                "source_closed": closing_day(report.source_case),
            },
            amounts={"copies": report.copies},
            documents=("file",) if report.file is not None else (),
        )
