"""Anybody may complain without an account; only the purchaser reads it (S2-04)."""

from plone import api
from plone.app.testing import login
from plone.app.testing import logout
from tests.deadlines.post import Post
from tests.site.world import a_browser
from tests.site.world import status_of
from tests.site.world import the_contract
from tests.site.world import WORLD
from unittest import TestCase
from yidang.errors import Refused
from yidang.review import complaints
from yidang.review.complaints import complain

import re
import transaction


TEXT = "十一月二十日在中山站听讲座，被收了二十元材料费。"
GOOD = {"place": "zhongshan", "kind": "charged", "text": TEXT, "contact": "13900000000"}


class ComplaintsTest(TestCase):
    layer = WORLD

    def setUp(self):
        self.portal = self.layer["portal"]
        self.url = self.portal.absolute_url()
        self.contract = the_contract(self.portal)

    def send(self, browser=None, **changed):
        browser = browser or a_browser(self.layer)
        browser.open(f"{self.url}/complain")
        said = {**GOOD, **changed}
        browser.getControl(name="place").value = [said["place"]]
        if said["kind"]:
            browser.getControl(name="kind").value = [said["kind"]]
        for name in ("text", "contact", "website"):
            browser.getControl(name=name).value = said.get(name, "")
        browser.getControl("提交投诉").click()
        transaction.begin()
        return browser

    def send_through(self, port):
        records = {"email_from_address": "portal@example.org", "smtp_host": "127.0.0.1", "smtp_port": port}
        for name, value in records.items():
            api.portal.set_registry_record(f"plone.{name}", value)
        transaction.commit()

    def kept(self):
        review = self.contract["archive"]["review"]
        return [one for one in review.objectValues() if one.portal_type == "Complaint"]

    def test_a_visitor_complains_and_gets_a_number(self):
        browser = self.send()
        number = re.search(r"TS-\d{8}-\w{6}", browser.contents)
        self.assertEqual(200, status_of(browser))
        self.assertEqual([number.group()], [one.title for one in self.kept()])
        (complaint,) = self.kept()
        self.assertEqual(
            ("charged", "zhongshan", TEXT, "13900000000"),
            tuple(getattr(complaint, name) for name in ("kind", "station", "text", "contact")),
        )
        self.assertEqual((), complaint.listCreators())

    def test_only_the_purchaser_reads_it(self):
        self.send()
        (complaint,) = self.kept()
        address = complaint.absolute_url()
        for name in ("", "lead", "worker", "publicist", "reviewer3"):
            browser = a_browser(self.layer, name)
            browser.open(address)
            self.assertNotIn(TEXT, browser.contents, name)
        browser = a_browser(self.layer, "purchaser")
        browser.open(address)
        for words in (TEXT, "13900000000", "收了费用", "待办理"):
            self.assertIn(words, browser.contents)

    def test_the_purchaser_writes_the_outcome_and_changes_nothing_that_was_complained_of(self):
        self.send()
        browser = a_browser(self.layer, "purchaser")
        browser.open(f"{self.kept()[0].absolute_url()}/edit")
        self.assertNotIn('name="form.widgets.text"', browser.contents)
        browser.getControl(name="form.widgets.answer").value = "已退还，并向本人道歉。"
        browser.getControl(name="form.buttons.save").click()
        self.assertIn("已退还", browser.contents)
        self.assertIn(TEXT, browser.contents)

    def test_what_is_missing_is_said_at_its_field_and_what_was_typed_stays(self):
        browser = self.send(text="太少", kind="")
        self.assertEqual(400, status_of(browser))
        for words in ("请选择投诉的是哪类问题", "至少 10 个字", ">太少<", 'value="13900000000"'):
            self.assertIn(words, browser.contents)
        self.assertEqual([], self.kept())

    def test_bad_words_from_a_program_are_refused(self):
        for wrong in ({"place": "nowhere"}, {"kind": "nonsense"}, {"text": "长" * 2001}, {"contact": "1" * 61}):
            with self.subTest(wrong=list(wrong)), self.assertRaises(Refused) as caught:
                complain({**GOOD, **wrong})
            self.assertEqual(list(wrong), [error.field for error in caught.exception.errors])

    def test_a_program_that_fills_in_the_hidden_field_is_told_nothing_and_nothing_is_kept(self):
        browser = self.send(website="http://spam.example")
        self.assertIn("投诉已收到", browser.contents)
        self.assertEqual([], self.kept())

    def test_one_address_sends_five_an_hour(self):
        for _ in range(5):
            self.assertEqual(200, status_of(self.send()))
        browser = self.send()
        self.assertEqual(429, status_of(browser))
        self.assertIn("请一小时后再试", browser.contents)
        self.assertEqual(5, len(self.kept()))

    def test_all_together_send_so_many_an_hour_into_one_contract(self):
        self.addCleanup(setattr, complaints, "MOST_AN_HOUR", complaints.MOST_AN_HOUR)
        complaints.MOST_AN_HOUR = 2
        complain(GOOD)
        complain(GOOD)
        with self.assertRaises(Refused) as caught:
            complain(GOOD)
        self.assertEqual(429, caught.exception.status)
        transaction.abort()

    def test_a_station_that_no_contract_in_force_serves_cannot_be_named(self):
        self.assertEqual(["zhongshan"], list(complaints.places()))
        login(self.portal, "lead")
        with api.env.adopt_roles(["Manager", "ProjectLead"]):
            api.content.transition(self.contract, "close")
        self.assertEqual(["zhongshan"], list(complaints.places()))
        logout()
        transaction.abort()

    def test_the_link_of_a_station_names_it(self):
        browser = a_browser(self.layer)
        browser.open(f"{self.url}/complain?station=zhongshan")
        self.assertEqual(["zhongshan"], browser.getControl(name="place").value)

    def test_a_signed_in_person_may_complain_too(self):
        self.assertEqual(200, status_of(self.send(a_browser(self.layer, "worker"))))
        self.assertEqual(1, len(self.kept()))

    def test_the_purchaser_gets_a_mail_that_says_where_and_not_what(self):
        post = Post()
        self.addCleanup(post.close)
        self.send_through(post.port)
        self.send()
        (mail,) = post.mails
        (complaint,) = self.kept()
        self.assertEqual("purchaser@example.org", mail["To"].addresses[0].addr_spec)
        words = mail.get_content()
        self.assertIn(complaint.absolute_url(), words)
        for hidden in (TEXT, "13900000000"):
            self.assertNotIn(hidden, words)

    def test_without_a_mail_server_the_complaint_is_kept_all_the_same(self):
        self.send_through(1)
        self.assertEqual(200, status_of(self.send()))
        self.assertEqual(1, len(self.kept()))
