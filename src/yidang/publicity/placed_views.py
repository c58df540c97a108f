"""`<contract>/@@placements`: every placement of the contract with what is kept of it; what is missing; dead links."""

from collections.abc import Mapping
from functools import cached_property
from plone import api
from typing import NamedTuple
from urllib.parse import urlencode
from yidang.pages.batch import Pager
from yidang.pages.posting import PostPage
from yidang.publicity.capture_audit import capture_problems
from yidang.publicity.capture_audit import held_in
from yidang.publicity.capture_views import Placed
from yidang.publicity.capture_views import placed
from yidang.publicity.keeping import INDEX
from yidang.publicity.vocabularies import CHANNELS
from yidang.publicity.vocabularies import LEVELS


SIZE = 30
STATES = (("missing", "缺留存"), ("kept", "已留存"))
LINKS = (("dead", "已失效"),)
TITLES = ("渠道", "级别", "留存", "链接")
FILTERS = ("channel", "level", "capture", "link")


class Listed(NamedTuple):
    """One article of the list."""

    title: str
    url: str
    number: str
    placed: list[Placed]


def fits(mark: str, wanted: Mapping[str, str]) -> bool:
    """Whether a placement's mark (captures.py: mark_of) has all the words that are asked for."""
    parts = zip(FILTERS, mark.split("/"), strict=True)
    return all(not wanted.get(name) or wanted[name] == part for name, part in parts)


class PlacementsPage(PostPage):
    """The list; posting checks every kept file against its hash."""

    page_title = "刊发与留存"

    @cached_property
    def chosen(self) -> dict[str, str]:
        """The filters that are set; unknown words are none."""
        allowed = {
            "channel": CHANNELS,
            "level": (*LEVELS, "none"),
            "capture": dict(STATES),
            "link": dict(LINKS),
        }
        asked = {name: self.query_text(name) for name in FILTERS}
        return {name: value if value in allowed[name] else "" for name, value in asked.items()}

    @property
    def filters(self) -> list[tuple[str, list[tuple[str, str, bool]]]]:
        """Title of each filter with its choices: words, address, whether it is chosen."""
        levels = {**self.titles("yidang.levels"), "none": "不分级"}
        words = (self.titles("yidang.channels"), levels, dict(STATES), dict(LINKS))
        return [
            (title, [self._choice(name, value, said) for value, said in {"": "全部", **choices}.items()])
            for name, title, choices in zip(FILTERS, TITLES, words, strict=True)
        ]

    def _choice(self, name: str, value: str, said: str) -> tuple[str, str, bool]:
        query = {key: word for key, word in {**self.chosen, name: value}.items() if word}
        address = f"{self.url}/@@placements"
        return said, f"{address}?{urlencode(query)}" if query else address, self.chosen[name] == value

    def marks(self, **wanted: str) -> list[str]:
        """The marks of the catalog that fit."""
        index = api.portal.get_tool("portal_catalog")._catalog.getIndex(INDEX)
        return [mark for mark in index.uniqueValues() if fits(mark, wanted)]

    def _brains(self, marks: list[str]) -> list:
        if not marks:
            return []
        catalog = api.portal.get_tool("portal_catalog")
        return catalog.searchResults(
            portal_type="Article",
            path="/".join(self.context.getPhysicalPath()),
            sort_on="record_day",
            sort_order="descending",
            **{INDEX: marks},
        )

    @cached_property
    def brains(self) -> list:
        """The articles with a fitting placement, the newest first."""
        return self._brains(self.marks(**self.chosen))

    @cached_property
    def missing(self) -> int:
        """Articles of which a placement is not kept."""
        return len(self._brains(self.marks(capture="missing")))

    @cached_property
    def pager(self) -> Pager:
        """The pages of the list."""
        return Pager(len(self.brains), self.query_number(), self.url + "/@@placements", self.chosen, SIZE, "篇")

    @property
    def articles(self) -> list[Listed]:
        """The articles of this page."""
        start = self.query_number()
        return [self._listed(brain) for brain in self.brains[start : start + SIZE]]

    def _listed(self, brain) -> Listed:
        rows = [one for one in placed(brain.getObject(), self.names) if fits(one.mark, self.chosen)]
        return Listed(brain.Title, brain.getURL(), brain.archive_number or "", rows)

    def act(self) -> str:
        """Reckon the hash of every file of the contract anew."""
        wrong = list(capture_problems(self.context))
        if wrong:
            return f"有 {len(wrong)} 份留存与登记时不符，请联系管理员：{'；'.join(wrong[:5])}。"
        return f"{len(held_in(self.context))} 份留存都与登记时的哈希值相符。"

    def after_post(self) -> str:
        """The list."""
        return self.url + "/@@placements"
