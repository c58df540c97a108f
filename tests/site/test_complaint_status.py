"""Whoever holds the number of a complaint learns how it stands, and nothing else; the purchaser sees what waits."""

from plone import api
from tests.site.test_complaints import GOOD
from tests.site.test_complaints import TEXT
from tests.site.world import a_browser
from tests.site.world import status_of
from tests.site.world import the_contract
from tests.site.world import WORLD
from unittest import TestCase
from yidang import clock
from yidang.review.complaint_state import tidy_number
from yidang.review.complaints import complain

import transaction


class NumberTest(TestCase):
    def test_a_number_is_read_as_people_type_it(self):
        for typed in ("TS-20261126-AB3K7M", " ts-20261126-ab3k7m ", "TS20261126AB3K7M", "ＴＳ—20261126—ＡＢ３Ｋ７Ｍ"):
            self.assertEqual("TS-20261126-AB3K7M", tidy_number(typed), typed)
        for typed in ("", "TS", "TS-20261126", "TS-20261126-AB3K7M9", "'; drop", "TS-20261126-AB3K7*"):
            self.assertEqual("", tidy_number(typed), typed)


class StatusTest(TestCase):
    layer = WORLD

    def setUp(self):
        self.portal = self.layer["portal"]
        self.url = self.portal.absolute_url()
        self.complaint = complain(GOOD)
        transaction.commit()

    def ask(self, number: str, browser=None):
        browser = browser or a_browser(self.layer)
        browser.open(f"{self.url}/complaint-status")
        browser.getControl(name="number").value = number
        browser.getControl("查询").click()
        return browser

    def test_the_page_tells_how_it_stands_and_nothing_of_what_was_said(self):
        number = self.complaint.title
        self.assertIn("待办理", self.ask(number.lower()).contents)
        self.complaint.answer = "已向王某核实，退还二十元。"
        transaction.commit()
        browser = self.ask(number)
        self.assertIn("办理中", browser.contents)
        self.complaint.settled = clock.today()
        transaction.commit()
        browser = self.ask(number)
        for words in (number, "已办结", f"{clock.today()}"):
            self.assertIn(words, browser.contents)
        for hidden in (TEXT, GOOD["contact"], "王某", "退还", "中山站", "收了费用", self.complaint.absolute_url()):
            self.assertNotIn(hidden, browser.contents)
        self.assertIn("no-store", browser.headers["Cache-Control"])
        self.assertNotIn(number, browser.url)

    def test_a_wrong_number_is_refused_with_what_to_do(self):
        for number, words in (
            ("12345", "受理编号形如"),
            ("TS-20261126-AAAAAA", "没有查到这个编号"),
            ("TS-99999999-AAAAAA", "没有查到这个编号"),
        ):
            browser = self.ask(number)
            self.assertEqual(400, status_of(browser))
            self.assertIn(words, browser.contents)
            self.assertIn(f'value="{number}"', browser.contents)

    def test_guessing_ends_after_twenty_an_hour(self):
        browser = a_browser(self.layer)
        for _ in range(20):
            self.assertEqual(400, status_of(self.ask("TS-20261126-AAAAAA", browser)))
        browser = self.ask(self.complaint.title, browser)
        self.assertEqual(429, status_of(browser))
        self.assertIn("一小时后再试", browser.contents)

    def test_the_desk_of_the_purchaser_shows_what_waits_and_nobody_else_s_does(self):
        browser = a_browser(self.layer, "purchaser")
        browser.open(f"{self.url}/@@desk")
        self.assertIn("公众投诉", browser.contents)
        self.assertIn(self.complaint.title, browser.contents)
        self.assertNotIn(TEXT, browser.contents)
        for name in ("lead", "worker", "publicist"):
            other = a_browser(self.layer, name)
            other.open(f"{self.url}/@@desk")
            self.assertNotIn("公众投诉", other.contents, name)
        with api.env.adopt_roles(["Manager"]):
            self.complaint.settled = clock.today()
        transaction.commit()
        browser.open(f"{self.url}/@@desk")
        self.assertIn("没有待办理的投诉", browser.contents)
        self.assertEqual("TS", the_contract(self.portal)["archive"]["review"].objectValues()[-1].title[:2])
