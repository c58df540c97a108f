"""299 → 300: an article counts once, on the day it first appeared, in the same request."""

from datetime import date
from datetime import timedelta
from plone.app.testing import login
from tests.publicity.stories import a_placement
from tests.publicity.stories import an_article
from tests.publicity.stories import counted
from tests.publicity.stories import NEWSROOM_INTEGRATION
from tests.publicity.stories import publish
from tests.publicity.stories import the_newsroom
from yidang.errors import NotAllowed
from yidang.indicators.scoreboard import Scoreboard
from yidang.publicity.actions import approve
from yidang.publicity.actions import record_placement
from yidang.publicity.actions import withdraw
from yidang.publicity.facts import ArticleFacts

import transaction
import unittest


class TestCounting(unittest.TestCase):
    layer = NEWSROOM_INTEGRATION

    def setUp(self):
        self.portal = self.layer["portal"]
        self.contract = the_newsroom(self.portal)

    def reasons(self, article) -> dict[str, list[str]]:
        counts = Scoreboard(self.contract).counts(article)
        return {rule.code: [reason.message for reason in one.reasons] for rule, one in counts}

    def test_the_count_rises_with_the_last_approval_and_not_before(self):
        first = an_article(self.contract, "第一篇")
        publish(self.portal, first)
        second = an_article(self.contract, "第二篇")
        self.assertEqual(counted(self.contract), (1, 0))
        publish(self.portal, second)
        self.assertEqual(counted(self.contract), (2, 0))
        transaction.savepoint()
        self.assertEqual(counted(self.contract), (2, 0))

    def test_withdrawing_takes_the_count_back_and_publishing_again_restores_it(self):
        article = an_article(self.contract)
        publish(self.portal, article)
        withdraw(article, "数字有误")
        self.assertEqual(counted(self.contract), (0, 0))
        publish(self.portal, article)
        self.assertEqual(counted(self.contract), (1, 0))

    def test_publishing_twice_stays_one(self):
        article = an_article(self.contract)
        publish(self.portal, article)
        login(self.portal, "third")
        with self.assertRaises(NotAllowed):
            approve(article)
        article.reindexObject()
        self.assertEqual(counted(self.contract), (1, 0))
        self.assertEqual(Scoreboard(self.contract).differences(), [])

    def test_a_station_activity_counts_in_both_lines(self):
        publish(self.portal, an_article(self.contract, station_activity=True))
        self.assertEqual(counted(self.contract), (1, 1))

    def test_four_placements_are_one_article(self):
        article = an_article(self.contract)
        publish(self.portal, article)
        for at in range(4):
            record_placement(article, "website", date.today(), url=f"https://news.example.cn/{at}")
        self.assertEqual(counted(self.contract), (1, 0))

    def test_an_earlier_placement_decides_the_day(self):
        earlier = date.today() - timedelta(days=20)
        article = an_article(self.contract, placements=[a_placement(day=earlier)])
        publish(self.portal, article)
        fact = ArticleFacts(article).fact()
        self.assertEqual(fact.date, earlier)
        self.assertEqual(fact.attributes["channels"], ("portal", "wechat"))
        self.assertEqual(fact.attributes["levels"], ("city",))

    def test_a_first_appearance_outside_the_term_does_not_count_and_says_so(self):
        before = self.contract.start - timedelta(days=3)
        article = an_article(self.contract, placements=[a_placement(day=before)])
        publish(self.portal, article)
        self.assertEqual(counted(self.contract), (0, 0))
        self.assertIn(f"{before} 在合同期", self.reasons(article)["T-ALL"][0])

    def test_a_reprint_does_not_count_and_says_so(self):
        article = an_article(self.contract, origin="reprint", source="中山日报")
        publish(self.portal, article)
        self.assertEqual(counted(self.contract), (0, 0))
        self.assertTrue(self.reasons(article)["T-ALL"])

    def test_a_draft_says_that_it_is_not_yet_published(self):
        article = an_article(self.contract)
        self.assertIn("尚未提交（草稿），请提交", self.reasons(article)["T-ALL"])
        fact = ArticleFacts(article).fact()
        self.assertEqual((fact.standing, fact.date), ("none", None))
        self.assertNotIn("channels", fact.attributes)

    def test_withdrawing_keeps_the_first_day_and_publishing_again_does_not_move_it(self):
        article = an_article(self.contract)
        publish(self.portal, article)
        article.published_on = day = date.today() - timedelta(days=9)
        shown = article.effective()
        withdraw(article, "补充照片")
        self.assertEqual(article.published_on, day)
        publish(self.portal, article)
        self.assertEqual((article.published_on, article.effective()), (day, shown))
