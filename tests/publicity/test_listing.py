"""Lists and neighbours, from the catalog alone."""

from datetime import date
from datetime import timedelta
from plone import api
from plone.app.testing import login
from plone.app.testing import logout
from tests.publicity.stories import an_article
from tests.publicity.stories import NEWSROOM_INTEGRATION
from tests.publicity.stories import publish
from tests.publicity.stories import review
from tests.publicity.stories import the_newsroom
from yidang.publicity.actions import submit
from yidang.publicity.actions import withdraw
from yidang.publicity.listing import awaiting_review
from yidang.publicity.listing import latest
from yidang.publicity.listing import own
from yidang.publicity.listing import published
from yidang.publicity.order import how_many
from yidang.publicity.order import neighbours

import unittest


class TestLists(unittest.TestCase):
    layer = NEWSROOM_INTEGRATION

    def setUp(self):
        self.portal = self.layer["portal"]
        self.contract = the_newsroom(self.portal)

    def published(self, title: str, days_ago: int = 0, **fields):
        article = an_article(self.contract, title, **fields)
        article.published_on = date.today() - timedelta(days=days_ago)
        publish(self.portal, article)
        return article

    def titles(self, teasers) -> list[str]:
        return [one.title for one in teasers]

    def test_the_newest_come_first_and_only_published_ones(self):
        self.published("上月", 30)
        self.published("今天")
        self.published("上周", 7)
        an_article(self.contract, "草稿")
        logout()
        self.assertEqual(self.titles(latest(2)), ["今天", "上周"])
        self.assertEqual((how_many(), self.titles(published()[1])), (3, ["今天", "上周", "上月"]))

    def test_lists_are_filtered_by_kind_and_station(self):
        self.published("活动", station_activity=True, station="zhongshan")
        self.published("其他")
        self.assertEqual(self.titles(latest(station_activity=True)), ["活动"])
        self.assertEqual(self.titles(latest(station_activity=False)), ["其他"])
        self.assertEqual(self.titles(latest(station="zhongshan")), ["活动"])

    def test_a_teaser_says_what_a_list_shows(self):
        self.published("活动", 3, station_activity=True, station="zhongshan", description="摘要")
        (one,) = latest(1)
        self.assertEqual((one.kind, one.description, one.station), ("本站活动", "摘要", "zhongshan站"))
        self.assertEqual((one.day, one.image), (date.today() - timedelta(days=3), None))

    def test_a_batch_of_the_list_knows_the_whole_number(self):
        for at in range(5):
            self.published(f"第 {at} 篇", at)
        total, teasers = published(2, 2)
        self.assertEqual((total, self.titles(teasers)), (5, ["第 2 篇", "第 3 篇"]))

    def test_neighbours_pass_over_what_is_withdrawn_and_follow_what_returns(self):
        first, second, third = (self.published(title, ago) for title, ago in (("甲", 3), ("乙", 2), ("丙", 1)))
        around = [one and one.Title for one in neighbours(second)]
        self.assertEqual(around, ["甲", "丙"])
        withdraw(second, "有误")
        self.assertEqual([one and one.Title for one in neighbours(first)], [None, "丙"])
        self.assertEqual(neighbours(second), (None, None))
        publish(self.portal, second)
        self.assertEqual([one and one.Title for one in neighbours(third)], ["乙", None])

    def test_a_rebuilt_catalog_has_the_same_order(self):
        for title, ago in (("甲", 3), ("乙", 2), ("丙", 1)):
            self.published(title, ago)
        before = self.titles(latest(5))
        api.portal.get_tool("portal_catalog").clearFindAndRebuild()
        self.assertEqual(self.titles(latest(5)), before)

    def test_reviewers_find_what_waits_for_them(self):
        article = an_article(self.contract, "待审")
        submit(article)
        for name, titles in (("first", ["待审"]), ("second", []), ("author", [])):
            login(self.portal, name)
            self.assertEqual(self.titles(awaiting_review(name, self.contract)), titles, name)
        review(self.portal, article, "first")
        login(self.portal, "second")
        self.assertEqual(self.titles(awaiting_review("second", self.contract)), ["待审"])

    def test_an_author_finds_their_own(self):
        an_article(self.contract, "我的")
        self.assertEqual(self.titles(own("author")[1]), ["我的"])
        login(self.portal, "first")
        self.assertEqual(own("author")[0], 0)
