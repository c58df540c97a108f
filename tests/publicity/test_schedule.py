"""Scheduled publishing and expiry: chosen by people, fired by the tick, counted on the day it appeared."""

from datetime import datetime
from datetime import timedelta
from plone import api
from plone.app.testing import login
from plone.app.testing import logout
from tests.deadlines.post import hand_over
from tests.deadlines.post import Post
from tests.publicity.stories import an_article
from tests.publicity.stories import counted
from tests.publicity.stories import NEWSROOM_INTEGRATION
from tests.publicity.stories import publish
from tests.publicity.stories import review
from tests.publicity.stories import the_newsroom
from unittest import TestCase
from yidang import clock
from yidang.archive.closing import what_is_open
from yidang.archive.record import history_of
from yidang.archive.record import state_of
from yidang.clock import BEIJING
from yidang.errors import NotAllowed
from yidang.errors import Refused
from yidang.pages.names import Names
from yidang.publicity.actions import approve
from yidang.publicity.actions import return_
from yidang.publicity.actions import submit
from yidang.publicity.actions import withdraw
from yidang.publicity.answering import answer
from yidang.publicity.checks import reviewer_problem
from yidang.publicity.proofs import unanswered
from yidang.publicity.schedule.actions import release
from yidang.publicity.schedule.actions import schedule
from yidang.publicity.schedule.actions import unschedule
from yidang.publicity.schedule.job import ScheduleJob
from yidang.publicity.schedule.plan import held_of
from yidang.publicity.schedule.plan import Plan
from yidang.publicity.schedule.plan import plan_of
from yidang.publicity.schedule.waiting import waiting_in
from yidang.publicity.signature import signature_of
from yidang.site.desk_work import Lists


NOW = clock.now().replace(second=0, microsecond=0)
TOMORROW, NEXT_WEEK = NOW + timedelta(days=1), NOW + timedelta(days=7)


def set_setting(name: str, text: str) -> None:
    """One of the word lists."""
    api.portal.set_registry_record(f"yidang.proofreading.{name}", text)


class ScheduleTest(TestCase):
    layer = NEWSROOM_INTEGRATION

    def setUp(self):
        self.portal = self.layer["portal"]
        self.contract = the_newsroom(self.portal)
        self.job = ScheduleJob()

    def scheduled(self, plan: Plan | None = None):
        """An article after its last approval, which chose the moments; tomorrow unless told otherwise."""
        article = an_article(self.contract)
        submit(article)
        review(self.portal, article, "first", "second")
        login(self.portal, "third")
        schedule(article, plan or Plan(TOMORROW))
        approve(article)
        return article

    def tick(self, now: datetime) -> list[str]:
        """What the job does at a moment, without the commits of the runner."""
        return [text for key in self.job.due(now) if (text := self.job.do(key, now))]

    def refusal(self, article, plan: Plan, now: datetime = NOW) -> list[str]:
        with self.assertRaises(Refused) as caught:
            schedule(article, plan, now)
        return [error.field for error in caught.exception.errors]


class ApprovalTest(ScheduleTest):
    def test_an_article_that_is_to_appear_tomorrow_waits_after_the_last_approval(self):
        article = self.scheduled()
        self.assertEqual("scheduled", state_of(article))
        self.assertIsNone(article.published_on)
        self.assertEqual((0, 0), counted(self.contract))
        self.assertEqual(["新闻 1 件：待定时发布"], [one.message for one in what_is_open(self.contract)])
        logout()
        self.assertEqual(0, len(self.portal.portal_catalog(UID=article.UID())))
        self.assertEqual(0, len(self.portal.portal_catalog(SearchableText="菜市场")))

    def test_a_wish_of_the_writer_holds_until_the_last_reviewer_changes_it(self):
        article = an_article(self.contract)
        schedule(article, Plan(TOMORROW, NEXT_WEEK))
        submit(article)
        self.assertRaises(NotAllowed, schedule, article, Plan())
        review(self.portal, article, "first", "second")
        login(self.portal, "second")
        self.assertRaises(NotAllowed, schedule, article, Plan())
        login(self.portal, "third")
        schedule(article, Plan(None, NEXT_WEEK))
        approve(article)
        self.assertEqual(("published", Plan(None, NEXT_WEEK)), (state_of(article), plan_of(article)))

    def test_a_wish_that_has_passed_before_the_last_approval_means_now(self):
        article = an_article(self.contract)
        schedule(article, Plan(NOW - timedelta(hours=1)), NOW - timedelta(days=1))
        publish(self.portal, article)
        self.assertEqual(("published", Plan()), (state_of(article), plan_of(article)))

    def test_an_article_whose_end_has_passed_is_not_published_to_be_taken_down_at_once(self):
        article = an_article(self.contract)
        schedule(article, Plan(None, NOW - timedelta(hours=1)), NOW - timedelta(days=1))
        submit(article)
        review(self.portal, article, "first", "second")
        login(self.portal, "third")
        with self.assertRaises(Refused) as caught:
            approve(article)
        self.assertEqual(["expire_at"], [error.field for error in caught.exception.errors])

    def test_where_one_review_is_demanded_its_reviewer_decides(self):
        self.contract.review_steps = 1
        article = an_article(self.contract)
        submit(article)
        login(self.portal, "first")
        schedule(article, Plan(TOMORROW))
        approve(article)
        login(self.portal, "third")
        self.assertRaises(NotAllowed, release, article)
        self.assertRaises(NotAllowed, schedule, article, Plan(NEXT_WEEK))
        login(self.portal, "first")
        self.assertEqual("published", release(article))


class MomentsTest(ScheduleTest):
    def test_what_makes_no_sense_is_refused_at_its_field(self):
        article = an_article(self.contract)
        hour = timedelta(hours=1)
        self.assertEqual(["publish_at"], self.refusal(article, Plan(NOW - hour)))
        self.assertEqual(["publish_at"], self.refusal(article, Plan(NOW)))
        self.assertEqual(["expire_at"], self.refusal(article, Plan(None, NOW - hour)))
        self.assertEqual(["expire_at"], self.refusal(article, Plan(TOMORROW, TOMORROW)))
        self.assertEqual(["expire_at"], self.refusal(article, Plan(NEXT_WEEK, TOMORROW)))
        self.assertEqual(["publish_at"], self.refusal(article, Plan(NOW + timedelta(days=400))))
        self.assertEqual(["expire_at"], self.refusal(article, Plan(None, NOW + timedelta(days=5000))))
        self.assertEqual(Plan(), plan_of(article))

    def test_a_published_article_only_gets_an_end_and_a_scheduled_one_keeps_its_moment(self):
        article = self.scheduled()
        self.assertEqual(["publish_at"], self.refusal(article, Plan()))
        release(article)
        self.assertEqual(["publish_at"], self.refusal(article, Plan(TOMORROW)))
        schedule(article, Plan(None, TOMORROW))
        self.assertEqual(Plan(None, TOMORROW), plan_of(article))

    def test_moments_are_those_of_beijing_whoever_reads_them(self):
        article = an_article(self.contract)
        schedule(article, Plan(TOMORROW.astimezone(BEIJING)))
        self.assertEqual(TOMORROW.strftime("%H:%M"), plan_of(article).publish_at.strftime("%H:%M"))


class CancelTest(ScheduleTest):
    def test_cancelling_opens_the_last_review_again_for_the_same_person(self):
        article = self.scheduled()
        self.assertEqual("review3", unschedule(article))
        self.assertEqual(Plan(), plan_of(article))
        self.assertEqual(["一审", "二审"], [one.role for one in signature_of(article)][-2:])
        self.assertEqual("", reviewer_problem(article, "third"))
        self.assertEqual([], self.tick(NEXT_WEEK))
        self.assertEqual("published", approve(article))

    def test_a_cancelled_article_can_be_sent_back(self):
        article = self.scheduled()
        unschedule(article)
        self.assertEqual("draft", return_(article, "时间有变"))

    def test_who_may_take_an_article_down_stops_it_before_it_appears(self):
        article = self.scheduled()
        login(self.portal, "lead")
        self.assertEqual("withdrawn", withdraw(article, "活动取消了"))
        self.assertEqual([], self.tick(NEXT_WEEK))
        self.assertIsNone(article.published_on)

    def test_nobody_fires_the_steps_of_the_tick(self):
        article = self.scheduled()
        flow = self.portal.portal_workflow
        for name in ("author", "third", "lead", "buyer"):
            login(self.portal, name)
            self.assertFalse({"appear", "expire"} & {one["id"] for one in flow.getTransitionsFor(article)})


class TickTest(ScheduleTest):
    def test_it_appears_at_its_moment_once_and_the_system_did_it(self):
        article = self.scheduled()
        self.assertEqual([], self.tick(TOMORROW - timedelta(minutes=1)))
        self.assertEqual([f"已发布《{article.title}》。"], self.tick(TOMORROW))
        self.assertEqual([], self.tick(TOMORROW))
        self.assertEqual(("published", clock.today()), (state_of(article), article.published_on))
        self.assertEqual((1, 0), counted(self.contract))
        last = history_of(article)[-1]
        self.assertEqual(("appear", "系统"), (last["action"], Names().person(last["actor"])))
        self.assertIn("原定", last["comments"])
        self.assertEqual("三审", article.signed[-1].role)
        logout()
        self.assertEqual(1, len(self.portal.portal_catalog(UID=article.UID(), SearchableText="菜市场")))

    def test_it_goes_at_its_moment_and_counts_no_longer(self):
        article = self.scheduled(Plan(TOMORROW, NEXT_WEEK))
        self.tick(TOMORROW)
        self.assertEqual([f"已到期撤下《{article.title}》。"], self.tick(NEXT_WEEK))
        self.assertEqual(("withdrawn", Plan()), (state_of(article), plan_of(article)))
        self.assertIn("到期自动撤下", history_of(article)[-1]["comments"])
        self.assertEqual((0, 0), counted(self.contract))
        self.assertEqual([], self.tick(NEXT_WEEK))

    def test_an_end_is_obeyed_in_an_accepted_contract_too(self):
        article = self.scheduled()
        release(article)
        schedule(article, Plan(None, TOMORROW))
        self.contract.workflow_history["yidang_contract"] += (
            {**self.contract.workflow_history["yidang_contract"][-1], "review_state": "accepted"},
        )
        self.assertEqual(1, len(self.tick(TOMORROW)))


class HeldBackTest(ScheduleTest):
    """What bars publication bars it at its moment, too."""

    def setUp(self):
        super().setUp()
        self.post = Post()
        self.addCleanup(self.post.close)
        records = {"email_from_address": "post@example.org", "smtp_host": "127.0.0.1", "smtp_port": self.post.port}
        for name, value in records.items():
            self.portal.portal_registry[f"plone.{name}"] = value
        self.article = self.scheduled()
        hand_over(committed=False)  # the mails of its reviews
        set_setting("sensitive", "折叠桌 | 拦截")

    def refused(self, now: datetime) -> Refused:
        with self.assertRaises(Refused) as caught:
            self.job.do(self.article.UID(), now)
        return caught.exception

    def told(self, now: datetime) -> str:
        """As the runner does it."""
        told = self.job.held_back(self.article.UID(), self.refused(now), now)
        hand_over()
        return told

    def test_it_stays_where_it_is_and_its_people_hear_why_once(self):
        self.assertIn("没有按时发布", self.told(TOMORROW))
        self.assertEqual("scheduled", state_of(self.article))
        self.assertIn("折叠桌", held_of(self.article))
        people = {mail["To"].addresses[0].username for mail in self.post.mails}
        self.assertEqual({"third", "author", "lead"}, people)
        self.assertFalse([mail for mail in self.post.mails if "折叠桌" in mail.get_content()])
        self.assertEqual("", self.told(NEXT_WEEK))
        self.assertEqual(3, len(self.post.mails))

    def test_once_the_last_reviewer_answers_for_it_the_next_tick_publishes(self):
        self.told(TOMORROW)
        login(self.portal, "third")
        [finding] = unanswered(self.article)
        answer(self.article, finding.key, "指摆摊用的桌子")
        self.assertEqual(1, len(self.tick(NEXT_WEEK)))
        self.assertEqual(("published", ""), (state_of(self.article), held_of(self.article)))

    def test_nobody_publishes_it_by_hand_either(self):
        login(self.portal, "third")
        self.assertRaises(Refused, release, self.article)

    def test_another_reason_is_told_again(self):
        self.told(TOMORROW)
        set_setting("sensitive", "社工 | 拦截")
        self.assertTrue(self.told(TOMORROW))
        self.assertEqual(6, len(self.post.mails))

    def test_without_a_sender_the_reason_is_kept_all_the_same(self):
        self.portal.portal_registry["plone.email_from_address"] = None
        self.assertIn("通知 0 人", self.told(TOMORROW))
        self.assertTrue(held_of(self.article))

    def test_an_article_whose_end_has_passed_as_well_does_not_appear_for_a_minute(self):
        set_setting("sensitive", "")
        self.article.publish_at = int((NOW - timedelta(days=2)).timestamp())
        self.article.expire_at = int((NOW - timedelta(days=1)).timestamp())
        self.assertIn("发布后会马上撤下", self.refused(NOW).message)

    def test_the_board_and_the_desk_say_why_and_to_nobody_who_may_not_see_it(self):
        self.told(TOMORROW)
        path = "/".join(self.contract.getPhysicalPath())
        login(self.portal, "third")
        [one] = waiting_in(path, NOW)
        self.assertIn("折叠桌", one.held)
        self.assertIn("还有", one.words)
        panel = Lists(self.portal, "third", Names()).scheduled([one], "")
        self.assertEqual(("没有按时发布", 1, True), (panel.title, panel.count, panel.hot))
        logout()
        self.assertEqual([], waiting_in(path, NOW))
