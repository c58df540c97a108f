"""A section of the archive: the records of each type with all their fields, as the list shows them."""

from collections.abc import Iterator
from collective.excelexport.datasources.base import BaseContentsDataSource
from functools import cached_property
from plone import api
from typing import Any
from yidang import clock
from yidang.archive.finding import Found
from yidang.archive.record import state_of
from yidang.archive.views.tree import STATES
from yidang.archive.views.tree_section import SectionPage
from yidang.exchange.reading import awake
from yidang.exchange.reading import by_day
from yidang.exchange.safe import file_name
from yidang.exchange.sources.base import Source
from yidang.exchange.table import Column
from yidang.exchange.table import columns
from yidang.exchange.table import Table


# What Plone asks for its own ends when something is changed.
TECHNICAL = ("changeNote", "versioning_enabled")


HIDING = "您无权查看的材料不在表中；无权查看的栏目写“（无权查看）”。"


class SectionSource(Source, BaseContentsDataSource):
    """`excelexport.policy=section` on a section; with the filters of its list. A sheet for each type."""

    long = True
    excluded_exportables = TECHNICAL

    @property
    def title(self) -> str:
        """The section's name."""
        return f"档案-{self.context.Title()}"

    @cached_property
    def found(self) -> Found:
        """What the list shows, all pages of it."""
        return SectionPage(self.context, self.request).found

    def get_filename(self) -> str:
        """The section, and that it was narrowed when it was."""
        narrowed = "筛选" if SectionPage(self.context, self.request).asked else ""
        return file_name(self.contract.number, self.title, narrowed, day=clock.today())

    def get_sheets_data(self) -> list[Table]:
        """The types in the order of their number."""
        counts = self.found.count_by("portal_type")
        tables = [self._table(portal_type) for portal_type in sorted(counts, key=lambda one: (-counts[one], one))]
        return tables or [Table(self.context.Title(), columns(("没有符合条件的材料", 30)), [])]

    def _table(self, portal_type: str) -> Table:
        fti = api.portal.get_tool("portal_types")[portal_type]
        fields = [one for factory in self.get_factories(fti) for one in factory.get_exportables()]
        exportables = self.sort_exportables(self.filter_exportables(fields))
        return Table(fti.Title(), [*self._first(), *exportables, *self._last()], self._records(portal_type))

    @staticmethod
    def _first() -> list[Column]:
        return [
            Column("档号", lambda record: getattr(record.aq_base, "archive_number", None), 24),
            Column("状态", lambda record: STATES.get(state_of(record), state_of(record)), 10),
        ]

    def _last(self) -> list[Column]:
        return [
            Column("建立人", lambda record: self.names.people(record.listCreators()[:1]), 12),
            Column("建立时间", lambda record: clock.moment_of(record.created()), 18),
            Column("最后修改", lambda record: clock.moment_of(record.modified()), 18),
            Column("地址", lambda record: record.absolute_url(), 40),
        ]

    def _records(self, portal_type: str) -> Iterator[Any]:
        for record, _ in awake(by_day(self.found.with_value("portal_type", portal_type))):
            yield record

    def notes(self) -> list[tuple[str, Any]]:
        """The filters, and what hidden means."""
        asked = SectionPage(self.context, self.request).asked
        words = "；".join(f"{name}={value}" for name, value in asked.items()) or "无"
        return [
            *super().notes(),
            ("筛选", words),
            ("说明", HIDING),
        ]
