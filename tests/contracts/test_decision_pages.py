"""The page of a contract with its limits and readings, and the pages on which one decides."""

from .file_samples import SMALL
from datetime import date
from plone import api
from tests.builders import a_record
from tests.builders import an_account
from tests.desk.world import DeskTest
from tests.desk.world import PEOPLE
from tests.visitors import token_of
from yidang.contracts.decisions import decisions_of
from yidang.contracts.file import read
from yidang.contracts.load import load

import transaction


TEXT = (
    SMALL
    + """\
  - {code: A-2, title: 建档, unit: 份, promised: bid, count: {kinds: [client], measure: count}}
  - {code: A-3, title: 会议, unit: 次, target: ">= 4", count: {kinds: [meeting, forum], measure: count}}
choices:
  - code: C-1
    question: 座谈会算不算会议？
    default: both
    why: 合同没有分开写。
    options:
      - {code: both, title: 都算}
      - {code: meetings, title: 只算工作会议, set: {A-3: {count: {kinds: [meeting], measure: count}}}}
  - code: C-2
    question: 80分以下含80分吗？
    default: with
    why: 民法典。
    options:
      - {code: with, title: 含80分}
      - {code: without, title: 不含80分, thresholds: {T-1: {when: "< 80"}}}
thresholds:
  - {code: T-1, title: 中期评估80分以下, of: evaluation, kind: midterm, when: "<= 80",
     then: [rectify, extend], months: 1}
gates:
  - {code: G-1, title: 结项, needs: [{title: 会议达标, indicator: A-3}, {title: 末期评估合格, evaluation: final}]}
media: {levels: [district, city], outlets: [某某日报]}
documents:
  - {code: D-1, about: case, title: 个案档案, kinds: [{kind: service_plan, title: 服务计划书}]}
staff:
  - {code: P-1, applies_to: worker, title: 年龄45周岁（含）以下, age: "<= 45"}
obligations:
  - {code: O-1, title: 定点坐班, text: 每周40小时。, due_on: 2024-03-01}
notes:
  - {code: X-1, text: 表格写错一处。}
"""
)


SHOWN = (
    "座谈会算不算会议？",
    "采用：都算",
    "可改选：只算工作会议",
    "中期评估80分以下",
    "≤ 80",
    "延长服务期 1 个月",
    "尚无结果",
    "条件未齐",
    "还没有末期评估",
    "待填写",
    "服务计划书",
    "不超过 45 周岁（含）",
    "某某日报",
    "须于 2024-03-01 前完成",
    "表格写错一处",
)


class DecisionPages(DeskTest):
    """Over HTTP, as people of all roles."""

    def setUp(self):
        super().setUp()
        self.small = load(self.portal, read(TEXT))
        api.content.transition(self.small, "activate")
        for name, role in PEOPLE.items():
            an_account(name, self.small, role)
        transaction.commit()
        self.at = "/contracts/small"

    def evaluated(self, kind: str, score: float) -> None:
        fields = {"title": "评估", "kind": kind, "date": date(2024, 6, 20), "score": score}
        a_record(self.small, "Evaluation", **fields)
        transaction.commit()

    def decide(self, page: str, **fields):
        visitor = self.reader("siteadmin")
        shown = visitor.page(f"{self.at}/@@{page}" + (f"?code={fields['code']}" if page == "choice" else ""))
        return visitor._post(f"{self.at}/@@{page}", {"_authenticator": token_of(shown.text), **fields}, {})

    def kept(self) -> list:
        transaction.begin()
        return [(one["kind"], one["now"], one["reason"]) for one in decisions_of(self.small)]

    def test_the_team_reads_what_the_contract_asks_and_how_it_is_read(self):
        page = self.text("worker", self.at)
        for words in SHOWN:
            self.assertIn(words, page)
        self.assertNotIn("@@choice", page)

    def test_only_those_who_manage_the_contract_may_decide(self):
        for page in ("@@choice?code=C-1", "@@extend", "@@bid"):
            with self.subTest(page):
                self.assert_may(f"{self.at}/{page}", "siteadmin")
        self.assertIn("@@choice?code=C-1", self.text("siteadmin", self.at))

    def test_what_an_option_would_do_is_shown_before_it_is_chosen(self):
        page = self.text("siteadmin", f"{self.at}/@@choice?code=C-1&option=meetings")
        self.assertIn("这样选会怎样", page)
        self.assertIn("A-3", page)
        self.assertNotIn("A-1", page)
        page = self.text("siteadmin", f"{self.at}/@@choice?code=C-2&option=without")
        self.assertIn("≤ 80：尚无结果", page)
        self.assertIn("< 80：尚无结果", page)
        self.assertEqual([], self.kept())

    def test_choosing_needs_a_reason_and_what_was_typed_stays(self):
        answer = self.decide("choice", code="C-1", option="meetings", reason=" ")
        self.assertEqual(400, answer.status_code)
        self.assertIn("请写明理由", answer.text)
        self.assertEqual([], self.kept())
        self.assertEqual(302, self.decide("choice", code="C-1", option="meetings", reason="来函").status_code)
        self.assertEqual([("choice", "meetings", "来函")], self.kept())
        page = self.text("worker", self.at)
        self.assertIn("由“都算”改为“只算工作会议”", page)
        self.assertIn("已改选", page)

    def test_an_unknown_choice_is_not_found_and_an_unknown_option_is_refused(self):
        self.assertEqual(404, self.status("siteadmin", f"{self.at}/@@choice?code=C-9"))
        self.assertEqual(200, self.status("siteadmin", f"{self.at}/@@choice?code=C-1&option=none"))
        self.assertEqual(400, self.decide("choice", code="C-1", option="none", reason="试").status_code)

    def test_a_bad_score_offers_the_extension_and_the_term_grows(self):
        self.evaluated("midterm", 75)
        self.assertIn("已触及", self.text("purchaser", self.at))
        self.assertIn("去延长", self.text("siteadmin", self.at))
        self.assertIn('value="2025-01-31"', self.text("siteadmin", f"{self.at}/@@extend"))
        self.assertEqual(302, self.decide("extend", until="2025-01-31", reason="中期75分").status_code)
        self.assertIn("2024-12-31 改为 2025-01-31", self.text("worker", self.at))

    def test_a_day_that_is_none_or_too_early_is_refused_at_its_field(self):
        for day, piece in (("下月", "不是日期"), ("2024-12-31", "须晚于现在的"), ("", "请填写新的结束日期")):
            with self.subTest(day):
                answer = self.decide("extend", until=day, reason="试")
                self.assertEqual(400, answer.status_code)
                self.assertIn(piece, answer.text)
        self.assertEqual([], self.kept())

    def test_a_number_of_the_bid_is_entered_once_and_may_be_corrected(self):
        self.assertEqual(400, self.decide("bid", code="A-2", target="很多", reason="试").status_code)
        self.assertEqual(302, self.decide("bid", code="A-2", target=">= 30", reason="标书第3页").status_code)
        self.assertEqual(302, self.decide("bid", code="A-2", target=">= 35", reason="看错").status_code)
        page = self.text("worker", self.at)
        self.assertIn("填写为“>= 30”", page)
        self.assertNotIn("待填写", page)

    def test_a_contract_that_is_over_takes_no_decision(self):
        self.post("purchaser", f"{self.at}/@@step", transition="terminate", comment="采购方取消项目")
        self.assertEqual(403, self.status("siteadmin", f"{self.at}/@@extend"))
