"""What a case needs before it is submitted, and what it may still lack."""

from plone import api
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from plone.dexterity.utils import createContentInContainer
from tests.builders import a_contract
from tests.builders import a_record
from unittest import TestCase
from yidang.archive.actions import fire
from yidang.archive.papers import missing_papers
from yidang.errors import Incomplete
from yidang.testing import YIDANG_INTEGRATION


class CaseChecksTest(TestCase):
    layer = YIDANG_INTEGRATION

    def setUp(self):
        self.portal = self.layer["portal"]
        setRoles(self.portal, TEST_USER_ID, ["Manager"])
        self.contract = a_contract(self.portal)
        self.case = a_record(self.contract, "CaseFile", title="个案", opened=self.contract.start)

    def complete(self):
        client = a_record(self.contract, "Client", title="阿芳", recorded_on=self.contract.start)
        self.case.workers, self.case.client = ("worker",), client.UID()

    def test_everything_that_is_missing_is_named_at_once(self):
        with self.assertRaises(Incomplete) as caught:
            fire(self.case, "submit")
        self.assertEqual(["workers", "client"], [error.field for error in caught.exception.errors])
        self.assertIn("请填写负责社工。请填写服务对象。", caught.exception.message)

    def test_the_workflow_tool_itself_meets_the_same_check(self):
        workflow = api.portal.get_tool("portal_workflow")
        with self.assertRaises(Incomplete) as caught:
            workflow.doActionFor(self.case, "submit")
        self.assertEqual(2, len(caught.exception.errors))

    def test_missing_papers_are_named_but_do_not_bar_submission(self):
        self.complete()
        self.assertEqual(
            ["needs_assessment", "service_plan", "session_notes", "closing_report"], missing_papers(self.case)
        )
        self.assertEqual("submitted", fire(self.case, "submit"))

    def test_a_filed_paper_is_no_longer_missing(self):
        paper = {"title": "计划", "document_kind": "service_plan", "date": self.contract.start}
        createContentInContainer(self.case, "ArchiveDocument", checkConstraints=False, **paper)
        self.assertNotIn("service_plan", missing_papers(self.case))
