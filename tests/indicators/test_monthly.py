"""What each month owes: done, missing so many, running, still to come; of the project or of each station (S1-X08)."""

from datetime import date
from tests.indicators.told import YEAR
from unittest import TestCase
from yidang.indicators.engine import parse_rule
from yidang.indicators.engine import recount
from yidang.indicators.engine import tally
from yidang.indicators.engine.facts import Fact
from yidang.indicators.engine.monthly import is_monthly
from yidang.indicators.engine.monthly import Row
from yidang.indicators.engine.monthly import rows_of


RULE = {
    "code": "T-1",
    "title": "工作动态",
    "unit": "条",
    "target": ">= 2",
    "count": {"kinds": ["article"]},
    "per": ["month"],
}


def an_article(number: int, day: date, station: str = "east") -> Fact:
    """One that counts."""
    return Fact("article", f"u{number}", "c", station=station, date=day, standing="verified")


def told(days: list[date], today: date, station: str = "east", **rule) -> list[Row]:
    """The rows of a line of which articles appeared on these days."""
    line = parse_rule({**RULE, **rule})
    facts = [an_article(at, day, station) for at, day in enumerate(days)]
    found = tally(recount(facts, [line], YEAR), line, YEAR, today, stations=["east", "west"])
    return rows_of(line, found, YEAR, today)


JANUARY = [date(2024, 1, 3), date(2024, 1, 5), date(2024, 1, 8), date(2024, 1, 9)]


class ProjectTest(TestCase):
    def test_each_month_says_what_it_lacks_and_a_surplus_helps_no_other(self):
        [row] = told([*JANUARY, date(2024, 2, 5), date(2024, 3, 1)], date(2024, 3, 20))
        self.assertEqual("", row.member)
        self.assertEqual(
            [(4, 2, 0, "done"), (1, 2, 1, "missing"), (1, 2, 1, "open"), (0, 2, 2, "future")],
            [one[1:] for one in row.months[:4]],
        )
        self.assertEqual(["2024-02"], [one.bucket.label for one in row.short])

    def test_a_month_is_lost_once_it_is_over_and_not_on_its_last_day(self):
        for today, state in ((date(2024, 1, 31), "open"), (date(2024, 2, 1), "missing")):
            with self.subTest(today=today):
                self.assertEqual(state, told([], today)[0].months[0].state)

    def test_a_month_with_a_last_day_is_lost_after_it(self):
        due = {"due": {"day": 25}}
        self.assertEqual("open", told([], date(2024, 1, 25), **due)[0].months[0].state)
        self.assertEqual("missing", told([], date(2024, 1, 26), **due)[0].months[0].state)

    def test_more_than_a_number_lacks_one_when_it_has_the_number(self):
        [row] = told(JANUARY[:2], date(2024, 2, 20), target="> 2")
        self.assertEqual((1, "missing"), (row.months[0].missing, row.months[0].state))

    def test_too_many_of_an_exact_number_lack_nothing_and_are_not_done(self):
        [row] = told(JANUARY, date(2024, 2, 20), target="= 2")
        self.assertEqual((0, "missing"), (row.months[0].missing, row.months[0].state))

    def test_a_planning_figure_asks_for_nothing(self):
        [row] = told([], date(2024, 2, 20), target="~ 2")
        self.assertEqual({(0, "none")}, {(one.missing, one.state) for one in row.months})

    def test_an_amended_number_holds_from_its_month_on(self):
        amended = {"targets": [{"from": "2024-02-01", "target": ">= 3", "reason": "补充协议"}]}
        [row] = told(JANUARY[:2], date(2024, 3, 2), **amended)
        self.assertEqual([("done", 2), ("missing", 3)], [(one.state, one.target) for one in row.months[:2]])


class StationsTest(TestCase):
    BY_STATION = {"per": ["station", "month"], "target": ">= 1"}

    def test_each_station_owes_its_own(self):
        rows = {row.member: row for row in told(JANUARY, date(2024, 2, 20), **self.BY_STATION)}
        self.assertEqual({"east", "west"}, set(rows))
        self.assertEqual(["done", "open"], [one.state for one in rows["east"].months[:2]])
        self.assertEqual(["missing", "open"], [one.state for one in rows["west"].months[:2]])

    def test_what_no_station_is_named_of_is_no_row(self):
        self.assertEqual(
            {"east", "west"}, {row.member for row in told(JANUARY, date(2024, 2, 20), "", **self.BY_STATION)}
        )


class LinesTest(TestCase):
    def test_lines_by_person_of_the_whole_term_and_of_rates_are_not_told_by_month(self):
        self.assertTrue(is_monthly(parse_rule(RULE)))
        self.assertTrue(is_monthly(parse_rule({**RULE, "per": ["contract_month"]})))
        rate = {"measure": {"ratio": {"of": {"where": [{"field": "station_activity", "is": True}]}, "to": {}}}}
        for other in (
            {"per": ["worker", "month"]},
            {"per": ["quarter"]},
            {"per": []},
            {"target": ">= 50%", "count": {"kinds": ["article"], **rate}},
        ):
            with self.subTest(**other):
                self.assertFalse(is_monthly(parse_rule({**RULE, **other})))
