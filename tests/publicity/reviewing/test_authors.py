"""Three reviews, three persons, none of whom has written on it: also who came in between, also after going back."""

from plone import api
from plone.app.testing import login
from tests.builders import an_account
from tests.publicity.reviewing.test_remarks import rich
from tests.publicity.stories import a_placement
from tests.publicity.stories import an_article
from tests.publicity.stories import NEWSROOM_INTEGRATION
from tests.publicity.stories import review
from tests.publicity.stories import the_newsroom
from unittest import TestCase
from yidang.archive.record import state_of
from yidang.errors import Incomplete
from yidang.errors import NotAllowed
from yidang.publicity.actions import approve
from yidang.publicity.actions import record_placement
from yidang.publicity.actions import return_
from yidang.publicity.actions import submit
from yidang.publicity.checks import OWN_ARTICLE
from yidang.publicity.checks import SECOND_STEP
from yidang.publicity.reading import reading
from yidang.publicity.reviewing.authors import writers_of
from yidang.publicity.signature import source_of
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent


class ThreePersonsTest(TestCase):
    layer = NEWSROOM_INTEGRATION

    def setUp(self):
        self.portal = self.layer["portal"]
        self.contract = the_newsroom(self.portal)
        an_account("colleague", self.contract, "Publicist")
        for role in ("Reviewer1", "Reviewer2", "Reviewer3"):
            an_account("colleague", self.contract, role)
        self.article = an_article(self.contract)

    def change(self, name: str, **fields):
        login(self.portal, name)
        for field, value in fields.items():
            setattr(self.article, field, value)
        notify(ObjectModifiedEvent(self.article))

    def refused(self, name: str) -> str:
        login(self.portal, name)
        with self.assertRaises(NotAllowed) as caught:
            approve(self.article)
        return caught.exception.message

    def test_who_changed_the_words_of_another_s_article_reviews_no_step_of_it(self):
        self.change("colleague", text=rich("<p>同事改写过的一段。</p>"))
        login(self.portal, "author")
        submit(self.article)
        self.assertEqual(OWN_ARTICLE, self.refused("colleague"))
        review(self.portal, self.article, "first")
        self.assertEqual(OWN_ARTICLE, self.refused("colleague"))

    def test_a_change_between_two_rounds_counts_as_well(self):
        submit(self.article)
        login(self.portal, "first")
        return_(self.article, "标题太长")
        self.change("colleague", title="短标题")
        login(self.portal, "author")
        submit(self.article)
        self.assertEqual(OWN_ARTICLE, self.refused("colleague"))

    def test_who_notes_a_placement_has_not_written_it(self):
        login(self.portal, "colleague")
        row = a_placement()
        record_placement(self.article, row["channel"], row["date"], row["outlet"], row["level"], row["url"])
        self.assertEqual({"author"}, writers_of(self.article))
        login(self.portal, "author")
        submit(self.article)
        login(self.portal, "colleague")
        self.assertEqual("review2", approve(self.article))

    def test_saving_without_a_change_makes_nobody_an_author(self):
        self.change("colleague")
        self.assertEqual({"author"}, writers_of(self.article))

    def test_going_back_to_an_old_version_forgets_nobody(self):
        self.change("colleague", title="同事的标题")
        login(self.portal, "author")
        api.portal.get_tool("portal_repository").revert(self.article, 0)
        submit(self.article)
        self.assertEqual("社工走进菜市场", self.article.title)
        self.assertEqual(OWN_ARTICLE, self.refused("colleague"))

    def test_the_same_person_does_no_two_steps_in_whatever_role(self):
        submit(self.article)
        login(self.portal, "colleague")
        approve(self.article)
        for step in ("review2", "review3"):
            self.assertEqual(step, state_of(self.article))
            self.assertEqual(SECOND_STEP, self.refused("colleague"))
            review(self.portal, self.article, {"review2": "second", "review3": "third"}[step])
        self.assertEqual("published", state_of(self.article))

    def test_where_the_contract_allows_it_the_same_person_may(self):
        self.contract.review_distinct = False
        self.change("colleague", title="同事的标题")
        submit(self.article)
        for _ in range(3):
            approve(self.article)
        self.assertEqual("published", state_of(self.article))


class SignatureTest(TestCase):
    layer = NEWSROOM_INTEGRATION

    def setUp(self):
        self.portal = self.layer["portal"]
        self.contract = the_newsroom(self.portal)

    def printed(self, article) -> dict[str, str]:
        return dict(reading(article, self.portal.absolute_url(), article.absolute_url()).signed)

    def published(self, **fields):
        article = an_article(self.contract, **fields)
        submit(article)
        review(self.portal, article, "first", "second", "third")
        return article

    def test_source_and_people_are_printed(self):
        article = self.published(station="zhongshan")
        self.assertEqual(
            {"来源": "zhongshan站", "责编": "author", "一审": "first", "二审": "second", "三审": "third"},
            self.printed(article),
        )

    def test_or_only_kept_where_the_contract_says_so(self):
        article = self.published()
        self.contract.signature_printed = False
        self.assertEqual({}, self.printed(article))
        self.assertEqual(5, len(article.signed))

    def test_without_a_station_the_organisation_is_the_source(self):
        self.assertEqual("某社会工作服务中心", source_of(an_article(self.contract)))

    def test_a_reprint_names_the_outlet_or_does_not_go_to_review(self):
        article = an_article(self.contract, origin="reprint", station="zhongshan")
        with self.assertRaises(Incomplete) as caught:
            submit(article)
        self.assertEqual(["source"], [one.field for one in caught.exception.errors])
        article.source = "中山日报"
        submit(article)
        self.assertEqual("中山日报", source_of(article))
