"""Service records: facts, checks, kinds of the portal's own."""

from plone import api
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from tests.builders import a_contract
from tests.builders import a_record
from unittest import TestCase
from yidang.archive.actions import fire
from yidang.errors import Incomplete
from yidang.fieldwork.vocabularies import EXTRA_KINDS
from yidang.fieldwork.vocabularies import service_kinds
from yidang.indicators.interfaces import IFactSource
from yidang.testing import YIDANG_INTEGRATION


class ServiceRecordTest(TestCase):
    layer = YIDANG_INTEGRATION

    def setUp(self):
        setRoles(self.layer["portal"], TEST_USER_ID, ["Manager"])
        self.contract = a_contract(self.layer["portal"])

    def a_record(self, kind: str, **fields):
        return a_record(self.contract, "ServiceRecord", kind=kind, title="记录", date=self.contract.start, **fields)

    def missing(self, record) -> list[str]:
        with self.assertRaises(Incomplete) as caught:
            fire(record, "submit")
        return [error.field for error in caught.exception.errors]

    def test_the_kind_of_the_record_is_the_kind_of_the_fact(self):
        record = self.a_record("visit", hours=1.5, mode="home", clients=("a", "b"), station="zhongshan")
        fact = next(iter(IFactSource(record).facts()))
        self.assertEqual(("visit", "zhongshan", ("a", "b")), (fact.kind, fact.station, fact.subjects))
        self.assertEqual(({"hours": 1.5}, "home"), (fact.amounts, fact.attributes["mode"]))

    def test_a_visit_needs_worker_hours_and_client(self):
        self.assertEqual(["workers", "hours", "clients"], self.missing(self.a_record("visit")))

    def test_an_activity_needs_its_attendances(self):
        self.assertEqual(["participants"], self.missing(self.a_record("activity", workers=("worker",))))

    def test_an_inspection_names_the_station(self):
        self.assertEqual(["visited_station"], self.missing(self.a_record("inspection", workers=("worker",))))

    def test_office_days_are_counted_in_days(self):
        self.assertEqual(["days"], self.missing(self.a_record("office_day", workers=("worker",))))

    def test_a_complete_record_is_submitted_and_numbered(self):
        record = self.a_record("activity", workers=("worker",), participants=0)
        self.assertEqual("submitted", fire(record, "submit"))
        self.assertTrue(record.archive_number)

    def test_the_portal_may_add_kinds_of_its_own(self):
        api.portal.set_registry_record(EXTRA_KINDS, ("camp 夏令营", "visit 家访"))
        titles = {term.value: term.title for term in service_kinds(self.contract)}
        self.assertEqual(("夏令营", "家访"), (titles["camp"], titles["visit"]))
