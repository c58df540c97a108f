"""The papers that a complete case or group holds, and which of them are still missing."""

from yidang.archive.vocabularies import DOCUMENT_KINDS
from yidang.indicators.interfaces import IFactSource


# S1-16 for cases (需求预估表、服务计划书、会谈记录、结案评估报告), S1-17 for groups.
WANTED = {
    "CaseFile": ("needs_assessment", "service_plan", "session_notes", "closing_report"),
    "GroupWork": ("group_plan", "group_process", "group_summary"),
}
TITLES = dict(DOCUMENT_KINDS)


def wanted_papers(record) -> tuple[str, ...]:
    """Kinds of the papers that a record of this type should hold."""
    return WANTED.get(record.portal_type, ())


def missing_papers(record) -> list[str]:
    """Kinds of the wanted papers that are not there; by what the ledger is told, so that page and number agree.

    They do not bar submission: whether they bar counting is for each contract line to say.
    """
    present = {kind for fact in IFactSource(record).facts() for kind in fact.documents}
    return [kind for kind in wanted_papers(record) if kind not in present]
