"""The term cut into periods; where today lies; last permitted days."""

from datetime import date
from datetime import timedelta
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
from unittest import TestCase
from yidang.indicators.engine.calendar import add_months
from yidang.indicators.engine.calendar import bucket_title
from yidang.indicators.engine.calendar import Calendar
from yidang.indicators.engine.calendar import due_day


DIMENSIONS = ("month", "quarter", "half_year", "year", "week", "contract_month")
calendars = st.builds(
    lambda start, days, quarters: Calendar(start, start + timedelta(days), quarters),
    st.dates(date(2020, 1, 1), date(2027, 12, 31)),
    st.integers(0, 800),
    st.sampled_from(["calendar", "contract"]),
)


class Periods(TestCase):
    @settings(max_examples=60, deadline=None)
    @given(calendars, st.sampled_from(DIMENSIONS))
    def test_periods_cover_the_term_without_gap_and_sort_by_time(self, calendar, dimension):
        buckets = calendar.buckets(dimension)
        self.assertEqual((buckets[0].start, buckets[-1].end), (calendar.start, calendar.end))
        for one, following in zip(buckets, buckets[1:], strict=False):
            self.assertEqual(one.end + timedelta(1), following.start)
        labels = [one.label for one in buckets]
        self.assertEqual(labels, sorted(set(labels)))

    @settings(max_examples=60, deadline=None)
    @given(calendars, st.sampled_from(DIMENSIONS), st.integers(0, 800))
    def test_the_label_of_a_day_is_that_of_the_period_it_lies_in(self, calendar, dimension, place):
        day = calendar.start + timedelta(place)
        if day in calendar:
            bucket = calendar.bucket(dimension, calendar.label(dimension, day))
            self.assertTrue(bucket.start <= day <= bucket.end)

    def labels(self, dimension, start, end, quarters="calendar"):
        return [one.label for one in Calendar(start, end, quarters).buckets(dimension)]

    def test_labels_of_s0(self):
        start, end = date(2024, 1, 1), date(2024, 12, 31)
        self.assertEqual(self.labels("month", start, end)[::11], ["2024-01", "2024-12"])
        self.assertEqual(self.labels("quarter", start, end), ["2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4"])
        self.assertEqual(self.labels("half_year", start, end), ["2024-H1", "2024-H2"])
        self.assertEqual(self.labels("week", start, end)[6], "2024-W07")
        self.assertEqual(self.labels("week", start, end)[-1], "2025-W01")

    def test_s4_has_four_quarters_either_way(self):
        start, end = date(2022, 2, 1), date(2022, 12, 10)
        self.assertEqual(self.labels("quarter", start, end), ["2022-Q1", "2022-Q2", "2022-Q3", "2022-Q4"])
        contract = Calendar(start, end, "contract")
        self.assertEqual([one.label for one in contract.buckets("quarter")], ["Q01", "Q02", "Q03", "Q04"])
        self.assertEqual(contract.buckets("quarter")[0].end, date(2022, 4, 30))
        self.assertEqual(contract.buckets("quarter")[-1].start, date(2022, 11, 1))

    def test_contract_months_begin_on_the_day_of_the_start(self):
        months = Calendar(date(2024, 1, 31), date(2024, 5, 2)).buckets("contract_month")
        self.assertEqual(
            [one.start for one in months], [date(2024, 1, 31), date(2024, 2, 29), date(2024, 3, 31), date(2024, 4, 30)]
        )

    def test_a_term_that_ends_before_it_starts_is_refused(self):
        with self.assertRaises(ValueError):
            Calendar(date(2024, 2, 1), date(2024, 1, 31))

    def test_titles_read_as_people_say_them(self):
        titles = {
            "2024-03": "2024年3月", "2024-Q1": "2024年第1季度", "2024-H2": "2024年下半年", "2024-W07": "2024年第7周",
            "2024": "2024年", "M03": "合同第3个月", "Q02": "合同第2季", "H01": "合同第1个半年", "Y01": "合同第1年",
        }  # fmt: skip
        self.assertEqual({label: bucket_title(label) for label in titles}, titles)


class Time(TestCase):
    def test_the_last_day_counts_whole(self):
        march = Calendar(date(2024, 1, 1), date(2024, 12, 31)).buckets("month")[2]
        phases = [
            march.phase(day) for day in (date(2024, 2, 29), date(2024, 3, 1), date(2024, 3, 31), date(2024, 4, 1))
        ]
        self.assertEqual(phases, ["future", "running", "running", "over"])

    def test_due_days_in_short_months_and_in_the_month_after(self):
        months = Calendar(date(2024, 1, 1), date(2024, 12, 31)).buckets("month")
        self.assertEqual(due_day(months[1], 31), date(2024, 2, 29))
        self.assertEqual(due_day(months[11], 5, after=1), date(2025, 1, 5))

    def test_months_are_added_without_leaving_the_month(self):
        self.assertEqual(add_months(date(2024, 1, 31), 1), date(2024, 2, 29))
        self.assertEqual(add_months(date(2024, 3, 31), -4), date(2023, 11, 30))

    def test_the_length_of_s4_in_months(self):
        self.assertAlmostEqual(Calendar(date(2022, 2, 1), date(2022, 12, 10)).months_long(), 10 + 10 / 31)

    def test_the_share_that_has_passed_and_the_days_left(self):
        calendar = Calendar(date(2024, 1, 1), date(2024, 12, 31))
        self.assertEqual(
            [calendar.share(day) for day in (date(2023, 1, 1), date(2024, 7, 2), date(2025, 2, 1))], [0, 0.5, 1]
        )
        self.assertEqual(
            [calendar.days_left(day) for day in (date(2023, 1, 1), date(2024, 12, 31), date(2025, 1, 1))], [366, 1, 0]
        )
