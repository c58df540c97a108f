"""Two writers at once, on the portal's own storage: nothing is lost, and hardly ever does one have to try again."""

from dataclasses import replace
from pathlib import Path
from relstorage.adapters.sqlite.adapter import Sqlite3Adapter
from relstorage.options import Options
from relstorage.storage import RelStorage
from tempfile import TemporaryDirectory
from tests.indicators.test_ledger import found
from tests.indicators.test_ledger import kept
from tests.indicators.test_ledger import RULES
from tests.indicators.test_ledger import told
from tests.indicators.told import a_rule
from tests.indicators.told import a_visit
from tests.indicators.told import CONTRACT
from tests.indicators.told import Line
from tests.indicators.told import Record
from transaction import TransactionManager
from unittest import TestCase
from ZODB.DB import DB
from ZODB.POSException import ConflictError


FILED = 800
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
        for number in range(FILED):
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
        right.index_object(2 * FAR, second)
        one.commit()
        two.commit()
        one.begin()
        return left

    def test_two_records_of_one_line_merge(self):
        ledger = self._both(Record((a_visit(5001),)), Record((a_visit(5002),)))
        self.assertEqual(FILED + 2, ledger.records(CONTRACT)["I1"])
        self.assertEqual(found(ledger), kept(ledger))

    def test_the_same_new_subject_makes_the_second_writer_try_again(self):
        with self.assertRaises(ConflictError):
            self._both(Record((a_visit(5001, subjects=("new",)),)), Record((a_visit(5002, subjects=("new",)),)))

    def test_a_subject_that_is_counted_already_may_be_named_by_both(self):
        ledger = self._both(Record((a_visit(5001, subjects=("s7",)),)), Record((a_visit(5013, subjects=("s7",)),)))
        self.assertEqual(FILED + 2, ledger.records(CONTRACT)["I1"])
        self.assertEqual(found(ledger), kept(ledger))

    def test_two_new_subjects_merge(self):
        ledger = self._both(Record((a_visit(5001, subjects=("a",)),)), Record((a_visit(5002, subjects=("b",)),)))
        self.assertEqual(found(ledger), kept(ledger))

    def test_members_and_stations_merge(self):
        first = a_visit(5001, kind="activity", station="east", workers=("li",))
        second = a_visit(5002, kind="activity", station="east", workers=("li", "wang"))
        with self.db.transaction() as connection:
            connection.root()["ledger"].index_object(99, Record((replace(first, uid="u5000"),)))
        ledger = self._both(Record((first,)), Record((second,)))
        self.assertEqual(found(ledger), kept(ledger))

    def test_a_record_filed_while_a_line_is_amended_is_not_lost(self):
        for amended_first in (True, False):
            with self.subTest(amended_first=amended_first):
                (one, left), (two, right) = self._writer(), self._writer()
                left.index_object(4, Line(RULES[0] | {"code": "I3", "title": str(amended_first)}))
                right.index_object(101, Record((a_visit(5001 + amended_first),)))
                first, second = (one, two) if amended_first else (two, one)
                first.commit()
                with self.assertRaises(ConflictError):
                    second.commit()
                second.abort()

    def test_a_draft_deleted_while_somebody_submits_it_is_not_counted(self):
        draft, rid = a_visit(5001, standing="none"), 100
        for deleted_first in (True, False):
            with self.subTest(deleted_first=deleted_first):
                with self.db.transaction() as connection:
                    connection.root()["ledger"].index_object(rid, Record((draft,)))
                (one, left), (two, right) = self._writer(), self._writer()
                left.unindex_object(rid)
                right.index_object(rid, Record((replace(draft, standing="submitted"),)))
                first, second = (one, two) if deleted_first else (two, one)
                first.commit()
                with self.assertRaises(ConflictError):
                    second.commit()
                second.abort()

    def test_a_draft_filed_while_a_line_is_amended_is_not_lost_either(self):
        (one, left), (two, right) = self._writer(), self._writer()
        right.index_object(101, Record((a_visit(5001, kind="lecture"),)))
        left.index_object(50, Line(a_rule("I9", kinds=["lecture"])))
        two.commit()
        with self.assertRaises(ConflictError):
            one.commit()
        one.abort()

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
        self.assertEqual(FILED + 40, left.records(CONTRACT)["I1"])
        self.assertEqual(found(left), kept(left))
