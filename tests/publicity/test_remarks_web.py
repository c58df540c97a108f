"""Remarks, reading mark, comparison and queue over HTTP: pages and REST, the people of the newsroom and the public."""

from pathlib import Path
from plone import api
from tests.publicity.web import NewsroomTest
from tests.visitors import token_of
from unittest import mock
from zope.sendmail.maildir import Maildir

import os
import shutil
import tempfile
import transaction


ATTACKS = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "<svg/onload=alert(1)>",
    "javascript:alert(1)",
    "{{7*7}}${7*7}",
    "'-alert(1)-'",
)


class RemarksOverHttpTest(NewsroomTest):
    def setUp(self):
        super().setUp()
        self.url = self.an_article(description="清晨的一次外展")
        self.step("author", self.url, "submit")
        self.first = self.as_user("first")

    def press(self, visitor, view: str, **fields):
        token = token_of(visitor.page(self.url).text)
        return visitor._post(f"{self.url}/@@{view}", {"_authenticator": token, **fields}, {})

    def remark(self, text: str = "请核对。", **fields) -> dict:
        answer = self.first.rest("POST", f"{self.url}/@remarks", **{"place": "title", "text": text, **fields})
        self.assertEqual(201, answer.status_code, answer.text)
        return answer.json()

    def test_a_reviewer_writes_in_the_box_and_the_author_reads_it(self):
        answer = self.press(self.first, "remark", do="add", place="text-1", quote="折叠桌", text="请写明几张。")
        self.assertEqual(302, answer.status_code)
        page = self.author.page(self.url).text
        for words in ("请写明几张。", "<q>折叠桌</q>", 'data-passage="1" id="text-1"', "写批注"):
            self.assertIn(words, page)

    def test_a_refused_remark_is_shown_again_with_what_was_typed(self):
        answer = self.press(self.first, "remark", do="add", place="text-1", quote="没有的字", text="写了很久的批注")
        self.assertEqual(400, answer.status_code)
        for words in ("稿件中找不到这几个字", "写了很久的批注", 'value="没有的字"'):
            self.assertIn(words, answer.text)

    def test_a_form_without_its_token_does_nothing(self):
        answer = self.first._post(f"{self.url}/@@remark", {"do": "add", "place": "title", "text": "假的"}, {})
        self.assertEqual(403, answer.status_code)
        self.assertEqual(0, self.first.rest("GET", f"{self.url}/@remarks").json()["items_total"])

    def test_answering_settling_and_opening_again_by_rest(self):
        one = self.remark()
        answer = self.author.rest("PATCH", one["@id"], answer="已改。", settled=True)
        self.assertEqual(200, answer.status_code, answer.text)
        self.assertEqual(
            ("已改。", "author"), (answer.json()["answers"][0]["text"], answer.json()["settled"]["person"])
        )
        self.assertIsNone(self.first.rest("PATCH", one["@id"], settled=False).json()["settled"])
        self.assertEqual(1, self.first.rest("GET", f"{self.url}/@remarks").json()["open"])

    def test_what_rest_cannot_do_it_says_in_the_one_shape(self):
        one = self.remark()
        for body, field in (
            ({"place": "text-1", "text": ""}, "text"),
            ({"place": "text-1", "text": 7}, "text"),
            ({"place": "text-1", "text": ["好"]}, "text"),
            ({"place": "nowhere", "text": "好"}, "place"),
            ({"place": "title", "quote": "没有的字", "text": "好"}, "quote"),
            ({"place": "title", "text": "好", "person": "buyer"}, "person"),
        ):
            with self.subTest(body=body):
                answer = self.first.rest("POST", f"{self.url}/@remarks", **body)
                self.assertEqual(400, answer.status_code, answer.text)
                self.assertEqual([field], [error["field"] for error in answer.json()["errors"]])
        for body in ({}, {"settled": "ja"}, {"answer": ""}):
            with self.subTest(body=body):
                self.assertEqual(400, self.first.rest("PATCH", one["@id"], **body).status_code)
        self.assertEqual(400, self.first.rest("PATCH", f"{self.url}/@remarks/none", answer="好").status_code)

    def test_no_attack_becomes_markup(self):
        for attack in ATTACKS:
            one = self.remark(attack)
            self.first.rest("PATCH", one["@id"], answer=attack)
        raw = self.first.session.get(self.url).text
        for dangerous in ("<script>alert", "<img src=x", "<svg/onload", ">49<"):
            self.assertNotIn(dangerous, raw)
        self.assertIn("&lt;script&gt;alert(1)&lt;/script&gt;", raw)

    def test_a_worker_and_the_public_get_nothing_even_when_it_is_published(self):
        self.remark("只给编辑部看的话")
        for name, step in (("first", "approve"), ("second", "approve"), ("third", "approve")):
            self.step(name, self.url, step)
        self.assertIn("只给编辑部看的话", self.author.page(self.url).text)
        path = self.url.removeprefix(self.portal.absolute_url())
        for place in ("", "/@remarks"):
            self.assertNotIn("只给编辑部看的话", self.anonymous(path + place, api=True).text)
        public = self.anonymous(path).text
        for words in ("只给编辑部看的话", "data-passage", "remarks.js", "reviewing.css", "比较版本"):
            self.assertNotIn(words, public)
        self.assertEqual(401, self.anonymous(path + "/@remarks", api=True).status_code)
        for view in ("@@compare", "@@remark", "@@reading"):
            self.assertNotEqual(200, self.anonymous(f"{path}/{view}").status_code)
        for feed in ("/news.atom", "/search?SearchableText=编辑部看的话"):
            self.assertNotIn("只给编辑部看的话", self.anonymous(feed).text)

    def test_a_return_shows_its_reason_and_the_open_remarks_on_top_of_the_draft(self):
        self.remark("请写明几张。", place="text-1", quote="折叠桌")
        self.step("first", self.url, "return", "见批注")
        page = self.author.page(self.url).text
        top = page[page.index("稿件办理") : page.index("校对")]
        for words in ("first 退回", "见批注", "未解决的批注 1 条", 'href="#text-1"', "请写明几张。"):
            self.assertIn(words, top)

    def test_the_comparison_shows_what_changed_since_the_return(self):
        self.step("first", self.url, "return", "张数不对")
        text = {"data": "<p>早上七点，社工把两张折叠桌摆在市场门口。</p>", "content-type": "text/html"}
        self.author.rest("PATCH", self.url, text=text)
        self.step("author", self.url, "submit")
        page = self.first.page(f"{self.url}/@@compare").text
        for words in ("上次退回（或撤下）以后改了什么", "新增：</span>两张</ins>", "有改动"):
            self.assertIn(words, page)
        for wrong in ("?from=77", "?from=x", "?to=-1"):
            self.assertEqual(400, self.first.page(f"{self.url}/@@compare{wrong}").status_code)


class InHandOverHttpTest(NewsroomTest):
    def setUp(self):
        super().setUp()
        self.url = self.an_article()
        self.step("author", self.url, "submit")
        self.first = self.as_user("first")

    def test_the_button_marks_and_the_queue_and_the_page_say_so(self):
        token = token_of(self.first.page(self.url).text)
        answer = self.first._post(f"{self.url}/@@reading", {"_authenticator": token, "do": "take"}, {})
        self.assertEqual(302, answer.status_code)
        self.assertIn("first 正在审", self.author.page(self.url).text)
        [one] = self.first.rest("GET", "/@review-queue").json()["items"]
        self.assertEqual("first", one["reading"]["person"])
        self.assertIn("first 正在审", self.first.page("/@@review-queue").text)

    def test_by_rest_as_well_and_only_for_the_reviewer(self):
        self.assertEqual(403, self.as_user("second").rest("POST", f"{self.url}/@reading").status_code)
        self.assertEqual("first", self.first.rest("POST", f"{self.url}/@reading").json()["person"])
        self.assertEqual(409, self.author.rest("DELETE", f"{self.url}/@reading").status_code)
        self.assertEqual(204, self.first.rest("DELETE", f"{self.url}/@reading").status_code)
        self.assertEqual(409, self.first.rest("DELETE", f"{self.url}/@reading").status_code)

    def test_the_queue_tells_age_due_day_and_what_was_returned(self):
        page = self.first.page("/@@review-queue").text
        for words in ("1 篇等您审核", "社工走进菜市场", "还剩 2 个工作日", "还没有人"):
            self.assertIn(words, page)
        self.step("first", self.url, "return", "张数不对")
        page = self.first.page("/@@review-queue").text
        for words in ("没有等您审核的稿件", "我退回的", "张数不对", "等作者修改"):
            self.assertIn(words, page)
        self.assertNotIn(f'href="{self.url}"', page, "草稿审核人打不开")
        self.assertIn("您不是任何合同的审核人", self.author.page("/@@review-queue").text)
        self.assertEqual(401, self.anonymous("/@review-queue", api=True).status_code)

    def test_the_desk_shows_what_waits_and_what_became_of_one_s_articles(self):
        desk = self.first.page("/@@desk").text
        for words in ("等我审核", "还剩 2 个工作日", "@@review-queue"):
            self.assertIn(words, desk)
        self.step("first", self.url, "return", "张数不对")
        desk = self.author.page("/@@desk").text
        news = desk[desk.index("稿件消息") :]
        for words in ("社工走进菜市场", "退回", "张数不对"):
            self.assertIn(words, news)


class QueuedMailTest(NewsroomTest):
    def test_with_a_queue_on_disk_mail_and_step_are_committed_together(self):
        directory = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, directory)
        api.portal.set_registry_record("plone.email_from_address", "portal@example.org")
        self.portal.MailHost.smtp_queue, self.portal.MailHost.smtp_queue_directory = True, str(directory / "queue")
        transaction.commit()
        Maildir(str(directory / "queue"), True)
        with mock.patch.dict(os.environ, MAILHOST_QUEUE_ONLY="1"):
            url = self.an_article()
            self.assertEqual(403, self.step("author", url, "return", "不是我的事").status_code)
            self.step("author", url, "submit")
        [mail] = [one.read_text() for one in (directory / "queue" / "new").iterdir()]
        self.assertIn("first@example.org", mail)
