"""`bin/yidang verify` finds what is wrong with the ledger, and nothing where all is right."""

from datetime import date
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from plone.dexterity.utils import createContentInContainer
from tests.builders import a_contract
from tests.builders import a_record
from tests.builders import a_station
from tests.builders import an_indicator
from unittest import TestCase
from yidang.archive.actions import fire
from yidang.indicators.audit import contract_problems
from yidang.indicators.audit import orphan_problems
from yidang.indicators.scoreboard import ledger
from yidang.testing import YIDANG_INTEGRATION


class AuditTest(TestCase):
    layer = YIDANG_INTEGRATION

    def setUp(self):
        portal = self.layer["portal"]
        setRoles(portal, TEST_USER_ID, ["Manager", "Worker"])
        station = a_station(portal, "east")
        self.contract = a_contract(portal, stations=("east",), start=date(2025, 1, 1), end=date(2025, 12, 31))
        an_indicator(self.contract, {"code": "M-1", "title": "会议", "unit": "次", "count": {"kinds": ["meeting"]}})
        createContentInContainer(
            station, "StaffMember", checkConstraints=False, title="李明", started=date(2025, 1, 1), role="worker"
        )
        fields = {"kind": "meeting", "title": "例会", "date": date(2025, 2, 1), "hours": 1.0, "station": "east"}
        fire(a_record(self.contract, "ServiceRecord", workers=(TEST_USER_ID,), content="讨论", **fields), "submit")
        self.uid = self.contract.UID()

    def problems(self) -> list[str]:
        return [*orphan_problems(), *contract_problems(self.contract)]

    def test_a_ledger_that_is_right_has_no_problem(self):
        self.assertEqual(1, ledger().records(self.uid)["M-1"])
        self.assertEqual([], self.problems())

    def test_a_wrong_sum_is_found(self):
        face = ledger().face(self.uid)
        face.drop(["M-1"])
        self.assertEqual(1, len(self.problems()))
        self.assertIn("M-1", self.problems()[0])

    def test_facts_kept_together_that_no_record_states_are_found(self):
        together = ledger().together[self.uid, "staff"]
        together.put(next(iter(together.facts)), ())
        self.assertEqual(1, len(self.problems()))
        self.assertIn("staff", self.problems()[0])
