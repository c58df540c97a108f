"""The frame of every page about something filed: where it lies, what it says, what may be done with it."""

from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import NamedTuple
from yidang.archive.interfaces import IRecord
from yidang.archive.place import archive_of
from yidang.archive.place import contract_of
from yidang.archive.place import section_of
from yidang.archive.views.values import Row
from yidang.pages.page import Page


class Table(NamedTuple):
    """A list of what lies inside a record."""

    title: str
    head: list[str]
    rows: list[list]  # the first cell is (title, url), the others are words
    add_url: str = ""
    add_title: str = ""
    empty: str = ""


class FramePage(Page):
    """What records and their parts share."""

    index = ViewPageTemplateFile("templates/record.pt")
    parts = ViewPageTemplateFile("templates/parts.pt")
    buttons = ViewPageTemplateFile("templates/buttons.pt")
    sides = ViewPageTemplateFile("templates/aside.pt")
    stamp = chip = number = ""
    refusal: list[str] = []
    steps: list[tuple[str, str]] = []
    needs_reason = False

    def __call__(self) -> str:
        """The page."""
        return self.index()

    @property
    def page_title(self) -> str:
        """The record's title."""
        return self.context.title

    @cached_property
    def contract(self):
        """The contract in which this lies."""
        return contract_of(self.context)

    def crumbs(self) -> list[Row]:
        """Archive, section, and the record around a part."""
        places = [archive_of(self.context), section_of(self.context)]
        parent = self.context.__parent__
        if IRecord.providedBy(parent):
            places.append(parent)
        return [Row("", place.title, place.absolute_url()) for place in places if place is not None]

    def kind_title(self) -> str:
        """What this is, in one word."""
        return self.context.getTypeInfo().Title()

    def hint(self) -> str:
        """One sentence beside the buttons."""
        return ""

    def meta(self) -> list[str]:
        """The line under the title."""
        return [self.kind_title()]

    def facts(self) -> list[Row]:
        """The short fields."""
        return []

    def texts(self) -> list[tuple[str, list[str]]]:
        """The long ones."""
        return []

    def tables(self) -> list[Table]:
        """What lies inside."""
        return []

    @cached_property
    def may_edit(self) -> bool:
        """Whether the person may change this."""
        return self.may("Modify portal content")

    @cached_property
    def may_delete(self) -> bool:
        """Whether the person may take this out again; what has a number stays."""
        return self.may("Delete objects") and not getattr(self.context, "archive_number", None)
