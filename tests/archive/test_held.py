"""Choosing among what the archive holds."""

from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from tests.builders import a_contract
from tests.builders import a_record
from unittest import TestCase
from yidang.archive.actions import fire
from yidang.privacy.vocabularies import clients
from yidang.testing import YIDANG_INTEGRATION


class HeldTest(TestCase):
    layer = YIDANG_INTEGRATION

    def setUp(self):
        self.portal = self.layer["portal"]
        setRoles(self.portal, TEST_USER_ID, ["Manager"])
        self.contract = a_contract(self.portal)
        self.client = self.a_client(self.contract, "阿芳")
        self.clients = clients(self.contract.archive.records)

    def a_client(self, contract, title: str):
        return a_record(contract, "Client", title=title, recorded_on=contract.start)

    def test_a_client_of_the_archive_is_a_choice(self):
        self.assertIn(self.client.UID(), self.clients)
        self.assertIn("阿芳〔", self.clients.getTerm(self.client.UID()).title)

    def test_a_client_of_another_contract_is_none(self):
        other = self.a_client(a_contract(self.portal), "别人")
        self.assertNotIn(other.UID(), self.clients)

    def test_a_record_that_is_no_client_is_none(self):
        case = a_record(self.contract, "CaseFile", title="阿芳", opened=self.contract.start)
        self.assertNotIn(case.UID(), self.clients)
        self.assertEqual([self.client.UID()], self.clients.named("阿芳"))

    def test_two_of_one_name_are_told_apart_by_their_numbers(self):
        second = self.a_client(self.contract, "阿芳")
        fire(second, "submit")
        self.assertEqual(2, len(self.clients.named("阿芳")))
        self.assertEqual([second.UID()], self.clients.named(f"阿芳〔{second.archive_number}〕"))

    def test_a_name_of_one_character_and_one_with_signs_are_found(self):
        for title in ("李", "A-2026·3", "李（小榄）", "阿芳*"):
            with self.subTest(title):
                uid = self.a_client(self.contract, title).UID()
                self.assertEqual([uid], self.clients.named(title))

    def test_every_label_that_is_offered_finds_its_client(self):
        self.a_client(self.contract, "阿芳")
        found = [self.clients.named(label) for label in self.clients.recent()]
        self.assertEqual([1, 1], [len(uids) for uids in found])

    def test_signs_in_a_name_break_no_search(self):
        for text in ('"', "*", "AND", "(", "阿芳)", "〔", "？"):
            with self.subTest(text):
                self.assertEqual([], self.clients.named(text))

    def test_the_client_that_a_record_names_stays_valid_for_those_who_may_not_see_it(self):
        case = a_record(self.contract, "CaseFile", title="个案", opened=self.contract.start, client=self.client.UID())
        setRoles(self.portal, TEST_USER_ID, ["Member"])
        self.client.manage_delLocalRoles([TEST_USER_ID])
        self.client.reindexObjectSecurity()
        self.assertIn(self.client.UID(), clients(case))
        self.assertNotIn(self.client.UID(), clients(self.contract.archive.records))
