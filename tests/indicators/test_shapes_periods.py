"""When a number is due: months, quarters, last permitted days, amended targets."""

from datetime import date
from tests.indicators.shapes import fact
from tests.indicators.shapes import rule
from tests.indicators.shapes import S4_TERM
from tests.indicators.shapes import ShapesTest
from yidang.indicators.engine.calendar import Calendar


class PeriodShapesTest(ShapesTest):
    def test_s2_i03_a_brief_by_the_25th_of_every_month_and_the_25th_counts_whole(self):
        line = rule("S2-I03", ">= 1", ["report"], per=["month"], due={"day": 25})
        found = self.board(
            line, [fact("report", date(2024, 1, 25)), fact("report", date(2024, 2, 26))], date(2024, 2, 25)
        )
        self.assertEqual([one.met for one in found.buckets][:2], [True, False])
        self.assertEqual((found.state, found.buckets[1].over), ("ok", False))
        self.assertEqual(self.board(line, [fact("report", date(2024, 1, 25))], date(2024, 2, 26)).state, "failed")
        self.assertEqual(
            self.reasons(fact("report", date(2024, 2, 26)), line), ["2024-02-26 提交，晚于2024年2月的截止日 2024-02-25"]
        )

    def test_s2_x15_a_paper_may_be_due_in_the_month_after_the_one_it_is_for(self):
        line = rule("S2-I04", ">= 1", ["report"], per=["month"], due={"day": 5, "after": 1, "of": "period"})
        december = fact("report", date(2025, 1, 5), attributes={"period": "2024-12"})
        self.assertEqual(self.board(line, [december]).buckets[-1].value, 1)
        late = fact("report", date(2025, 1, 6), attributes={"period": "2024-12"})
        self.assertEqual(self.reasons(late, line), ["2025-01-06 提交，晚于2024年12月的截止日 2025-01-05"])
        strange = fact("report", date(2024, 1, 5), attributes={"period": "2023-12"})
        self.assertIn("不在合同期", self.reasons(strange, line)[0])

    def test_s2_i36_ten_hours_in_every_quarter_of_the_contract_or_of_the_calendar(self):
        line = rule("S2-I36", ">= 10", ["volunteer_work"], {"sum": "hours"}, per=["quarter"])
        visit = [fact("volunteer_work", date(2022, 4, 30), amounts={"hours": 10})]
        calendar = self.board(line, visit, date(2022, 5, 1), S4_TERM)
        self.assertEqual([(one.bucket, one.value) for one in calendar.buckets][:2], [("2022-Q1", 0), ("2022-Q2", 10)])
        contract = self.board(line, visit, date(2022, 5, 1), Calendar(S4_TERM.start, S4_TERM.end, "contract"))
        self.assertEqual([(one.bucket, one.value) for one in contract.buckets][:2], [("Q01", 10), ("Q02", 0)])

    def test_s4_i09_three_unannounced_days_in_every_quarter(self):
        line = rule(
            "S4-I09", ">= 3", ["inspection"], {"sum": "days"}, [{"field": "unannounced", "is": True}], per=["quarter"]
        )
        day = {"amounts": {"days": 3}}
        facts = [
            fact("inspection", date(2022, 2, 9), attributes={"unannounced": True}, **day),
            fact("inspection", date(2022, 5, 9), **day),
        ]
        found = self.board(line, facts, date(2022, 7, 1), S4_TERM)
        self.assertEqual([one.met for one in found.buckets], [True, False, False, False])
        self.assertEqual((found.target, found.state), (12, "failed"))
        self.assertEqual(self.reasons(facts[1], line, S4_TERM), ["未标为“非预约”，确实是的请标明"])

    def test_an_amended_target_leaves_old_periods_their_old_one(self):
        line = rule(
            "S2-I55",
            ">= 2",
            ["visit"],
            per=["month"],
            targets=[{"from": "2024-07-01", "target": ">= 3", "reason": "补充协议"}],
        )
        found = self.board(line, [], date(2024, 7, 1))
        self.assertEqual([one.target for one in found.buckets], [2] * 6 + [3] * 6)
        whole = rule("S2-I63", ">= 12", ["policy_talk"], targets=[{"from": "2024-07-01", "target": ">= 10"}])
        self.assertEqual([self.board(whole, [], day).target for day in (date(2024, 6, 30), date(2024, 7, 1))], [12, 10])
