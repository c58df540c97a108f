"""Remarks: by reviewers and the author, answered and settled, kept for ever, never public."""

from plone import api
from plone.app.testing import login
from plone.app.testing import logout
from plone.app.textfield.value import RichTextValue
from tests.builders import an_account
from tests.publicity.stories import an_article
from tests.publicity.stories import publish
from tests.publicity.stories import review
from tests.publicity.stories import SubmittedTest
from yidang.errors import Conflict
from yidang.errors import NotAllowed
from yidang.errors import Protected
from yidang.errors import Refused
from yidang.publicity.actions import return_
from yidang.publicity.reviewing.actions import answer
from yidang.publicity.reviewing.actions import may_read_remarks
from yidang.publicity.reviewing.actions import may_remark
from yidang.publicity.reviewing.actions import remark
from yidang.publicity.reviewing.actions import reopen
from yidang.publicity.reviewing.actions import settle
from yidang.publicity.reviewing.remarks import open_remarks
from yidang.publicity.reviewing.remarks import remarks_of
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent


def rich(raw: str) -> RichTextValue:
    """A text."""
    return RichTextValue(raw, "text/html", "text/x-html-safe")


class RemarksTest(SubmittedTest):
    def setUp(self):
        super().setUp()
        login(self.portal, "first")

    def assert_refused(self, field: str, *args, **more):
        with self.assertRaises(Refused) as caught:
            remark(self.article, *args, **more)
        self.assertEqual([field], [one.field for one in caught.exception.errors])
        self.assertEqual([], remarks_of(self.article))

    def test_a_reviewer_remarks_the_author_answers_and_it_is_settled(self):
        made = remark(self.article, "text-1", "三张折叠桌", "请核对张数。")
        self.assertEqual(("first", "review1", "正文第 1 段"), (made.person, made.state, made.anchor.label))
        login(self.portal, "author")
        answer(self.article, made.id, "是三张。")
        login(self.portal, "first")
        settle(self.article, made.id)
        self.assertEqual([("author", "是三张。")], [(one.person, one.text) for one in made.answers])
        self.assertEqual(("first", []), (made.settled.person, open_remarks(self.article)))
        self.assertEqual([made], remarks_of(self.article))

    def test_the_title_may_be_remarked_on(self):
        self.assertEqual("标题", remark(self.article, "title", "菜市场", "写明是哪个市场。").anchor.label)

    def test_what_is_settled_is_answered_only_after_it_was_opened_again(self):
        made = remark(self.article, "title", "", "太长")
        settle(self.article, made.id)
        for verb in (lambda: answer(self.article, made.id, "好"), lambda: settle(self.article, made.id)):
            self.assertRaises(Conflict, verb)
        reopen(self.article, made.id)
        answer(self.article, made.id, "好")
        self.assertRaises(Conflict, reopen, self.article, made.id)

    def test_bad_remarks_are_refused_at_their_field(self):
        self.assert_refused("text", "text-1", "", "")
        self.assert_refused("text", "text-1", "", " \u200b\n ")
        self.assert_refused("text", "text-1", "", "长" * 1001)
        self.assert_refused("quote", "text-1", "稿件里没有的字", "？")
        self.assert_refused("quote", "text-1", "字" * 301, "？")
        self.assert_refused("place", "text-99", "", "？")
        self.assert_refused("place", "photo_consent", "", "？")

    def test_a_remark_that_is_not_there_is_refused_in_words(self):
        for id_ in ("", "\uffff", "000000000000", "../x"):
            with self.subTest(id=id_):
                self.assertRaises(Refused, answer, self.article, id_, "好")

    def test_remarks_are_for_the_newsroom_alone(self):
        remark(self.article, "title", "", "太长")
        for name in ("worker", "evaluator", "stranger"):
            an_account(name, *((self.contract, name.title()) if name != "stranger" else ()))
        may = {}
        for name in ("author", "lead", "first", "second", "third", "buyer", "worker", "evaluator", "stranger"):
            login(self.portal, name)
            may[name] = (may_read_remarks(self.article), may_remark(self.article))
        both, neither = (True, True), (False, False)
        self.assertEqual(
            {**dict.fromkeys(("author", "lead", "first", "second", "third"), both), "buyer": (True, False)},
            {name: one for name, one in may.items() if one != neither},
        )
        logout()
        self.assertRaises(NotAllowed, remark, self.article, "title", "", "匿名")

    def test_a_reviewer_writes_nothing_on_a_draft_that_they_may_not_see(self):
        return_(self.article, "请改标题")
        self.assertRaises(NotAllowed, remark, self.article, "title", "", "还有")

    def test_they_outlive_editing_publication_and_withdrawal(self):
        remark(self.article, "text-1", "三张折叠桌", "请核对张数。")
        return_(self.article, "见批注")
        login(self.portal, "author")
        self.article.text = rich("<p>改写过的文字。</p>")
        notify(ObjectModifiedEvent(self.article))
        publish(self.portal, self.article)
        self.assertEqual(["请核对张数。"], [one.text for one in remarks_of(self.article)])

    def test_going_back_to_an_old_version_takes_none_away(self):
        return_(self.article, "请改标题")
        login(self.portal, "author")
        self.article.title = "新的标题"
        notify(ObjectModifiedEvent(self.article))
        remark(self.article, "title", "新的", "改好了")
        api.portal.get_tool("portal_repository").revert(self.article, 0)
        self.assertEqual(["改好了"], [one.text for one in remarks_of(self.article)])

    def test_a_draft_that_is_deleted_takes_its_remarks_along(self):
        login(self.portal, "author")
        draft = an_article(self.contract, title="写坏的一篇")
        remark(draft, "title", "", "重写")
        section = draft.aq_parent
        section.manage_delObjects([draft.getId()])
        again = an_article(self.contract, title="写坏的一篇")
        self.assertEqual([], remarks_of(again))
        from yidang.publicity.captures import shelf
        from yidang.publicity.reviewing.remarks import REMARKS

        self.assertEqual(0, len(shelf(section, REMARKS)))

    def test_nothing_is_written_once_the_contract_is_accepted(self):
        review(self.portal, self.article, "first", "second", "third")
        made = remark(self.article, "title", "", "存档前的一句")
        login(self.portal, "buyer")
        for step in ("close", "accept"):
            api.content.transition(self.contract, step)
        login(self.portal, "first")
        self.assertRaises(Protected, remark, self.article, "title", "", "再说一句")
        self.assertRaises(Protected, settle, self.article, made.id)
        self.assertEqual(["存档前的一句"], [one.text for one in remarks_of(self.article)])

    def test_no_search_and_no_other_service_says_them(self):
        remark(self.article, "title", "", "独一无二的批注内容")
        review(self.portal, self.article, "first", "second", "third")
        catalog = api.portal.get_tool("portal_catalog")
        self.assertEqual(0, len(catalog.unrestrictedSearchResults(SearchableText="独一无二的批注内容")))
        self.assertNotIn("独一无二", str(vars(self.article)))
