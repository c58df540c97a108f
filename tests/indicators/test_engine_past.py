"""Facts as they stood on a past day."""

from datetime import date
from unittest import TestCase
from yidang.indicators.engine import as_of
from yidang.indicators.engine import parse_rule
from yidang.indicators.engine import recount
from yidang.indicators.engine import tally
from yidang.indicators.engine.calendar import Calendar
from yidang.indicators.engine.facts import Child
from yidang.indicators.engine.facts import Fact


YEAR = Calendar(date(2024, 1, 1), date(2024, 12, 31))
FILED = ((date(2024, 5, 3), "submitted"), (date(2024, 5, 9), "none"), (date(2024, 6, 1), "verified"))


def a_case(**more):
    """A case opened on 2 May."""
    return Fact("case", "u", "c", "a", date=date(2024, 5, 2), **more)


class TheStanding(TestCase):
    def standings(self, fact, *days):
        return [[one.standing for one in as_of([fact], day)] for day in days]

    def test_a_record_has_the_standing_that_it_had_reached(self):
        fact = a_case(standing="verified", history=FILED)
        days = [date(2024, 5, 2), date(2024, 5, 3), date(2024, 5, 8), date(2024, 5, 9), date(2024, 6, 1)]
        self.assertEqual(self.standings(fact, *days), [[], ["submitted"], ["submitted"], ["none"], ["verified"]])

    def test_without_history_it_has_stood_so_since_its_own_day(self):
        self.assertEqual(self.standings(a_case(), date(2024, 5, 1), date(2024, 5, 2)), [[], ["submitted"]])

    def test_a_record_that_was_returned_then_is_not_told_in_its_state_of_today(self):
        fact = a_case(standing="verified", history=FILED, attributes={"state": "verified"})
        (then,) = as_of([fact], date(2024, 5, 20))
        self.assertNotIn("state", then.attributes)


class WhatHadNotHappened(TestCase):
    def test_a_case_closed_later_is_open_then(self):
        fact = a_case(attributes={"closed": date(2024, 9, 1), "professional": True})
        (then,) = as_of([fact], date(2024, 8, 31))
        self.assertEqual(then.attributes, {"professional": True})
        self.assertEqual(list(as_of([fact], date(2024, 9, 1))), [fact])

    def test_sessions_held_later_are_not_there(self):
        children = tuple(Child("session", date(2024, month, 9)) for month in (5, 6, 7))
        (then,) = as_of([a_case(children=children)], date(2024, 6, 9))
        self.assertEqual(len(then.children), 2)

    def test_what_is_in_force_keeps_the_end_that_is_known_today(self):
        staff = Fact("staff", "s", "c", date=date(2023, 1, 1), until=date(2024, 9, 30))
        self.assertEqual(list(as_of([staff], date(2024, 6, 1))), [staff])

    def test_the_number_of_a_past_day_is_that_of_the_records_filed_by_then(self):
        rule = parse_rule({"code": "A", "target": ">= 1", "count": {"kinds": ["case"]}})
        fact = a_case(standing="verified", history=FILED)
        values = [
            tally(recount(as_of([fact], day), [rule], YEAR), rule, YEAR, day).value
            for day in (date(2024, 5, 2), date(2024, 5, 3), date(2024, 5, 9), date(2024, 6, 1))
        ]
        self.assertEqual(values, [0, 1, 0, 1])
