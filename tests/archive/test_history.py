"""Since when a record counts: the days of its steps, for boards as of a past day."""

from datetime import date
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from tests.builders import a_contract
from tests.builders import a_record
from tests.builders import an_indicator
from unittest import TestCase
from yidang import clock
from yidang.archive.actions import fire
from yidang.archive.record import standings_of
from yidang.indicators.interfaces import IFactSource
from yidang.indicators.scoreboard import Scoreboard
from yidang.indicators.scoreboard import touch
from yidang.testing import YIDANG_INTEGRATION


MEETINGS = {"code": "I1", "title": "会议", "unit": "次", "target": ">= 4", "count": {"kinds": ["meeting"]}}
MADE, HANDED, BACK, AGAIN, VERIFIED = (date(2025, 3, day) for day in (2, 3, 10, 12, 20))
ALL = (("submit", HANDED), ("return", BACK), ("submit", AGAIN), ("verify", VERIFIED))


class HistoryTest(TestCase):
    layer = YIDANG_INTEGRATION

    def setUp(self):
        setRoles(self.layer["portal"], TEST_USER_ID, ["Manager", "Worker", "Purchaser"])
        self.contract = a_contract(self.layer["portal"], start=date(2025, 1, 1), end=date(2025, 12, 31))

    def a_meeting(self, *steps: tuple[str, date]):
        """A record of the 2nd of March that took these steps on these days."""
        record = a_record(
            self.contract, "ServiceRecord", kind="meeting", title="例会", date=MADE, workers=(TEST_USER_ID,)
        )
        for step, _ in steps:
            fire(record, step, "请补签到表")
        days = (MADE, *(day for _, day in steps))
        for flow, taken in record.workflow_history.items():
            dated = zip(taken, days, strict=True)
            record.workflow_history[flow] = tuple({**one, "time": clock.stamp_at(day, 9)} for one, day in dated)
        touch(record)
        return record

    def value(self, day: date) -> int:
        return Scoreboard(self.contract).tallies(day)["I1"].value

    def test_a_draft_has_never_counted(self):
        self.assertEqual((), standings_of(self.a_meeting()))

    def test_every_change_of_standing_has_its_day(self):
        wanted = ((HANDED, "submitted"), (BACK, "none"), (AGAIN, "submitted"), (VERIFIED, "verified"))
        self.assertEqual(wanted, standings_of(self.a_meeting(*ALL)))

    def test_of_several_steps_of_one_day_only_the_last_is_kept(self):
        steps = (("submit", HANDED), ("return", HANDED), ("submit", HANDED), ("verify", VERIFIED))
        self.assertEqual(((HANDED, "submitted"), (VERIFIED, "verified")), standings_of(self.a_meeting(*steps)))

    def test_what_is_taken_back_on_the_same_day_leaves_no_trace(self):
        self.assertEqual((), standings_of(self.a_meeting(("submit", HANDED), ("return", HANDED))))

    def test_the_fact_says_it_and_ends_with_the_present_standing(self):
        fact = next(iter(IFactSource(self.a_meeting(*ALL)).facts()))
        self.assertEqual(fact.standing, fact.history[-1][1])

    def test_a_board_as_of_a_past_day_shows_what_was_filed_by_then(self):
        an_indicator(self.contract, MEETINGS)
        self.a_meeting(*ALL)
        days = (MADE, HANDED, BACK, AGAIN, VERIFIED)
        self.assertEqual([0, 1, 0, 1, 1], [self.value(day) for day in days])
