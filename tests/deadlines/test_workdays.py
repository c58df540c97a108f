"""Working days: the table first, then the weekday."""

from datetime import date
from datetime import timedelta
from hypothesis import given
from hypothesis import strategies as st
from unittest import TestCase
from yidang.deadlines.engine.workdays import format_special
from yidang.deadlines.engine.workdays import parse_special
from yidang.deadlines.engine.workdays import Special
from yidang.deadlines.engine.workdays import Workdays
from yidang.deadlines.library import specials_of


DAYS = st.dates(date(2024, 1, 1), date(2026, 12, 31))
SPECIALS = st.lists(st.builds(Special, DAYS, st.sampled_from(("春节", "国庆节 调休")), st.booleans()), max_size=60)


class WorkdaysTest(TestCase):
    def setUp(self):
        self.table = Workdays(one for year in (2024, 2025, 2026) for one in specials_of(year))

    def test_days_as_the_state_council_announced_them(self):
        for day, working in (
            ("2024-02-09", True),  # 除夕: not a public holiday that year
            ("2024-02-12", False),
            ("2024-02-18", True),  # a Sunday worked for the Spring Festival
            ("2024-10-01", False),
            ("2024-10-12", True),
            ("2025-01-28", False),
            ("2025-10-11", True),
            ("2026-02-14", True),
            ("2026-10-07", False),
            ("2026-10-08", True),
            ("2026-11-28", False),  # an ordinary Saturday
        ):
            with self.subTest(day=day):
                self.assertIs(working, self.table.is_working_day(date.fromisoformat(day)))

    def test_after_the_national_holiday_comes_the_eighth(self):
        self.assertEqual(date(2026, 10, 8), self.table.next_working_day(date(2026, 10, 1)))

    def test_a_working_day_stays_where_it_is(self):
        self.assertEqual(date(2026, 10, 9), self.table.next_working_day(date(2026, 10, 9)))

    def test_a_sunday_that_is_worked_counts_as_a_working_day(self):
        # 2026-02-23 ends the Spring Festival; Saturday the 28th is worked.
        self.assertEqual(5, self.table.working_days_between(date(2026, 2, 23), date(2026, 3, 1)))

    def test_both_ends_count_and_an_empty_span_has_none(self):
        self.assertEqual(1, self.table.working_days_between(date(2026, 11, 25), date(2026, 11, 25)))
        self.assertEqual(0, self.table.working_days_between(date(2026, 11, 26), date(2026, 11, 25)))

    def test_a_year_without_a_line_is_said_to_be_unknown(self):
        self.assertEqual([2027], self.table.uncovered(date(2026, 12, 1), date(2027, 3, 1)))
        self.assertTrue(self.table.is_working_day(date(2027, 10, 1)))

    def test_each_year_has_as_many_free_days_as_the_rules_give(self):
        # 11 days by law in 2024, 13 since 2025 (除夕 and 5月2日); each exchanged weekend adds one free day.
        for year, lawful in ((2024, 11), (2025, 13), (2026, 13)):
            specials = specials_of(year)
            worked = sum(1 for one in specials if not one.off)
            free = sum(1 for one in specials if one.off and one.day.weekday() < 5)
            with self.subTest(year=year):
                self.assertLessEqual(free - worked, lawful)
                self.assertGreater(free, worked)

    def test_a_line_that_is_none_is_refused_with_a_sentence(self):
        for text, words in (
            ("昨天 放假 节", "不是日期"),
            ("2026-10-01 休息 节", "须是“放假”或“上班”"),
            ("", "不是日期"),
        ):
            with self.subTest(text=text), self.assertRaisesRegex(ValueError, words):
                parse_special(text)

    @given(SPECIALS)
    def test_every_line_is_read_as_it_was_written(self, specials):
        for one in specials:
            self.assertEqual(one, parse_special(format_special(one)))

    @given(SPECIALS, DAYS)
    def test_the_next_working_day_is_worked_and_none_before_it_is(self, specials, day):
        table = Workdays(specials)
        found = table.next_working_day(day)
        self.assertTrue(table.is_working_day(found))
        self.assertEqual(1, table.working_days_between(day, found))

    @given(SPECIALS, DAYS, st.integers(0, 60), st.integers(0, 60))
    def test_working_days_add_up(self, specials, day, one, two):
        table = Workdays(specials)
        middle = day + timedelta(days=one)
        last = middle + timedelta(days=1 + two)
        parts = table.working_days_between(day, middle) + table.working_days_between(middle + timedelta(days=1), last)
        self.assertEqual(table.working_days_between(day, last), parts)
