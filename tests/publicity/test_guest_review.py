"""The one-time review link: who gives it out, what it does once, and everything that it must not do."""

from datetime import timedelta
from plone import api
from plone.app.testing import login
from plone.app.testing import logout
from plone.app.textfield.value import RichTextValue
from tests.builders import an_account
from tests.publicity.stories import review
from tests.publicity.stories import SubmittedTest
from yidang import clock
from yidang.archive.record import history_of
from yidang.archive.record import state_of
from yidang.errors import Conflict
from yidang.errors import Incomplete
from yidang.errors import NotAllowed
from yidang.errors import Refused
from yidang.publicity.actions import approve
from yidang.publicity.actions import return_
from yidang.publicity.actions import submit
from yidang.publicity.checks import reviewer_problem
from yidang.publicity.guest_review.actions import decide
from yidang.publicity.guest_review.actions import Gone
from yidang.publicity.guest_review.actions import invite
from yidang.publicity.guest_review.actions import NoLink
from yidang.publicity.guest_review.actions import opened
from yidang.publicity.guest_review.actions import revoke
from yidang.publicity.guest_review.links import digest_of
from yidang.publicity.guest_review.links import forget
from yidang.publicity.guest_review.links import found_by
from yidang.publicity.guest_review.links import Guest
from yidang.publicity.guest_review.links import LINKS
from yidang.publicity.guest_review.links import links_of
from yidang.publicity.guest_review.settings import usual_hours
from yidang.publicity.guest_review.told import told_to_guest
from yidang.publicity.schedule.actions import schedule
from yidang.publicity.schedule.plan import Plan
from yidang.publicity.signature import signature_of
from zope.annotation.interfaces import IAnnotations
from zope.lifecycleevent import ObjectRemovedEvent


NOW = clock.now()
GUEST = Guest("李文", "区妇联副主席")


class GuestTest(SubmittedTest):
    def setUp(self):
        super().setUp()
        review(self.portal, self.article, "first")

    def link(self, maker: str = "second", guest: Guest = GUEST, hours: int = 72) -> str:
        """The secret of a new link; nobody is signed in afterwards."""
        login(self.portal, maker)
        _, token = invite(self.article, guest, hours, NOW)
        logout()
        return token

    def gone(self, token: str, now=NOW) -> str:
        """Why a link does nothing; a decision is refused with the same words."""
        with self.assertRaises(Gone) as caught:
            opened(token, now)
        state = state_of(self.article)
        with self.assertRaises(Gone) as again:
            decide(token, "approve", "", now)
        self.assertEqual((caught.exception.message, state), (again.exception.message, state_of(self.article)))
        return caught.exception.message


class DecisionTest(GuestTest):
    def test_an_approval_is_the_guest_s_own_and_names_who_gave_the_link(self):
        decide(self.link(), "approve", "写得好", NOW)
        self.assertEqual("review3", state_of(self.article))
        last = history_of(self.article)[-1]
        self.assertEqual(("approve", "李文（区妇联副主席）"), (last["action"], last["actor"]))
        self.assertIn("写得好", last["comments"])
        self.assertIn("链接由second发出", last["comments"])
        self.assertEqual(("二审", "李文"), signature_of(self.article)[-1])

    def test_the_last_approval_by_a_guest_publishes_or_waits_for_its_moment(self):
        review(self.portal, self.article, "second")
        login(self.portal, "third")
        schedule(self.article, Plan(NOW + timedelta(days=1)))
        decide(self.link("third"), "approve", "", NOW)
        self.assertEqual("scheduled", state_of(self.article))

    def test_a_return_needs_a_reason_and_gives_it_to_the_author(self):
        token = self.link()
        for blank in ("", " \n "):
            with self.assertRaises(Refused) as caught:
                decide(token, "return", blank, NOW)
            self.assertEqual(["reason"], [error.field for error in caught.exception.errors])
        decide(token, "return", "人次写错了", NOW)
        self.assertEqual("draft", state_of(self.article))
        self.assertIn("人次写错了", history_of(self.article)[-1]["comments"])

    def test_what_is_no_decision_is_refused(self):
        token = self.link()
        for decision, reason in (("", ""), ("withdraw", "x"), ("appear", "x"), ("approve", "长" * 1001)):
            with self.subTest(decision), self.assertRaises(Refused):
                decide(token, decision, reason, NOW)
        self.assertEqual("review2", state_of(self.article))

    def test_what_bars_a_reviewer_bars_a_guest(self):
        token = self.link()
        api.portal.set_registry_record("yidang.proofreading.sensitive", "折叠桌 | 拦截")
        self.assertRaises(Incomplete, decide, token, "approve", "", NOW)
        self.assertEqual("review2", state_of(self.article))

    def test_a_guest_has_no_other_right(self):
        self.link()
        self.assertFalse(api.user.has_permission("View", obj=self.article))


class OnceTest(GuestTest):
    def test_a_link_decides_once(self):
        token = self.link()
        decide(token, "approve", "", NOW)
        self.assertIn("已经用过", self.gone(token))

    def test_it_ends_at_its_hour(self):
        token = self.link(hours=1)
        opened(token, NOW + timedelta(minutes=59))
        self.assertIn("有效期", self.gone(token, NOW + timedelta(hours=1)))

    def test_it_can_be_taken_back(self):
        token = self.link()
        login(self.portal, "lead")
        revoke(self.article, digest_of(token)[:16], NOW)
        logout()
        self.assertIn("收回", self.gone(token))

    def test_nobody_else_takes_it_back(self):
        id_ = digest_of(self.link())[:16]
        login(self.portal, "author")
        self.assertRaises(NotAllowed, revoke, self.article, id_, NOW)

    def test_when_the_step_is_over_it_does_nothing(self):
        token = self.link()
        review(self.portal, self.article, "second")
        self.assertIn("已经结束", self.gone(token))

    def test_a_round_later_it_does_nothing_though_the_step_is_open_again(self):
        token = self.link()
        login(self.portal, "second")
        return_(self.article, "请再核对人次")
        login(self.portal, "author")
        submit(self.article)
        review(self.portal, self.article, "first")
        self.assertEqual("review2", state_of(self.article))
        self.assertIn("已经结束", self.gone(token))

    def test_a_text_that_was_changed_is_not_decided_by_an_older_link(self):
        for name, value in (
            ("title", "另一个标题"),
            ("text", RichTextValue("<p>另一篇。</p>", "text/html", "text/html")),
        ):
            with self.subTest(name):
                token = self.link()
                before = getattr(self.article, name)
                setattr(self.article, name, value)
                self.assertIn("改过", self.gone(token))
                setattr(self.article, name, before)
                login(self.portal, "second")
                revoke(self.article, digest_of(token)[:16], NOW)

    def test_no_other_secret_opens_anything(self):
        token = self.link()
        for wrong in ("", "x", token[:-1], token + "a", token.swapcase(), digest_of(token), "../" + token, "\udcff"):
            with self.subTest(wrong):
                self.assertIsNone(found_by(wrong))
                self.assertRaises(NoLink, decide, wrong, "approve", "", NOW)

    def test_the_secret_itself_is_kept_nowhere(self):
        token = self.link()
        [link] = links_of(self.article)
        self.assertNotIn(token, repr(vars(link)))
        self.assertEqual(digest_of(token), link.digest)

    def test_links_go_with_their_article(self):
        token = self.link()
        forget(self.article, ObjectRemovedEvent(self.article, self.article.__parent__, self.article.getId()))
        self.assertIsNone(found_by(token))
        self.assertEqual([], list(IAnnotations(self.portal)[LINKS]))


class PersonsTest(GuestTest):
    def refused(self, maker: str, guest: Guest = GUEST, hours=72) -> list[str]:
        login(self.portal, maker)
        with self.assertRaises(Refused) as caught:
            invite(self.article, guest, hours, NOW)
        return [error.field for error in caught.exception.errors]

    def test_the_lead_and_the_reviewer_of_the_step_give_links_out_and_nobody_else(self):
        for name in ("author", "first", "third", "buyer"):
            with self.subTest(name):
                login(self.portal, name)
                self.assertRaises(NotAllowed, invite, self.article, GUEST, 72, NOW)
        self.link("lead")

    def test_a_step_has_one_open_link_at_a_time(self):
        token = self.link()
        login(self.portal, "lead")
        self.assertRaises(Conflict, invite, self.article, GUEST, 72, NOW)
        revoke(self.article, digest_of(token)[:16], NOW)
        self.link("lead")

    def test_every_field_is_looked_at(self):
        self.assertEqual(["name", "post"], self.refused("second", Guest("", "")))
        self.assertEqual(["name"], self.refused("second", Guest("甲" * 31, "主任")))
        self.assertEqual(["name"], self.refused("second", Guest("李（文）", "主任")))
        self.assertEqual(["post"], self.refused("second", Guest("李文", "主\u202e任")))
        for hours in (0, 169, -1, True, "72"):
            self.assertEqual(["hours"], self.refused("second", GUEST, hours))

    def test_who_wrote_or_reviewed_it_is_not_asked_under_their_name_again(self):
        for user, fullname in (("author", "王小荷"), ("first", "周岚")):
            api.user.get(userid=user).setMemberProperties({"fullname": fullname})
        self.assertEqual(["name"], self.refused("second", Guest("王 小荷", "站长")))
        self.assertEqual(["name"], self.refused("second", Guest("周岚", "副主席")))

    def test_a_colleague_with_the_name_of_the_guest_does_not_review_after_them(self):
        api.user.get(userid="third").setMemberProperties({"fullname": "李文"})
        decide(self.link(), "approve", "", NOW)
        self.assertTrue(reviewer_problem(self.article, "third"))

    def test_who_gave_the_link_does_no_other_step(self):
        an_account("second", self.contract, "Reviewer3")
        decide(self.link(), "approve", "", NOW)
        login(self.portal, "second")
        self.assertRaises(NotAllowed, approve, self.article)
        self.assertEqual([], self.refused("second", Guest("陈静", "主席")))
        login(self.portal, "third")
        self.assertEqual("published", approve(self.article))

    def test_the_author_does_not_hold_a_link_to_their_own_article(self):
        an_account("author", self.contract, "ProjectLead")
        login(self.portal, "author")
        self.assertRaises(NotAllowed, invite, self.article, GUEST, 72, NOW)

    def test_a_contract_that_allows_it_lets_one_person_do_more(self):
        self.contract.review_distinct = False
        decide(self.link("lead"), "approve", "", NOW)
        decide(self.link("lead"), "approve", "", NOW)
        self.assertEqual("published", state_of(self.article))

    def test_a_link_usually_lasts_three_days(self):
        self.assertEqual(72, usual_hours())


class ToldTest(GuestTest):
    def test_a_guest_reads_where_something_was_found_and_nothing_of_a_client(self):
        raw = "<p>请联系王阿姨，电话 13912345678。</p><p>帐号已停用。</p>"
        self.article.text = RichTextValue(raw, "text/html", "text/x-html-safe")
        api.portal.set_registry_record("yidang.proofreading.misspelt", "帐号 => 账号")
        found = told_to_guest(self.article)
        self.assertIn("有电话号码。", [one.words for one in found])
        self.assertTrue(any("帐号" in one.words for one in found))
        self.assertFalse([one for one in found if "139" in one.words])
