"""Rows lie packed in the database and say the same before and after."""

from hypothesis import given
from hypothesis import strategies as st
from tests.indicators.test_ledger import kept
from tests.indicators.test_ledger import told
from tests.indicators.told import a_visit
from tests.indicators.told import CONTRACT
from tests.indicators.told import Record
from unittest import TestCase
from yidang.indicators.packing import column_of
from yidang.indicators.packing import flat
from yidang.indicators.packing import pack
from yidang.indicators.packing import points_of
from yidang.indicators.packing import unpack
from ZODB.MappingStorage import MappingStorage

import transaction
import ZODB


SERIES = ("I1", "value", "submitted", "")
names = st.sampled_from(["", "*", "a", "b", "c"])
points = st.tuples(st.sampled_from(["", "2024-01", "2024-02"]), st.text("xyz", max_size=4))
amounts = st.integers(-(10**12), 10**12).filter(bool)
mappings = st.dictionaries(names, st.dictionaries(points, amounts, min_size=1), min_size=1)


class PackingTest(TestCase):
    @given(mappings)
    def test_whatever_is_packed_is_there_again(self, rows):
        numbers = {station: {SERIES: dict(found)} for station, found in rows.items()}
        tables = pack(numbers)
        self.assertEqual(numbers, unpack(tables))
        self.assertEqual(
            {(station, SERIES, *point): n for station, found in rows.items() for point, n in found.items()},
            dict(flat(tables)),
        )

    @given(mappings, names, points)
    def test_a_row_and_a_column_read_the_same_number(self, rows, station, point):
        table = pack({name: {SERIES: dict(found)} for name, found in rows.items()})[SERIES]
        wanted = rows.get(station, {}).get(point, 0)
        self.assertEqual(wanted, points_of(table, station).get(point, 0))
        self.assertEqual(wanted, column_of(table, point).get(station, 0))


class StoredRowTest(TestCase):
    def setUp(self):
        self.connection = ZODB.DB(MappingStorage()).open()
        self.addCleanup(self.connection.close)
        self.addCleanup(transaction.abort)
        self.ledger = self.connection.root()["ledger"] = told()
        self.ledger.index_object(100, Record((a_visit(1),)))
        transaction.commit()

    def test_a_stored_row_is_read_as_it_was_written(self):
        before = kept(self.ledger)
        self.connection.cacheMinimize()
        self.assertEqual(before, kept(self.ledger))

    def test_a_savepoint_keeps_what_was_added_before_it(self):
        self.ledger.index_object(101, Record((a_visit(2),)))
        savepoint = transaction.savepoint()
        self.connection.cacheMinimize()
        self.ledger.index_object(102, Record((a_visit(3),)))
        savepoint.rollback()
        self.assertEqual(2, self.total())

    def test_an_abort_throws_away_what_was_added(self):
        self.ledger.index_object(101, Record((a_visit(2),)))
        transaction.abort()
        self.assertEqual(1, self.total())

    def total(self) -> int:
        """The number of the whole term, read as a board reads it."""
        return self.ledger.cells(CONTRACT).points("*", SERIES)["", ""]
