"""One project, one archive: nobody gets round it."""

from datetime import date
from plone import api
from plone.app.testing import login
from plone.app.testing import setRoles
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import TEST_USER_ID
from plone.dexterity.utils import createContentInContainer
from tests.builders import a_contract
from tests.builders import a_record
from unittest import TestCase
from yidang.archive.sections import SECTIONS
from yidang.errors import Conflict
from yidang.errors import Protected
from yidang.testing import YIDANG_INTEGRATION


class OneArchiveTest(TestCase):
    layer = YIDANG_INTEGRATION

    def setUp(self):
        self.portal = self.layer["portal"]
        setRoles(self.portal, TEST_USER_ID, ["Manager"])
        self.contract = a_contract(self.portal)
        self.archive = self.contract["archive"]

    def test_a_contract_has_its_archive_and_all_sections_at_once(self):
        self.assertEqual([section.id for section in SECTIONS], list(self.archive.objectIds()))

    def test_no_second_archive_can_be_added(self):
        with self.assertRaises(Protected) as caught:
            createContentInContainer(self.contract, "Archive", checkConstraints=False, id="archive-2", title="又一份")
        self.assertIn("只有一份档案", str(caught.exception))

    def test_no_section_can_be_added(self):
        with self.assertRaises(Protected):
            createContentInContainer(self.archive, "ArchiveSection", checkConstraints=False, id="extra", title="其他")

    def test_the_archive_cannot_be_deleted(self):
        with self.assertRaises(Protected):
            api.content.delete(self.archive, check_linkintegrity=False)

    def test_the_archive_cannot_be_deleted_past_the_api(self):
        with self.assertRaises(Protected):
            self.contract._delObject("archive")

    def test_a_section_cannot_be_deleted(self):
        with self.assertRaises(Protected):
            self.archive.manage_delObjects(["records"])

    def test_the_archive_cannot_be_renamed(self):
        with self.assertRaises(Protected):
            api.content.rename(self.archive, new_id="box")

    def test_a_section_cannot_be_renamed(self):
        with self.assertRaises(Protected):
            api.content.rename(self.archive["plans"], new_id="schemes")

    def test_the_archive_cannot_be_moved_to_another_contract(self):
        other = a_contract(self.portal)
        with self.assertRaises(Protected):
            api.content.move(self.archive, other, safe_id=True)

    def test_the_archive_cannot_be_copied(self):
        with self.assertRaises(Protected):
            api.content.copy(self.archive, self.portal["contracts"])

    def test_a_section_cannot_be_copied(self):
        with self.assertRaises(Protected):
            api.content.copy(self.archive["plans"], self.archive, safe_id=True)

    def test_the_site_owner_is_held_as_well(self):
        login(self.layer["app"], SITE_OWNER_NAME)
        with self.assertRaises(Protected):
            self.contract._delObject("archive")

    def test_a_contract_in_force_cannot_be_deleted(self):
        with self.assertRaises(Protected):
            api.content.delete(self.contract, check_linkintegrity=False)

    def test_a_contract_in_draft_with_an_empty_archive_goes_as_a_whole(self):
        draft = a_contract(self.portal, state="draft")
        api.content.delete(draft, check_linkintegrity=False)
        self.assertNotIn(draft.getId(), self.portal["contracts"])

    def test_a_contract_in_draft_that_holds_a_record_stays(self):
        draft = a_contract(self.portal, state="draft")
        a_record(draft, "ArchiveDocument", title="工作计划", document_kind="plan", date=date.today())
        with self.assertRaises(Protected):
            api.content.delete(draft, check_linkintegrity=False)

    def test_a_contract_is_neither_renamed_nor_copied(self):
        with self.assertRaises(Protected):
            api.content.rename(self.contract, new_id="other")
        with self.assertRaises(Protected):
            api.content.copy(self.contract, self.portal["contracts"], safe_id=True)


class RecordPlaceTest(TestCase):
    layer = YIDANG_INTEGRATION

    def setUp(self):
        self.portal = self.layer["portal"]
        setRoles(self.portal, TEST_USER_ID, ["Manager"])
        self.contract = a_contract(self.portal)
        self.report = a_record(
            self.contract, "Report", title="三月小结", kind="monthly_summary", submitted_on=date.today()
        )

    def test_a_record_cannot_be_filed_outside_an_archive(self):
        for place in (self.portal, self.portal["contracts"], self.portal["stations"], self.contract):
            with self.subTest(place=place.getId()), self.assertRaises(Protected):
                createContentInContainer(place, "Report", checkConstraints=False, title="散页")

    def test_a_record_cannot_be_filed_in_the_section_of_another_kind(self):
        with self.assertRaises(Protected) as caught:
            createContentInContainer(self.contract["archive"]["plans"], "Article", checkConstraints=False, title="新闻")
        self.assertIn("计划", str(caught.exception))

    def test_a_record_cannot_move_to_another_contract(self):
        other = a_contract(self.portal)
        with self.assertRaises(Protected):
            api.content.move(self.report, other["archive"]["reports"])

    def test_a_record_cannot_be_copied_so_it_is_in_one_archive_only(self):
        other = a_contract(self.portal)
        for target in (self.contract["archive"]["reports"], other["archive"]["reports"]):
            with self.subTest(target=target.absolute_url()), self.assertRaises(Protected):
                api.content.copy(self.report, target, safe_id=True)

    def test_a_draft_may_be_deleted(self):
        api.content.delete(self.report, check_linkintegrity=False)
        self.assertEqual([], list(self.contract["archive"]["reports"].objectIds()))

    def test_two_contracts_cannot_have_one_number_whatever_the_case_or_blanks(self):
        a_contract(self.portal, number="ZS-2026-1")
        with self.assertRaises(Conflict) as caught:
            a_contract(self.portal, number=" zs-2026-1 ")
        self.assertEqual("number", caught.exception.errors[0].field)
