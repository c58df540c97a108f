"""Workbooks: typed cells, a frozen heading with a filter, ready for A4; long ones are written row by row."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from typing import BinaryIO
from yidang.exchange.cells import Cells
from yidang.exchange.charts import draw
from yidang.exchange.safe import clean
from yidang.exchange.safe import Titles

import xlsxwriter


# Rows of a sheet, the heading aside; what does not fit goes on in the next sheet.
MOST_ROWS = 1_048_575
OPTIONS = {
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
    "nan_inf_to_errors": False,
}
A4, TREND_WIDTH, NARROWEST, BROKEN, WIDEST = 9, 16, 6, 20, 60
CHARTS, NOTES = "图表", "说明"
CHART_ROWS = 20


class Workbook:
    """One file. `long` keeps no row in memory; then charts carry no copies of their numbers, Excel reads the cells."""

    def __init__(self, file: BinaryIO, long: bool, footer: str, most_rows: int = MOST_ROWS) -> None:
        self.book = xlsxwriter.Workbook(file, {**OPTIONS, "constant_memory": long})
        self.cells = Cells(self.book)
        self.titles = Titles()
        self.footer, self.most_rows = clean(footer).replace("&", "&&"), most_rows
        self.charts: list[tuple] = []

    def add(self, table) -> None:
        """One table with all its rows."""
        sheet, number = self._sheet(table), 0
        title = sheet.get_name()
        for row in table["objects"]:
            if number == self.most_rows:
                self._finish(sheet, table, number)
                sheet, number = self._sheet(table), 0
            number += 1
            self._write(sheet, number, table["exportables"], row)
        self._finish(sheet, table, number)
        for at, row in enumerate(table["foot"], number + 1):
            self._write(sheet, at, table["exportables"], row, bold=True)
        self.charts += [(title, table, chart, number) for chart in table["charts"] if number]

    def sheet(self, title: str, landscape: bool = True):
        """An empty sheet with the margins and the footer of all our sheets; for forms with a layout of their own."""
        sheet = self.book.add_worksheet(self.titles.take(title))
        sheet.set_paper(A4)
        if landscape:
            sheet.set_landscape()
        sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
        sheet.fit_to_pages(1, 0)
        sheet.set_footer(f"&L&9 {self.footer}&C&9 第 &P 页，共 &N 页&R&9 打印 &D")
        return sheet

    def close(self, notes: Iterable[tuple[str, Any]]) -> None:
        """Charts, then what the tables are; nothing can be added afterwards."""
        if self.charts:
            self._add_charts()
        self._add_notes(notes)
        self.cells.finish(self)
        self.book.close()

    def _sheet(self, table):
        sheet = self.sheet(table["title"])
        sheet.freeze_panes(1, 1)
        sheet.repeat_rows(0)
        for at, column in enumerate(table["exportables"]):
            sheet.set_column(at, at, width_of(column))
            sheet.write_string(0, at, clean(column.render_header()), self.cells.heading)
        if table["trend"]:
            at = len(table["exportables"])
            sheet.set_column(at, at, TREND_WIDTH)
            sheet.write_string(0, at, "走势", self.cells.heading)
        return sheet

    def _write(self, sheet, at: int, exportables: list, row: Any, bold: bool = False) -> None:
        for column, exportable in enumerate(exportables):
            self.cells.write(sheet, at, column, exportable.render_value(row), bold)

    def _finish(self, sheet, table, rows: int) -> None:
        last = len(table["exportables"]) - 1
        if not rows:
            return
        sheet.autofilter(0, 0, rows, last)
        if table["trend"]:
            first, to = table["trend"]
            for at in range(1, rows + 1):
                cells = _range(sheet.get_name(), at, first, at, to)
                sheet.add_sparkline(at, last + 1, {"range": cells, "type": "column"})

    def _add_charts(self) -> None:
        sheet = self.sheet(CHARTS)
        for place, (title, table, chart, rows) in enumerate(self.charts):
            drawn = draw(self.book, title, table, chart, rows)
            sheet.insert_chart(place * CHART_ROWS, 0, drawn, {"description": chart.title})

    def _add_notes(self, notes: Iterable[tuple[str, Any]]) -> None:
        sheet = self.sheet(NOTES, landscape=False)
        sheet.set_column(0, 0, 16)
        sheet.set_column(1, 1, 80)
        for at, (label, value) in enumerate(notes):
            self.cells.write(sheet, at, 0, label, bold=True)
            self.cells.write(sheet, at, 1, value)


def width_of(column) -> float:
    """The width of a column in characters. A short heading stays in one line, a long one is broken."""
    heading = min(BROKEN, 2.0 * len(column.render_header()) + 3)
    return min(WIDEST, max(NARROWEST, heading, getattr(column, "width", 0)))


def _range(title: str, row: int, column: int, last_row: int, last_column: int) -> str:
    name = title.replace("'", "''")
    cells = xlsxwriter.utility.xl_range_abs(row, column, last_row, last_column)
    return f"'{name}'!{cells}"


def write(tables: Iterable, file: BinaryIO, source, created: date) -> None:
    """All tables of a source and what it says about them."""
    notes = dict(source.notes())
    book = Workbook(file, source.long, "　".join(str(part) for part in (source.title, notes.get("合同编号", ""))))
    book.book.set_properties({"title": clean(source.title), "created": created})
    for table in tables:
        book.add(table)
    book.close(source.notes())
