"""`/newsroom`: the published articles of the portal, newest first."""

from collections.abc import Iterable
from collections.abc import Mapping
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
from yidang.pages.plain import plain
from yidang.pages.words import highlight
from yidang.pages.words import LONGEST
from yidang.pages.words import query_of
from yidang.pages.words import words_of
from yidang.publicity.facets import Facets
from yidang.publicity.keywords import LONGEST as LONGEST_KEYWORD
from yidang.publicity.keywords import plain as plain_word
from yidang.publicity.listing import published
from yidang.publicity.vocabularies import GENRES
from yidang.publicity.vocabularies import ORIGINS
from zExceptions import BadRequest

import re


SIZE = 20
MONTHS = 6
FEW = 12
KEYWORDS = 12
KINDS = (("", "全部"), ("activity", "本站活动"), *((one, LABELS.value("origin", one)) for one in ORIGINS))
GENRE_CHOICES = (("", "全部"), *GENRES)
MONTH = re.compile(r"^(20\d\d)-(0[1-9]|1[0-2])$")
# The filters, as they stand in addresses, in the order of the page; `q` is what was typed.
FILTERS = ("kind", "genre", "keyword", "station", "month", "q")


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


def filters_of(chosen: dict[str, str]) -> dict[str, dict]:
    """What the catalog is asked, by the filter that asks it."""
    found: dict[str, dict] = {name: {} for name in FILTERS}
    if chosen["kind"]:
        found["kind"] = {"station_activity": True} if chosen["kind"] == "activity" else {"origin": chosen["kind"]}
    for name, index in (("genre", "genre"), ("keyword", "keywords"), ("station", "station_id")):
        if chosen[name]:
            found[name] = {index: chosen[name]}
    if chosen["month"]:
        month = date.fromisoformat(chosen["month"] + "-01")
        last = clock.stamp_at(month_after(month)) - 1 / 86400
        found["month"] = {"effective": {"query": (clock.stamp_at(month), last), "range": "min:max"}}
    words = words_of(chosen["q"])
    if words:
        found["q"] = {"SearchableText": query_of(words)}
    return found


class Newsroom(Page):
    """The list with its filters: kind, genre, keyword, station, month, words; links and forms, with numbers."""

    page_title = "新闻"
    template = ViewPageTemplateFile("templates/newsroom.pt")
    inner = plain(__file__, "templates/newsroom_content.pt")

    def __call__(self) -> str:
        return self.template()

    def content(self, icon) -> str:
        """Filters and articles; `icon` draws an icon."""
        total, teasers = self.found
        return self.inner(view=self, icon=icon, total=total, teasers=teasers, chosen=self.chosen)

    @property
    def address(self) -> str:
        """Address of the newsroom without filters."""
        return f"{self.portal_url}/newsroom"

    @cached_property
    def chosen(self) -> dict[str, str]:
        """The filters in force; a word that no filter knows is refused."""
        kind, genre, station, month = (self.query_text(name) for name in ("kind", "genre", "station", "month"))
        if kind not in dict(KINDS):
            raise BadRequest(f"没有“{kind[:20]}”这个类别。")
        if genre not in dict(GENRE_CHOICES):
            raise BadRequest(f"没有“{genre[:20]}”这种体裁。")
        if station and station not in self.names.stations:
            raise BadRequest(f"没有“{station[:20]}”这个站点。")
        if month and not MONTH.match(month):
            raise BadRequest(f"“{month[:20]}”不是月份，请写成 2026-05 这样。")
        keyword = next(iter(plain_word([self.query_text("keyword", LONGEST_KEYWORD)])), "")
        said = {"kind": kind, "genre": genre, "keyword": keyword, "station": station, "month": month}
        return {**said, "q": self.query_text("q", LONGEST)}

    def kept_with(self, *names: str) -> list[tuple[str, str]]:
        """The chosen filters that a form must send along, save those that it asks itself."""
        return [(name, value) for name, value in self.chosen.items() if value and name not in names]

    @cached_property
    def month(self) -> date | None:
        """First day of the chosen month."""
        return date.fromisoformat(self.chosen["month"] + "-01") if self.chosen["month"] else None

    @cached_property
    def filters(self) -> dict[str, dict]:
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
        asked = {index: value for one in self.filters.values() for index, value in one.items()}
        return published(self.query_number() // SIZE * SIZE, SIZE, **asked)

    @property
    def pager(self) -> Pager:
        """The pages."""
        start = self.query_number() // SIZE * SIZE
        return Pager(self.found[0], start, self.address, self.chosen, size=SIZE, unit="篇")

    def _choices(self, name: str, titles: Iterable[tuple[str, str]], counts: Mapping[str, int]) -> list[Choice]:
        found = []
        for value, title in titles:
            query = {key: one for key, one in {**self.chosen, name: value}.items() if one}
            url = f"{self.address}?{urlencode(query)}" if query else self.address
            found.append(Choice(value, title, url, self.chosen[name] == value, counts.get(value, 0)))
        return found

    @cached_property
    def facets(self) -> Facets:
        """Counts the choices."""
        return Facets(self.filters)

    @property
    def kinds(self) -> list[Choice]:
        """本站活动, or where they come from."""
        counts = self.facets.by_value("kind", "origin", ("", *ORIGINS))
        counts["activity"] = self.facets.of_condition("kind", {"station_activity": True})
        return self._choices("kind", KINDS, counts)

    @property
    def genres(self) -> list[Choice]:
        """What they are written as; nothing to choose while no article says so."""
        counts = self.facets.by_value("genre", "genre", dict(GENRE_CHOICES))
        shown = [(value, title) for value, title in GENRE_CHOICES if counts[value] or self.chosen["genre"] == value]
        return self._choices("genre", shown, counts) if len(shown) > 1 else []

    @property
    def keywords(self) -> list[Choice]:
        """The keywords that most have, and the chosen one."""
        most = dict(self.facets.most("keyword", "keywords", KEYWORDS))
        chosen = self.chosen["keyword"]
        if chosen and chosen not in most:
            most[chosen] = self.facets.by_value("keyword", "keywords", (chosen,))[chosen]
        if not most:
            return []
        counts = {"": self.facets.by_value("keyword", "keywords", ("",))[""], **most}
        return self._choices("keyword", [("", "不限"), *((one, one) for one in most)], counts)

    @cached_property
    def stations(self) -> list[Choice]:
        """All stations."""
        titles = [("", "全部"), *self.names.stations.items()]
        return self._choices("station", titles, self.facets.by_value("station", "station_id", dict(titles)))

    @property
    def many_stations(self) -> bool:
        """More than a row of links can hold."""
        return len(self.stations) > FEW

    @property
    def months(self) -> list[Choice]:
        """The last months, and the chosen one where it is older."""
        months = [clock.today().replace(day=1)]
        while len(months) < MONTHS:
            months.append(month_before(months[-1]))
        if self.month and self.month not in months:
            months.append(self.month)
        counts = self.facets.by_month("month", months, month_after)
        titles = [("", "不限"), *((f"{one:%Y-%m}", f"{one.year} 年 {one.month} 月") for one in months)]
        named = {f"{month:%Y-%m}": count for month, count in counts.items()}
        return self._choices("month", titles, {"": len(self.facets.left_by_others("month")), **named})
