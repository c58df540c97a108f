"""Whom the lines of a contract expect: workers on the days of their employment, stations but no offices."""

from datetime import date
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from plone.dexterity.utils import createContentInContainer
from tests.builders import a_contract
from tests.builders import a_station
from tests.builders import an_account
from tests.builders import an_indicator
from unittest import TestCase
from yidang.indicators.interfaces import ITermSource
from yidang.indicators.scoreboard import Scoreboard
from yidang.people.team import leave
from yidang.testing import YIDANG_INTEGRATION


START, END = date(2024, 1, 1), date(2024, 12, 31)
MONTHLY = {
    "code": "T-08",
    "title": "督导",
    "unit": "小时",
    "target": ">= 2",
    "per": ["worker", "month"],
    "count": {"kinds": ["supervision"], "measure": {"sum": "hours"}},
}


class ExpectedTest(TestCase):
    layer = YIDANG_INTEGRATION

    def setUp(self):
        self.portal = self.layer["portal"]
        setRoles(self.portal, TEST_USER_ID, ["Manager"])
        self.contract = a_contract(self.portal, start=START, end=END, stations=("zhongshan", "shiqi"))

    def card(self, user=None, station="zhongshan", role="worker", started=START, left=None):
        home = a_station(self.portal, station)
        fields = {"name": user or "某人", "user": user, "role": role, "started": started, "left": left}
        return createContentInContainer(home, "StaffMember", checkConstraints=False, **fields)

    def workers(self):
        return dict(ITermSource(self.contract).expected()["workers"])

    def test_a_worker_of_the_team_without_a_card_is_always_expected(self):
        an_account("lihua", self.contract, "Worker")
        self.assertEqual({"lihua": (None, None)}, self.workers())

    def test_a_worker_bound_to_a_station_is_expected_too(self):
        an_account("lihua", self.contract, "Worker", ("shiqi",))
        self.assertEqual(["lihua"], list(self.workers()))

    def test_a_card_says_on_which_days(self):
        an_account("lihua", self.contract, "Worker")
        self.card("lihua", started=date(2024, 3, 1), left=date(2024, 9, 30))
        self.assertEqual({"lihua": (date(2024, 3, 1), date(2024, 9, 30))}, self.workers())

    def test_who_left_the_team_still_owes_the_months_before(self):
        an_account("lihua", self.contract, "Worker")
        self.card("lihua", left=date(2024, 5, 31))
        leave(self.contract, "lihua")
        self.assertEqual({"lihua": (START, date(2024, 5, 31))}, self.workers())

    def test_moving_to_another_station_is_no_gap(self):
        self.card("lihua", left=date(2024, 6, 30))
        self.card("lihua", station="shiqi", started=date(2024, 7, 1))
        self.assertEqual({"lihua": (START, None)}, self.workers())

    def test_who_comes_back_takes_part_twice(self):
        self.card("lihua", left=date(2024, 3, 31))
        self.card("lihua", started=date(2024, 8, 1))
        self.assertEqual({"lihua": [(START, date(2024, 3, 31)), (date(2024, 8, 1), None)]}, self.workers())

    def test_the_head_of_a_station_is_a_worker_and_a_lead_is_not(self):
        self.card("zhan", role="head")
        self.card("zhu", role="lead")
        self.card("du", role="supervisor")
        self.assertEqual(["zhan"], list(self.workers()))

    def test_months_before_joining_are_not_asked_for(self):
        an_indicator(self.contract, MONTHLY)
        self.card("lihua", started=date(2024, 11, 1))
        tally = Scoreboard(self.contract, date(2024, 12, 31)).tallies()["T-08"]
        self.assertEqual(4, tally.target)

    def test_an_office_is_no_station(self):
        a_station(self.portal, "office", kind="office")
        self.contract.stations = ("zhongshan", "office", "shiqi")
        self.assertEqual(["zhongshan", "shiqi"], list(ITermSource(self.contract).expected()["stations"]))
