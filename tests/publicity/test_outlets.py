"""The registry of outlets: what it recognises, what it fills, what it refuses, who may change it."""

from datetime import date
from plone.app.testing import login
from tests.publicity.stories import a_placement
from tests.publicity.stories import an_article
from tests.publicity.stories import NEWSROOM_INTEGRATION
from tests.publicity.stories import the_newsroom
from tests.publicity.web import a_row
from tests.publicity.web import NewsroomTest
from tests.publicity.web import press
from yidang.errors import NotAllowed
from yidang.errors import Refused
from yidang.publicity.actions import record_placement
from yidang.publicity.outlet_book import book
from yidang.publicity.outlet_book import enter
from yidang.publicity.outlet_book import strike
from yidang.publicity.outlets import an_outlet
from yidang.publicity.outlets import OutletBook
from yidang.publicity.outlets import read
from yidang.publicity.outlets import written

import unittest


DAILY = an_outlet("江西日报", "newspaper", "province", "江西日报社、赣报", "")
SITE = an_outlet("大江网", "website", "province", "", "www.jxnews.com.cn")
KNOWN = OutletBook([DAILY, SITE])


class BookTest(unittest.TestCase):
    def fields(self, **changed) -> list[str]:
        given = {"name": "新报", "channel": "newspaper", "level": "city", "aliases": "", "hosts": "", **changed}
        return [field for field, _ in KNOWN.problems(an_outlet(**given))]

    def test_a_line_says_what_was_written(self):
        self.assertEqual((DAILY, SITE), read([written(DAILY), written(SITE), "", " | newspaper"]))

    def test_an_alias_quotes_and_wide_letters_mean_the_same_outlet(self):
        for name in ("江西日报", "《江西日报》", " 江西日报社 ", "赣报"):
            self.assertEqual(DAILY, KNOWN.named(name), name)
        self.assertIsNone(KNOWN.named("江西晚报"))
        self.assertIsNone(KNOWN.named(None))

    def test_a_host_and_the_hosts_below_it_mean_their_outlet_and_no_other(self):
        self.assertEqual(SITE, KNOWN.at("https://news.JXNEWS.com.cn/a/1.html"))
        for url in ("https://notjxnews.com.cn/", "https://jxnews.com.cn.example.org/", "http://[", None):
            self.assertIsNone(KNOWN.at(url), url)

    def test_a_known_outlet_fills_what_was_not_chosen(self):
        row = KNOWN.completed({"channel": None, "outlet": "赣报", "level": None, "url": None})
        self.assertEqual(("newspaper", "江西日报", "province"), (row["channel"], row["outlet"], row["level"]))

    def test_what_was_chosen_stays(self):
        row = KNOWN.completed({"channel": "website", "outlet": "江西日报", "level": "national"})
        self.assertEqual(("website", "national"), (row["channel"], row["level"]))

    def test_an_address_alone_is_enough(self):
        self.assertEqual("大江网", KNOWN.completed({"url": "https://jxnews.com.cn/1"})["outlet"])

    def test_unknown_outlets_and_wrong_types_stay_as_they_are(self):
        for row in ({"outlet": "别家", "url": "https://jxnews.com.cn/1"}, {"outlet": 7}, {"url": ["x"]}):
            self.assertEqual(row, KNOWN.completed(row))

    def test_everything_wrong_is_named_at_its_field(self):
        self.assertEqual([], self.fields())
        self.assertEqual(["name"], self.fields(name=" "))
        self.assertEqual(["name"], self.fields(name="甲|乙"))
        self.assertEqual(["channel"], self.fields(channel="fax"))
        self.assertEqual(["level"], self.fields(level="galactic"))
        self.assertEqual(["hosts", "hosts"], self.fields(hosts="https://a.cn/ mp.weixin.qq.com"))

    def test_a_name_or_host_belongs_to_one_outlet(self):
        self.assertEqual(["name"], self.fields(name="赣报"))
        self.assertEqual(["aliases"], self.fields(aliases="《大江网》"))
        self.assertEqual(["hosts"], self.fields(hosts="jxnews.com.cn"))

    def test_an_outlet_written_anew_is_no_clash_with_itself(self):
        self.assertEqual([], KNOWN.problems(DAILY._replace(level="city"), replaced="江西日报"))


class RegistryTest(unittest.TestCase):
    layer = NEWSROOM_INTEGRATION

    def setUp(self):
        self.portal = self.layer["portal"]
        self.contract = the_newsroom(self.portal)

    def test_the_outlets_that_the_contracts_name_are_there(self):
        levels = {one.name: one.level for one in book().outlets}
        for name, level in (("江西日报", "province"), ("大江网", "province"), ("南昌日报", "city")):
            self.assertEqual(level, levels[name])

    def test_recording_by_a_short_name_counts_as_the_full_one(self):
        article = an_article(self.contract)
        row = record_placement(article, None, date.today(), outlet="《南昌日报社》", page="A3版")
        self.assertEqual(
            ("newspaper", "南昌日报", "city", "A3版"), (row["channel"], row["outlet"], row["level"], row["page"])
        )

    def test_an_unknown_outlet_needs_a_channel(self):
        with self.assertRaises(Refused) as caught:
            record_placement(an_article(self.contract), None, date.today(), outlet="某街道小报")
        self.assertIn("请填写渠道", caught.exception.message)

    def test_a_lead_enters_changes_and_strikes_and_what_was_filed_stays(self):
        article = an_article(self.contract)
        record_placement(article, "newspaper", date.today(), outlet="某区报", level="district")
        login(self.portal, "lead")
        enter(self.contract, an_outlet("某区报", "newspaper", "district", "", ""))
        enter(self.contract, an_outlet("某区日报", "newspaper", "city", "某区报", ""), replaced="某区报")
        self.assertEqual("某区日报", book().named("某区报").name)
        self.assertEqual(("某区报", "district"), (article.placements[0]["outlet"], article.placements[0]["level"]))
        strike(self.contract, "某区日报")
        self.assertIsNone(book().named("某区报"))

    def test_what_is_gone_cannot_be_changed_or_struck(self):
        login(self.portal, "lead")
        for verb in (lambda: strike(self.contract, "没有"), lambda: enter(self.contract, DAILY, replaced="没有")):
            self.assertRaises(Refused, verb)

    def test_a_writer_and_a_purchaser_may_not(self):
        for name in ("author", "buyer"):
            login(self.portal, name)
            with self.subTest(name), self.assertRaises(NotAllowed):
                strike(self.contract, "南昌日报")

    def test_a_placement_before_the_event_is_refused(self):
        with self.assertRaises(Refused) as caught:
            an_article(self.contract, event_date=date(2026, 3, 2), placements=[a_placement(day=date(2026, 3, 1))])
        self.assertIn("早于活动日期 2026-03-02", caught.exception.message)


class OutletsPageTest(NewsroomTest):
    def test_a_lead_takes_a_typed_outlet_into_the_registry_and_others_may_not_look(self):
        self.an_article(placements=[a_row(None, channel="newspaper", outlet="香江晚报")])
        page, lead = self.path + "/@@outlets", self.as_user("lead")
        self.assertIn('name="name" value="香江晚报"', lead.page(page).text)
        answer = press(lead, page, name="香江晚报", channel="newspaper", level="city")
        self.assertIn("已登入媒体名录", lead.page(answer.headers["Location"]).text)
        again = press(lead, page, name="香江晚报", channel="newspaper", aliases="打好的别名")
        self.assertEqual(400, again.status_code)
        self.assertIn("“香江晚报”已经是“香江晚报”的名称或别名。", again.text)
        self.assertIn('value="打好的别名"', again.text)
        self.assertIn('value="香江晚报"', lead.page(page + "?edit=香江晚报").text)
        press(lead, page, do="strike", name="香江晚报")
        for name in ("author", "buyer", "first"):
            self.assertEqual(403, self.as_user(name).page(page).status_code, name)
