"""The newsroom: filters that go together, numbers that keep their promise, addresses that can be passed on."""

from datetime import date
from datetime import timedelta
from plone.app.testing import logout
from tests.publicity.stories import an_article
from tests.publicity.stories import NEWSROOM_INTEGRATION
from tests.publicity.stories import publish
from tests.publicity.stories import the_newsroom
from tests.publicity.test_proofs import rich
from unittest import TestCase
from urllib.parse import parse_qsl
from urllib.parse import urlsplit
from yidang.publicity.facets import common
from yidang.publicity.keywords import plain
from yidang.publicity.listing import latest_of_genre
from yidang.publicity.newsroom import FILTERS
from zExceptions import BadRequest


class KeywordsTest(TestCase):
    def test_signs_around_a_keyword_and_repetitions_go(self):
        self.assertEqual(("反家暴", "ABC"), plain(["#反家暴#", "“反家暴”", " ＡＢＣ ", "、", ""]))

    def test_two_sets_share_what_they_share_whatever_their_sizes(self):
        from BTrees.IIBTree import IITreeSet

        left = IITreeSet(range(0, 1000, 2))
        for held in ((), 4, 5, IITreeSet([1, 2, 4]), IITreeSet(range(500))):
            wanted = len(set(left) & ({held} if isinstance(held, int) else set(held)))
            self.assertEqual(wanted, common(left, held))


class FilterTest(TestCase):
    layer = NEWSROOM_INTEGRATION

    def setUp(self):
        self.portal = self.layer["portal"]
        self.contract = the_newsroom(self.portal)

    def published(self, title: str, days_ago: int = 0, **fields):
        article = an_article(self.contract, title, text=rich(f"<p>{title}的正文。</p>"), **fields)
        article.published_on = date.today() - timedelta(days=days_ago)
        publish(self.portal, article)
        return article

    def newsroom(self, **query):
        request = self.layer["request"].clone()
        request.form.update(query)
        return self.portal.restrictedTraverse("@@newsroom").__class__(self.portal, request)

    def titles(self, **query) -> list[str]:
        return [one.title for one in self.newsroom(**query).found[1]]

    def shelf(self):
        """Five articles that differ in everything."""
        self.published("甲", genre="case_story", keywords=("反家暴", "法律"), station="zhongshan")
        self.published("乙", 1, genre="case_story", keywords=("亲子",), station_activity=True)
        self.published("丙", 2, genre="policy", keywords=("反家暴",), origin="compiled")
        self.published("丁", 40, keywords=("反家暴",), station="zhongshan", station_activity=True)
        self.published("戊", 400)
        an_article(self.contract, "草稿", genre="case_story", keywords=("反家暴", "草稿词"))
        logout()

    def test_every_filter_narrows_and_filters_go_together(self):
        self.shelf()
        for query, wanted in (
            ({}, "甲乙丙丁戊"),
            ({"genre": "case_story"}, "甲乙"),
            ({"keyword": "反家暴"}, "甲丙丁"),
            ({"keyword": "#反家暴#"}, "甲丙丁"),
            ({"keyword": "反家暴", "station": "zhongshan"}, "甲丁"),
            ({"keyword": "反家暴", "station": "zhongshan", "kind": "activity"}, "丁"),
            ({"keyword": "从没用过"}, ""),
            ({"q": "法律"}, "甲"),
            ({"kind": "compiled", "genre": "case_story"}, ""),
        ):
            with self.subTest(query):
                self.assertEqual(list(wanted), self.titles(**query))

    def test_each_number_is_what_its_choice_gives(self):
        self.shelf()
        asked = 0
        for query in ({}, {"keyword": "反家暴"}, {"genre": "case_story", "station": "zhongshan"}, {"q": "正文"}):
            room = self.newsroom(**query)
            for choice in (*room.kinds, *room.genres, *room.keywords, *room.stations, *room.months):
                link = dict(parse_qsl(urlsplit(choice.url).query))
                with self.subTest(choice=choice.title, **query):
                    self.assertEqual(self.newsroom(**link).found[0], choice.count)
                asked += 1
        self.assertGreater(asked, 60)

    def test_keywords_of_drafts_are_no_choice(self):
        self.shelf()
        self.assertEqual(["不限", "反家暴", "亲子", "法律"], [one.title for one in self.newsroom().keywords])
        self.assertIn("从没用过", [one.title for one in self.newsroom(keyword="从没用过").keywords])

    def test_a_form_sends_the_other_filters_along(self):
        self.shelf()
        room = self.newsroom(genre="policy", keyword="反家暴", q="丙")
        self.assertEqual([("genre", "policy"), ("keyword", "反家暴")], room.kept_with("q"))
        self.assertEqual({*FILTERS}, set(room.chosen))

    def test_what_no_filter_knows_is_refused_in_chinese(self):
        for query in ({"genre": "poem"}, {"kind": "x"}, {"station": "x"}, {"month": "2026-13"}):
            with self.subTest(query), self.assertRaises(BadRequest) as caught:
                _ = self.newsroom(**query).chosen
            self.assertRegex(str(caught.exception), "没有|不是")

    def test_case_stories_come_newest_first_and_go_when_they_are_withdrawn(self):
        self.shelf()
        self.assertEqual(["甲", "乙"], [one.title for one in latest_of_genre("case_story", 5)])
        self.assertEqual(["甲"], [one.title for one in latest_of_genre("case_story", 1)])
        self.assertEqual([], latest_of_genre("work_news", 5))
        self.assertEqual(["案例", "本站活动"], [one.kind for one in latest_of_genre("case_story", 5)])
        self.assertEqual(["政策解读"], [one.kind for one in latest_of_genre("policy", 5)])
