"""A record in which nothing lies is shown to those who may see it, and says of an empty field what its schema says."""

from datetime import date
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from tests.builders import a_contract
from tests.builders import a_record
from unittest import TestCase
from yidang.archive.actions import fire
from yidang.archive.catalog_rows import keep_few_together
from yidang.archive.catalog_rows import Rows
from yidang.archive.leaf import with_defaults
from yidang.archive.record import history_of
from yidang.archive.record import state_of
from yidang.publicity.content import Article
from yidang.publicity.content import IArticle
from yidang.testing import YIDANG_INTEGRATION
from zope import schema
from zope.interface import Interface
from zope.schema import getFieldsInOrder


class ISomething(Interface):
    word = schema.TextLine(default="空")
    number = schema.Int(default=3)
    things = schema.List(default=[])
    made = schema.TextLine(defaultFactory=lambda: "每次新做")
    own = schema.TextLine(default="别的")


class DefaultsTest(TestCase):
    def setUp(self):
        class Something:
            own = "自己的"

        self.kind = with_defaults(ISomething)(Something)

    def test_a_field_never_filled_in_has_the_default_of_its_schema(self):
        self.assertEqual(("空", 3), (self.kind().word, self.kind().number))

    def test_what_could_be_changed_or_is_made_anew_is_left_to_others(self):
        self.assertFalse(hasattr(self.kind, "things"))
        self.assertFalse(hasattr(self.kind, "made"))

    def test_what_a_class_says_itself_stays(self):
        self.assertEqual("自己的", self.kind().own)

    def test_an_empty_article_says_what_its_schema_says(self):
        article = Article("a")
        given = {name: field.default for name, field in getFieldsInOrder(IArticle) if name in vars(Article)}
        self.assertGreater(len(given), 10)
        self.assertEqual(given, {name: getattr(article, name) for name in given})


class LeafTest(TestCase):
    layer = YIDANG_INTEGRATION

    def setUp(self):
        setRoles(self.layer["portal"], TEST_USER_ID, ["Manager", "Purchaser"])
        self.catalog = self.layer["portal"].portal_catalog
        told = {"kind": "activity", "date": date(2026, 1, 5), "workers": ("worker",), "participants": 8}
        self.record = a_record(a_contract(self.layer["portal"]), "ServiceRecord", title="集市", **told)

    def _seen_by(self) -> list[str]:
        self.catalog.searchResults()  # works off what waits to be indexed
        number = self.catalog.getrid("/".join(self.record.getPhysicalPath()))
        return sorted(self.catalog.getIndexDataForRID(number)["allowedRolesAndUsers"])

    def test_a_step_changes_who_finds_it(self):
        draft = self._seen_by()
        fire(self.record, "submit")
        found = self._seen_by()
        self.assertNotEqual(draft, found)
        self.record.reindexObject()
        self.assertEqual(self._seen_by(), found)

    def test_its_state_is_the_one_that_the_workflow_tells(self):
        workflow = self.layer["portal"].portal_workflow
        for step in ("submit", "return", "submit"):
            self.assertEqual(workflow.getInfoFor(self.record, "review_state"), state_of(self.record))
            fire(self.record, step, comment="请补正。")
        del self.record.workflow_history
        self.assertEqual(("draft", []), (state_of(self.record), history_of(self.record)))

    def test_what_has_no_workflow_has_no_state(self):
        self.assertEqual("", state_of(self.layer["portal"].portal_catalog))


class RowsTest(TestCase):
    layer = YIDANG_INTEGRATION

    def test_the_portal_keeps_few_rows_together_and_asking_again_changes_nothing(self):
        catalog = self.layer["portal"].portal_catalog._catalog
        rows = catalog.data
        keep_few_together(catalog)
        self.assertIs(rows, catalog.data)
        self.assertIsInstance(rows, Rows)
        leaf, sizes = rows._firstbucket, []
        while leaf is not None:
            sizes.append(len(leaf))
            leaf = leaf._next
        self.assertEqual(len(catalog), sum(sizes))
        self.assertLessEqual(max(sizes), Rows.max_leaf_size)
