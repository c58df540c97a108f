"""The kinds into which the types of an archive divide, with their Chinese titles."""

from functools import cached_property
from plone import api
from zope.component import getUtility
from zope.schema.interfaces import IVocabularyFactory


KINDS = {
    "ServiceRecord": "yidang.service_kinds",
    "ArchiveDocument": "yidang.document_kinds",
    "Report": "yidang.report_kinds",
    "Article": "yidang.origins",
    "Evaluation": "yidang.evaluation_kinds",
    "Complaint": "yidang.complaint_kinds",
}
ICONS = {
    "CaseFile": "case",
    "GroupWork": "group",
    "Article": "article",
    "Report": "report",
    "Client": "person",
    "Inspection": "check",
    "Rectification": "warning",
    "Complaint": "warning",
    "Evaluation": "board",
    "Survey": "board",
    "ArchiveDocument": "report",
}
SERVICE_ICONS = {"visit": "visit", "consultation": "consult", "activity": "activity", "supervision": "supervise"}


class Kinds:
    """Titles of types and kinds; made once for a page."""

    def __init__(self, context) -> None:
        self.context = context
        self._titles: dict[str, dict[str, str]] = {}

    @cached_property
    def types(self) -> dict[str, str]:
        """Titles of all types."""
        return {fti.getId(): fti.Title() for fti in api.portal.get_tool("portal_types").objectValues()}

    def of(self, portal_type: str) -> dict[str, str]:
        """The kinds of one type."""
        name = KINDS.get(portal_type)
        if name and portal_type not in self._titles:
            factory = getUtility(IVocabularyFactory, name)
            self._titles[portal_type] = {term.value: term.title for term in factory(self.context)}
        return self._titles.get(portal_type, {})

    def title(self, portal_type: str, kind: str) -> str:
        """`探访` for a service record, `个案` for what has no kinds."""
        return self.of(portal_type).get(kind) or self.types.get(portal_type, portal_type)

    def icon(self, portal_type: str, kind: str) -> str:
        """The icon of a record."""
        return ICONS.get(portal_type) or SERVICE_ICONS.get(kind, "calendar")
