"""Each member in each period by itself: its number, its own target, its own state."""

from datetime import date
from tests.indicators.told import YEAR
from unittest import TestCase
from yidang.indicators.engine import parse_rule
from yidang.indicators.engine import recount
from yidang.indicators.engine import tally
from yidang.indicators.engine.facts import Fact


RULE = {
    "code": "T-1",
    "title": "督导",
    "unit": "小时",
    "target": ">= 2",
    "targets": [{"from": "2024-07-01", "target": ">= 3", "reason": "补充协议"}],
    "count": {"kinds": ["supervision"], "measure": {"sum": "hours"}},
    "per": ["worker", "month"],
}


def two_hours(worker: str, day: date) -> Fact:
    """One supervision."""
    return Fact("supervision", f"{worker}{day}", "c", workers=(worker,), date=day, amounts={"hours": 2})


class JudgedCellsTest(TestCase):
    def cells(self, facts, today: date, **rule):
        line = parse_rule({**RULE, **rule})
        workers = {"li": [(None, None)], "zhao": [(date(2024, 3, 1), None)]}
        return tally(recount(facts, [line], YEAR), line, YEAR, today, workers=workers).cells

    def test_each_cell_has_the_state_of_its_own_month(self):
        facts = [two_hours("li", date(2024, 1, 5)), two_hours("li", date(2024, 8, 5))]
        cells = self.cells(facts, date(2024, 8, 20))["li"]
        self.assertEqual((2, 2, True, "ok"), cells["2024-01"])
        self.assertEqual((0, 2, False, "failed"), cells["2024-02"])
        self.assertEqual((2, 3, False, "ok"), cells["2024-08"])
        self.assertEqual("none", cells["2024-09"].state)

    def test_there_is_no_cell_before_somebody_joins(self):
        cells = self.cells([], date(2024, 8, 20))["zhao"]
        self.assertNotIn("2024-02", cells)
        self.assertIn("2024-03", cells)

    def test_work_of_somebody_who_is_not_expected_is_shown_without_a_target(self):
        cells = self.cells([two_hours("guest", date(2024, 1, 5))], date(2024, 8, 20))["guest"]
        self.assertEqual({"2024-01": (2, None, None, "none")}, {month: tuple(one) for month, one in cells.items()})

    def test_a_planning_figure_is_neither_met_nor_missed(self):
        cells = self.cells([], date(2024, 8, 20), target="~ 2", targets=[])["li"]
        self.assertEqual((0, 2, None, "none"), cells["2024-01"])

    def test_a_line_without_members_or_periods_has_none(self):
        self.assertEqual({}, self.cells([], date(2024, 8, 20), per=["worker"], targets=[]))
