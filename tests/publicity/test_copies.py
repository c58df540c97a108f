"""One article counts once: its near-copy counts nowhere and says why, on its page and on those of the lines."""

from plone.app.testing import login
from plone.app.textfield.value import RichTextValue
from Products.CMFCore.indexing import processQueue
from tests.publicity.stories import a_newsroom
from tests.publicity.stories import an_article
from tests.publicity.stories import counted
from tests.publicity.stories import NEWSROOM_INTEGRATION
from tests.publicity.stories import publish
from tests.publicity.stories import the_newsroom
from tests.publicity.test_proofs import a_long_text
from tests.publicity.web import NewsroomTest
from unittest import TestCase
from yidang.indicators.scoreboard import Scoreboard
from yidang.publicity.answering import answer
from yidang.publicity.copies import copied
from yidang.publicity.copies import note_copy
from yidang.publicity.proofs import findings_of
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent


def rich(text: str) -> RichTextValue:
    return RichTextValue(f"<p>{text}</p>", "text/html", "text/x-html-safe")


class CopyTest(TestCase):
    layer = NEWSROOM_INTEGRATION

    def setUp(self):
        self.portal = self.layer["portal"]
        self.contract = the_newsroom(self.portal)
        self.text = a_long_text()
        self.first = an_article(self.contract, title="原稿", text=rich(self.text))
        publish(self.portal, self.first)

    def a_copy(self, title: str = "换个题目", **more):
        return an_article(self.contract, title=title, text=rich(self.text[:300] + "社工" + self.text[304:]), **more)

    def reasons(self, article) -> list[str]:
        """What the lines of the contract say of it."""
        return [reason.message for _, one in Scoreboard(self.contract).counts(article) for reason in one.reasons]

    def answer_for(self, article) -> None:
        answer(article, next(one.key for one in findings_of(article) if one.rule == "twin"), "系列报道，已与采购方确认")

    def test_a_copy_says_of_what_and_the_original_is_none(self):
        copy = self.a_copy()
        self.assertIn("原稿", copied(copy))
        self.assertIn(self.first.archive_number, copied(copy))
        self.assertIn(f"与“{copied(copy)}”几乎相同，同一篇稿件只计一次", self.reasons(copy))
        notify(ObjectModifiedEvent(self.first))
        self.assertEqual("", copied(self.first))

    def test_the_line_lists_it_among_those_that_did_not_count(self):
        copy = self.a_copy()
        board = Scoreboard(self.contract)
        excluded = {
            fact.uid: [one.code for one in reasons] for fact, reasons in board.evidence(board.rule("T-ALL")).excluded
        }
        self.assertIn("copy", excluded[copy.UID()])

    def test_a_copy_that_somebody_answers_for_counts(self):
        copy = self.a_copy()
        self.answer_for(copy)
        self.assertEqual("", copied(copy))
        publish(self.portal, copy)
        self.assertEqual((2, 0), counted(self.contract))

    def test_a_published_copy_that_nobody_answered_for_counts_nowhere(self):
        """It was published by another road: before this was looked at, or by an import."""
        copy = an_article(self.contract, title="先写别的", text=rich(a_long_text(2)))
        publish(self.portal, copy)
        self.assertEqual((2, 0), counted(self.contract))
        copy.text = rich(self.text)
        notify(ObjectModifiedEvent(copy))
        self.assertEqual((1, 0), counted(self.contract))
        self.assertEqual([], Scoreboard(self.contract).differences())

    def test_a_text_written_anew_is_no_copy_any_more(self):
        copy = self.a_copy()
        copy.text = rich(a_long_text(3))
        notify(ObjectModifiedEvent(copy))
        self.assertEqual("", copied(copy))

    def test_what_was_published_goes_before_what_was_begun_earlier(self):
        early = an_article(self.contract, title="早写", text=rich(a_long_text(4)))
        processQueue()  # what a request has filed is found by the next one
        late = an_article(self.contract, title="晚写", text=rich(a_long_text(4)))
        self.assertEqual(("", True), (copied(early), "早写" in copied(late)))
        self.answer_for(late)
        publish(self.portal, late)
        login(self.portal, "author")
        note_copy(early)
        self.assertIn("晚写", copied(early))

    def test_the_same_text_in_another_contract_is_that_contract_s_business(self):
        other = a_newsroom(self.portal)
        self.assertEqual("", copied(an_article(other, text=rich(self.text))))

    def test_short_texts_are_not_compared(self):
        an_article(self.contract, title="短一", text=rich("活动改期。"))
        self.assertEqual("", copied(an_article(self.contract, title="短二", text=rich("活动改期。"))))


class CopyPagesTest(NewsroomTest):
    def test_reader_and_writer_see_why_a_copy_does_not_count(self):
        text = {"data": f"<p>{a_long_text()}</p>", "content-type": "text/html"}
        self.publish(self.an_article("原稿", text=text))
        copy = self.an_article("换个题目", text=text)
        self.assertEqual(400, self.step("author", copy, "submit").status_code)
        self.assertIn("几乎相同，同一篇稿件只计一次", self.author.page(copy).text.partition("计入哪些指标")[2])
        line = self.author.page(f"{self.path}/@@indicator?code=T-ALL&show=excluded").text
        self.assertRegex(line, r"(?s)换个题目</a>.*?几乎相同，同一篇稿件只计一次")
        self.assertEqual(1, self.value())
