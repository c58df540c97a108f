"""Another tier, or the end of the service, when the file is verified and nobody may edit it."""

from datetime import timedelta
from tests.visitors import errors_on
from tests.visitors import token_of
from tests.visitors import WebTest


class CourseTest(WebTest):
    def setUp(self):
        super().setUp()
        self.worker, self.day = self.as_user("worker"), self.contract.start
        fields = {"title": "阿芳", "recorded_on": self.day.isoformat(), "workers": ["worker"]}
        self.client = self.worker.added(self.section("records"), "Client", **fields)
        self.worker.rest("POST", f"{self.client}/@workflow/submit")
        self.as_user("purchaser").rest("POST", f"{self.client}/@workflow/verify")

    def change(self, who=None, **typed):
        """What the page answers to the filled form."""
        visitor = who or self.worker
        sent = {"_authenticator": token_of(self.worker.page(f"{self.client}/@@course").text), **typed}
        return visitor.session.post(f"{self.client}/@@course", data=sent, allow_redirects=False)

    def test_the_tier_of_a_verified_file_changes_from_a_day_on_and_the_file_stays_verified(self):
        since = self.day + timedelta(days=9)
        self.assertEqual(302, self.change(tier="key", since=since.isoformat()).status_code)
        page = self.worker.page(self.client).text
        self.assertIn(f"重点（{since} 起；此前：一般，{self.day} 至 {since - timedelta(days=1)}）", page)
        self.assertEqual("verified", self.worker.rest("GET", self.client).json()["review_state"])

    def test_the_service_ends_on_a_day(self):
        self.change(tier="general", ended=self.day.isoformat())
        self.assertEqual(self.day.isoformat(), self.worker.rest("GET", self.client).json()["ended"])

    def test_a_change_without_its_day_or_before_the_file_is_refused(self):
        self.assertIn("请填写自哪天起。", self.change(tier="key").text)
        before = (self.day - timedelta(days=1)).isoformat()
        answer = self.change(tier="key", since=before)
        self.assertEqual(400, answer.status_code)
        self.assertIn(f"日期早于建档日期 {self.day}。", answer.text)
        self.assertEqual({}, errors_on(answer.text))
        self.assertIn("日期不能晚于今天。", self.change(tier="key", since="2099-01-01").text)
        self.assertIn("请选择关注程度。", self.change(tier="vip", since=before).text)

    def test_who_verifies_the_file_does_not_change_it(self):
        purchaser = self.as_user("purchaser")
        self.assertEqual(403, purchaser.page(f"{self.client}/@@course").status_code)
        self.assertNotIn("@@course", purchaser.page(self.client).text)

    def test_without_the_token_of_the_page_nothing_happens(self):
        sent = {"tier": "key", "since": self.day.isoformat()}
        answer = self.worker.session.post(f"{self.client}/@@course", data=sent, allow_redirects=False)
        self.assertEqual(403, answer.status_code)
        self.assertEqual("general", self.worker.rest("GET", self.client).json()["tier"]["token"])
