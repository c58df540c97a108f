"""The search page: published things for everybody, and besides what the person may see."""

from functools import cached_property
from plone import api
from typing import Any
from yidang.pages.batch import Pager
from yidang.pages.page import Page
from yidang.pages.words import highlight
from yidang.pages.words import LONGEST
from yidang.pages.words import query_of
from yidang.pages.words import words_of


SIZE = 20
KINDS = {
    "article": ("新闻", ("Article",)),
    "station": ("站点", ("Station",)),
    "case": ("个案", ("CaseFile", "CaseSession")),
    "group": ("小组", ("GroupWork", "GroupSession")),
    "service": ("服务记录", ("ServiceRecord",)),
    "client": ("服务对象", ("Client",)),
    "document": ("文档与报告", ("ArchiveDocument", "Report")),
    "review": ("检查评估", ("Inspection", "Rectification", "Evaluation", "Survey", "Complaint")),
    "contract": ("合同", ("Contract",)),
}
PUBLIC = ("article", "station")
ORDERS = {"": "按相关程度", "new": "按时间"}


class SearchPage(Page):
    """`/search?SearchableText=…&kind=…&order=…`."""

    @property
    def page_title(self) -> str:
        """The word that was looked for, so that tabs can be told apart."""
        return f"搜索“{self.text}”" if self.text else "搜索"

    @cached_property
    def text(self) -> str:
        """What was typed."""
        return self.query_text("SearchableText", LONGEST)

    @cached_property
    def words(self) -> list[str]:
        """The words in it."""
        return words_of(self.text)

    @cached_property
    def kinds(self) -> dict[str, str]:
        """The kinds of things that the person may meet."""
        keys = PUBLIC if api.user.is_anonymous() else KINDS
        return {key: KINDS[key][0] for key in keys}

    @property
    def kind(self) -> str:
        """The kind that was chosen, "" for all."""
        kind = self.query_text("kind")
        return kind if kind in self.kinds else ""

    @property
    def order(self) -> str:
        """A key of ORDERS."""
        order = self.query_text("order")
        return order if order in ORDERS else ""

    def choices(self) -> list[dict[str, Any]]:
        """The filter by kind."""
        return [self._choice("kind", key, title) for key, title in ({"": "全部"} | self.kinds).items()]

    def orders(self) -> list[dict[str, Any]]:
        """The choice of the order."""
        return [self._choice("order", key, title) for key, title in ORDERS.items()]

    def _choice(self, name: str, value: str, title: str) -> dict[str, Any]:
        query = self._query_with(**{name: value})
        return {"title": title, "url": Pager(0, 0, self._here, query).link(1), "current": getattr(self, name) == value}

    def _query_with(self, **changed: str) -> dict[str, str]:
        return {"SearchableText": self.text, "kind": self.kind, "order": self.order} | changed

    @property
    def _here(self) -> str:
        return f"{self.portal_url}/search"

    @cached_property
    def found(self):
        """Brains; nothing when no word was given."""
        if not self.words:
            return []
        types = [name for key in ([self.kind] if self.kind else self.kinds) for name in KINDS[key][1]]
        sorting = {"sort_on": "effective", "sort_order": "descending"} if self.order == "new" else {}
        catalog = api.portal.get_tool("portal_catalog")
        return catalog(SearchableText=query_of(self.words), portal_type=types, **sorting)

    @cached_property
    def pager(self) -> Pager:
        """Twenty a page."""
        return Pager(len(self.found), self.query_number(), self._here, self._query_with(), SIZE, "条")

    def results(self) -> list[dict[str, Any]]:
        """One page of what was found."""
        first = self.pager.batch.start - 1 if self.found else 0
        return [self._result(brain) for brain in self.found[max(first, 0) : max(first, 0) + SIZE]]

    def _result(self, brain) -> dict[str, Any]:
        kind = next(title for title, types in KINDS.values() if brain.portal_type in types)
        day = getattr(brain, "record_day", None) or None
        return {
            "title": highlight(brain.Title or "（无题）", self.words),
            "summary": highlight(brain.Description or "", self.words),
            "url": brain.getURL(),
            "kind": kind,
            "number": getattr(brain, "archive_number", None) or "",
            "day": day,
        }
