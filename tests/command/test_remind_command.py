"""`bin/yidang remind` as cron runs it: what it needs, what it says, how it ends."""

from tests.command.portal import LoadedPortal
from tests.deadlines.post import Post

import unittest


URL = "https://yidang.example.org"


class LedPortal(LoadedPortal):
    """Layer: the contract in force, with one project lead."""

    @classmethod
    def setUp(cls) -> None:
        """Once; the portal itself is made by the layer below."""
        make = (
            "from plone import api; from yidang.people.team import join; c = portal.contracts['zhongshan-women-2024']; "
            "api.user.create(username='wenlan', email='wenlan@example.org', password='Ceshi-Mima-2026'); "
            "join(c, 'wenlan', 'ProjectLead'); api.content.transition(c, to_state='active')"
        )
        LoadedPortal.place.python(make)

    @classmethod
    def tearDown(cls) -> None:
        """The layer below removes everything."""


class RemindCommandTest(unittest.TestCase):
    """As if it were a day of the term: what was monthly until then is overdue."""

    layer = LedPortal

    def setUp(self) -> None:
        self.place = LoadedPortal.place
        self.post = Post()
        self.addCleanup(self.post.close)

    def set_mail(self, sender: str, port: int) -> None:
        """What the administrator says in the site setup."""
        records = {"email_from_address": sender, "smtp_host": "127.0.0.1", "smtp_port": port}
        self.place.python(f"[portal.portal_registry.__setitem__('plone.' + k, v) for k, v in {records!r}.items()]")

    def remind(self, *options: str):
        """In the term of the contract."""
        return self.place.run("remind", "--day", "2024-11-29", *options)

    def test_it_sends_once_and_says_so(self):
        self.set_mail("post@example.org", self.post.port)
        done = self.remind("--url", URL)
        self.assertEqual((0, 1), (done.returncode, len(self.post.mails)), done.stderr)
        self.assertIn("1 封提醒放进了队列", done.stdout)
        words = self.post.mails[0].get_body(("plain",)).get_content()
        self.assertIn("每月工作小结（2024年11月）", words)
        self.assertIn(f"{URL}/contracts/zhongshan-women-2024/", words)
        again = self.remind("--url", URL)
        self.assertEqual((0, 1), (again.returncode, len(self.post.mails)), again.stderr)

    def test_a_rehearsal_needs_no_mail_server_and_shows_the_text(self):
        done = self.place.run("remind", "--dry-run", "--day", "2024-10-30", "--url", URL)
        self.assertEqual(0, done.returncode, done.stderr)
        self.assertIn("wenlan@example.org", done.stdout)
        self.assertIn("没有发出任何邮件", done.stdout)
        self.assertEqual([], self.post.mails)

    def test_it_fails_when_something_is_not_set(self):
        self.assertIn("门户网址", self.place.run("remind", "--dry-run").stderr)
        self.set_mail("", self.post.port)
        done = self.place.run("remind", "--url", URL)
        self.assertEqual(1, done.returncode)
        self.assertIn("发件人地址", done.stderr)

    def test_it_fails_when_the_mail_server_is_away_and_tries_again(self):
        port = self.post.port
        self.set_mail("post@example.org", 1)
        done = self.place.run("remind", "--day", "2024-06-29", "--url", URL)
        self.assertEqual(1, done.returncode)
        self.assertIn("留在队列里", done.stderr)
        self.set_mail("post@example.org", port)
        again = self.place.run("remind", "--day", "2024-06-29", "--url", URL)
        self.assertEqual((0, 1), (again.returncode, len(self.post.mails)), again.stderr)

    def test_a_day_that_is_none_is_refused(self):
        done = self.place.run("remind", "--day", "morgen")
        self.assertEqual(2, done.returncode)
        self.assertIn("写法不对", done.stderr)
