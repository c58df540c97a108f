"""Placements: what a row must be, and that one address belongs to one article of a contract."""

from datetime import date
from datetime import timedelta
from plone.app.testing import login
from tests.publicity.stories import a_newsroom
from tests.publicity.stories import a_placement
from tests.publicity.stories import an_article
from tests.publicity.stories import NEWSROOM_INTEGRATION
from tests.publicity.stories import publish
from tests.publicity.stories import the_newsroom
from yidang.errors import Conflict
from yidang.errors import NotAllowed
from yidang.errors import Refused
from yidang.publicity.actions import record_placement
from yidang.publicity.placements import problems
from yidang.testing import YIDANG_INTEGRATION
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent

import unittest


URL = "https://mp.weixin.qq.com/s/abc"


class TestRows(unittest.TestCase):
    layer = YIDANG_INTEGRATION

    def problem(self, **fields) -> str:
        found = problems([a_placement(**fields)])
        self.assertEqual(len(found), 1, found)
        return found[0]

    def test_a_whole_row_is_sound(self):
        self.assertEqual(problems([a_placement()]), [])

    def test_a_newspaper_has_no_address(self):
        self.assertEqual(problems([a_placement(url=None, channel="newspaper", outlet=None, level=None)]), [])

    def test_channel_and_day_are_needed(self):
        self.assertIn("请填写渠道", self.problem(channel=None))
        self.assertIn("请填写刊发日期", problems([{**a_placement(), "date": None}])[0])

    def test_unknown_words_are_refused(self):
        self.assertIn("渠道不在可选范围内", self.problem(channel="fax"))
        self.assertIn("级别不在可选范围内", self.problem(level="galactic"))

    def test_a_future_day_is_refused(self):
        self.assertIn("日期不能晚于今天", self.problem(day=date.today() + timedelta(days=1)))

    def test_what_is_no_day_is_refused(self):
        self.assertIn("刊发日期的写法有误", self.problem(day="昨天"))

    def test_addresses_that_run_are_refused(self):
        for url in ("javascript:alert(1)", "data:text/html,x"):
            self.assertIn("http", self.problem(url=url))

    def test_every_wrong_row_is_named_at_once(self):
        found = problems([a_placement(channel="fax"), a_placement(), a_placement(url="ftp://a.cn/x"), "x"])
        self.assertEqual([one[:5] for one in found], ["第 1 行", "第 3 行", "第 4 行"])

    def test_unknown_columns_are_named(self):
        self.assertIn("没有“urll”这一栏", self.problem(urll="x"))

    def test_one_address_twice_in_one_article_is_refused(self):
        found = problems([a_placement(URL), a_placement(URL + "/")])
        self.assertEqual(found, ["第 2 行：网址与第 1 行相同。"])


class TestUniqueness(unittest.TestCase):
    layer = NEWSROOM_INTEGRATION

    def setUp(self):
        self.portal = self.layer["portal"]
        self.contract = the_newsroom(self.portal)
        self.holder = an_article(self.contract, "先登记的一篇", placements=[a_placement(URL)])

    def assert_conflict(self, caught):
        self.assertEqual((caught.exception.status, caught.exception.errors[0].field), (409, "placements"))
        self.assertIn("先登记的一篇", caught.exception.message)

    def test_another_article_with_the_same_page_is_refused_by_name(self):
        with self.assertRaises(Conflict) as caught:
            an_article(self.contract, "后来的一篇", placements=[a_placement(URL.replace("https", "http") + "#x")])
        self.assert_conflict(caught)

    def test_editing_an_article_onto_a_taken_page_is_refused(self):
        other = an_article(self.contract, "后来的一篇")
        other.placements = [a_placement(URL)]
        with self.assertRaises(Conflict) as caught:
            notify(ObjectModifiedEvent(other))
        self.assert_conflict(caught)

    def test_recording_a_taken_page_is_refused_and_leaves_the_rows(self):
        other = an_article(self.contract, "后来的一篇")
        with self.assertRaises(Conflict) as caught:
            record_placement(other, "wechat", date.today(), url=URL)
        self.assert_conflict(caught)
        self.assertEqual(other.placements, [])

    def test_saving_the_holder_again_is_no_conflict(self):
        notify(ObjectModifiedEvent(self.holder))

    def test_another_contract_may_hold_the_same_page(self):
        other = a_newsroom(self.portal)
        an_article(other, "别的合同", placements=[a_placement(URL)])

    def test_placements_are_recorded_on_a_published_article_that_nobody_may_edit(self):
        from plone import api

        publish(self.portal, self.holder)
        self.assertFalse(api.user.has_permission("Modify portal content", obj=self.holder))
        record_placement(
            self.holder, "website", date.today(), outlet=" 南方网 ", level="province", url="https://a.cn/1"
        )
        self.assertEqual(self.holder.placements[-1]["outlet"], "南方网")

    def test_a_bad_row_is_not_recorded(self):
        with self.assertRaises(Refused) as caught:
            record_placement(self.holder, "website", date.today() + timedelta(days=2), url="javascript:x")
        self.assertEqual(len(caught.exception.errors), 2)
        self.assertEqual(len(self.holder.placements), 1)

    def test_a_reviewer_may_not_record(self):
        publish(self.portal, self.holder)
        login(self.portal, "first")
        with self.assertRaises(NotAllowed):
            record_placement(self.holder, "website", date.today(), url="https://a.cn/1")
