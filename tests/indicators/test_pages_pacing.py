"""The sentence under the bar of a line: who is furthest back, and by what number."""

from datetime import date
from unittest import TestCase
from yidang.indicators.engine import parse_rule
from yidang.indicators.engine import recount
from yidang.indicators.engine import tally
from yidang.indicators.engine.calendar import Calendar
from yidang.indicators.engine.facts import Fact
from yidang.indicators.pages.pacing import pacing
from yidang.pages.names import Names


YEAR = Calendar(date(2024, 1, 1), date(2024, 12, 31))
STATIONS = {"a": "甲村社工点", "b": "乙村社工点", "c": "丙村社工点", "d": "丁村社工点", "e": "戊村社工点"}


def told(numbers: dict[str, int]) -> str:
    """The sentence at the end of the year, when stations have held so many activities."""
    counted = {"count": {"kinds": ["activity"]}, "per": "station"}
    rule = parse_rule({"code": "X-1", "unit": "场", "target": ">= 12", **counted})
    facts = [
        Fact("activity", f"{station}-{number}", "c", station, (), date(2024, 3, 1))
        for station, many in numbers.items()
        for number in range(many)
    ]
    names = Names()
    names.stations = STATIONS
    found = tally(recount(facts, [rule], YEAR), rule, YEAR, date(2024, 12, 31), stations=tuple(numbers))
    return "".join(pacing(rule, found, 0, names))


class MembersTest(TestCase):
    def test_who_has_not_reached_it_is_named_with_the_number_that_there_is(self):
        self.assertEqual("未达到：甲村社工点（10 场）", told({"a": 10, "b": 12}))

    def test_the_furthest_back_come_first_and_the_rest_is_a_number(self):
        said = told({"a": 5, "b": 3, "c": 11, "d": 4, "e": 12})
        self.assertEqual("未达到：乙村社工点（3 场）、丁村社工点（4 场）、甲村社工点（5 场）等 4 个站点", said)

    def test_where_all_have_reached_it_nobody_is_named(self):
        self.assertNotIn("未达到", told({"a": 12, "b": 13}))
