"""Pages of a search: what they count, how they go on, and that nothing comes along which somebody may not see."""

from DateTime import DateTime
from plone import api
from plone.app.testing import applyProfile
from plone.app.testing import logout
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from tests.publicity.stories import a_newsroom
from tests.publicity.stories import an_article
from tests.publicity.test_proofs import rich
from unittest import TestCase
from yidang.pages.names import Names
from yidang.pages.text_index import TextIndex
from yidang.site.search import SearchPage
from yidang.site.search import SIZE
from yidang.site.search_results import Results
from yidang.testing import YIDANG_INTEGRATION


class SearchResultsTest(TestCase):
    layer = YIDANG_INTEGRATION

    def setUp(self):
        self.portal = self.layer["portal"]
        setRoles(self.portal, TEST_USER_ID, ["Manager"])
        self.contract = a_newsroom(self.portal)

    def shelf(self, number: int, days_apart: int = 1) -> list[str]:
        """Drafts on one subject, the first the newest; their titles."""
        titles = [f"家庭教育 {place:03d}" for place in range(number)]
        for place, title in enumerate(titles):
            article = an_article(self.contract, title, text=rich("<p>讲座设在民安社区礼堂。</p>"))
            article.effective_date = DateTime(2024, 5, 28) - place * days_apart
            article.reindexObject()
        return titles

    def page(self, text: str, **query) -> SearchPage:
        request = self.layer["request"].clone()
        request.form.update(SearchableText=text, **query)
        return SearchPage(self.portal, request)

    def titles(self, page: SearchPage) -> list[str]:
        return [str(one.title).replace("<mark>", "").replace("</mark>", "") for one in page.results()]

    def test_by_time_the_pages_follow_one_another_and_each_knows_the_whole_number(self):
        titles = self.shelf(SIZE + 2)
        for start, wanted in (("0", titles[:SIZE]), (str(SIZE), titles[SIZE:]), ("900", titles[SIZE:])):
            with self.subTest(start=start):
                page = self.page("家庭教育", order="new", b_start=start)
                self.assertEqual((SIZE + 2, wanted), (page.total, self.titles(page)))

    def test_the_pages_together_have_everything_once_even_if_all_is_of_one_minute(self):
        titles = self.shelf(5 * SIZE + 2, days_apart=0)
        for order in ("", "new"):
            pages = [self.page("家庭教育", order=order, b_start=str(place * SIZE)) for place in range(6)]
            self.assertEqual([5 * SIZE + 2] * 6, [page.total for page in pages])
            self.assertEqual(titles, sorted(sum((self.titles(page) for page in pages), [])))

    def test_the_text_of_what_somebody_may_not_see_is_not_quoted_even_if_the_catalog_lags(self):
        self.shelf(1)
        (brain,) = self.page("民安社区").found
        told = [Results(["民安社区"], Names(), numbers=True).of(brain).summary]
        logout()
        told.append(Results(["民安社区"], Names(), numbers=False).of(brain).summary)
        self.assertEqual(["讲座设在<mark>民安社区</mark>礼堂。", ""], [str(one) for one in told])

    def test_what_was_moved_away_meanwhile_is_told_without_its_text(self):
        self.shelf(1)
        (brain,) = self.page("民安社区").found
        found = Results(["民安社区"], Names(), numbers=True)
        self.assertEqual("", found._text(brain.getPath() + "-gone"))
        self.assertEqual("", found._text("/nowhere/at/all"))

    def test_every_station_has_its_name_in_the_order_of_the_files(self):
        catalog = api.portal.get_tool("portal_catalog")
        wanted = {one.getId: one.Title for one in catalog.unrestrictedSearchResults(portal_type="Station")}
        names = Names()
        self.assertEqual([*wanted.items()], [*names.stations.items()])
        self.assertEqual("", names.station(""))
        self.assertEqual("unknown", names.station("unknown"))

    def test_the_portal_finds_by_its_own_index_which_a_repeated_profile_leaves_as_it_is(self):
        self.shelf(2)
        applyProfile(self.portal, "yidang:default")
        index = api.portal.get_tool("portal_catalog")._catalog.getIndex("SearchableText")
        self.assertIsInstance(index.index, TextIndex)
        self.assertEqual(2, self.page("民安社区").total)
        api.portal.get_tool("portal_catalog").clearFindAndRebuild()
        self.assertIsInstance(index.index, TextIndex)
        self.assertEqual(2, self.page("民安社区").total)
