"""What other real contracts ask: distinct days, minutes of a session, weeks, half-years, subsets below the line; and
terms that begin on signing, in mid-month, cross two years, or are extended by a month."""

from datetime import date
from datetime import timedelta
from unittest import TestCase
from yidang.indicators.engine import contribute
from yidang.indicators.engine import parse_rule
from yidang.indicators.engine import recount
from yidang.indicators.engine import tally
from yidang.indicators.engine.calendar import Calendar
from yidang.indicators.engine.facts import Child
from yidang.indicators.engine.facts import Fact


SIGNED = Calendar(date(2024, 8, 20), date(2025, 8, 19))
YEAR = Calendar(date(2024, 1, 1), date(2024, 12, 31))


def a_rule(target=">= 1", kinds=("visit",), measure="count", where=(), **more):
    """A line on visits."""
    count = {"kinds": list(kinds), "measure": measure, "where": list(where)}
    return parse_rule({"code": "A", "target": target, "count": count, **more})


def a_visit(day, number=0, **more):
    """A visit on a day."""
    return Fact("visit", f"{day}-{number}", "c", "a", ("li",), day, **more)


def board(rule, facts, today, calendar=SIGNED, **expected):
    """The tally of one rule."""
    return tally(recount(facts, [rule], calendar), rule, calendar, today, **expected)


class Counting(TestCase):
    def test_two_visits_on_one_day_are_one_day(self):
        rule = a_rule(">= 2", measure={"distinct": "date"}, per=["month"])
        facts = [a_visit(date(2024, 9, 3), 1), a_visit(date(2024, 9, 3), 2), a_visit(date(2024, 10, 3))]
        buckets = {one.bucket: one.value for one in board(rule, facts, date(2024, 10, 31)).buckets}
        self.assertEqual([buckets["2024-09"], buckets["2024-10"]], [1, 1])

    def test_a_session_of_too_few_minutes_is_named(self):
        each = {"children": "session", "each": {"field": "minutes", ">=": 45}}
        rule = a_rule(kinds=["group"], where=[each, {"children": "session", "count": ">= 2"}])
        sessions = tuple(Child("session", amounts={"minutes": minutes}) for minutes in (50, 30, 45))
        fact = Fact("group", "g", "c", date=date(2024, 9, 1), children=sessions)
        self.assertEqual(
            [one.message for one in contribute(fact, rule, SIGNED).reasons], ["第 2 节分钟数 30，要求 ≥ 45"]
        )

    def test_a_denominator_may_be_a_subset(self):
        closed, mine = {"field": "closed", "present": True}, {"field": "professional", "is": True}
        rule = a_rule(">= 80%", ["case"], {"ratio": {"of": {"where": [mine, closed]}, "to": {"where": [mine]}}})
        day = date(2024, 9, 1)
        facts = [
            Fact("case", "1", "c", date=day, attributes={"professional": True, "closed": day}),
            Fact("case", "2", "c", date=day, attributes={"professional": True}),
            Fact("case", "3", "c", date=day),
        ]
        found = board(rule, facts, day)
        self.assertEqual((found.value, found.numerator, found.denominator), (0.5, 1, 2))
        self.assertEqual((board(rule, facts[2:], day).value, board(rule, facts[2:], day).met), (None, None))


class Periods(TestCase):
    def test_every_week_from_the_day_of_signing(self):
        found = board(a_rule(per=["week"]), [a_visit(date(2024, 8, 25)), a_visit(date(2025, 1, 1))], date(2024, 9, 1))
        self.assertEqual([one.bucket for one in found.buckets][:2], ["2024-W34", "2024-W35"])
        values = {one.bucket: one.value for one in found.buckets}
        self.assertEqual((values["2024-W34"], values["2025-W01"], found.target), (1, 1, 53))

    def test_half_years_of_the_calendar_and_of_the_contract(self):
        rule, facts = a_rule(per=["half_year"]), [a_visit(date(2025, 2, 19)), a_visit(date(2025, 2, 20))]
        calendar = {one.bucket: one.value for one in board(rule, facts, date(2025, 3, 1)).buckets}
        self.assertEqual(calendar, {"2024-H2": 0, "2025-H1": 2, "2025-H2": 0})
        own = Calendar(SIGNED.start, SIGNED.end, "contract")
        self.assertEqual(
            {one.bucket: one.value for one in board(rule, facts, date(2025, 3, 1), own).buckets}, {"H01": 1, "H02": 1}
        )

    def test_months_of_a_term_that_begins_in_mid_month_are_thirteen_or_twelve_of_its_own(self):
        self.assertEqual(board(a_rule(per=["month"]), [], date(2024, 9, 1)).target, 13)
        self.assertEqual(board(a_rule(per=["contract_month"]), [], date(2024, 9, 1)).target, 12)

    def test_a_brief_due_before_the_term_began_is_not_asked_for(self):
        late = Calendar(date(2024, 8, 26), date(2025, 8, 25))
        found = board(a_rule(per=["month"], due={"day": 25}), [], date(2024, 9, 1), late)
        self.assertEqual([(one.bucket, one.target) for one in found.buckets][:2], [("2024-08", None), ("2024-09", 1)])


class Changes(TestCase):
    def test_an_extension_by_a_month_leaves_what_was_judged_as_it_was(self):
        rule, facts = a_rule(">= 2", per=["month"]), [a_visit(date(2024, 9, 3), n) for n in range(2)]
        longer = Calendar(SIGNED.start, date(2025, 9, 19))
        before, after = (board(rule, facts, date(2025, 1, 1), one) for one in (SIGNED, longer))
        self.assertEqual(before.buckets[:12], after.buckets[:12])
        self.assertEqual((before.target, after.target), (26, 28))

    def test_an_amended_target_leaves_old_periods_theirs_also_for_a_further_promise(self):
        amended = [{"from": "2025-01-01", "target": ">= 3", "reason": "补充协议"}]
        also = [{"per": ["month"], "measure": {"distinct": "date"}, "target": ">= 1", "targets": amended}]
        found = board(a_rule(">= 1", per=["month"], targets=amended, also=also), [], date(2025, 1, 1))
        for one in (found, *found.also):
            targets = {bucket.bucket: bucket.target for bucket in one.buckets}
            self.assertEqual([targets["2024-12"], targets["2025-01"]], [1, 3])

    def test_the_sum_over_the_stations_is_the_contract(self):
        facts = [a_visit(YEAR.start + timedelta(days=n), n) for n in range(9)]
        facts += [Fact("visit", f"b{n}", "c", "b", ("wang",), YEAR.start + timedelta(days=n)) for n in range(4)]
        found = board(a_rule(">= 5", per=["station"]), facts, date(2024, 6, 1), YEAR, stations=["a", "b", "c"])
        self.assertEqual(
            (sum(one.value for one in found.members), found.value, dict(found.stations)),
            (13, 13, {"a": 9, "b": 4, "c": 0}),
        )


class TheLowest(TestCase):
    def test_a_roll_up_tells_the_station_and_the_month_at_zero(self):
        facts = [a_visit(date(2024, month, 9)) for month in (1, 2, 4)]
        found = board(a_rule(">= 1"), facts, date(2024, 5, 2), YEAR, stations=["a", "b"])
        self.assertTrue(found.met)
        self.assertEqual((found.lowest_station.member, found.lowest_station.value), ("b", 0))
        self.assertEqual((found.lowest_month.bucket, found.lowest_month.value), ("2024-03", 0))

    def test_a_line_that_judges_nobody_still_names_the_lowest(self):
        found = board(
            a_rule("none", per=["station"]), [a_visit(date(2024, 3, 1))], date(2024, 5, 2), YEAR, stations=["a", "b"]
        )
        self.assertIsNone(found.worst)
        self.assertEqual((found.lowest_member.member, found.lowest_member.value), ("b", 0))

    def test_before_the_term_nothing_has_begun_and_there_is_no_worst(self):
        rule = a_rule(per=["station"])
        before, first = (board(rule, [], day, YEAR, stations=["a"]) for day in (date(2023, 12, 31), YEAR.start))
        self.assertEqual((before.begun, before.worst, before.lowest_month), (False, None, None))
        self.assertEqual((first.begun, first.worst.member, first.lowest_month.bucket), (True, "a", "2024-01"))

    def test_a_planning_figure_beside_a_promise_does_not_stand_in_its_way(self):
        also = [{"per": ["month"], "target": "~ 16"}]
        self.assertTrue(board(a_rule(">= 1", also=also), [a_visit(date(2024, 3, 1))], date(2024, 5, 2), YEAR).met)
