"""Opening a case in a browser, and its page."""

from tests.visitors import WebTest


class CasePagesTest(WebTest):
    def setUp(self):
        super().setUp()
        self.day = self.contract.start.isoformat()
        self.worker = self.as_user("worker")
        self.form = self.section("records") + "/++add++CaseFile"
        self.fields = {"title": "婚姻家庭个案", "opened": self.day, "stage:list": "intake", "workers:list": "worker"}
        self.worker.add(self.section("records"), "Client", title="阿芳", recorded_on=self.day)

    def a_case(self) -> str:
        return self.worker.send(self.form, client="阿芳", **self.fields).headers["Location"]

    def test_a_saved_case_is_shown_with_a_message_and_what_it_lacks(self):
        page = self.worker.page(self.a_case()).text
        for words in ("已保存。", "婚姻家庭个案", "草稿", "还缺：需求预估表、服务计划书、会谈记录、结案评估报告"):
            self.assertIn(words, page)

    def test_the_client_is_found_by_name(self):
        case = self.worker.rest("GET", self.a_case()).json()
        self.assertIn("阿芳", case["client"]["title"])

    def test_an_unknown_client_is_refused_and_what_was_typed_stays(self):
        answer = self.worker.send(self.form, client="没有的人", **self.fields)
        self.assert_form_refused(answer, client="本合同的档案中没有“没有的人”，请先建档，或从提示中选择。")
        self.assertIn('value="婚姻家庭个案"', answer.text)
        self.assertIn('value="没有的人"', answer.text)

    def test_days_in_the_wrong_order_are_refused_at_the_field(self):
        answer = self.worker.send(self.form, closed="2001-01-01", **self.fields)
        self.assert_form_refused(answer, closed="结案日期早于接案日期。")

    def test_a_case_may_be_saved_and_submitted_in_one_step(self):
        answer = self.worker.send(self.form, "submit", client="阿芳", **self.fields)
        self.assertIn("已保存并提交", self.worker.page(answer.headers["Location"]).text)

    def test_an_incomplete_case_is_saved_and_says_why_it_is_not_submitted(self):
        answer = self.worker.send(self.form, "submit", **self.fields)
        page = self.worker.page(answer.headers["Location"]).text
        self.assertIn("已保存，但还没有提交。提交前还须补充：请填写服务对象。", page)

    def test_a_session_is_added_from_the_page_of_the_case(self):
        case = self.a_case()
        session = {"title": "首谈", "date": self.day, "minutes": "70", "mode:list": "home"}
        added = self.worker.send(f"{case}/++add++CaseSession", **session)
        self.assertIn("70 分钟", self.worker.page(added.headers["Location"]).text)
        self.assertIn("1 次，共 1 小时 10 分", self.worker.page(case).text)

    def test_a_purchaser_may_not_open_a_case(self):
        self.assertEqual(403, self.as_user("purchaser").page(self.form).status_code)

    def test_forms_load_no_scripts(self):
        self.assertNotIn("++plone++static/bundle", self.worker.page(self.form).text)
