"""Deadlines that no line states: the contract's list of reports, demands for correction, the term."""

from datetime import date
from tests.deadlines.promises import a_report
from tests.deadlines.promises import BRIEF
from tests.deadlines.promises import deadlines
from tests.deadlines.promises import YEAR
from unittest import TestCase
from yidang.deadlines.engine.papers import Demanded
from yidang.deadlines.engine.papers import rectification_deadlines
from yidang.deadlines.engine.papers import term_deadlines
from yidang.deadlines.engine.promises import Reading
from yidang.indicators.engine.cells import Cells


SUMMARY = {"kind": "monthly_summary", "title": "月工作总结", "per": "month", "due_day": 25}


class ReportsTest(TestCase):
    def test_a_report_of_the_list_is_due_in_every_month(self):
        facts = [a_report("2024-01", date(2024, 1, 25), "monthly_summary")]
        found = deadlines([], facts, date(2024, 2, 26), reports=[SUMMARY])
        self.assertEqual(12, len(found))
        self.assertEqual("done", found["report:monthly_summary:2024-01"].state)
        self.assertEqual("overdue", found["report:monthly_summary:2024-02"].state)

    def test_a_report_that_a_line_counts_by_month_is_not_said_twice(self):
        report = {"kind": "monthly_brief", "title": "月简报", "per": "month", "due_day": 25, "indicator": "S2-I03"}
        self.assertEqual(12, len(deadlines([BRIEF], (), date(2024, 2, 1), reports=[report])))

    def test_the_line_takes_the_day_of_the_list(self):
        line = {key: value for key, value in BRIEF.items() if key != "due"}
        report = {"kind": "monthly_brief", "title": "月简报", "per": "month", "due_day": 20, "indicator": "S2-I03"}
        found = deadlines([line], [a_report("2024-01", date(2024, 1, 22))], date(2024, 2, 1), reports=[report])
        self.assertEqual((date(2024, 1, 20), "late"), (found["S2-I03:2024-01:"].due, found["S2-I03:2024-01:"].state))

    def test_without_a_day_it_is_due_on_the_last_day_of_its_period(self):
        report = {"kind": "quarterly_report", "title": "季度报告", "per": "quarter"}
        found = deadlines([], (), date(2024, 2, 1), reports=[report])
        days = [date(2024, 3, 31), date(2024, 6, 30), date(2024, 9, 30), date(2024, 12, 31)]
        self.assertEqual(days, [one.due for one in found.values()])

    def test_a_report_of_the_whole_term_is_due_when_it_ends(self):
        report = {"kind": "final_evaluation", "title": "末期评估报告"}
        found = deadlines([], (), date(2024, 2, 1), reports=[report])["report:final_evaluation:"]
        self.assertEqual((YEAR.end, "due"), (found.due, found.state))
        filed = [a_report("", date(2024, 11, 3), "final_evaluation")]
        found = deadlines([], filed, date(2024, 12, 1), reports=[report])["report:final_evaluation:"]
        self.assertEqual(("done", date(2024, 11, 3)), (found.state, found.done_on))


class RectificationTest(TestCase):
    def state(self, today: date, settled: date | None = None) -> str:
        reading = Reading(Cells(), YEAR, today, lambda kinds: ())
        demand = Demanded("u", "补齐签名", date(2024, 5, 1), date(2024, 5, 20), settled)
        [found] = rectification_deadlines([demand], reading)
        return found.state

    def test_open_until_it_is_settled(self):
        for today, settled, state in (
            (date(2024, 5, 2), None, "due"),
            (date(2024, 5, 20), None, "soon"),
            (date(2024, 5, 21), None, "overdue"),
            (date(2024, 5, 22), date(2024, 5, 20), "done"),
            (date(2024, 5, 22), date(2024, 5, 22), "late"),
        ):
            with self.subTest(today=today, settled=settled):
                self.assertEqual(state, self.state(today, settled))


class TermTest(TestCase):
    def test_the_term_begins_and_ends_and_nobody_owes_it(self):
        days = (("start", "合同期开始", YEAR.start), ("end", "合同期结束", YEAR.end))
        for today, states in (
            (date(2023, 12, 20), ["later", "later"]),
            (date(2024, 1, 1), ["soon", "later"]),
            (date(2024, 12, 31), ["past", "soon"]),
            (date(2025, 1, 1), ["past", "past"]),
        ):
            with self.subTest(today=today):
                self.assertEqual(states, [one.state for one in term_deadlines(days, today)])
