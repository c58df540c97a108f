"""The course of a line as a chart: against the straight line, or period by period against what was promised."""

from datetime import date
from tests.indicators.told import YEAR
from unittest import TestCase
from yidang.indicators.engine import parse_rule
from yidang.indicators.engine import recount
from yidang.indicators.engine import tally
from yidang.indicators.engine.calendar import Calendar
from yidang.indicators.engine.facts import Fact
from yidang.indicators.pages.courses import beside_before
from yidang.indicators.pages.courses import course
from yidang.indicators.pages.courses import running
from yidang.indicators.pages.courses import short_labels


def visits(*days: date) -> list[Fact]:
    """A visit on each of the days."""
    return [Fact("visit", f"u{place}", "c", date=day) for place, day in enumerate(days)]


def told(facts, today: date, calendar: Calendar = YEAR, **rule):
    """A line of visits and its tally on a day."""
    data = {"code": "T-1", "title": "探访", "unit": "次", "count": {"kinds": ["visit"]}, **rule}
    line = parse_rule(data)
    return line, tally(recount(facts, [line], calendar), line, calendar, today)


class CourseTest(TestCase):
    def chart(self, facts, today, link=None, **rule):
        line, found = told(facts, today, **rule)
        return course(line, found, YEAR, today, link)

    def test_done_is_added_up_until_today_and_held_against_the_straight_line(self):
        facts = visits(date(2024, 1, 5), date(2024, 1, 6), date(2024, 3, 1))
        chart = self.chart(facts, date(2024, 3, 15), target=">= 12")
        done, plan = chart.series
        self.assertEqual((2, 2, 3, None), done.values[:4])
        self.assertEqual(12, plan.values[-1])
        self.assertAlmostEqual(12 * 31 / 366, plan.values[0], places=1)
        self.assertEqual((2, 0, 1), chart.beside[0].values[:3])

    def test_a_line_without_a_target_has_no_straight_line(self):
        self.assertEqual(["累计完成"], [one.name for one in self.chart([], date(2024, 3, 1)).series])

    def test_a_promise_by_month_is_shown_month_by_month(self):
        chart = self.chart(visits(date(2024, 1, 5)), date(2024, 2, 10), target=">= 2", per=["month"])
        done, target = chart.series
        self.assertEqual((1, 0, None), done.values[:3])
        self.assertEqual({2}, set(target.values))

    def test_a_promise_by_quarter_has_four_columns_and_future_ones_are_empty(self):
        chart = self.chart(visits(date(2024, 2, 5)), date(2024, 4, 1), target=">= 1", per=["quarter"])
        self.assertEqual((1, 0, None, None), chart.series[0].values)
        self.assertEqual("2024年第1季度", chart.titles[0])

    def test_an_amended_target_changes_the_later_periods_only(self):
        amended = [{"from": "2024-07-01", "target": ">= 5", "reason": "补充协议"}]
        chart = self.chart([], date(2024, 3, 1), target=">= 2", targets=amended, per=["month"])
        self.assertEqual([2] * 6 + [5] * 6, list(chart.series[1].values))

    def test_a_rate_has_no_course(self):
        line = {"count": {"kinds": ["case"], "measure": {"ratio": {"of": {}, "to": {}}}}, "target": ">= 80%"}
        self.assertIsNone(self.chart([], date(2024, 3, 1), **line))

    def test_months_lead_to_their_records(self):
        chart = self.chart([], date(2024, 3, 1), target=">= 12", link="?bucket={}".format)
        self.assertEqual("?bucket=2024-01", chart.links[0])

    def test_the_year_is_told_where_it_begins(self):
        self.assertEqual(("25年12月", "26年1月", "2月"), short_labels(["2025-12", "2026-01", "2026-02"]))

    def test_running_sums_end_with_the_last_number(self):
        self.assertEqual((1, 3, None, None), running([1, 2, None, 4]))


class BeforeTest(TestCase):
    def test_the_same_month_of_the_year_before_stands_beside_each_month(self):
        last = Calendar(date(2023, 1, 1), date(2023, 12, 31))
        _, now = told(visits(date(2024, 2, 1)), date(2024, 3, 1), target=">= 12")
        _, then = told(visits(date(2023, 2, 1), date(2023, 2, 2)), date(2024, 3, 1), last, target=">= 12")
        before, current = beside_before("比较", now, then, date(2024, 3, 1)).series
        self.assertEqual((0, 2, 0), before.values[:3])
        self.assertEqual((0, 1, 0, None), current.values[:4])

    def test_contracts_of_other_months_are_compared_in_their_order(self):
        last = Calendar(date(2021, 7, 1), date(2021, 9, 30))
        _, now = told([], date(2024, 3, 1), target=">= 12")
        _, then = told(visits(date(2021, 8, 1)), date(2024, 3, 1), last, target=">= 12")
        before, _ = beside_before("比较", now, then, date(2024, 3, 1)).series
        self.assertEqual((0, 1, 0, None), before.values[:4])
