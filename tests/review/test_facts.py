"""What the purchaser's papers tell the ledger."""

from datetime import timedelta
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from tests.builders import a_contract
from tests.builders import a_record
from tests.builders import an_indicator
from unittest import TestCase
from yidang.indicators.engine.facts import Fact
from yidang.indicators.interfaces import IFactSource
from yidang.indicators.scoreboard import Scoreboard
from yidang.testing import YIDANG_INTEGRATION
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent


SATISFACTION = {
    "code": "S2-I67",
    "title": "服务满意度",
    "unit": "%",
    "target": ">= 90%",
    "count": {"kinds": ["survey"], "measure": {"entered": "satisfaction"}},
}


class ReviewFactsTest(TestCase):
    layer = YIDANG_INTEGRATION

    def setUp(self):
        setRoles(self.layer["portal"], TEST_USER_ID, ["Manager"])
        self.contract = a_contract(self.layer["portal"])
        self.day = self.contract.start

    def paper(self, portal_type: str, **fields):
        return a_record(self.contract, portal_type, title="材料", date=self.day, **fields)

    def fact(self, portal_type: str, **fields) -> Fact:
        return next(iter(IFactSource(self.paper(portal_type, **fields)).facts()))

    def test_an_evaluation_states_its_kind_and_score_and_is_in_force_at_once(self):
        fact = self.fact("Evaluation", kind="midterm", score=79.5)
        self.assertEqual(
            ("evaluation", "midterm", 79.5), (fact.kind, fact.attributes["evaluation_kind"], fact.amounts["score"])
        )
        self.assertEqual("verified", fact.standing)

    def test_a_survey_states_the_share_of_the_satisfied(self):
        self.assertEqual(0.925, self.fact("Survey", answers=200, satisfied=185).amounts["satisfaction"])

    def test_a_survey_that_nobody_answered_states_no_share(self):
        self.assertNotIn("satisfaction", self.fact("Survey", answers=0, satisfied=0).amounts)

    def test_a_spot_check_says_whether_it_was_announced_and_where(self):
        fact = self.fact("Inspection", announced=False, station="zhongshan")
        self.assertEqual(("spot_check", False, "zhongshan"), (fact.kind, fact.attributes["announced"], fact.station))

    def test_a_rectification_lasts_until_it_is_settled_and_says_whether_that_was_late(self):
        due = self.day + timedelta(days=10)
        for settled, wanted in ((None, (True, False)), (due, (False, False)), (due + timedelta(days=1), (False, True))):
            with self.subTest(settled=settled):
                fact = self.fact("Rectification", due=due, demand="补齐", settled=settled)
                self.assertEqual((*wanted, settled), (fact.attributes["open"], fact.attributes["late"], fact.until))

    def test_the_last_survey_is_the_value_of_the_line_and_an_edit_is_heard(self):
        an_indicator(self.contract, SATISFACTION)
        survey = self.paper("Survey", answers=100, satisfied=80)
        self.assertEqual(0.8, Scoreboard(self.contract).tallies()["S2-I67"].value)
        survey.satisfied = 95
        notify(ObjectModifiedEvent(survey))
        self.assertEqual(0.95, Scoreboard(self.contract).tallies()["S2-I67"].value)
        self.assertEqual([], Scoreboard(self.contract).differences())
