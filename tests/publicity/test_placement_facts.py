"""Lines on one channel count different articles in the month in which they appeared there (S1-I13, S1-I14)."""

from datetime import date
from plone import api
from tests.builders import an_indicator
from tests.publicity.stories import a_newsroom
from tests.publicity.stories import a_placement
from tests.publicity.stories import an_article
from tests.publicity.stories import counted
from tests.publicity.stories import publish
from unittest import TestCase
from yidang.indicators.interfaces import IFactSource
from yidang.indicators.scoreboard import Scoreboard
from yidang.publicity.actions import withdraw
from yidang.testing import YIDANG_INTEGRATION


WECHAT = {
    "code": "T-WECHAT",
    "title": "公众号工作动态",
    "unit": "篇",
    "target": ">= 5",
    "count": {
        "kinds": ["placement"],
        "measure": {"distinct": "article"},
        "where": [{"field": "channel", "is": "wechat"}],
    },
    "per": ["month"],
    "basis": "verified",
}
JANUARY, MARCH, APRIL = (date(2025, month, 20) for month in (1, 3, 4))


class PlacementFactsTest(TestCase):
    layer = YIDANG_INTEGRATION

    def setUp(self):
        self.portal = self.layer["portal"]
        self.contract = a_newsroom(self.portal, start=date(2025, 1, 1), end=date(2025, 12, 31))
        with api.env.adopt_roles(["Manager"]):
            an_indicator(self.contract, WECHAT)

    def published(self, title: str, *rows: dict):
        article = an_article(self.contract, title, placements=list(rows))
        publish(self.portal, article)
        return article

    def by_month(self) -> dict[str, int]:
        board = Scoreboard(self.contract)
        self.assertEqual([], board.differences())
        return {one.bucket: one.value for one in board.tallies()["T-WECHAT"].buckets if one.value}

    def test_it_counts_in_the_month_in_which_it_appeared_there(self):
        paper = a_placement("https://news.example.cn/1", JANUARY, channel="newspaper")
        self.published("先登报，后上公众号", paper, a_placement(day=MARCH))
        self.assertEqual(({"2025-03": 1}, (1, 0)), (self.by_month(), counted(self.contract)))

    def test_two_accounts_in_one_month_are_one_article(self):
        rows = [a_placement(f"https://mp.weixin.qq.com/s/{at}", MARCH, outlet=name) for at, name in enumerate("甲乙")]
        self.published("两个公众号都登", *rows)
        self.assertEqual({"2025-03": 1}, self.by_month())

    def test_the_same_place_again_is_its_first_day(self):
        rows = [a_placement(f"https://mp.weixin.qq.com/s/{day:%m}", day) for day in (APRIL, MARCH)]
        article = self.published("再次推送", *rows)
        days = [fact.date for fact in IFactSource(article).facts() if fact.attributes.get("channel") == "wechat"]
        self.assertEqual([MARCH], days)

    def test_what_is_withdrawn_is_nowhere(self):
        article = self.published("有误", a_placement(day=MARCH))
        withdraw(article, "数字有误")
        self.assertEqual({}, self.by_month())
