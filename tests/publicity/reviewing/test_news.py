"""稿件消息: what others did with one's articles, until one has read it; on the desk, on its page and in the tick."""

from datetime import timedelta
from plone import api
from plone.app.testing import login
from tests.publicity.stories import an_article
from tests.publicity.stories import publish
from tests.publicity.stories import review
from tests.publicity.stories import SubmittedTest
from tests.publicity.web import NewsroomTest
from tests.publicity.web import press
from yidang import clock
from yidang.errors import Conflict
from yidang.errors import Refused
from yidang.pages.names import Names
from yidang.publicity.actions import return_
from yidang.publicity.actions import submit
from yidang.publicity.actions import withdraw
from yidang.publicity.reviewing.news import mark_all_read
from yidang.publicity.reviewing.news import mark_read
from yidang.publicity.reviewing.news import News
from yidang.publicity.reviewing.news import OldNews
from yidang.site.desk_reviews import my_news
from yidang.site.desk_work import Lists

import transaction


DAY = timedelta(days=1)


class NewsTest(SubmittedTest):
    def setUp(self):
        super().setUp()
        login(self.portal, "first")
        return_(self.article, "张数不对")
        login(self.portal, "author")

    def told(self, days: int = 0) -> tuple[list[str], list[str]]:
        """The titles that are unread and read so many days from now."""
        news = News("author", clock.now() + days * DAY)
        return [one.brain.Title for one in news.unread()], [one.brain.Title for one in news.read()]

    def test_a_return_is_told_with_who_and_why_until_it_is_read(self):
        [one] = News("author").unread()
        self.assertEqual(("退回", "first", "张数不对", None), (one.word, one.actor, one.reason, one.read))
        mark_read("author", one.key)
        self.assertEqual(([], ["社工走进菜市场"]), self.told())
        mark_read("author", one.key)
        self.assertEqual(([], ["社工走进菜市场"]), self.told())

    def test_the_next_step_of_the_same_article_is_news_again(self):
        [one] = News("author").unread()
        mark_read("author", one.key)
        submit(self.article)
        self.assertEqual(([], []), self.told())
        login(self.portal, "first")
        return_(self.article, "还是不对")
        login(self.portal, "author")
        step = self.article.workflow_history["yidang_article"][-1]
        step["time"] = step["time"] + 2 / 86_400
        self.article.reindexObject(idxs=["state_since"])
        self.assertEqual(["还是不对"], [one.reason for one in News("author").unread()])

    def test_one_s_own_steps_and_other_people_s_articles_are_no_news(self):
        mark_all_read("author", str(int(clock.now().timestamp()) + 60))
        other = an_article(self.contract, title="自己撤下的")
        publish(self.portal, other)
        withdraw(other, "写错了")
        an_article(self.contract, title="还是草稿")
        self.assertEqual(["社工走进菜市场"], self.told()[1])
        self.assertEqual([], self.told()[0])
        self.assertEqual([], News("lead").unread())

    def test_all_are_marked_but_none_that_came_after_the_page_was_made(self):
        submit(self.article)
        review(self.portal, self.article, "first", "second", "third")
        [one] = News("author").unread()
        self.assertEqual(("已发布", ""), (one.word, one.reason))
        self.assertEqual(0, mark_all_read("author", str(one.since - 1)))
        self.assertEqual(1, mark_all_read("author", str(one.since)))
        self.assertEqual([], News("author").unread())
        for wrong in ("", "x", "-1", "²", "9" * 30):
            with self.subTest(until=wrong), self.assertRaises(Refused):
                mark_all_read("author", wrong)

    def test_nobody_marks_what_is_not_theirs_or_not_there(self):
        [one] = News("author").unread()
        for user, key in (("first", one.key), ("author", "x"), ("author", f"{one.since + 1}-{one.brain.UID}")):
            with self.subTest(user=user, key=key), self.assertRaises(Conflict):
                mark_read(user, key)
        self.assertEqual(1, len(News("author").unread()))

    def test_the_count_on_the_desk_follows(self):
        def panel():
            return my_news(Lists(self.portal, "author", Names()))

        one = panel()
        self.assertEqual((1, ["张数不对"]), (one.count, [task.quote for task in one.tasks]))
        mark_read("author", one.tasks[0].key)
        self.assertEqual((0, [], ""), (panel().count, panel().tasks, panel().until))

    def test_unread_ones_stand_for_thirty_days_and_read_ones_for_seven(self):
        self.assertEqual([["社工走进菜市场"], []], [self.told(days)[0] for days in (29, 31)])
        [one] = News("author").unread()
        mark_read("author", one.key)
        self.assertEqual([["社工走进菜市场"], []], [self.told(days)[1] for days in (6, 8)])
        self.assertEqual([], self.told(8)[0])

    def test_the_tick_throws_away_the_marks_that_nobody_asks_for_any_more(self):
        [one] = News("author").unread()
        mark_read("author", one.key)
        job = OldNews()
        self.assertEqual([], list(job.due(clock.now() + 29 * DAY)))
        later = clock.now() + 31 * DAY
        self.assertEqual(["old"], list(job.due(later)))
        self.assertEqual("", job.do("old", later))
        self.assertEqual([], list(job.due(later)))


class NewsPageTest(NewsroomTest):
    def returned(self, title: str) -> None:
        url = self.an_article(title)
        self.step("author", url, "submit")
        self.step("first", url, "return", "再<b>改</b>")

    def test_one_and_then_all_are_marked_by_buttons_and_the_desk_counts_down(self):
        for title in ("第一篇", "第二篇", "第三篇"):
            self.returned(title)
        page = self.author.page("/@@article-news").text
        for words in ("第一篇", "全部标为已读", "退回", "first"):
            self.assertIn(words, page)
        keys = [one.key for one in self.unread()]
        answer = press(self.author, "/@@article-news", read=keys[0], back="desk")
        self.assertEqual((302, "@@desk"), (answer.status_code, answer.headers["Location"].rpartition("/")[2]))
        self.assertIn("已标为已读", self.author.page("/@@desk").text)
        self.assertEqual(keys[1:], [one.key for one in self.unread()])
        press(self.author, "/@@article-news", until=keys[1].partition("-")[0])
        self.assertIn("没有未读的消息", self.author.page("/@@article-news").text)
        self.assertIn("没有未读的稿件消息", self.author.page("/@@desk").text)

    def test_what_is_gone_is_said_in_words_and_nothing_happens_without_the_token(self):
        self.returned("还没看的")
        answer = press(self.author, "/@@article-news", read="1-x")
        self.assertEqual(409, answer.status_code)
        self.assertIn("这条消息已经没有了", answer.text)
        [one] = self.unread()
        self.author._post("/@@article-news", {"read": one.key}, {})
        self.assertEqual([one.key], [one.key for one in self.unread()])

    def test_nobody_without_an_account_comes_here(self):
        self.assertIn(self.anonymous("/@@article-news").status_code, (302, 401))

    def unread(self) -> list:
        """What the author has not read, as the database knows it now."""
        transaction.begin()
        with api.env.adopt_user(username="author"):
            return News("author").unread()
