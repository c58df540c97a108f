"""Archive numbers: given on first submission, unique, never changed, never reused."""

from datetime import date
from plone import api
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from tests.builders import a_contract
from tests.builders import a_record
from unittest import TestCase
from yidang.errors import Protected
from yidang.errors import Refused
from yidang.testing import YIDANG_INTEGRATION


class ArchiveNumberTest(TestCase):
    layer = YIDANG_INTEGRATION

    def setUp(self):
        self.portal = self.layer["portal"]
        setRoles(self.portal, TEST_USER_ID, ["Manager", "Purchaser"])
        self.contract = a_contract(self.portal, number="ZS-1")

    def _report(self, contract=None):
        return a_record(
            contract or self.contract,
            "Report",
            title="小结",
            kind="monthly_summary",
            period="2026-03",
            submitted_on=date(date.today().year, 1, 5),
            workers=(TEST_USER_ID,),
            summary="本月小结。",
        )

    def _submitted(self, contract=None):
        report = self._report(contract)
        api.content.transition(report, "submit")
        return report

    def test_a_draft_has_none(self):
        self.assertIsNone(getattr(self._report(), "archive_number", None))

    def test_the_first_submission_gives_one_from_the_template(self):
        self.assertEqual(f"ZS-1-ZJ·{date.today().year}-0001", self._submitted().archive_number)

    def test_numbers_run_on(self):
        numbers = [self._submitted().archive_number[-4:] for _ in range(3)]
        self.assertEqual(["0001", "0002", "0003"], numbers)

    def test_a_return_and_a_second_submission_keep_the_number(self):
        report = self._submitted()
        number = report.archive_number
        api.content.transition(report, "return", comment="请补充数据来源。")
        api.content.transition(report, "submit")
        self.assertEqual(number, report.archive_number)

    def test_a_numbered_record_cannot_be_deleted_or_renamed_even_by_manager(self):
        report = self._submitted()
        with self.assertRaises(Protected):
            report.aq_parent._delObject(report.getId())
        with self.assertRaises(Protected):
            api.content.rename(report, new_id="other")

    def test_the_number_can_be_found_in_the_catalog(self):
        report = self._submitted()
        found = api.content.find(archive_number=report.archive_number)
        self.assertEqual([report.UID()], [brain.UID for brain in found])

    def test_a_template_of_its_own_is_used(self):
        own = a_contract(self.portal, number="B7", archive_template="{contract}/X-{serial:03}".replace("/", "."))
        self.assertEqual("B7.X-001", self._submitted(own).archive_number)

    def test_a_number_that_another_contract_has_given_is_refused(self):
        first, second = (a_contract(self.portal, archive_template="X-{serial:03}") for _ in range(2))
        self._submitted(first)
        with self.assertRaises(Refused):
            self._submitted(second)
