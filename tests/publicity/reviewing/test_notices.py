"""Mails of the steps, through a real mail server: who gets one, what it says, and what happens when nobody answers."""

from plone import api
from plone.app.testing import login
from tests.builders import a_record
from tests.builders import an_account
from tests.deadlines.post import hand_over
from tests.deadlines.post import Post
from tests.publicity.stories import an_article
from tests.publicity.stories import NEWSROOM_INTEGRATION
from tests.publicity.stories import review
from tests.publicity.stories import the_newsroom
from unittest import TestCase
from yidang.archive.record import state_of
from yidang.publicity.actions import return_
from yidang.publicity.actions import submit
from yidang.publicity.actions import withdraw
from yidang.publicity.reviewing.actions import remark


NAME = "欧阳晓梅"


class NoticesTest(TestCase):
    layer = NEWSROOM_INTEGRATION

    def setUp(self):
        self.portal = self.layer["portal"]
        self.contract = the_newsroom(self.portal)
        self.post = Post()
        self.addCleanup(self.post.close)
        self.addCleanup(self.deliver, committed=False)
        self.speak_to(self.post.port)
        self.article = an_article(self.contract)

    def speak_to(self, port: int):
        records = {"email_from_address": "portal@example.org", "smtp_host": "127.0.0.1", "smtp_port": port}
        for name, value in records.items():
            api.portal.set_registry_record(f"plone.{name}", value)

    def deliver(self, committed: bool = True) -> list[tuple[str, str]]:
        """What happens when the transaction is committed (or is not), and (recipient, subject) of what came in."""
        self.post.mails.clear()
        hand_over(committed)
        return [(mail["To"].addresses[0].addr_spec, mail["Subject"]) for mail in self.post.mails]

    def text(self) -> str:
        [mail] = self.post.mails
        return mail.get_content()

    def test_the_reviewers_of_the_step_get_one_mail_each(self):
        an_account("other", self.contract, "Reviewer1")
        submit(self.article)
        subject = "等您一审：《社工走进菜市场》"
        self.assertEqual([("first@example.org", subject), ("other@example.org", subject)], self.deliver())
        self.assertIn(self.article.absolute_url(), self.post.mails[0].get_content())
        self.assertIn("以前审完", self.post.mails[0].get_content())

    def test_who_may_not_take_the_step_gets_none(self):
        for name in ("author", "first"):
            an_account(name, self.contract, "Reviewer2")
        submit(self.article)
        review(self.portal, self.article, "first")
        self.deliver(committed=False)
        login(self.portal, "second")
        return_(self.article, "再改")
        login(self.portal, "author")
        submit(self.article)
        self.deliver(committed=False)
        review(self.portal, self.article, "first")
        self.assertEqual(["second@example.org"], [to for to, _ in self.deliver()])

    def test_a_return_gives_the_author_the_reason_and_the_open_remarks(self):
        submit(self.article)
        login(self.portal, "first")
        remark(self.article, "text-1", "三张折叠桌", "请核对张数。")
        self.deliver(committed=False)
        return_(self.article, "见批注")
        self.assertEqual([("author@example.org", "稿件已退回：《社工走进菜市场》")], self.deliver())
        for words in ("原因：见批注", "未解决的批注 1 条", "正文第 1 段 “三张折叠桌”：请核对张数。（first）"):
            self.assertIn(words, self.text())

    def test_publication_and_withdrawal_are_told_to_the_author_alone(self):
        submit(self.article)
        login(self.portal, "author")
        self.deliver(committed=False)
        review(self.portal, self.article, "first", "second", "third")
        self.assertEqual(("author@example.org", "稿件已发布：《社工走进菜市场》"), self.deliver()[-1])
        login(self.portal, "buyer")
        withdraw(self.article, "照片未经同意")
        self.assertEqual([("author@example.org", "稿件已撤下：《社工走进菜市场》")], self.deliver())

    def test_nobody_is_told_of_what_they_did_themselves(self):
        submit(self.article)
        review(self.portal, self.article, "first", "second", "third")
        self.deliver(committed=False)
        login(self.portal, "author")
        withdraw(self.article, "写错了")
        self.assertEqual([], self.deliver())

    def test_what_could_name_a_client_stays_out_of_every_mail(self):
        with api.env.adopt_roles(["Manager"]):
            a_record(self.contract, "Client", title="K-01", alias="小梅", name=NAME)
        submit(self.article)
        login(self.portal, "first")
        remark(self.article, "text-1", "折叠桌", f"{NAME}不愿意出现在照片里")
        remark(self.article, "title", "", "她的电话 13800138000 请删去")
        self.deliver(committed=False)
        return_(self.article, f"请先问过{NAME}")
        self.deliver()
        text = self.text()
        self.assertNotIn(NAME, text)
        self.assertNotIn("13800138000", text)
        self.assertEqual(3, text.count("内容涉及个人信息，请登录查看"))

    def test_a_step_that_is_given_up_sends_nothing(self):
        submit(self.article)
        self.assertEqual([], self.deliver(committed=False))

    def test_a_dead_mail_server_does_not_keep_the_step_from_being_taken(self):
        self.speak_to(1)
        submit(self.article)
        with self.assertLogs("yidang.mailing", "ERROR"):
            self.deliver()
        self.assertEqual("review1", state_of(self.article))

    def test_without_a_sender_nothing_is_sent_and_nothing_fails(self):
        api.portal.set_registry_record("plone.email_from_address", "")
        submit(self.article)
        self.assertEqual(("review1", []), (state_of(self.article), self.deliver()))

    def test_line_breaks_in_a_title_make_no_header(self):
        self.article.title = "社工走进\r\nBcc: x@example.org"
        submit(self.article)
        self.deliver()
        self.assertIsNone(self.post.mails[0]["Bcc"])
        self.assertEqual(1, len(self.post.mails))
