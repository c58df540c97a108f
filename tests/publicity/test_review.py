"""Three reviews, three persons, none of them the author; reasons; everything missing at once."""

from AccessControl.Permission import Permission
from datetime import date
from datetime import timedelta
from plone import api
from plone.app.testing import login
from plone.app.testing import logout
from plone.namedfile.file import NamedBlobImage
from tests.builders import an_account
from tests.publicity.pictures import a_picture
from tests.publicity.stories import a_placement
from tests.publicity.stories import an_article
from tests.publicity.stories import NEWSROOM_INTEGRATION
from tests.publicity.stories import publish
from tests.publicity.stories import review
from tests.publicity.stories import the_newsroom
from yidang.archive.record import history_of
from yidang.archive.record import state_of
from yidang.errors import Incomplete
from yidang.errors import NotAllowed
from yidang.errors import Refused
from yidang.publicity.actions import approve
from yidang.publicity.actions import return_
from yidang.publicity.actions import submit
from yidang.publicity.actions import withdraw

import unittest


class TestReview(unittest.TestCase):
    layer = NEWSROOM_INTEGRATION

    def setUp(self):
        self.portal = self.layer["portal"]
        self.contract = the_newsroom(self.portal)

    def test_three_persons_lead_from_draft_to_published(self):
        article = an_article(self.contract)
        states = [state_of(article), submit(article)]
        for name in ("first", "second", "third"):
            login(self.portal, name)
            states.append(approve(article))
        self.assertEqual(states, ["draft", "review1", "review2", "review3", "published"])
        self.assertEqual(article.published_on, date.today())

    def test_in_every_state_it_gives_the_rights_that_its_workflow_names(self):
        article = an_article(self.contract)
        (flow,) = self.portal.portal_workflow.getWorkflowsFor(article)

        submit(article)
        self._assert_rights(article, flow)
        for take in (approve, approve, lambda one: return_(one, "请补一张照片。")):
            login(self.portal, {"review1": "first", "review2": "second"}.get(state_of(article), "third"))
            take(article)
            self._assert_rights(article, flow)

    def _assert_rights(self, article, flow) -> None:
        named = dict(flow.states[state_of(article)].permission_roles)
        self.assertEqual(named, {right: Permission(right, (), article).getRoles() for right in named})

    def test_the_signature_line_is_kept_at_publication(self):
        article = an_article(self.contract)
        publish(self.portal, article)
        self.assertEqual([one.role for one in article.signed], ["来源", "责编", "一审", "二审", "三审"])
        self.assertEqual(
            [one.name for one in article.signed], ["某社会工作服务中心", "author", "first", "second", "third"]
        )

    def test_two_steps_suffice_where_the_contract_says_so(self):
        self.contract.review_steps = 2
        article = an_article(self.contract)
        submit(article)
        review(self.portal, article, "first", "second")
        self.assertEqual(state_of(article), "published")

    def test_nobody_reviews_their_own_article(self):
        an_account("author", self.contract, "Reviewer1")
        login(self.portal, "author")
        article = an_article(self.contract)
        submit(article)
        with self.assertRaises(NotAllowed) as caught:
            approve(article)
        self.assertEqual(
            (caught.exception.status, caught.exception.message), (403, "不能审核自己写的稿件，请由其他人审核。")
        )
        self.assertEqual(state_of(article), "review1")

    def test_nobody_does_two_steps_of_one_article(self):
        an_account("first", self.contract, "Reviewer2")
        article = an_article(self.contract)
        submit(article)
        review(self.portal, article, "first")
        login(self.portal, "first")
        with self.assertRaises(NotAllowed) as caught:
            approve(article)
        self.assertIn("另一级", caught.exception.message)

    def test_the_same_person_may_review_again_after_a_return(self):
        article = an_article(self.contract)
        submit(article)
        review(self.portal, article, "first")
        login(self.portal, "second")
        return_(article, "人次写错")
        login(self.portal, "author")
        submit(article)
        review(self.portal, article, "first", "second", "third")
        self.assertEqual(state_of(article), "published")

    def test_one_person_may_do_all_where_the_contract_allows_it(self):
        self.contract.review_distinct = False
        for role in ("Reviewer1", "Reviewer2", "Reviewer3"):
            an_account("author", self.contract, role)
        login(self.portal, "author")
        article = an_article(self.contract)
        submit(article)
        review(self.portal, article, "author", "author", "author")
        self.assertEqual(state_of(article), "published")

    def test_a_reviewer_of_another_step_may_not_approve(self):
        article = an_article(self.contract)
        submit(article)
        login(self.portal, "third")
        with self.assertRaises(NotAllowed):
            approve(article)

    def test_firing_the_workflow_directly_meets_the_same_checks(self):
        article = an_article(self.contract, text=None)
        with self.assertRaises(Incomplete):
            api.portal.get_tool("portal_workflow").doActionFor(article, "submit")

    def test_a_return_needs_a_reason_and_keeps_it(self):
        article = an_article(self.contract)
        submit(article)
        login(self.portal, "first")
        for blank in ("", "  \n "):
            with self.assertRaises(Refused) as caught:
                return_(article, blank)
            self.assertEqual([error.field for error in caught.exception.errors], ["comment"])
        return_(article, "标题太长")
        login(self.portal, "author")
        submit(article)
        self.assertIn("标题太长", [step["comments"] for step in history_of(article)])

    def test_a_withdrawal_needs_a_reason(self):
        article = an_article(self.contract)
        publish(self.portal, article)
        with self.assertRaises(Refused) as caught:
            withdraw(article, "")
        self.assertEqual([error.field for error in caught.exception.errors], ["comment"])
        self.assertEqual(withdraw(article, "照片未经同意"), "withdrawn")


class TestCompleteness(unittest.TestCase):
    layer = NEWSROOM_INTEGRATION

    def setUp(self):
        self.portal = self.layer["portal"]
        self.contract = the_newsroom(self.portal)

    def fields(self, article) -> list[str]:
        with self.assertRaises(Incomplete) as caught:
            submit(article)
        self.assertEqual(state_of(article), "draft")
        return [error.field for error in caught.exception.errors]

    def test_everything_that_is_missing_is_named_at_once(self):
        image = NamedBlobImage(a_picture(), filename="a.png")
        article = an_article(self.contract, title=" ", text=None, image=image)
        article.placements = [a_placement(url="javascript:alert(1)"), a_placement(day=date.today() + timedelta(days=1))]
        self.assertEqual(
            self.fields(article), ["title", "text", "image_alt", "photo_consent", "placements", "placements"]
        )

    def test_tags_without_words_are_no_text(self):
        from plone.app.textfield.value import RichTextValue

        article = an_article(self.contract, text=RichTextValue("<p>&nbsp;</p><p><br></p>", "text/html", "text/html"))
        self.assertEqual(self.fields(article), ["text"])

    def test_pictures_of_other_hosts_are_refused(self):
        from plone.app.textfield.value import RichTextValue

        raw = '<p>图</p><img src="https://mmbiz.qpic.cn/a.png">'
        article = an_article(self.contract, text=RichTextValue(raw, "text/html", "text/x-html-safe"))
        self.assertEqual(self.fields(article), ["text", "text", "photo_consent"])

    def test_a_worker_and_a_stranger_may_not_send_to_review(self):
        article = an_article(self.contract)
        an_account("stranger")
        for name in ("first", "stranger"):
            login(self.portal, name)
            with self.assertRaises(NotAllowed):
                submit(article)
        logout()
        with self.assertRaises(NotAllowed):
            submit(article)
