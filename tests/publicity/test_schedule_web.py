"""Schedules over HTTP: the page, REST, and what the public gets before and after the moment."""

from datetime import timedelta
from tests.publicity.web import NewsroomTest
from tests.publicity.web import press
from yidang import clock

import transaction


TOMORROW = (clock.now() + timedelta(days=1)).replace(second=0, microsecond=0)
TYPED = TOMORROW.strftime("%Y-%m-%dT%H:%M")


class ScheduleWebTest(NewsroomTest):
    def reviewed(self) -> str:
        """An article that waits for its last review."""
        url = self.an_article()
        for name, step in (("author", "submit"), ("first", "approve"), ("second", "approve")):
            self.assertEqual(200, self.step(name, url, step).status_code)
        return url

    def test_one_press_approves_for_a_moment_and_the_article_says_so(self):
        url, third = self.reviewed(), self.as_user("third")
        refused = press(third, f"{url}/@@schedule", publish_at="2020-01-01T09:00", do="approve")
        self.assertEqual(400, refused.status_code)
        self.assertIn("已经过去", refused.text)
        self.assertIn('value="2020-01-01T09:00"', refused.text)
        done = press(third, f"{url}/@@schedule", publish_at=TYPED, do="approve")
        self.assertEqual(302, done.status_code)
        page = third.page(url).text
        self.assertIn("待发布", page)
        self.assertIn(f"定时发布：{TOMORROW:%Y-%m-%d %H:%M}，还有", page)
        self.assertIn("取消定时", page)
        self.assertNotIn("改时间", self.author.page(url).text)
        for path in (url, f"{url}/@@picture/cover", f"{url}/@@schedule"):
            self.assertIn(self.anonymous(path).status_code, (302, 401, 404))
        self.assertEqual(401, self.anonymous(url, api=True).status_code)
        self.assertNotIn("社工走进菜市场", self.anonymous("/newsroom").text)
        self.assertNotIn("社工走进菜市场", self.anonymous("/news.atom").text)
        again = press(third, f"{url}/@@schedule", do="unschedule")
        self.assertEqual(302, again.status_code)
        self.assertIn("三审", third.page(url).text)

    def test_what_the_page_offers_depends_on_who_looks(self):
        url = self.reviewed()
        self.assertEqual(200, self.as_user("third").page(f"{url}/@@schedule").status_code)
        for name in ("author", "second", "lead", "buyer"):
            with self.subTest(name):
                self.assertIn(self.as_user(name).session.get(f"{url}/@@schedule").status_code, (401, 403, 404))

    def test_by_rest_moments_are_read_chosen_and_refused(self):
        url = self.reviewed()
        third = self.as_user("third")
        before = third.rest("GET", f"{url}/@schedule").json()
        self.assertEqual((None, None, True), (before["publish_at"], before["expire_at"], before["may_change"]))
        answer = third.rest("POST", f"{url}/@schedule", publish_at=f"{TYPED}:00+08:00").json()
        self.assertEqual(TOMORROW.isoformat(), answer["publish_at"])
        utc = (TOMORROW - timedelta(hours=8)).strftime("%Y-%m-%dT%H:%M:00Z")
        self.assertEqual(
            TOMORROW.isoformat(), third.rest("POST", f"{url}/@schedule", publish_at=utc).json()["publish_at"]
        )
        for field, value in (
            ("publish_at", "morgen"),
            ("publish_at", "2026-11-27"),
            ("publish_at", 5),
            ("publish_at", "2020-01-01T09:00"),
            ("expire_at", TYPED),
            ("expire_at", "9999-12-31T23:59+14:00"),
            ("publised_at", TYPED),
        ):
            with self.subTest(field=field, value=value):
                refused = third.rest("POST", f"{url}/@schedule", **{field: value})
                self.assertEqual(400, refused.status_code, refused.text)
                self.assertEqual([field], [error["field"] for error in refused.json()["errors"]])
        self.assertEqual(400, third.rest("POST", f"{url}/@schedule").status_code)
        self.assertEqual(403, self.author.rest("POST", f"{url}/@schedule", publish_at=None).status_code)
        self.assertEqual(401, self.anonymous(f"{url}/@schedule", api=True).status_code)

    def test_by_rest_a_scheduled_article_is_released_or_cancelled(self):
        url, third = self.reviewed(), self.as_user("third")
        third.rest("POST", f"{url}/@schedule", publish_at=TYPED)
        self.assertEqual("scheduled", self.step("third", url, "approve").json()["review_state"])
        self.assertEqual("review3", self.step("third", url, "unschedule").json()["review_state"])
        third.rest("POST", f"{url}/@schedule", publish_at=TYPED)
        self.step("third", url, "approve")
        for name, step in (("second", "release"), ("author", "release"), ("third", "appear"), ("lead", "expire")):
            self.assertEqual(403, self.step(name, url, step).status_code)
        self.assertEqual("published", self.step("third", url, "release").json()["review_state"])
        self.assertEqual(200, self.anonymous(url).status_code)
        ended = third.rest("POST", f"{url}/@schedule", expire_at=TYPED).json()
        self.assertEqual((None, TOMORROW.isoformat()), (ended["publish_at"], ended["expire_at"]))
        self.assertNotIn("到期撤下", self.anonymous(url).text)

    def test_the_board_lists_what_is_scheduled(self):
        url, third = self.reviewed(), self.as_user("third")
        third.rest("POST", f"{url}/@schedule", publish_at=TYPED)
        self.step("third", url, "approve")
        transaction.begin()
        board = self.as_user("lead").page(f"{self.path}/@@publicity-board").text
        self.assertIn("等待发布", board)
        self.assertIn(f"{TOMORROW:%Y-%m-%d %H:%M}", board)
