"""Versions of topics: new with each change, one for all processes, and never taken from one writer by another."""

from tempfile import TemporaryDirectory
from tests.indicators.database import opened
from transaction import TransactionManager
from unittest import TestCase
from yidang.caching.shelf import Kept
from yidang.caching.shelf import LARGEST
from yidang.caching.shelf import Shelf
from yidang.caching.topics import Mark
from yidang.caching.topics import Shown


class MarkTest(TestCase):
    def setUp(self):
        self.db = opened(self.enterContext(TemporaryDirectory(prefix="yidang-marks-")))
        self.addCleanup(self.db.close)
        _, root = self.connected()
        root["mark"] = Mark()
        self.first.commit()

    def connected(self):
        manager = TransactionManager()
        connection = self.db.open(manager)
        self.addCleanup(connection.close)
        self.first = getattr(self, "first", manager)
        return manager, connection.root()

    def test_two_who_publish_at_once_both_save_and_no_reader_has_seen_what_comes_out(self):
        (one, here), (other, there) = self.connected(), self.connected()
        before = here["mark"].version
        mine, theirs = here["mark"].turn(), there["mark"].turn()
        one.commit()
        other.commit()
        manager, root = self.connected()
        manager.begin()
        self.assertNotIn(root["mark"].version, (before, mine, theirs))
        self.assertRegex(root["mark"].version, "^[0-9a-f]{12}$")

    def test_another_process_reads_the_version_that_was_saved(self):
        manager, root = self.connected()
        seen = root["mark"].version
        writer, there = self.connected()
        new = there["mark"].turn()
        self.assertEqual(seen, root["mark"].version, "not before it is saved")
        writer.commit()
        manager.begin()
        self.assertEqual(new, root["mark"].version)

    def test_what_is_shown_can_be_told_apart_by_a_cache(self):
        self.assertEqual(";news=1a;settings=2b;", str(Shown((("news", "1a"), ("settings", "2b")), 0)))


class ShelfTest(TestCase):
    def page(self, size: int) -> Kept:
        return Kept(b"x" * size, "text/html")

    def test_what_was_not_asked_for_longest_goes_first(self):
        shelf = Shelf(most=10)
        for key in "ab":
            shelf.put(key, self.page(4))
        shelf.get("a")
        shelf.put("c", self.page(4))
        self.assertEqual([True, False, True], [shelf.get(key) is not None for key in "abc"])

    def test_it_never_holds_more_than_it_may_whatever_is_put_again(self):
        shelf = Shelf(most=10)
        for size in (4, 6, 2, 8, 10, 12):
            shelf.put("a", self.page(size))
        self.assertEqual(0, len(shelf))
        shelf.put("b", self.page(10))
        self.assertEqual(1, len(shelf))

    def test_a_very_large_page_pushes_out_no_others(self):
        shelf = Shelf()
        shelf.put("a", self.page(1))
        shelf.put("b", self.page(LARGEST + 1))
        self.assertIsNone(shelf.get("b"))
        self.assertIsNotNone(shelf.get("a"))
