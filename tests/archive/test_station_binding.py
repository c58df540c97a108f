"""Workers bound to a station work on the records of that station, and of no other."""

from plone.app.testing import login
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from plone.app.testing import TEST_USER_NAME
from tests.builders import a_contract
from tests.builders import a_record
from tests.builders import an_account
from unittest import TestCase
from yidang.testing import YIDANG_INTEGRATION
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent


class StationBindingTest(TestCase):
    layer = YIDANG_INTEGRATION

    def setUp(self):
        self.portal = self.layer["portal"]
        setRoles(self.portal, TEST_USER_ID, ["Manager"])
        self.contract = a_contract(self.portal, stations=("zhongshan", "shiqi"))
        for station in ("zhongshan", "shiqi"):
            an_account(f"at_{station}", self.contract, "Worker", (station,))
        fields = {"title": "个案", "opened": self.contract.start, "station": "zhongshan"}
        self.case = a_record(self.contract, "CaseFile", **fields)

    def may_edit(self, user: str) -> bool:
        login(self.portal, user)
        allowed = self.portal.portal_membership.checkPermission("Modify portal content", self.case)
        login(self.portal, TEST_USER_NAME)
        return bool(allowed)

    def seen_by(self, user: str) -> int:
        login(self.portal, user)
        found = len(self.portal.portal_catalog(UID=self.case.UID()))
        login(self.portal, TEST_USER_NAME)
        return found

    def test_a_new_record_is_open_to_its_station_only(self):
        self.assertEqual((True, False), (self.may_edit("at_zhongshan"), self.may_edit("at_shiqi")))
        self.assertEqual((1, 0), (self.seen_by("at_zhongshan"), self.seen_by("at_shiqi")))

    def test_a_record_that_changes_its_station_changes_hands(self):
        self.case.station = "shiqi"
        notify(ObjectModifiedEvent(self.case))
        self.assertEqual((False, True), (self.may_edit("at_zhongshan"), self.may_edit("at_shiqi")))
        self.assertEqual((0, 1), (self.seen_by("at_zhongshan"), self.seen_by("at_shiqi")))
