"""A transaction that is given up leaves nothing behind, on the portal's own storage."""

from persistent.mapping import PersistentMapping
from relstorage.adapters.sqlite.mover import Sqlite3ObjectMover
from tempfile import TemporaryDirectory
from tests.indicators.database import opened
from transaction import TransactionManager
from unittest import TestCase
from yidang.testing import YIDANG_INTEGRATION
from ZODB.POSException import ReadConflictError
from zope.event import notify
from zope.processlifetime import DatabaseOpenedWithRoot


class GivenUpTest(TestCase):
    def setUp(self):
        folder = TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.mine, self.other = opened(folder.name), opened(folder.name)
        for db in (self.mine, self.other):
            self.addCleanup(db.close)
        with self.mine.transaction() as connection:
            connection.root().update({name: PersistentMapping() for name in ("read", "written", "next")})

    def test_what_was_given_up_is_not_written_by_the_next_transaction(self):
        manager = TransactionManager()
        connection = self.mine.open(manager)
        self.addCleanup(connection.close)
        root = connection.root()
        root["read"]._p_activate()
        connection.readCurrent(root["read"])
        root["written"]["never"] = "committed"
        with self.other.transaction() as beside:
            beside.root()["read"]["changed"] = True
        with self.assertRaises(ReadConflictError):
            manager.commit()
        manager.abort()
        root["next"]["is"] = "committed"
        manager.commit()
        with self.other.transaction() as beside:
            self.assertEqual({}, dict(beside.root()["written"]))
            self.assertEqual({"is": "committed"}, dict(beside.root()["next"]))


class StartTest(TestCase):
    layer = YIDANG_INTEGRATION

    def test_a_process_that_starts_sees_to_it(self):
        kept, Sqlite3ObjectMover.store_temps = Sqlite3ObjectMover.store_temps, None
        self.addCleanup(setattr, Sqlite3ObjectMover, "store_temps", kept)
        notify(DatabaseOpenedWithRoot(None))
        self.assertEqual("_store_temps_alone", Sqlite3ObjectMover.store_temps.__name__)
