"""A contract that lets its last days move to a working day is counted so: on the scoreboard as on the list (S2-X15)."""

from dataclasses import replace
from datetime import date
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from tests.builders import a_contract
from tests.builders import a_record
from tests.builders import an_indicator
from tests.indicators.told import YEAR
from unittest import TestCase
from yidang.archive.actions import fire
from yidang.deadlines.engine.workdays import Special
from yidang.deadlines.reading import ContractDeadlines
from yidang.deadlines.settings import keep_specials
from yidang.deadlines.settings import workdays
from yidang.indicators.engine import contribute
from yidang.indicators.engine import parse_rule
from yidang.indicators.engine.facts import Fact
from yidang.indicators.scoreboard import Scoreboard
from yidang.testing import YIDANG_INTEGRATION
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent


BRIEF = {
    "code": "T-1",
    "title": "月简报",
    "unit": "份",
    "target": ">= 1",
    "count": {"kinds": ["report"]},
    "per": ["month"],
    "due": {"day": 25},
}
SUNDAY, MONDAY = date(2024, 8, 25), date(2024, 8, 26)


class EngineTest(TestCase):
    """25 August 2024 is a Sunday."""

    def reasons(self, day: date, rest: frozenset[date], **due) -> list[str]:
        rule = parse_rule({**BRIEF, **({"due": due} if due else {})})
        return [
            one.message
            for one in contribute(Fact("report", "r", "c", date=day), rule, replace(YEAR, rest=rest)).reasons
        ]

    def test_the_named_day_holds_unless_it_moves(self):
        self.assertEqual(["2024-08-26 提交，晚于2024年8月的截止日 2024-08-25"], self.reasons(MONDAY, frozenset()))
        self.assertEqual([], self.reasons(MONDAY, frozenset({SUNDAY})))
        self.assertEqual(
            ["2024-08-27 提交，晚于2024年8月的截止日 2024-08-26"], self.reasons(date(2024, 8, 27), frozenset({SUNDAY}))
        )

    def test_what_is_handed_in_in_the_next_month_is_the_next_month_s(self):
        rest = frozenset({date(2024, 8, 31), date(2024, 9, 1)})
        fact = Fact("report", "r", "c", date=date(2024, 9, 2))
        given = contribute(fact, parse_rule({**BRIEF, "due": {"day": 31}}), replace(YEAR, rest=rest))
        self.assertEqual({"", "2024-09"}, {key[2] for key in given.cells})


class ScoreboardTest(TestCase):
    layer = YIDANG_INTEGRATION

    def setUp(self):
        self.portal = self.layer["portal"]
        setRoles(self.portal, TEST_USER_ID, ["Manager"])
        self.contract = a_contract(self.portal, start=YEAR.start, end=YEAR.end)
        an_indicator(self.contract, BRIEF)
        told = {
            "title": "8月简报",
            "summary": "一段经过。",
            "kind": "monthly_brief",
            "period": "2024-08",
            "workers": ("li",),
        }
        fire(a_record(self.contract, "Report", submitted_on=MONDAY, **told), "submit")

    def tick(self, moves: bool) -> None:
        self.contract.due_moves = moves
        notify(ObjectModifiedEvent(self.contract))

    def value(self) -> int:
        board = Scoreboard(self.contract, YEAR.end)
        self.assertEqual([], board.differences())
        return board.tallies()["T-1"].value

    def test_ticking_the_box_reaches_the_number_and_taking_the_tick_away_too(self):
        self.assertEqual(0, self.value())
        self.tick(True)
        self.assertEqual(1, self.value())
        self.tick(False)
        self.assertEqual(0, self.value())

    def test_so_does_a_change_of_the_table_of_holidays(self):
        self.tick(True)
        self.assertEqual(1, self.value())
        keep_specials([*workdays().specials.values(), Special(SUNDAY, "调休", off=False)])
        self.assertEqual(0, self.value())

    def test_the_list_of_deadlines_still_tells_the_day_that_the_contract_names(self):
        self.tick(True)
        found = next(one for one in ContractDeadlines(self.contract, YEAR.end).all if one.period == "2024-08")
        self.assertEqual((SUNDAY, MONDAY, MONDAY), (found.named, found.due, found.done_on))
        self.assertEqual("done", found.state)
