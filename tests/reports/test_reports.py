"""Reports: facts, the closing of their source case, checks, REST and forms."""

from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from tests.builders import a_contract
from tests.builders import a_record
from tests.builders import an_indicator
from tests.visitors import WebTest
from unittest import TestCase
from yidang.archive.actions import fire
from yidang.errors import Incomplete
from yidang.indicators.interfaces import IFactSource
from yidang.indicators.scoreboard import Scoreboard
from yidang.testing import YIDANG_INTEGRATION
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent


CASE_STUDIES = {
    "code": "S0-I05",
    "title": "专业服务案例",
    "unit": "份",
    "target": ">= 3",
    "count": {
        "kinds": ["report"],
        "measure": "count",
        "where": [{"field": "report_kind", "is": "case_study"}, {"field": "source_closed", "within": "term"}],
    },
}


class ReportTest(TestCase):
    layer = YIDANG_INTEGRATION

    def setUp(self):
        setRoles(self.layer["portal"], TEST_USER_ID, ["Manager"])
        self.contract = a_contract(self.layer["portal"])
        self.day = self.contract.start

    def a_report(self, kind: str, **fields):
        return a_record(self.contract, "Report", title="报告", kind=kind, submitted_on=self.day, **fields)

    def a_case_study(self):
        an_indicator(self.contract, CASE_STUDIES)
        self.case = a_record(self.contract, "CaseFile", title="个案", opened=self.day)
        fields = {"source_case": self.case.UID(), "workers": ("worker",), "summary": "怎样走出来的。"}
        return self.a_report("case_study", **fields)

    def close(self, day):
        self.case.closed = day
        notify(ObjectModifiedEvent(self.case))

    def value(self) -> int:
        return Scoreboard(self.contract).tallies()["S0-I05"].value

    def test_a_report_states_kind_period_and_day(self):
        fact = next(iter(IFactSource(self.a_report("monthly_summary", period="2026-03")).facts()))
        self.assertEqual(("report", self.day), (fact.kind, fact.date))
        self.assertEqual(("monthly_summary", "2026-03"), (fact.attributes["report_kind"], fact.attributes["period"]))

    def test_a_case_study_counts_once_its_case_is_closed_and_no_longer_when_it_is_reopened(self):
        fire(self.a_case_study(), "submit")
        self.assertEqual(0, self.value())
        self.close(self.day)
        self.assertEqual(1, self.value())
        self.close(None)
        self.assertEqual(0, self.value())

    def test_a_case_study_whose_case_is_deleted_no_longer_counts(self):
        fire(self.a_case_study(), "submit")
        self.close(self.day)
        self.case.__parent__.manage_delObjects([self.case.getId()])
        self.assertEqual(0, self.value())

    def test_a_case_study_names_its_case(self):
        a_record(self.contract, "CaseFile", title="个案", opened=self.day)
        report = self.a_report("case_study", workers=("worker",), summary="……")
        with self.assertRaises(Incomplete) as caught:
            fire(report, "submit")
        self.assertEqual(["source_case"], [error.field for error in caught.exception.errors])

    def test_a_study_of_a_contract_without_casework_names_none(self):
        self.assertEqual("submitted", fire(self.a_report("case_study", workers=("worker",), summary="……"), "submit"))

    def test_a_report_states_its_copies_and_its_file(self):
        fact = next(iter(IFactSource(self.a_report("research", copies=12)).facts()))
        self.assertEqual(({"copies": 12}, ()), (fact.amounts, fact.documents))

    def test_a_monthly_summary_needs_writer_month_and_something_to_read(self):
        with self.assertRaises(Incomplete) as caught:
            fire(self.a_report("monthly_summary"), "submit")
        self.assertEqual(["workers", "file", "period"], [error.field for error in caught.exception.errors])


class ReportWebTest(WebTest):
    def setUp(self):
        super().setUp()
        self.worker = self.as_user("worker")
        self.day = self.contract.start.isoformat()
        self.fields = {"title": "三月小结", "kind": "monthly_summary", "period": "2026-03", "submitted_on": self.day}

    def test_a_report_is_filed_and_submitted(self):
        fields = {**self.fields, "summary": "本月概况。", "workers": ["worker"]}
        report = self.worker.added(self.section("reports"), "Report", **fields)
        self.assertEqual(200, self.worker.rest("POST", f"{report}/@workflow/submit").status_code)

    def test_wrong_values_are_named(self):
        answer = self.worker.add(
            self.section("reports"), "Report", **{**self.fields, "kind": "poem", "submitted_on": 5, "source_case": "x"}
        )
        self.assert_refused(
            answer,
            kind="请从列出的选项中选择。",
            submitted_on="请填写真实的日期，例如 2026-03-09。",
            source_case="请从列出的选项中选择。",
        )

    def test_a_period_is_written_as_its_kind_asks(self):
        for kind, period, sentence in (
            ("monthly_summary", "2026-13", "请按“年-月”填写所属月份，例如 2026-03。"),
            ("monthly_brief", "2026年3月", "请按“年-月”填写所属月份，例如 2026-03。"),
            ("quarterly_report", "2026-03", "请按“年-Q季”填写所属季度，例如 2026-Q1；按合同季度的写 Q01。"),
        ):
            with self.subTest(kind=kind):
                answer = self.worker.add(
                    self.section("reports"), "Report", **{**self.fields, "kind": kind, "period": period}
                )
                self.assert_refused(answer, period=sentence)
        answer = self.worker.add(
            self.section("reports"), "Report", **{**self.fields, "kind": "quarterly_report", "period": "2026-Q3"}
        )
        self.assertEqual(201, answer.status_code)

    def test_a_report_does_not_belong_among_the_records(self):
        answer = self.worker.add(self.section("records"), "Report", **self.fields)
        self.assertIn(answer.status_code, (400, 403))

    def test_a_report_is_written_on_the_form(self):
        fields = {"title": "三月小结", "kind:list": "monthly_summary", "submitted_on": self.day, "summary": "概况"}
        answer = self.worker.send(self.section("reports") + "/++add++Report", **fields)
        self.assertIn("每月工作小结", self.worker.page(answer.headers["Location"]).text)
