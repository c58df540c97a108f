"""What a case tells the ledger."""

from datetime import date
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from plone.dexterity.utils import createContentInContainer
from tests.builders import a_contract
from tests.builders import a_record
from unittest import TestCase
from yidang.indicators.interfaces import IFactSource
from yidang.indicators.scoreboard import ledger
from yidang.testing import YIDANG_INTEGRATION
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent


def put(container, portal_type: str, **fields):
    return createContentInContainer(container, portal_type, checkConstraints=False, **fields)


class CaseFactsTest(TestCase):
    layer = YIDANG_INTEGRATION

    def setUp(self):
        self.portal = self.layer["portal"]
        setRoles(self.portal, TEST_USER_ID, ["Manager"])
        self.contract = a_contract(self.portal)
        self.day = self.contract.start
        client = a_record(self.contract, "Client", title="阿芳", recorded_on=self.day)
        fields = {"opened": self.day, "client": client.UID(), "professional": True, "workers": ("worker",)}
        self.client, self.case = client, a_record(self.contract, "CaseFile", title="个案", **fields)

    def fact(self):
        return next(iter(IFactSource(self.case).facts()))

    def kept(self):
        """What the ledger holds of the case."""
        catalog = self.portal.portal_catalog
        rid = ledger() and catalog.getrid("/".join(self.case.getPhysicalPath()))
        return ledger().facts_of(rid)[0]

    def test_a_case_counts_on_the_day_it_was_opened_for_its_client(self):
        fact = self.fact()
        self.assertEqual(("case", self.day, "none"), (fact.kind, fact.date, fact.standing))
        self.assertEqual(((self.client.UID(),), ("worker",)), (fact.subjects, fact.workers))
        self.assertTrue(fact.attributes["professional"])

    def test_sessions_are_children_with_their_minutes(self):
        put(self.case, "CaseSession", title="二", date=date(self.day.year, 2, 1), minutes=30, mode="phone")
        put(self.case, "CaseSession", title="一", date=date(self.day.year, 1, 2), minutes=60, mode="office")
        fact = self.fact()
        self.assertEqual([60, 30], [child.amounts["minutes"] for child in fact.children])
        self.assertEqual((2, 90, 1.5), tuple(fact.amounts[name] for name in ("sessions", "minutes", "hours")))

    def test_the_ledger_hears_of_a_session_that_is_added_changed_and_removed(self):
        session = put(self.case, "CaseSession", title="一", date=self.day, minutes=60, mode="office")
        self.assertEqual(60, self.kept().amounts["minutes"])
        session.minutes = 45
        notify(ObjectModifiedEvent(session))
        self.assertEqual(45, self.kept().amounts["minutes"])
        self.case.manage_delObjects([session.getId()])
        self.assertEqual(0, self.kept().amounts["minutes"])

    def test_papers_and_their_signatures_belong_to_the_case(self):
        paper = {"title": "计划", "document_kind": "service_plan", "date": self.day, "signed_by": ("worker",)}
        put(self.case, "ArchiveDocument", **paper)
        self.assertEqual((("service_plan",), ("worker",)), (self.kept().documents, self.kept().signatures))

    def test_a_paper_inside_a_case_is_no_document_of_its_own(self):
        paper = put(self.case, "ArchiveDocument", title="计划", document_kind="service_plan", date=self.day)
        self.assertEqual([], list(IFactSource(paper).facts()))

    def test_sessions_whose_process_is_written_are_the_session_notes(self):
        session = put(self.case, "CaseSession", title="一", date=self.day, minutes=60, process="谈了家事。")
        self.assertIn("session_notes", self.fact().documents)
        session.process = ""
        self.assertNotIn("session_notes", self.fact().documents)
