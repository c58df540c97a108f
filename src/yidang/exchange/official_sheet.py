"""Drawing the official form: A4 across, heading on every page, merged headings of the groups, room for two seals."""

from collections.abc import Iterable
from itertools import groupby
from typing import Any
from yidang.exchange.official import FormRow
from yidang.exchange.official import HEADINGS
from yidang.exchange.official import LINE
from yidang.exchange.workbook import Workbook


WIDTHS = (9, 26, 7, 10, 12, 12, 40, 10, 10, 10)
TITLE_ROW, SAID_ROW, HEADING_ROW = 0, 1, 2
LAST = len(HEADINGS) - 1
LINED = {"border": 1, "valign": "vcenter", "text_wrap": True}
SHADED = {"bg_color": "#EEF2F6"}


class FormSheet:
    """The first sheet of the workbook."""

    def __init__(self, book: Workbook, sheet_title: str) -> None:
        self.book, self.cells = book, book.cells
        self.sheet = book.sheet(sheet_title)
        for at, width in enumerate(WIDTHS):
            self.sheet.set_column(at, at, width)

    def head(self, title: str, said: Iterable[str]) -> None:
        """Title, a line of particulars, the headings; repeated on every page and frozen on the screen."""
        big = self.cells.format("text", bold=True, font_size=15, align="center", valign="vcenter")
        self.sheet.set_row(TITLE_ROW, 30)
        self.sheet.merge_range(TITLE_ROW, 0, TITLE_ROW, LAST, title, big)
        small = self.cells.format("text", align="left", valign="vcenter")
        self.sheet.merge_range(SAID_ROW, 0, SAID_ROW, LAST, "　　".join(said), small)
        self.sheet.set_row(HEADING_ROW, 32)
        look = self.cells.format("text", bold=True, align="center", bg_color="#E8EEF4", **LINED)
        for at, heading in enumerate(HEADINGS):
            self.sheet.write_string(HEADING_ROW, at, heading, look)
        self.sheet.repeat_rows(TITLE_ROW, HEADING_ROW)
        self.sheet.freeze_panes(HEADING_ROW + 1, 2)

    def body(self, rows: list[FormRow]) -> int:
        """The rows; the group stands once, beside all of its rows. The number of the row after the last."""
        at = HEADING_ROW + 1
        for group, own in groupby(rows, key=lambda row: row.group):
            first = at
            for row in own:
                for column, value in enumerate(row.cells()[1:], 1):
                    self._cell(at, column, value, row.kind != LINE)
                at += 1
            self._group(first, at - 1, group)
        return at

    def _group(self, first: int, last: int, group: str) -> None:
        look = self.cells.format("text", bold=True, align="center", **LINED)
        if first == last:
            self.sheet.write_string(first, 0, group, look)
        else:
            self.sheet.merge_range(first, 0, last, 0, group, look)

    def _cell(self, at: int, column: int, value: Any, bold: bool) -> None:
        shade = SHADED if bold else {}
        if value is None or value == "":
            self.sheet.write_blank(at, column, None, self.cells.format("text", **LINED, **shade))
        elif isinstance(value, str):
            self.sheet.write_string(at, column, value, self.cells.format("text", bold, **LINED, **shade))
        else:
            kind = "int" if value == int(value) else "float"
            self.sheet.write_number(at, column, value, self.cells.format(kind, bold, **LINED, **shade))

    def foot(self, at: int) -> None:
        """Who signs."""
        look = self.cells.format("text", align="left")
        self.sheet.set_row(at + 1, 28)
        self.sheet.write_string(at + 1, 1, "承接方（盖章）：", look)
        self.sheet.write_string(at + 1, 6, "采购方（盖章）：", look)
        self.sheet.write_string(at + 2, 1, "日期：　　　　年　　月　　日", look)
        self.sheet.write_string(at + 2, 6, "日期：　　　　年　　月　　日", look)
        self.sheet.print_area(0, 0, at + 2, LAST)
