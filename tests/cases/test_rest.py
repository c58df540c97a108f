"""Cases and sessions by REST."""

from tests.visitors import WebTest


FIELDS = {"title": "婚姻家庭个案", "stage": "intake"}


class CaseRestTest(WebTest):
    def setUp(self):
        super().setUp()
        self.day = self.contract.start.isoformat()
        self.worker = self.as_user("worker")
        self.records = self.section("records")
        client = self.worker.add(self.records, "Client", title="阿芳", recorded_on=self.day).json()
        self.fields = {**FIELDS, "opened": self.day, "client": client["UID"], "workers": ["worker"]}

    def a_case(self, **fields) -> str:
        return self.worker.added(self.records, "CaseFile", **{**self.fields, **fields})

    def test_a_worker_opens_a_case_adds_a_session_and_submits(self):
        case = self.a_case()
        session = {"title": "首谈", "date": self.day, "minutes": 60, "mode": "office"}
        self.assertEqual(201, self.worker.add(case, "CaseSession", **session).status_code)
        self.assertEqual("submitted", self.worker.rest("POST", f"{case}/@workflow/submit").json()["review_state"])

    def test_a_case_is_closed_by_a_change(self):
        case = self.a_case()
        self.assertEqual(204, self.worker.rest("PATCH", case, closed=self.day, stage="closing").status_code)
        self.assertEqual(self.day, self.worker.rest("GET", case).json()["closed"])

    def test_a_case_is_not_closed_before_it_is_opened(self):
        answer = self.worker.rest("PATCH", self.a_case(), closed="2001-01-01")
        self.assert_refused(answer, closed="结案日期早于接案日期。")

    def test_a_client_who_is_not_filed_is_refused(self):
        answer = self.worker.add(self.records, "CaseFile", **{**self.fields, "client": "nobody"})
        self.assert_refused(answer, client="请从列出的选项中选择。")

    def test_a_person_outside_the_team_is_not_in_charge(self):
        answer = self.worker.add(self.records, "CaseFile", **{**self.fields, "workers": ["purchaser"]})
        self.assert_refused(answer, workers="请从列出的选项中选择。")

    def test_a_session_without_length_and_in_the_future_is_refused(self):
        answer = self.worker.add(self.a_case(), "CaseSession", title="首谈", date="2099-01-01", minutes=0)
        self.assert_refused(answer, date="日期不能晚于今天。", minutes="不能小于 1。")

    def test_a_submitted_case_takes_no_more_sessions(self):
        case = self.a_case()
        self.worker.rest("POST", f"{case}/@workflow/submit")
        session = {"title": "晚了", "date": self.day, "minutes": 60, "mode": "office"}
        self.assertEqual(403, self.worker.add(case, "CaseSession", **session).status_code)

    def test_submitting_an_incomplete_case_names_what_is_missing(self):
        case = self.a_case(workers=[], client=None)
        answer = self.worker.rest("POST", f"{case}/@workflow/submit")
        self.assert_refused(answer, workers="请填写负责社工。", client="请填写服务对象。")
