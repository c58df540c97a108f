"""Comma-separated tables: Chinese arrives, numbers stay numbers, nothing is run."""

from datetime import date
from datetime import datetime
from datetime import UTC
from tests.exchange.written import as_text
from tests.exchange.written import rows_of
from unittest import TestCase
from yidang.exchange.table import columns
from yidang.exchange.table import Percent
from yidang.exchange.table import Table


def a_table(*rows, title: str = "一", **more) -> Table:
    """A table with two columns."""
    return Table(title, columns(("题名", 8), ("数", 8)), rows, **more)


class CommasTest(TestCase):
    def test_it_begins_with_the_mark_by_which_excel_knows_utf8(self):
        data = as_text(a_table(("社工走进菜市场", 1)))
        self.assertTrue(data.startswith(b"\xef\xbb\xbf"))
        self.assertEqual([["题名", "数"], ["社工走进菜市场", "1"]], rows_of(data))

    def test_commas_quotes_and_lines_come_back(self):
        text = '一,二"三"\n四'
        self.assertEqual(text, rows_of(as_text(a_table((text, 0))))[1][0])

    def test_values_are_written_for_machines(self):
        values = (
            (2.5, "2.5"), (-3, "-3"), (0.1 + 0.2, "0.3"), (Percent(0.7245), "72.45%"),
            (date(2026, 5, 31), "2026-05-31"),
            (datetime(2026, 5, 31, 20, 15, tzinfo=UTC), "2026-06-01 04:15"), (True, "是"), (False, "否"),
            (None, ""),
        )  # fmt: skip
        for value, text in values:
            with self.subTest(value=value):
                self.assertEqual(text, rows_of(as_text(a_table(("x", value))))[1][1])

    def test_a_text_like_a_formula_is_guarded_and_a_negative_number_is_none(self):
        rows = rows_of(as_text(a_table(("=1+1", -5), ("+8613800000000", 0), ("@x", 0), ("\tx", 0))))
        self.assertEqual(["'=1+1", "'+8613800000000", "'@x", "'\tx"], [row[0] for row in rows[1:]])
        self.assertEqual("-5", rows[1][1])

    def test_headings_are_guarded_too(self):
        self.assertEqual(["'=1"], rows_of(as_text(Table("一", columns(("=1", 8)), [])))[0])

    def test_several_tables_have_their_titles(self):
        rows = rows_of(as_text(a_table(("甲", 1)), a_table(("乙", 2), title="=二")))
        self.assertEqual([["一"], ["题名", "数"], ["甲", "1"], [], ["'=二"], ["题名", "数"], ["乙", "2"]], rows)

    def test_sums_come_last(self):
        self.assertEqual(["合计", "1"], rows_of(as_text(a_table(("甲", 1), foot=[("合计", 1)])))[-1])
