"""`/newsroom`: the published articles of the portal, newest first."""

from datetime import date
from functools import cached_property
from markupsafe import Markup
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import NamedTuple
from urllib.parse import urlencode
from yidang import clock
from yidang.indicators.engine.labels import LABELS
from yidang.pages.batch import Pager
from yidang.pages.page import Page
from yidang.pages.words import highlight
from yidang.pages.words import LONGEST
from yidang.pages.words import query_of
from yidang.pages.words import words_of
from yidang.publicity.facets import Facets
from yidang.publicity.listing import published
from yidang.publicity.vocabularies import ORIGINS
from zExceptions import BadRequest

import re


SIZE = 20
MONTHS = 6
FEW = 12
KINDS = (("", "全部"), ("activity", "本站活动"), *((one, LABELS.value("origin", one)) for one in ORIGINS))
MONTH = re.compile(r"^(20\d\d)-(0[1-9]|1[0-2])$")


class Choice(NamedTuple):
    """One value of a filter."""

    value: str
    title: str
    url: str
    current: bool
    count: int


def month_before(month: date) -> date:
    """The first day of the month before."""
    return date(month.year - (month.month == 1), (month.month - 2) % 12 + 1, 1)


def month_after(month: date) -> date:
    """The first day of the month after."""
    return date(month.year + (month.month == 12), month.month % 12 + 1, 1)


def filters_of(chosen: dict[str, str]) -> dict:
    """Values of the filters, as the catalog reads them."""
    found: dict = {}
    if chosen["kind"] == "activity":
        found["station_activity"] = True
    elif chosen["kind"]:
        found["origin"] = chosen["kind"]
    if chosen["station"]:
        found["station_id"] = chosen["station"]
    if chosen["month"]:
        month = date.fromisoformat(chosen["month"] + "-01")
        last = clock.stamp_at(month_after(month)) - 1 / 86400
        found["effective"] = {"query": (clock.stamp_at(month), last), "range": "min:max"}
    words = words_of(chosen["q"])
    if words:
        found["SearchableText"] = query_of(words)
    return found


class Newsroom(Page):
    """The list with its filters: kind, station, month, words; links and forms, and a number beside each choice."""

    page_title = "新闻"
    template = ViewPageTemplateFile("templates/newsroom.pt")

    def __call__(self) -> str:
        return self.template()

    @property
    def address(self) -> str:
        """Address of the newsroom without filters."""
        return f"{self.portal_url}/newsroom"

    @cached_property
    def chosen(self) -> dict[str, str]:
        """The filters in force; a word that no filter knows is refused."""
        kind, station, month = (self.query_text(name) for name in ("kind", "station", "month"))
        if kind not in dict(KINDS):
            raise BadRequest(f"没有“{kind[:20]}”这个类别。")
        if station and station not in self.names.stations:
            raise BadRequest(f"没有“{station[:20]}”这个站点。")
        if month and not MONTH.match(month):
            raise BadRequest(f"“{month[:20]}”不是月份，请写成 2026-05 这样。")
        return {"kind": kind, "station": station, "month": month, "q": self.query_text("q", LONGEST)}

    @cached_property
    def month(self) -> date | None:
        """First day of the chosen month."""
        return date.fromisoformat(self.chosen["month"] + "-01") if self.chosen["month"] else None

    @property
    def filters(self) -> dict:
        """The filters as the catalog reads them."""
        return filters_of(self.chosen)

    @cached_property
    def words(self) -> list[str]:
        """The words looked for."""
        return words_of(self.chosen["q"])

    def marked(self, text: str) -> Markup:
        """A title or summary with these words set off."""
        return highlight(text, self.words)

    @cached_property
    def found(self) -> tuple[int, list]:
        """How many there are, and those of this page."""
        return published(self.query_number() // SIZE * SIZE, SIZE, **self.filters)

    @property
    def pager(self) -> Pager:
        """The pages."""
        start = self.query_number() // SIZE * SIZE
        return Pager(self.found[0], start, self.address, self.chosen, size=SIZE, unit="篇")

    def _choices(self, name: str, pairs) -> list[Choice]:
        found = []
        for value, title in pairs:
            query = {key: one for key, one in {**self.chosen, name: value}.items() if one}
            url = f"{self.address}?{urlencode(query)}" if query else self.address
            count = self.facets.count(filters_of({**self.chosen, name: value}))
            found.append(Choice(value, title, url, self.chosen[name] == value, count))
        return found

    @cached_property
    def facets(self) -> Facets:
        """Counts the choices."""
        return Facets()

    @property
    def kinds(self) -> list[Choice]:
        """本站活动, or where they come from."""
        return self._choices("kind", KINDS)

    @cached_property
    def stations(self) -> list[Choice]:
        """All stations."""
        return self._choices("station", [("", "全部"), *self.names.stations.items()])

    @property
    def many_stations(self) -> bool:
        """More than a row of links can hold."""
        return len(self.stations) > FEW

    @property
    def months(self) -> list[Choice]:
        """The last months, and the chosen one where it is older."""
        month = clock.today().replace(day=1)
        pairs = [("", "不限")]
        for _ in range(MONTHS):
            pairs.append((f"{month:%Y-%m}", f"{month.year} 年 {month.month} 月"))
            month = month_before(month)
        if self.month and self.chosen["month"] not in dict(pairs):
            pairs.append((self.chosen["month"], f"{self.month.year} 年 {self.month.month} 月"))
        return self._choices("month", pairs)
