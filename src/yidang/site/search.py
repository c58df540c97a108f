"""The search page: published things for everybody, and besides what the person may see."""

from collections.abc import Mapping
from functools import cached_property
from plone import api
from urllib.parse import urlencode
from yidang import clock
from yidang.pages.batch import Pager
from yidang.pages.page import Page
from yidang.pages.plain import plain
from yidang.pages.words import LONGEST
from yidang.pages.words import query_of
from yidang.pages.words import words_of
from yidang.site.search_filters import Advice
from yidang.site.search_filters import Choice
from yidang.site.search_filters import KINDS
from yidang.site.search_filters import ORDERS
from yidang.site.search_filters import PERIODS
from yidang.site.search_filters import PUBLIC
from yidang.site.search_filters import query_of_filters
from yidang.site.search_filters import TITLES
from yidang.site.search_results import Result
from yidang.site.search_results import Results


SIZE = 20
FEW = 12


class SearchPage(Page):
    """`/search?SearchableText=…&kind=…&station=…&period=…&order=…`."""

    template = plain(__file__, "templates/search_content.pt")

    def content(self, icon) -> str:
        """Form, filters and results; `icon` draws an icon."""
        return self.template(view=self, icon=icon, address=self._here, portal_url=self.portal_url, chosen=self.chosen)

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
    def anonymous(self) -> bool:
        """Whether nobody is signed in: such a person meets what is public, and nothing of the work."""
        return bool(api.user.is_anonymous())

    @cached_property
    def kinds(self) -> dict[str, str]:
        """The kinds of things that the person may meet."""
        keys = PUBLIC if self.anonymous else KINDS
        return {key: KINDS[key][0] for key in keys}

    @cached_property
    def chosen(self) -> dict[str, str]:
        """The filters in force; what none of them knows is taken as none."""
        known = {"kind": self.kinds, "station": self.names.stations, "period": PERIODS, "order": ORDERS}
        asked = {name: self.query_text(name) for name in known}
        return {name: value if value in known[name] else "" for name, value in asked.items()}

    def kept_with(self, *names: str) -> list[tuple[str, str]]:
        """The chosen filters that a form must send along, save those that it asks itself."""
        return [(name, value) for name, value in self._asked().items() if value and name not in names]

    def _asked(self, **changed: str) -> dict[str, str]:
        return {"SearchableText": self.text, **self.chosen, **changed}

    def _choices(self, name: str, titles: Mapping[str, str]) -> list[Choice]:
        return [Choice(key, title, self._at(**{name: key}), self.chosen[name] == key) for key, title in titles.items()]

    def _at(self, **changed: str) -> str:
        """The address of this search with other filters."""
        return f"{self._here}?{urlencode({name: value for name, value in self._asked(**changed).items() if value})}"

    def kind_choices(self) -> list[Choice]:
        """What it is."""
        return self._choices("kind", {"": "全部"} | self.kinds)

    @cached_property
    def stations(self) -> dict[str, str]:
        """Where it may belong."""
        return {"": "全部"} | self.names.stations

    def station_choices(self) -> list[Choice]:
        """The same as links."""
        return self._choices("station", self.stations)

    @property
    def many_stations(self) -> bool:
        """More than a row of links can hold."""
        return len(self.stations) > FEW

    def periods(self) -> list[Choice]:
        """When it was."""
        return self._choices("period", {"": "不限"} | {key: title for key, (title, _) in PERIODS.items()})

    def orders(self) -> list[Choice]:
        """How the results are sorted."""
        return self._choices("order", ORDERS)

    @property
    def _here(self) -> str:
        return f"{self.portal_url}/search"

    @cached_property
    def found(self):
        """Brains, the best first; nothing when no word was given. By time all are put in order, without a limit: with
        one the catalog changes the order of things of the same minute from page to page."""
        if not self.words:
            return []
        by_time = {"sort_on": "effective", "sort_order": "descending"}
        return self._search(self.words, self.chosen, **(by_time if self.chosen["order"] == "new" else {}))

    def _search(self, words: list[str], chosen: Mapping[str, str], **sorting: str):
        catalog = api.portal.get_tool("portal_catalog")
        asked = query_of_filters(chosen, self.kinds, clock.today())
        return catalog(SearchableText=query_of(words), **asked, **sorting)

    @property
    def total(self) -> int:
        """How many were found."""
        return self.found.actual_result_count if self.found else 0

    def advice(self) -> list[Advice]:
        """Where nothing was found: without one of the filters, without all of them, with one word alone."""
        said = []
        active = [name for name in TITLES if self.chosen[name]]
        tries = [((name,), f"不限{TITLES[name]}") for name in active]
        if len(active) > 1:
            tries.append((tuple(active), "去掉全部条件"))
        for names, title in tries:
            freed = dict.fromkeys(names, "")
            count = len(self._search(self.words, {**self.chosen, **freed}))
            said.append(Advice(title, self._at(**freed), count))
        for word in self.words if len(self.words) > 1 else ():
            freed = dict.fromkeys(active, "")
            count = len(self._search([word], {**self.chosen, **freed}))
            said.append(Advice(f"只找“{word}”", self._at(SearchableText=word, **freed), count))
        return [one for one in said if one.count]

    @cached_property
    def pager(self) -> Pager:
        """Twenty a page; beyond the last stands the last."""
        start = min(self.query_number(), max(self.total - 1, 0) // SIZE * SIZE)
        return Pager(self.total, start, self._here, self._asked(), SIZE, "条")

    def results(self) -> list[Result]:
        """One page of what was found."""
        if not self.found:
            return []
        first = max(self.pager.batch.start - 1, 0)
        results = Results(self.words, self.names, numbers=not self.anonymous)
        return [results.of(brain) for brain in self.found[first : first + SIZE]]
