"""The page of a record: what may be done with it, what it counts for, what has happened to it."""

from tests.visitors import token_of
from tests.visitors import WebTest


class RecordPageTest(WebTest):
    def setUp(self):
        super().setUp()
        self.worker, self.purchaser = self.as_user("worker"), self.as_user("purchaser")
        fields = {"kind": "activity", "title": "三八维权宣传", "participants": 120, "workers": ["worker"]}
        day = self.contract.start.isoformat()
        self.record = self.worker.added(self.section("records"), "ServiceRecord", date=day, **fields)

    def submit(self):
        self.assertEqual(302, self.worker.step(self.record, "submit").status_code)

    def test_a_worker_submits_and_can_no_longer_edit(self):
        self.assertIn(f"{self.record}/edit", self.worker.page(self.record).text)
        self.submit()
        page = self.worker.page(self.record).text
        self.assertIn("已提交，等待采购方核定。", page)
        self.assertIn("档号 ", page)
        self.assertNotIn(f"{self.record}/edit", page)

    def test_a_purchaser_sees_no_draft(self):
        self.assertIn(self.purchaser.page(self.record).status_code, (401, 403))

    def test_a_verified_record_bears_a_stamp(self):
        self.submit()
        self.purchaser.step(self.record, "verify")
        self.assertIn("yd-stamp", self.worker.page(self.record).text)

    def test_a_return_without_a_reason_is_refused_on_the_page(self):
        self.submit()
        answer = self.purchaser.step(self.record, "return", "  ")
        self.assertEqual(400, answer.status_code)
        self.assertIn("退回必须写明原因", answer.text)

    def test_the_reason_of_a_return_stays_on_the_page(self):
        self.submit()
        self.purchaser.step(self.record, "return", "签到表缺第二页。")
        page = self.worker.page(self.record).text
        self.assertIn("签到表缺第二页。", page)
        self.assertIn("重新提交", page)

    def test_a_step_that_is_not_open_is_refused_and_what_was_typed_is_kept(self):
        self.submit()
        self.purchaser.step(self.record, "verify")
        answer = self.purchaser.step(self.record, "return", "已经核定了再退")
        self.assertEqual(403, answer.status_code)
        self.assertIn("已经核定了再退</textarea>", answer.text)

    def test_a_step_without_the_token_is_refused(self):
        answer = self.worker.session.post(f"{self.record}/@@step", data={"transition": "submit"}, allow_redirects=False)
        self.assertEqual(403, answer.status_code)
        self.assertIn("草稿", self.worker.page(self.record).text)

    def test_the_way_back_leads_nowhere_else(self):
        self.submit()
        token = token_of(self.purchaser.page(self.record).text)
        sent = {"transition": "verify", "back": "https://example.org/", "_authenticator": token}
        answer = self.purchaser.session.post(f"{self.record}/@@step", data=sent, allow_redirects=False)
        self.assertEqual(self.record, answer.headers["Location"])

    def remove(self, visitor):
        """Answer the question of the page with yes."""
        token = token_of(visitor.page(f"{self.record}/@@remove").text)
        return visitor.session.post(f"{self.record}/@@remove", data={"_authenticator": token}, allow_redirects=False)

    def test_a_draft_is_deleted_by_its_worker_after_one_question(self):
        self.assertIn(f"{self.record}/@@remove", self.worker.page(self.record).text)
        self.assertIn("删除后不能恢复", self.worker.page(f"{self.record}/@@remove").text)
        self.assertEqual(302, self.remove(self.worker).status_code)
        self.assertEqual(404, self.worker.page(self.record).status_code)

    def test_a_numbered_record_offers_no_deletion(self):
        self.submit()
        self.assertNotIn("@@remove", self.worker.page(self.record).text)
        self.assertEqual(403, self.worker.page(f"{self.record}/@@remove").status_code)

    def test_a_record_is_found_by_its_title(self):
        answer = self.worker.session.get(
            f"{self.portal.absolute_url()}/++api++/@search",
            params={"SearchableText": "维权宣传"},
            headers={"Accept": "application/json"},
        )
        self.assertEqual(["三八维权宣传"], [item["title"] for item in answer.json()["items"]])
