"""Deadlines out of the lines of a contract: by table, and for any calendar."""

from datetime import date
from datetime import timedelta
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
from tests.deadlines.promises import a_report
from tests.deadlines.promises import BRIEF
from tests.deadlines.promises import deadlines
from tests.deadlines.promises import INSPECTED
from tests.deadlines.promises import some_hours
from tests.deadlines.promises import SUPERVISED
from tests.deadlines.promises import YEAR
from unittest import TestCase
from yidang.deadlines.engine.deadline import in_order
from yidang.deadlines.engine.deadline import LONG_AGO
from yidang.deadlines.engine.deadline import OPEN
from yidang.deadlines.engine.deadline import SOON_DAYS
from yidang.deadlines.engine.deadline import STATES
from yidang.indicators.engine.calendar import Calendar
from yidang.indicators.engine.facts import Fact
from yidang.indicators.engine.rules import PERIODS


MARCH = "S2-I03:2024-03:"


class BriefTest(TestCase):
    """每月25日前一份简报."""

    def state(self, today: date, *facts: Fact) -> str:
        return deadlines([BRIEF], facts, today)[MARCH].state

    def test_every_state_in_its_time(self):
        early, late = a_report("2024-03", date(2024, 3, 20)), a_report("2024-03", date(2024, 3, 27))
        for today, facts, state in (
            (date(2024, 2, 29), (), "later"),
            (date(2024, 3, 1), (), "due"),
            (date(2024, 3, 17), (), "due"),
            (date(2024, 3, 18), (), "soon"),
            (date(2024, 3, 25), (), "soon"),
            (date(2024, 3, 26), (), "overdue"),
            (date(2024, 3, 20), (early,), "done"),
            (date(2024, 3, 28), (late,), "late"),
            (date(2024, 3, 28), (late, early), "done"),
        ):
            with self.subTest(today=today, facts=len(facts)):
                self.assertEqual(state, self.state(today, *facts))

    def test_the_twenty_fifth_counts_whole(self):
        self.assertEqual("done", self.state(date(2024, 4, 2), a_report("2024-03", date(2024, 3, 25))))

    def test_the_day_of_handing_in_is_told(self):
        found = deadlines([BRIEF], [a_report("2024-03", date(2024, 3, 27))], date(2024, 4, 1))[MARCH]
        self.assertEqual((date(2024, 3, 25), date(2024, 3, 27), 1), (found.due, found.done_on, found.value))

    def test_a_report_handed_in_before_its_month_is_done(self):
        self.assertEqual("done", self.state(date(2024, 2, 28), a_report("2024-03", date(2024, 2, 28))))

    def test_a_draft_does_not_count(self):
        self.assertEqual(
            "overdue", self.state(date(2024, 4, 1), a_report("2024-03", date(2024, 3, 20), standing="none"))
        )

    def test_a_day_that_moves_is_late_only_after_the_day_that_holds(self):
        monday = date(2024, 5, 27)
        facts = [a_report("2024-05", monday)]
        moved = {date(2024, 5, 25): monday}  # a Saturday
        found = deadlines([BRIEF], facts, date(2024, 6, 1), moved=lambda day: moved.get(day, day))["S2-I03:2024-05:"]
        self.assertEqual(("done", monday, date(2024, 5, 25)), (found.state, found.due, found.named))
        self.assertEqual("late", deadlines([BRIEF], facts, date(2024, 6, 1))["S2-I03:2024-05:"].state)

    def test_a_month_whose_day_lies_before_the_contract_asks_for_nothing(self):
        found = deadlines([BRIEF], (), date(2024, 5, 1), Calendar(date(2024, 3, 28), date(2024, 6, 30)))
        self.assertEqual(["2024-04", "2024-05", "2024-06"], sorted(one.period for one in found.values()))


class MembersTest(TestCase):
    """每人每月，每站每月."""

    def test_two_hours_for_every_worker_every_month(self):
        facts = [some_hours("li", date(2024, 1, 5), 1.5), some_hours("li", date(2024, 1, 25), 0.5)]
        facts.append(some_hours("wang", date(2024, 1, 9), 1))
        found = deadlines([SUPERVISED], facts, date(2024, 2, 1), workers=["li", "wang"])
        self.assertEqual("done", found["S1-I08:2024-01:li"].state)
        self.assertEqual("overdue", found["S1-I08:2024-01:wang"].state)
        self.assertEqual((24, 1), (len(found), found["S1-I08:2024-01:wang"].value))

    def test_who_leaves_owes_nothing_afterwards(self):
        found = deadlines([SUPERVISED], (), date(2024, 6, 1), workers={"li": (None, date(2024, 2, 10))})
        self.assertEqual(["2024-01", "2024-02"], [one.period for one in found.values()])

    def test_every_station_is_inspected_every_month(self):
        facts = [Fact("inspection", "one", "c", station="shiqi", date=date(2024, 3, 8))]
        found = deadlines([INSPECTED], facts, date(2024, 4, 1), stations=["shiqi", "dongqu"])
        states = {one.member: one.state for one in found.values() if one.period == "2024-03"}
        self.assertEqual({"shiqi": "done", "dongqu": "overdue"}, states)

    def test_clients_are_counted_and_not_named(self):
        rule = {**SUPERVISED, "code": "S1-I03", "title": "重点儿童每月上门", "unit": "次", "target": ">= 1"}
        rule |= {"count": {"kinds": ["visit"]}, "per": ["client", "month"]}
        visits = [
            Fact("visit", f"v{name}", "c", subjects=(name,), date=date(2024, 1, 3 + place))
            for place, name in enumerate(("anna", "bing"))
        ]
        found = deadlines([rule], visits, date(2024, 2, 1), clients=["anna", "bing", "chen"])
        january = found["S1-I03:2024-01:"]
        self.assertEqual((3, 2, "overdue", ""), (january.members, january.members_done, january.state, january.member))


class NoDeadlineTest(TestCase):
    def test_some_lines_have_none(self):
        plain = {**SUPERVISED, "per": []}
        for rule in (
            plain,
            {**SUPERVISED, "target": "none"},
            {**SUPERVISED, "target": "~ 16"},
            {**plain, "as_of": "today", "count": {"kinds": ["staff"]}},
            {**plain, "count": {"measure": {"total": "completion"}}},
        ):
            with self.subTest(rule=rule):
                self.assertEqual({}, deadlines([rule], (), date(2024, 6, 1), workers=["li"]))

    def test_too_much_of_an_exact_number_owes_nothing(self):
        rule = {**INSPECTED, "target": "= 1", "per": ["month"]}
        facts = [Fact("inspection", f"i{day}", "c", date=date(2024, 1, day)) for day in (3, 4)]
        self.assertEqual("done", deadlines([rule], facts, date(2024, 2, 9))["S1-I20:2024-01:"].state)

    def test_a_rate_is_done_only_when_its_period_is_over(self):
        ratio = {"ratio": {"of": {"where": [{"field": "hours", ">=": 2}]}, "to": {}}}
        rule = {
            **SUPERVISED,
            "target": ">= 50%",
            "per": ["quarter"],
            "count": {"kinds": ["supervision"], "measure": ratio},
        }
        facts = [some_hours("li", date(2024, 1, 5), 2)]
        for today, state in ((date(2024, 3, 31), "soon"), (date(2024, 4, 1), "done")):
            with self.subTest(today=today):
                self.assertEqual(state, deadlines([rule], facts, today)["S1-I08:2024-Q1:"].state)


TERMS = st.builds(
    lambda start, days, quarters: Calendar(start, start + timedelta(days=days), quarters),
    st.dates(date(2023, 12, 1), date(2025, 3, 1)),
    st.integers(0, 800),
    st.sampled_from(("calendar", "contract")),
)


class AnyCalendarTest(TestCase):
    @given(TERMS, st.sampled_from(PERIODS), st.integers(-40, 900))
    def test_no_period_is_without_its_deadline(self, calendar, period, days):
        rule = {**INSPECTED, "per": [period]}
        found = deadlines([rule], (), calendar.start + timedelta(days=days), calendar)
        buckets = calendar.buckets(period)
        self.assertEqual([one.label for one in buckets], [one.period for one in found.values()])
        self.assertEqual([one.end for one in buckets], [one.due for one in found.values()])

    @given(TERMS, st.integers(1, 31), st.integers(-40, 900), st.lists(st.integers(0, 800), max_size=12))
    @settings(max_examples=60)
    def test_states_are_known_and_a_day_passes_from_one_to_the_next(self, calendar, day, days, filed):
        rule = {**BRIEF, "due": {"day": day}}
        facts = [a_report("", calendar.start + timedelta(days=number)) for number in filed]
        facts = [
            Fact("report", one.uid, "c", date=one.date, attributes={"report_kind": "monthly_brief"}) for one in facts
        ]
        today = calendar.start + timedelta(days=days)
        for one in deadlines([rule], facts, today, calendar).values():
            self.assertIn(one.state, STATES)
            done = one.value >= 1
            self.assertIs(not done and one.start <= today, one.state in OPEN)
            self.assertIs(one.state == "overdue", not done and today > one.due)
            self.assertIs(one.state == "late", done and one.done_on > one.due)
            self.assertIs(one.state == "later", not done and today < one.start and today <= one.due)

    @given(st.integers(1, 400))
    def test_what_is_open_comes_first_and_of_it_what_lies_around_today(self, days):
        today = YEAR.start + timedelta(days=days)
        found = in_order(deadlines([BRIEF, INSPECTED], (), today, stations=["a", "b"]).values(), today)
        opens = [one.is_open for one in found]
        self.assertEqual(sorted(opens, reverse=True), opens)
        around = range(-LONG_AGO, SOON_DAYS + 1)
        near = [one.due for one in found if one.is_open and (one.due - today).days in around]
        self.assertEqual(sorted(near), [one.due for one in found[: len(near)]])
        old = [one.due for one in found if one.state == "overdue" and (today - one.due).days > LONG_AGO]
        self.assertEqual(sorted(old, reverse=True), old)
