"""The queue, its due days, who has an article in hand, and what one has returned; every clock is told."""

from datetime import date
from datetime import datetime
from datetime import timedelta
from plone import api
from plone.app.testing import login
from plone.app.testing import logout
from tests.builders import an_account
from tests.publicity.stories import an_article
from tests.publicity.stories import NEWSROOM_INTEGRATION
from tests.publicity.stories import review
from tests.publicity.stories import SubmittedTest
from tests.publicity.stories import the_newsroom
from unittest import TestCase
from yidang import clock
from yidang.errors import Conflict
from yidang.errors import NotAllowed
from yidang.interfaces import IYidangLayer
from yidang.publicity.actions import return_
from yidang.publicity.actions import submit
from yidang.publicity.guest_review.actions import decide
from yidang.publicity.guest_review.actions import invite
from yidang.publicity.guest_review.links import Guest
from yidang.publicity.reviewing.actions import put_down
from yidang.publicity.reviewing.actions import take_in_hand
from yidang.publicity.reviewing.due import after
from yidang.publicity.reviewing.due import due_of
from yidang.publicity.reviewing.due import working_days
from yidang.publicity.reviewing.holding import holder_of
from yidang.publicity.reviewing.waiting import Queue
from yidang.site.desk_reviews import has_queue
from zope.component import getMultiAdapter
from zope.interface import alsoProvides


def is_weekday(day: date) -> bool:
    """Monday to Friday."""
    return day.weekday() < 5


class Two:
    """A contract with two days for each review."""

    review_days = 2


class DueTest(TestCase):
    """26 November 2026 is a Thursday."""

    def due(self, since: int, today: int):
        return due_of(Two, date(2026, 11, since), date(2026, 11, today), is_weekday)

    def test_the_day_after_is_the_first_and_a_weekend_does_not_count(self):
        self.assertEqual(date(2026, 11, 30), self.due(26, 26).day)
        self.assertEqual(date(2026, 12, 1), after(date(2026, 11, 28), 2, is_weekday))

    def test_what_is_left_is_said_in_working_days(self):
        self.assertEqual("还剩 2 个工作日", self.due(26, 26).words)
        self.assertEqual("还剩 1 个工作日", self.due(26, 28).words)
        self.assertEqual("今天到期", self.due(26, 30).words)

    def test_overdue_is_said_in_words(self):
        late = self.due(24, 27)
        self.assertEqual((True, "已超期 1 个工作日"), (late.late, late.words))
        self.assertEqual("已超期 2 个工作日", self.due(24, 30).words)

    def test_a_day_off_that_follows_the_last_day_is_late_all_the_same(self):
        late = self.due(25, 28)
        self.assertEqual((date(2026, 11, 27), True, "已超期 1 个工作日"), (late.day, late.late, late.words))

    def test_a_table_without_any_working_day_hangs_no_page(self):
        self.assertGreater(after(date(2026, 1, 1), 2, lambda day: False), date(2026, 12, 31))


class WaitingTest(SubmittedTest):
    def setUp(self):
        super().setUp()
        self.now = clock.now()

    def queue(self, name: str, now: datetime | None = None) -> Queue:
        login(self.portal, name)
        return Queue(api.user.get_current().getUser(), now or self.now, is_weekday)

    def waiting(self, name: str, now: datetime | None = None) -> list[tuple[str, str]]:
        return [(one.article.title, one.state) for one in self.queue(name, now).waiting()]

    def test_it_waits_for_the_reviewer_of_its_step_and_for_nobody_else(self):
        people = ("author", "lead", "first", "second", "third", "buyer")
        self.assertEqual(
            {"first": [("社工走进菜市场", "review1")]}, {one: had for one in people if (had := self.waiting(one))}
        )
        review(self.portal, self.article, "first")
        self.assertEqual(
            {"second": [("社工走进菜市场", "review2")]}, {one: had for one in people if (had := self.waiting(one))}
        )

    def test_another_contract_is_another_s_business(self):
        login(self.portal, "author")
        an_account("stranger")
        self.assertEqual([], self.waiting("stranger"))

    def test_age_and_due_day_follow_the_clock_and_the_setting(self):
        later = self.now + timedelta(days=30)
        [one] = self.queue("first", later).waiting()
        self.assertEqual((30, True), (one.age.days, one.due.late))
        self.contract.review_days = 30
        [one] = self.queue("first", later).waiting()
        self.assertFalse(one.due.late)

    def test_the_table_of_holidays_of_the_portal_is_asked(self):
        self.assertFalse(working_days()(date(2026, 10, 1)))
        self.assertTrue(working_days()(date(2026, 11, 26)))

    def test_what_one_may_not_take_comes_last_with_its_reason(self):
        an_account("first", self.contract, "Reviewer2")
        review(self.portal, self.article, "first")
        login(self.portal, "author")
        submit(an_article(self.contract, title="另一篇"))
        found = self.queue("first").waiting()
        self.assertEqual(["另一篇", "社工走进菜市场"], [one.article.title for one in found])
        self.assertIn("另一级", found[1].barred)

    def test_what_was_returned_stays_in_sight_of_who_returned_it_until_it_is_out(self):
        login(self.portal, "first")
        return_(self.article, "张数不对")
        self.assertEqual([("draft", "张数不对")], [(one.state, one.reason) for one in self.queue("first").returned()])
        self.assertEqual([], self.queue("second").returned())
        login(self.portal, "author")
        submit(self.article)
        [waits] = self.queue("first").waiting()
        self.assertEqual((1, ["review1"]), (waits.returns, [one.state for one in self.queue("first").returned()]))
        review(self.portal, self.article, "first", "second", "third")
        self.assertEqual([], self.queue("first").returned())

    def returned_by_a_guest(self, maker: str):
        """A guest returns the article with a link of `maker`."""
        login(self.portal, maker)
        _, secret = invite(self.article, Guest("李文", "区妇联副主席"), 72, self.now)
        logout()
        decide(secret, "return", "人次写错了", self.now)

    def test_what_a_guest_returned_stays_in_sight_of_who_gave_out_the_link(self):
        self.returned_by_a_guest("first")
        [one] = self.queue("first").returned()
        self.assertEqual(("draft", "李文（区妇联副主席）"), (one.state, one.actor))
        self.assertIn("人次写错了", one.reason)
        self.assertEqual([], self.queue("second").returned())
        login(self.portal, "author")
        submit(self.article)
        review(self.portal, self.article, "first", "second", "third")
        self.assertEqual([], self.queue("first").returned())

    def test_a_lead_who_reviews_nothing_sees_what_their_guest_returned(self):
        self.assertFalse(has_queue(self.queue("lead").user, [{"ProjectLead"}]))
        self.returned_by_a_guest("lead")
        queue = self.queue("lead")
        self.assertEqual([[], ["李文（区妇联副主席）"]], [queue.waiting(), [one.actor for one in queue.returned()]])
        self.assertTrue(has_queue(queue.user, [{"ProjectLead"}]))
        page = getMultiAdapter((self.portal, self.page_request()), name="review-queue")()
        self.assertIn("李文（区妇联副主席）用您发的审签链接退回", page)
        self.assertNotIn("您不是任何合同的审核人", page)

    def page_request(self):
        request = self.layer["request"].clone()
        alsoProvides(request, IYidangLayer)
        return request

    def test_a_returned_draft_that_was_deleted_is_forgotten(self):
        login(self.portal, "first")
        return_(self.article, "重写")
        login(self.portal, "author")
        again = an_article(self.contract, title="同名")
        section = again.aq_parent
        section._delObject(again.getId())
        self.assertEqual(1, len(self.queue("first").returned()))


class InHandTest(TestCase):
    layer = NEWSROOM_INTEGRATION

    def setUp(self):
        self.portal = self.layer["portal"]
        self.contract = the_newsroom(self.portal)
        an_account("other", self.contract, "Reviewer1")
        self.article = an_article(self.contract)
        submit(self.article)
        self.now = clock.now()
        login(self.portal, "first")

    def test_the_mark_says_who_and_since_when(self):
        take_in_hand(self.article, self.now)
        held = holder_of(self.article)
        self.assertEqual("first", held.person)
        self.assertEqual(f"小李 正在审（{self.now:%H:%M} 起）", held.words("小李", self.now))
        self.assertIn("可以接手", held.words("小李", self.now + timedelta(minutes=30)))

    def test_another_waits_thirty_minutes_and_may_then_take_over(self):
        take_in_hand(self.article, self.now)
        login(self.portal, "other")
        with self.assertRaises(Conflict) as caught:
            take_in_hand(self.article, self.now + timedelta(minutes=29))
        self.assertIn("first 正在审", caught.exception.message)
        take_in_hand(self.article, self.now + timedelta(minutes=30))
        self.assertEqual("other", holder_of(self.article).person)

    def test_the_same_person_begins_the_time_anew(self):
        take_in_hand(self.article, self.now)
        take_in_hand(self.article, self.now + timedelta(minutes=20))
        login(self.portal, "other")
        self.assertRaises(Conflict, take_in_hand, self.article, self.now + timedelta(minutes=40))

    def test_the_mark_bars_nobody_from_the_step_and_ends_with_it(self):
        take_in_hand(self.article, self.now)
        login(self.portal, "other")
        return_(self.article, "标题太长")
        self.assertIsNone(holder_of(self.article))

    def test_one_puts_down_only_what_one_holds(self):
        take_in_hand(self.article, self.now)
        login(self.portal, "other")
        self.assertRaises(Conflict, put_down, self.article)
        login(self.portal, "first")
        put_down(self.article)
        self.assertIsNone(holder_of(self.article))

    def test_only_who_may_take_the_step_takes_it_in_hand(self):
        for name in ("author", "second", "lead", "buyer"):
            login(self.portal, name)
            with self.subTest(person=name), self.assertRaises(NotAllowed):
                take_in_hand(self.article, self.now)

    def test_the_queue_shows_who_reads(self):
        take_in_hand(self.article, self.now)
        login(self.portal, "other")
        [one] = Queue(api.user.get_current().getUser(), self.now).waiting()
        self.assertEqual("first", one.holder.person)
