"""The page of a paper, in a section or in a record."""

from yidang.archive.content import IArchiveDocument
from yidang.archive.views.record import RecordPage
from yidang.archive.views.values import file_row
from yidang.archive.views.values import Row
from yidang.archive.views.values import rows
from yidang.archive.views.values import term_title
from yidang.archive.views.values import texts


class PaperPage(RecordPage):
    """Kind, day, signatures, file."""

    def kind_title(self) -> str:
        """Which paper this is."""
        return term_title("yidang.document_kinds", self.context.document_kind, self.context)

    def facts(self) -> list[Row]:
        """The short fields."""
        paper = self.context
        return rows(paper, IArchiveDocument, ("date", "signed_by")) + file_row(paper, IArchiveDocument, "file")

    def texts(self) -> list[tuple[str, list[str]]]:
        """The note."""
        return texts(self.context, IArchiveDocument, ("note",))
