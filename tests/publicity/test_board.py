"""The publicity board: lines, months, levels and channels of what has appeared; what waits for its review."""

from datetime import date
from datetime import timedelta
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from tests.builders import a_contract
from tests.builders import an_account
from tests.builders import an_indicator
from tests.publicity.stories import ALL
from tests.publicity.web import a_row
from tests.publicity.web import NewsroomTest
from unittest import TestCase
from yidang.indicators.engine.calendar import Calendar
from yidang.indicators.engine.facts import Fact
from yidang.indicators.engine.facts import VERIFIED
from yidang.publicity.pages.counting import channels
from yidang.publicity.pages.counting import counted
from yidang.publicity.pages.counting import ladder
from yidang.publicity.pages.counting import outlets

import transaction


YEAR = Calendar(date(2024, 1, 1), date(2024, 12, 31))
TODAY = date(2024, 6, 15)


def placed(article: str, level: str | None = None, channel: str = "newspaper", **more) -> Fact:
    """One place in which an article appeared."""
    attributes = {"article": article, "level": level, "channel": channel, **more}
    return Fact("placement", article, "c", date=date(2024, 6, 1), standing=VERIFIED, attributes=attributes)


class LadderTest(TestCase):
    def told(self, *facts: Fact) -> dict[str, tuple[int, int, int]]:
        return {one.title: (one.placements, one.exact, one.above) for one in ladder(counted(facts, YEAR, TODAY))}

    def test_the_highest_level_stands_first_and_those_at_zero_are_there(self):
        self.assertEqual(["国家级", "省级", "市级", "区级"], list(self.told()))

    def test_a_higher_outlet_counts_for_the_lower_levels_and_above_only(self):
        told = self.told(placed("a", "province"))
        self.assertEqual((0, 0, 0), told["国家级"])
        self.assertEqual((1, 1, 1), told["省级"])
        self.assertEqual((0, 0, 1), told["市级"])
        self.assertEqual((0, 0, 1), told["区级"])

    def test_one_article_in_two_papers_of_a_level_is_two_placements_and_one_article(self):
        told = self.told(placed("a", "city", outlet="甲报"), placed("a", "city", outlet="乙报"))
        self.assertEqual((2, 1, 1), told["市级"])

    def test_one_article_at_two_levels_is_one_above_the_lower(self):
        told = self.told(placed("a", "city"), placed("a", "national"))
        self.assertEqual((1, 1, 2 - 1), told["市级"])
        self.assertEqual((0, 0, 1), told["区级"])

    def test_every_channel_is_named_with_this_month_and_the_latest_day(self):
        facts = [placed("a", channel="wechat"), placed("b", channel="wechat")]
        told = {one.title: one for one in channels(counted(facts, YEAR, TODAY), facts, "2024-06")}
        self.assertEqual((2, 2, date(2024, 6, 1)), told["微信公众号"][2:])
        self.assertEqual((0, 0, None), told["微博"][2:])

    def test_outlets_are_listed_by_their_articles(self):
        facts = [
            placed("a", outlet="甲报"),
            placed("a", "city", outlet="甲报"),
            placed("b", outlet="乙报"),
            placed("a", outlet="乙报"),
        ]
        self.assertEqual([("乙报", 2), ("甲报", 1)], outlets(facts))


class BoardPageTest(NewsroomTest):
    def setUp(self):
        super().setUp()
        setRoles(self.portal, TEST_USER_ID, ["Manager"])
        self.page = self.path + "/@@publicity-board"

    def text(self, name: str, query: str = "") -> str:
        answer = self.as_user(name).page(self.page + query)
        self.assertEqual(200, answer.status_code, answer.text[:300])
        return answer.text

    def test_everybody_of_the_contract_sees_it_and_nobody_else(self):
        for name in ("author", "first", "lead", "buyer"):
            self.text(name)
        an_account("stranger")
        transaction.commit()
        self.assertEqual(403, self.as_user("stranger").page(self.page).status_code)

    def test_published_articles_stand_against_their_lines_and_in_their_channels(self):
        url = self.an_article(placements=[a_row(channel="newspaper", level="city", outlet="香江晚报")])
        self.publish(url)
        page = self.text("lead")
        self.assertRegex(page, r"发布信息.*?<b>1</b>/ 300 篇")
        self.assertRegex(
            page, r'市级</th><td class="yd-n">1 次</td>\s*<td class="yd-n">1 篇</td>\s*<td class="yd-n">1 篇'
        )
        self.assertIn("香江晚报", page)
        self.assertRegex(page, r'data-zero="1"><th scope="row">微博')

    def test_what_waits_is_listed_with_its_step_and_drafts_are_only_counted(self):
        self.step("author", self.an_article("等待审核的稿件"), "submit")
        self.an_article("还没有交的草稿")
        page = self.text("lead")
        self.assertIn("等待审核的稿件", page)
        self.assertIn("等待一审", page)
        self.assertNotIn("还没有交的草稿", page)

    def test_a_past_day_leaves_out_what_came_later(self):
        self.publish(self.an_article())
        yesterday = date.today() - timedelta(days=1)
        page = self.text("lead", f"?day={max(yesterday, self.contract.start)}")
        self.assertIn("当日的进度", page)
        if yesterday >= self.contract.start:
            self.assertRegex(page, r"发布信息.*?<b>0</b>/ 300 篇")

    def test_bad_words_in_the_address_are_refused(self):
        self.assertEqual(400, self.as_user("lead").page(self.page + "?day=foo").status_code)

    def test_the_months_of_the_contract_before_stand_beside_these(self):
        self.assertNotIn("上一合同", self.text("lead"))
        start, end = (day.replace(year=day.year - 1) for day in (self.contract.start, self.contract.end))
        before = a_contract(self.portal, title="去年的项目", purchaser=self.contract.purchaser, start=start, end=end)
        an_indicator(before, {**ALL, "code": "OLD-1"})
        an_account("lead", before, "ProjectLead")
        transaction.commit()
        self.assertIn("与上一合同逐月比较（去年的项目）", self.text("lead"))
        self.assertNotIn("去年的项目", self.text("buyer"), "who may not see that board is not shown its months")

    def test_a_contract_of_another_purchaser_is_not_the_one_before(self):
        start, end = (day.replace(year=day.year - 1) for day in (self.contract.start, self.contract.end))
        other = a_contract(self.portal, title="别家的项目", purchaser="别的采购方", start=start, end=end)
        an_indicator(other, ALL)
        an_account("lead", other, "ProjectLead")
        transaction.commit()
        self.assertNotIn("别家的项目", self.text("lead"))
