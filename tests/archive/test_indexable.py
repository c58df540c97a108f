"""The catalog sees of a record what Plone's own wrapper would show it, though it is asked in a cheaper way."""

from datetime import date
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from plone.indexer.interfaces import IIndexableObject
from plone.indexer.wrapper import IndexableObjectWrapper
from tests.builders import a_contract
from tests.builders import a_record
from unittest import TestCase
from yidang.archive.indexable import IndexableRecord
from yidang.testing import YIDANG_INTEGRATION
from zope.component import getMultiAdapter


ABSENT = object()


def shown(wrapper, name: str):
    """The value of a name, called as the catalog does."""
    value = getattr(wrapper, name, ABSENT)
    return value() if callable(value) else value


class IndexableRecordTest(TestCase):
    layer = YIDANG_INTEGRATION

    def setUp(self):
        setRoles(self.layer["portal"], TEST_USER_ID, ["Manager", "Purchaser"])
        self.catalog = self.layer["portal"].portal_catalog
        self.contract = a_contract(self.layer["portal"])

    def _assert_same(self, record):
        ours = getMultiAdapter((record, self.catalog), IIndexableObject)
        self.assertIsInstance(ours, IndexableRecord)
        stock = IndexableObjectWrapper(record, self.catalog)
        for name in {*self.catalog.indexes(), *self.catalog.schema()} - {"yidang_ledger"}:
            with self.subTest(name):
                self.assertEqual(shown(stock, name), shown(ours, name))

    def test_a_service_record_shows_the_same(self):
        self._assert_same(a_record(self.contract, "ServiceRecord", kind="visit", title="探访", date=date(2026, 1, 5)))

    def test_an_article_shows_the_same(self):
        self._assert_same(a_record(self.contract, "Article", title="新闻", origin="original"))

    def test_what_stands_on_the_contract_is_not_taken_for_the_record_s_own(self):
        record = a_record(self.contract, "ServiceRecord", kind="visit", title="探访", date=date(2026, 1, 5))
        self.assertEqual(self.contract.provider, record.aq_parent.provider)
        self.assertIs(ABSENT, shown(IndexableRecord(record, self.catalog), "provider"))
