"""Reminders of reviews whose day is over: whom, when, how often, and who hears nothing; every clock is told."""

from AccessControl.SecurityManagement import newSecurityManager
from AccessControl.SpecialUsers import system
from datetime import date
from datetime import datetime
from datetime import timedelta
from plone import api
from plone.app.testing import login
from tests.builders import a_record
from tests.deadlines.post import hand_over
from tests.deadlines.post import Post
from tests.publicity.stories import an_article
from tests.publicity.stories import NEWSROOM_INTEGRATION
from tests.publicity.stories import review
from tests.publicity.stories import the_newsroom
from tests.publicity.web import NEWSROOM_FUNCTIONAL
from threading import Thread
from unittest import TestCase
from yidang import clock
from yidang.archive.actions import fire
from yidang.clock import BEIJING
from yidang.pages.names import Names
from yidang.people.team import leave
from yidang.publicity.actions import return_
from yidang.publicity.actions import submit
from yidang.publicity.reviewing.due import after
from yidang.publicity.reviewing.due import Due
from yidang.publicity.reviewing.due import working_days
from yidang.publicity.reviewing.reminding import number_of
from yidang.publicity.reviewing.reminding import ReviewReminders
from yidang.site.desk_reviews import late_reviews
from yidang.site.desk_work import Lists
from yidang.ticking import one
from zope.component.hooks import setSite

import transaction


DAY = timedelta(days=1)


def at(number: int, hour: int = 9) -> datetime:
    """So many working days from today, at an hour in Beijing."""
    day = after(clock.today(), number, working_days())
    return datetime(day.year, day.month, day.day, hour, tzinfo=BEIJING)


class NumberTest(TestCase):
    def test_the_first_reminder_comes_when_the_day_is_over_the_next_after_three_working_days_and_the_fourth_is_the_last(
        self,
    ):
        wanted = {2: 0, 0: 0, -1: 1, -3: 1, -4: 2, -7: 3, -10: 4, -99: 4}
        self.assertEqual(wanted, {left: number_of(Due(date(2026, 11, 26), left)) for left in wanted})


class RemindingTest(TestCase):
    """An article that came into its first review today, which is due after two working days."""

    layer = NEWSROOM_INTEGRATION

    def setUp(self):
        self.portal = self.layer["portal"]
        self.contract = the_newsroom(self.portal)
        self.post = Post()
        self.addCleanup(self.post.close)
        self.addCleanup(hand_over, committed=False)
        records = {"email_from_address": "portal@example.org", "smtp_host": "127.0.0.1", "smtp_port": self.post.port}
        for name, value in records.items():
            api.portal.set_registry_record(f"plone.{name}", value)
        self.article = an_article(self.contract)
        submit(self.article)
        hand_over(committed=False)
        self.job = ReviewReminders()

    def tick(self, now: datetime) -> list[str]:
        """What the job does at a moment; the mails are in the post."""
        self.post.mails.clear()
        said = [text for key in self.job.due(now) if (text := self.job.do(key, now))]
        hand_over()
        return said

    def told(self, now: datetime) -> list[str]:
        """Who gets a mail at a moment."""
        self.tick(now)
        return sorted(mail["To"].addresses[0].addr_spec.partition("@")[0] for mail in self.post.mails)

    def test_nobody_is_reminded_while_the_day_is_not_over(self):
        for number in (1, 2):
            self.assertEqual([], self.tick(at(number, 23)))

    def test_who_may_take_the_step_is_reminded_once_then_the_lead_hears_of_it_too(self):
        self.assertEqual(["first"], self.told(at(3)))
        self.assertEqual([], self.told(at(3, 10)))
        self.assertEqual([], self.told(at(5)))
        self.assertEqual(["first", "lead"], self.told(at(6)))
        self.assertEqual([["first", "lead"], ["first", "lead"], []], [self.told(at(number)) for number in (9, 12, 40)])

    def test_the_mail_says_what_and_until_when_and_nothing_of_the_content(self):
        self.assertEqual([f"{self.contract.title}：1 篇稿件审核超期，提醒 1 人。"], self.tick(at(3)))
        [mail] = self.post.mails
        self.assertIn("审稿已超期", mail["Subject"])
        due, text = at(2), mail.get_content()
        for words in ("《社工走进菜市场》", "等您一审", f"{due.month} 月 {due.day} 日到期", "已超期 1 个工作日"):
            self.assertIn(words, text)
        self.assertIn(self.article.absolute_url(), text)
        self.assertNotIn("折叠桌", text)

    def test_a_title_that_names_a_client_stays_out(self):
        with api.env.adopt_roles(["Manager"]):
            a_record(self.contract, "Client", title="K-01", alias="小梅", name="欧阳晓梅")
        self.article.title = "欧阳晓梅的一天"
        self.tick(at(3))
        self.assertNotIn("欧阳晓梅", self.post.mails[0].get_content())

    def test_the_lead_reads_for_whom_it_waits(self):
        self.tick(at(3))
        self.tick(at(6))
        [mail] = [one for one in self.post.mails if "lead@" in str(one["To"])]
        self.assertIn("等一审（first）", mail.get_content())

    def test_where_nobody_may_take_the_step_the_lead_hears_of_it_at_once(self):
        leave(self.contract, "first")
        self.assertEqual(["lead"], self.told(at(3)))
        self.assertIn("请把审核人加入团队", self.post.mails[0].get_content())

    def test_nobody_is_reminded_at_night_or_on_a_day_off(self):
        late = at(3)
        while working_days()(late.date()):
            late += DAY
        for moment in (at(3, 7), late):
            self.assertEqual([], self.tick(moment))

    def test_what_was_returned_approved_or_deleted_meanwhile_reminds_nobody_and_a_new_step_begins_anew(self):
        keys = self.job.due(at(3))
        login(self.portal, "first")
        return_(self.article, "再改")
        self.assertEqual([""], [self.job.do(key, at(3)) for key in keys])
        login(self.portal, "author")
        submit(self.article)
        hand_over(committed=False)
        self.assertEqual(["first"], self.told(at(3)))
        review(self.portal, self.article, "first")
        hand_over(committed=False)
        self.assertEqual(["second"], self.told(at(3)))

    def test_a_day_on_which_nothing_ticked_is_not_made_good_by_several_mails(self):
        self.assertEqual(["first", "lead"], self.told(at(20)))
        self.assertEqual([], self.told(at(21)))

    def test_several_articles_are_one_mail(self):
        login(self.portal, "author")
        submit(an_article(self.contract, title="另一篇"))
        hand_over(committed=False)
        self.assertEqual(["first"], self.told(at(3)))
        self.assertIn("另一篇", self.post.mails[0].get_content())
        self.assertIn("2 篇", self.post.mails[0]["Subject"])

    def test_a_contract_that_has_ended_reminds_nobody(self):
        keys = self.job.due(at(3))
        login(self.portal, "buyer")
        fire(self.contract, "terminate", "合同终止")
        self.assertEqual([[], [""]], [list(self.job.due(at(3))), [self.job.do(key, at(3)) for key in keys]])
        self.assertEqual("", self.job.do("no such contract", at(3)))

    def test_without_a_sender_it_is_noted_all_the_same_and_the_desk_tells(self):
        api.portal.set_registry_record("plone.email_from_address", "")
        self.assertIn("提醒 0 人", self.tick(at(3))[0])
        self.assertEqual([], self.tick(at(3)))

    def test_the_desk_of_the_lead_shows_what_is_overdue_and_whose_it_is(self):
        def panel(name: str, roles: set[str], number: int):
            login(self.portal, name)
            return late_reviews(self.contract, roles, Lists(self.portal, name, Names()), at(number).date())

        self.assertIsNone(panel("lead", {"ProjectLead"}, 2))
        self.assertIsNone(panel("first", {"Reviewer1"}, 3))
        found = panel("lead", {"ProjectLead"}, 3)
        self.assertEqual((1, True), (found.count, found.hot))
        [task] = found.tasks
        self.assertEqual(("社工走进菜市场", ["等一审：first"]), (task.title, task.meta))
        self.assertEqual(("已超期 1 个工作日", "1"), task.age)


class AtOnceTest(TestCase):
    """Two ticks at the same moment, each with a connection of its own."""

    layer = NEWSROOM_FUNCTIONAL

    def setUp(self):
        self.portal = self.layer["portal"]
        self.contract = self.portal["contracts"].objectValues()[0]
        login(self.portal, "author")
        submit(an_article(self.contract))
        transaction.commit()

    def beside(self, said: list[str]) -> None:
        """Another tick, from beginning to end."""

        def run() -> None:
            connection = self.layer["zodbDB"].open()
            try:
                portal = connection.root()["Application"][self.portal.getId()]
                setSite(portal)
                newSecurityManager(None, system)
                said.append(one(ReviewReminders(), self.contract_uid, at(3)).text)
            finally:
                transaction.abort()
                connection.close()

        thread = Thread(target=run)
        thread.start()
        thread.join()

    def test_two_ticks_at_once_remind_once(self):
        said: list[str] = []
        self.contract_uid = self.contract.UID()
        test = self

        class Slow(ReviewReminders):
            """Is overtaken between reminding and committing, once."""

            def do(self, key: str, now: datetime) -> str:
                text = super().do(key, now)
                if not said:
                    test.beside(said)
                return text

        mine = one(Slow(), self.contract_uid, at(3)).text
        self.assertEqual([1, ""], [len(said), mine])
        self.assertIn("1 篇稿件审核超期", said[0])
