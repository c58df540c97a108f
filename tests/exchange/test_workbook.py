"""Workbooks: what was put in comes out with its type, whole and harmless."""

from datetime import date
from datetime import datetime
from datetime import UTC
from decimal import Decimal
from tests.exchange.written import as_book
from tests.exchange.written import as_bytes
from tests.exchange.written import values_of
from unittest import TestCase
from yidang.exchange.table import Chart
from yidang.exchange.table import columns
from yidang.exchange.table import Percent
from yidang.exchange.table import Short
from yidang.exchange.table import Table
from yidang.exchange.workbook import Workbook

import io
import re
import zipfile


def a_table(*rows, title: str = "一", **more) -> Table:
    """A table with as many columns as its rows."""
    return Table(title, columns(*((f"列{at}", 8) for at in range(len(rows[0]) if rows else 1))), list(rows), **more)


def cell_of(value, long: bool = False):
    """One value, written and read back."""
    return as_book(a_table((value,)), long=long)["一"]["A2"]


class TypesTest(TestCase):
    def test_numbers_are_numbers(self):
        for value, back in ((3, 3), (2.5, 2.5), (Decimal("12.50"), 12.5), (0, 0), (-4, -4)):
            cell = cell_of(value)
            with self.subTest(value=value):
                self.assertEqual(("n", back), (cell.data_type, cell.value))

    def test_rates_are_numbers_shown_in_percent(self):
        cell = cell_of(Percent(0.724))
        self.assertEqual((0.724, "0.0%"), (cell.value, cell.number_format))

    def test_days_and_moments_are_dates_of_beijing(self):
        cell = cell_of(date(2026, 5, 31))
        self.assertEqual((datetime(2026, 5, 31), "yyyy-mm-dd"), (cell.value, cell.number_format))
        cell = cell_of(datetime(2026, 5, 31, 20, 15, tzinfo=UTC))
        self.assertEqual((datetime(2026, 6, 1, 4, 15), "yyyy-mm-dd hh:mm"), (cell.value, cell.number_format))

    def test_days_before_excel_are_texts(self):
        self.assertEqual("1899-12-31", cell_of(date(1899, 12, 31)).value)

    def test_yes_and_no_are_chinese_and_nothing_is_nothing(self):
        self.assertEqual(["是", "否", None, None], [cell_of(one).value for one in (True, False, None, "")])

    def test_a_number_that_excel_would_round_is_a_text(self):
        self.assertEqual("442000199001011234", cell_of(442000199001011234).value)

    def test_what_is_no_number_is_empty(self):
        self.assertIsNone(cell_of(float("nan")).value)
        self.assertIsNone(cell_of(float("inf")).value)

    def test_a_number_that_falls_short_is_marked_and_stays_a_number(self):
        cell = cell_of(Short(1.5))
        self.assertEqual((1.5, "FFFBE3E0"), (cell.value, cell.fill.fgColor.rgb))

    def test_a_text_like_a_number_stays_a_text(self):
        cell = cell_of("007")
        self.assertEqual(("s", "007"), (cell.data_type, cell.value))


class TextsTest(TestCase):
    def test_no_text_is_cut(self):
        text = "社工记录。" * 2000
        self.assertEqual(text, cell_of(text).value)
        self.assertEqual(text, cell_of(text, long=True).value)

    def test_a_text_too_long_for_a_cell_is_whole_in_a_sheet_of_its_own(self):
        text = "".join(chr(0x4E00 + at % 500) for at in range(70_000))
        book = as_book(a_table((text,)), long=True)
        self.assertIn("全文见“长文”表", book["一"]["A2"].value)
        self.assertEqual(text, "".join(row[1] for row in values_of(book["长文"])))

    def test_a_formula_is_a_text_and_stays_one_when_somebody_edits_it(self):
        for text in ("=1+1", "+1", "-1", "@A1", "\t=1", '=HYPERLINK("x")'):
            for long in (True, False):
                cell = cell_of(text, long)
                with self.subTest(text=text, long=long):
                    self.assertIn(cell.data_type, ("s", "inlineStr"))
                    self.assertEqual(text, cell.value)
                    self.assertTrue(cell.quotePrefix)

    def test_headings_and_titles_are_texts_too(self):
        book = as_book(Table("=1+1", columns(("=2+2", 8)), [("x",)]))
        self.assertEqual(("s", "=2+2"), (book["=1+1"]["A1"].data_type, book["=1+1"]["A1"].value))

    def test_no_control_character_reaches_the_file(self):
        self.assertEqual("一二", cell_of("一\x00\x0b\ud800二").value)

    def test_an_address_is_no_link(self):
        cell = cell_of("http://localhost:8080/portal")
        self.assertIsNone(cell.hyperlink)


class SheetsTest(TestCase):
    def test_a_bad_title_is_made_a_good_one(self):
        book = as_book(a_table((1,), title="个案[2026]?"), a_table((1,), title="个案 2026"), a_table((1,), title=""))
        self.assertEqual(["个案 2026", "个案 2026（2）", "表", "说明"], book.sheetnames)

    def test_the_heading_is_frozen_and_has_a_filter(self):
        sheet = as_book(a_table((1, 2), (3, 4)))["一"]
        self.assertEqual(("B2", "A1:B3"), (sheet.freeze_panes, sheet.auto_filter.ref))

    def test_sums_stand_below_the_filter(self):
        sheet = as_book(a_table((1, 2), (3, 4), foot=[(4, 6)]))["一"]
        self.assertEqual(("A1:B3", [4, 6]), (sheet.auto_filter.ref, values_of(sheet)[3]))

    def test_it_prints_on_a4_with_heading_and_page_numbers(self):
        sheet = as_book(a_table((1, 2)))["一"]
        self.assertEqual(("landscape", 9, "$1:$1"), (
            sheet.page_setup.orientation, int(sheet.page_setup.paperSize), sheet.print_title_rows,
        ))  # fmt: skip
        self.assertIn("&P", sheet.oddFooter.center.text)

    def test_the_footer_names_what_it_is_sign_for_sign(self):
        with zipfile.ZipFile(io.BytesIO(as_bytes(a_table((1, 2))))) as archive:
            footer = re.search("<oddFooter>(.*)</oddFooter>", archive.read("xl/worksheets/sheet1.xml").decode())[1]
        self.assertIn("&amp;L&amp;9 试表　ZS&amp;&amp;1&amp;C", footer)

    def test_columns_are_wide_enough_for_their_headings(self):
        sheet = as_book(Table("一", columns(("指标总工作时间", 4), ("短", 30)), [(1, 2)]))["一"]
        self.assertGreater(sheet.column_dimensions["A"].width, 14)
        self.assertGreater(sheet.column_dimensions["B"].width, 29)

    def test_the_last_sheet_says_what_it_is(self):
        self.assertEqual([["内容", "试表"], ["合同编号", "ZS&1"]], values_of(as_book(a_table((1,)))["说明"]))

    def test_an_empty_table_has_its_heading(self):
        sheet = as_book(Table("一", columns(("题名", 8)), []))["一"]
        self.assertEqual([["题名"]], values_of(sheet))

    def test_more_rows_than_the_old_format_had(self):
        rows = ((at,) for at in range(70_000))
        sheet = as_book(Table("一", columns(("号", 8)), rows), long=True)["一"]
        self.assertEqual((70_001, 69_999), (sheet.max_row, sheet["A70001"].value))

    def test_what_does_not_fit_goes_on_in_the_next_sheet(self):
        file = io.BytesIO()
        book = Workbook(file, long=True, footer="", most_rows=2)
        book.add(a_table((1,), (2,), (3,), (4,)))
        book.add(a_table((1,), (2,), (3,)))
        book.close([])
        names = re.findall(r'<sheet name="([^"]*)"', zipfile.ZipFile(file).read("xl/workbook.xml").decode())
        self.assertEqual(["一", "一（2）", "一（3）", "一（4）", "说明"], names)


class ChartsTest(TestCase):
    def chart_xml(self, **more) -> str:
        rows = [("咨询", 3, 4), ("个案", 5, 6)]
        with zipfile.ZipFile(io.BytesIO(as_bytes(a_table(*rows, **more)))) as archive:
            return archive.read("xl/charts/chart1.xml").decode()

    def test_a_chart_reads_the_cells_of_its_columns(self):
        xml = self.chart_xml(charts=[Chart("各项", "bar", 0, (1, 2))])
        self.assertIn("<c:f>一!$A$2:$A$3</c:f>", xml)
        self.assertIn("<c:f>一!$C$2:$C$3</c:f>", xml)
        self.assertEqual(2, xml.count("<c:ser>"))
        self.assertIn("<c:v>咨询</c:v>", xml)

    def test_a_chart_reads_the_cells_of_its_rows(self):
        xml = self.chart_xml(charts=[Chart("各月", "line", 0, (1, 2), rows=1)])
        self.assertEqual(1, xml.count("<c:ser>"))
        self.assertIn("<c:f>一!$B$1:$C$1</c:f>", xml)
        self.assertIn("<c:f>一!$B$2:$C$2</c:f>", xml)

    def test_it_has_words_for_those_who_do_not_see_it(self):
        data = as_bytes(a_table((1, 2), charts=[Chart("各项完成率", "column", 0, (1,))]))
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self.assertIn('descr="各项完成率"', archive.read("xl/drawings/drawing1.xml").decode())

    def test_a_table_without_rows_has_no_chart(self):
        book = as_book(Table("一", columns(("号", 8)), [], charts=[Chart("x", "bar", 0, (0,))]))
        self.assertEqual(["一", "说明"], book.sheetnames)

    def test_a_row_has_its_trend(self):
        with zipfile.ZipFile(io.BytesIO(as_bytes(a_table(("咨询", 3, 4), trend=(1, 2))))) as archive:
            self.assertIn("<xm:f>'一'!B2:C2</xm:f>", archive.read("xl/worksheets/sheet1.xml").decode())
