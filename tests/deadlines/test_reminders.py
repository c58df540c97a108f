"""A round of reminders, with a real queue on disk and a real mail server."""

from datetime import timedelta
from pathlib import Path
from plone import api
from tests.deadlines.post import Post
from tests.deadlines.world import DeadlineTest
from yidang.deadlines.post import waiting
from yidang.deadlines.reminders import people
from yidang.deadlines.sending import Round
from yidang.errors import Refused

import os
import socket
import tempfile
import transaction
import unittest.mock


ADDRESS = "https://yidang.example.org/p"


class RemindersTest(DeadlineTest):
    def setUp(self):
        super().setUp()
        self.server = Post()
        self.addCleanup(self.server.close)
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.var = Path(folder.name)
        self.use(self.server.port)
        api.portal.set_registry_record("plone.email_from_address", "post@yidang.example.org")
        quiet = unittest.mock.patch.dict(os.environ, {"MAILHOST_QUEUE_ONLY": "1"})
        quiet.start()
        self.addCleanup(quiet.stop)
        transaction.commit()

    def use(self, port: int) -> None:
        """Let the portal send to a server on loopback."""
        api.portal.set_registry_record("plone.smtp_host", "127.0.0.1")
        api.portal.set_registry_record("plone.smtp_port", port)

    def round(self, days: int = 0, rehearsal: bool = False, **options) -> Round:
        """A whole round, some days from now."""
        done = Round(self.portal, self.today + timedelta(days=days), rehearsal, ADDRESS, **options)
        done.open(self.var)
        for user in people():
            done.take(user)
        done.close()
        return done

    def mail_to(self, name: str):
        """The only mail to a person."""
        [found] = [one for one in self.server.mails if name + "@" in one["To"]]
        return found

    def words_to(self, name: str) -> str:
        """Its plain text."""
        return self.mail_to(name).get_body(("plain",)).get_content()

    def test_everyone_who_owes_something_gets_one_mail_and_only_once(self):
        self.assertEqual(sorted(self.round().sent), sorted(people_of(self.server.mails)))
        self.assertEqual(len(set(people_of(self.server.mails))), len(self.server.mails))
        again = self.round()
        self.assertEqual(([], 0), (again.sent, again.waiting))

    def test_a_mail_says_in_chinese_what_is_owed_in_text_and_in_html(self):
        self.round()
        mail = self.mail_to("worker")
        self.assertIn("期限提醒：", mail["Subject"])
        self.assertEqual("auto-generated", mail["Auto-Submitted"])
        for kind in ("plain", "html"):
            words = mail.get_body((kind,)).get_content()
            self.assertIn("妇女维权项目", words)
            self.assertIn("督导（", words)
            self.assertIn(f"{ADDRESS}/contracts/{self.contract.getId()}/@@indicator?code=S1-I08", words)
            self.assertNotIn("nohost", words)

    def test_everyone_reads_their_own(self):
        self.round()
        self.assertNotIn("colleague", self.words_to("worker"))
        self.assertNotIn("项目推进月简报", self.words_to("worker"))
        self.assertIn("项目推进月简报", self.words_to("lead"))
        self.assertNotIn("妇女维权项目", self.words_to("lead2"))
        self.assertEqual([], [one for one in self.server.mails if "outsider" in one["To"]])

    def test_the_next_step_is_a_new_mail(self):
        self.round()
        before = len(self.server.mails)
        later = self.round(days=8)
        self.assertIn("worker", later.sent)
        self.assertGreater(len(self.server.mails), before)

    def test_what_is_done_is_not_in_the_mail(self):
        last = self.last_month()
        title = f"项目推进月简报（{last.year}年{last.month}月）"
        self.a_brief(f"{last:%Y-%m}", last + timedelta(days=3))
        self.round()
        self.assertNotIn(title, self.words_to("lead"))

    def test_markup_in_a_title_stays_text(self):
        self.a_demand(self.today, "<b>补签</b>")
        self.round()
        self.assertIn("&lt;b&gt;补签", self.mail_to("lead").get_body(("html",)).get_content())

    def test_a_rehearsal_sends_nothing_and_remembers_nothing(self):
        rehearsed = self.round(rehearsal=True)
        self.assertIn("worker", rehearsed.sent)
        self.assertTrue(any("督导（" in text for text in rehearsed.texts))
        self.assertEqual([], self.server.mails)
        self.assertEqual(sorted(rehearsed.sent), sorted(self.round().sent))

    def test_somebody_without_an_address_is_reported_and_not_forgotten(self):
        member = api.user.get(userid="worker")
        member.setMemberProperties({"email": ""})
        self.assertEqual(["worker"], self.round().without_address)
        member.setMemberProperties({"email": "worker@example.org"})
        self.assertEqual(["worker"], self.round().sent)

    def test_a_server_that_is_away_keeps_the_mails_waiting(self):
        with socket.socket() as nobody:
            nobody.bind(("127.0.0.1", 0))
            self.use(nobody.getsockname()[1])
            first = self.round()
        self.assertEqual(len(first.sent), first.waiting)
        self.use(self.server.port)
        second = self.round()
        self.assertEqual(([], 0, len(first.sent)), (second.sent, second.waiting, len(self.server.mails)))

    def test_a_server_that_refuses_for_good_is_told(self):
        self.server.refuses = True
        done = self.round()
        self.assertEqual((0, len(done.sent)), (waiting(done.directory), len(done.refused)))

    def test_without_a_sender_nothing_begins(self):
        self.portal.portal_registry["plone.email_from_address"] = None
        with self.assertRaisesRegex(Refused, "发件人地址"):
            self.round()

    def test_without_a_public_address_nothing_begins(self):
        with self.assertRaisesRegex(Refused, "门户网址"):
            Round(self.portal, self.today).open(self.var)


def people_of(mails: list) -> list[str]:
    """The accounts to which mails went: their addresses begin with the account."""
    return [one["To"].addresses[0].username for one in mails]
