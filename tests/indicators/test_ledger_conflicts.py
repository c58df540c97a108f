"""Two writers at once, on the portal's own storage: nothing is lost, and plain counts need no second try."""

from pathlib import Path
from relstorage.adapters.sqlite.adapter import Sqlite3Adapter
from relstorage.options import Options
from relstorage.storage import RelStorage
from tempfile import TemporaryDirectory
from tests.indicators.test_ledger import found
from tests.indicators.test_ledger import kept
from tests.indicators.test_ledger import told
from tests.indicators.told import a_visit
from tests.indicators.told import CONTRACT
from tests.indicators.told import Record
from transaction import TransactionManager
from unittest import TestCase
from ZODB.DB import DB
from ZODB.POSException import ConflictError


FAR = 1_000_000  # record ids of two writers lie far apart, as the catalog's random ids do


class TwoWritersTest(TestCase):
    def setUp(self):
        folder = TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        options = Options(keep_history=False, blob_dir=str(Path(folder.name) / "blobs"), shared_blob_dir=True)
        adapter = Sqlite3Adapter(str(Path(folder.name) / "data"), pragmas={}, options=options)
        self.db = DB(RelStorage(adapter, options=options))
        self.addCleanup(self.db.close)
        ledger = told()
        for number in range(3000):
            ledger.index_object(100 + number * 1000, Record((a_visit(number, subjects=(f"s{number % 50}",)),)))
        with self.db.transaction() as connection:
            connection.root()["ledger"] = ledger

    def _writer(self):
        manager = TransactionManager()
        connection = self.db.open(manager)
        self.addCleanup(connection.close)
        return manager, connection.root()["ledger"]

    def _both(self, first: Record, second: Record):
        (one, left), (two, right) = self._writer(), self._writer()
        left.index_object(101, first)
        right.index_object(101 + 2000 * 1000 + FAR // 2, second)
        one.commit()
        two.commit()
        one.begin()
        return left

    def test_two_records_of_one_line_merge(self):
        before = 3000
        ledger = self._both(Record((a_visit(5001),)), Record((a_visit(5002),)))
        self.assertEqual(before + 2, ledger.lines(CONTRACT)["I1"].records)
        self.assertEqual(found(ledger), kept(ledger))

    def test_the_same_new_subject_makes_the_second_writer_try_again(self):
        with self.assertRaises(ConflictError):
            self._both(Record((a_visit(5001, subjects=("new",)),)), Record((a_visit(5002, subjects=("new",)),)))

    def test_whoever_tries_again_loses_nothing(self):
        (one, left), (two, right) = self._writer(), self._writer()
        for number in range(20):
            left.index_object(101 + number, Record((a_visit(6000 + number, subjects=(f"a{number}", "both")),)))
            right.index_object(FAR + number, Record((a_visit(7000 + number, subjects=(f"b{number}", "both")),)))
            one.commit()
            try:
                two.commit()
            except ConflictError:
                two.abort()
                right.index_object(FAR + number, Record((a_visit(7000 + number, subjects=(f"b{number}", "both")),)))
                two.commit()
            one.begin()
        self.assertEqual(3040, left.lines(CONTRACT)["I1"].records)
        self.assertEqual(found(left), kept(left))
