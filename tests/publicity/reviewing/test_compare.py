"""Which versions an article keeps, and which of them a reviewer is shown first."""

from datetime import date
from plone.app.testing import login
from tests.builders import an_account
from tests.publicity.reviewing.test_remarks import rich
from tests.publicity.stories import an_article
from tests.publicity.stories import NEWSROOM_INTEGRATION
from tests.publicity.stories import the_newsroom
from unittest import TestCase
from yidang.errors import Refused
from yidang.publicity.actions import return_
from yidang.publicity.actions import submit
from yidang.publicity.reviewing.diff import compared
from yidang.publicity.reviewing.versions import passages_at
from yidang.publicity.reviewing.versions import sent_back
from yidang.publicity.reviewing.versions import versions_of
from zExceptions import BadRequest
from zExceptions import Unauthorized
from zope.component import getMultiAdapter
from zope.event import notify
from zope.interface import alsoProvides
from zope.lifecycleevent import ObjectModifiedEvent


class CompareTest(TestCase):
    layer = NEWSROOM_INTEGRATION

    def setUp(self):
        from yidang.interfaces import IYidangLayer

        self.portal = self.layer["portal"]
        self.contract = the_newsroom(self.portal)
        self.article = an_article(self.contract)
        self.request = self.layer["request"].clone()
        alsoProvides(self.request, IYidangLayer)

    def change(self, **fields):
        for name, value in fields.items():
            setattr(self.article, name, value)
        notify(ObjectModifiedEvent(self.article))

    def return_and_correct(self):
        submit(self.article)
        login(self.portal, "first")
        return_(self.article, "张数不对")
        login(self.portal, "author")
        self.change(text=rich("<p>早上七点，社工把两张折叠桌摆在市场门口。</p>"))
        self.change(title="社工再进菜市场")
        submit(self.article)
        login(self.portal, "first")

    def page(self, **query):
        self.request.form.update(query)
        return getMultiAdapter((self.article, self.request), name="compare")

    def test_every_save_is_a_version_with_the_steps_taken_with_it(self):
        self.return_and_correct()
        found = [(one.number, one.person, one.marks) for one in versions_of(self.article)]
        self.assertEqual([(0, "author", ("送审", "退回")), (1, "author", ()), (2, "author", ("送审",))], found)

    def test_a_reviewer_first_sees_what_changed_since_it_was_returned(self):
        self.return_and_correct()
        page = self.page()
        self.assertEqual((0, None), (page.old, page.new))
        changed = {row.new.label: (row.old.text, row.new.text) for row in page.rows if row.word != "未改"}
        self.assertEqual(
            {
                "标题": ("社工走进菜市场", "社工再进菜市场"),
                "正文第 1 段": ("早上七点，社工把三张折叠桌摆在市场门口。", "早上七点，社工把两张折叠桌摆在市场门口。"),
            },
            changed,
        )
        self.assertIn("上次退回", page.says)
        self.assertEqual("改动 2 处；删 2 字，增 2 字。", page.summary)

    def test_day_station_and_origin_are_compared_in_the_words_of_the_form(self):
        self.change(station="zhongshan", origin="compiled", event_date=date(2026, 3, 5), event_participants=80)
        page = self.page(**{"from": "0"})
        changed = {row.new.label: row.new.text for row in page.rows if row.word in ("新增", "有改动")}
        wanted = {"稿件来源": "采编", "站点": "zhongshan站", "活动日期": "2026-03-05", "活动人次": "80"}
        self.assertEqual(wanted, changed)

    def test_any_two_versions_may_be_chosen(self):
        self.return_and_correct()
        page = self.page(**{"from": "1", "to": "2"})
        self.assertEqual(["标题"], [row.new.label for row in page.rows if row.word != "未改"])
        self.assertEqual("", page.says)

    def test_the_page_says_in_words_what_was_taken_out_and_put_in(self):
        self.return_and_correct()
        shown = self.page()()
        for words in ("删去：</span>三</del>", "新增：</span>两</ins>", "有改动", "正文第 1 段"):
            self.assertIn(words, shown)

    def test_what_was_never_returned_is_compared_with_the_save_before(self):
        self.change(title="第二个标题")
        self.change(title="第三个标题")
        self.assertIsNone(sent_back(self.article, versions_of(self.article)))
        self.assertEqual(1, self.page().old)

    def test_an_article_saved_once_has_nothing_to_compare_and_says_so(self):
        self.assertIn("还没有可以比较的版本", self.page()())

    def test_a_version_that_is_not_kept_is_refused_in_words(self):
        self.change(title="第二个标题")
        for wrong in ("99", "-1", "x", "²"):
            with self.subTest(version=wrong), self.assertRaises(BadRequest):
                self.request.form["from"] = wrong
                self.page()()
        with self.assertRaises(Refused):
            passages_at(self.article, 99)

    def test_markup_in_a_text_is_words_in_the_comparison(self):
        self.change(title="<script>alert(1)</script>", text=rich("<p>&lt;img src=x onerror=alert(1)&gt;</p>"))
        shown = self.page()()
        self.assertNotIn("<script>alert", shown)
        self.assertNotIn("<img src=x", shown)
        self.assertIn("&lt;script&gt;", shown)

    def test_nobody_outside_the_newsroom_compares(self):
        self.return_and_correct()
        an_account("worker", self.contract, "Worker")
        login(self.portal, "worker")
        with self.assertRaises(Unauthorized):
            self.page()()

    def test_going_back_and_forth_shows_no_difference(self):
        self.change(title="第二个标题")
        self.change(title="社工走进菜市场")
        self.assertEqual(
            {"未改"}, {row.word for row in compared(passages_at(self.article, 0), passages_at(self.article, None))}
        )
