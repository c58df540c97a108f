"""Cells of a workbook: the type of a value decides how it is stored and shown."""

from datetime import date
from datetime import datetime
from decimal import Decimal
from math import isfinite
from typing import Any
from yidang import clock
from yidang.exchange.safe import clean
from yidang.exchange.safe import is_dangerous
from yidang.exchange.table import Percent
from yidang.exchange.table import Short


# What Excel can hold: characters of a cell, exact digits of a number, the first day after its wrong leap year.
MOST_CHARACTERS = 32_767
EXACT = 10**15
FIRST_DAY = date(1900, 3, 1)
WRAP_FROM = 40
LONG_TEXTS = "长文"

NUMBERS = {"int": "#,##0", "float": "#,##0.###", "percent": "0.0%", "day": "yyyy-mm-dd", "moment": "yyyy-mm-dd hh:mm"}
MARKED = {"bg_color": "#FBE3E0", "font_color": "#8C1D18"}
BASE = {"font_name": "宋体", "font_size": 10, "valign": "top"}


class Cells:
    """Writes values into sheets of one workbook. A text longer than a cell can hold goes on in a sheet of its own."""

    def __init__(self, book) -> None:
        self.book = book
        self.heading = book.add_format(
            BASE | {"bold": True, "bg_color": "#E8EEF4", "border": 1, "border_color": "#B8C4D0", "text_wrap": True}
        )
        self._formats: dict[tuple, Any] = {}
        self._long: list[tuple[str, str]] = []

    def format(self, kind: str, bold: bool = False, **more: Any):
        """The look of a kind of value; each is made once."""
        key = (kind, bold, *sorted(more.items()))
        if key not in self._formats:
            look = BASE | {"num_format": NUMBERS.get(kind, "@")} | ({"bold": True} if bold else {}) | more
            self._formats[key] = self.book.add_format(look)
        return self._formats[key]

    def write(self, sheet, row: int, column: int, value: Any, bold: bool = False) -> None:
        """One cell; None leaves it empty."""
        look = MARKED if isinstance(value, Short) else {}
        value = plain(value.value if look else value)
        if value is None:
            return
        if isinstance(value, str):
            self._write_text(sheet, row, column, clean(value), bold)
        elif isinstance(value, datetime):
            sheet.write_datetime(row, column, value, self.format("moment", bold))
        elif isinstance(value, date):
            sheet.write_datetime(row, column, value, self.format("day", bold))
        else:
            sheet.write_number(row, column, value, self.format(kind_of(value), bold, **look))

    def _write_text(self, sheet, row: int, column: int, text: str, bold: bool) -> None:
        if len(text) > MOST_CHARACTERS:
            self._long.append((f"{sheet.get_name()} 第 {row + 1} 行", text))
            mark = f"……（全文见“{LONG_TEXTS}”表）"
            text = text[: MOST_CHARACTERS - len(mark)] + mark
        look = {"text_wrap": True} if len(text) > WRAP_FROM or "\n" in text else {}
        if is_dangerous(text):
            look["quote_prefix"] = True  # stays a text when somebody edits the cell
        sheet.write_string(row, column, text, self.format("text", bold, **look))

    def finish(self, workbook) -> None:
        """Whole texts that no cell could hold, piece by piece."""
        if not self._long:
            return
        sheet = workbook.sheet(LONG_TEXTS)
        sheet.set_column(0, 0, 24)
        sheet.set_column(1, 1, 100)
        at = 0
        for where, text in self._long:
            for start in range(0, len(text), MOST_CHARACTERS):
                sheet.write_string(at, 0, where, self.format("text"))
                sheet.write_string(at, 1, text[start : start + MOST_CHARACTERS], self.format("text"))
                at += 1


def kind_of(number: int | float) -> str:
    """`percent`, `int` or `float`."""
    if isinstance(number, Percent):
        return "percent"
    return "int" if number == int(number) else "float"


def plain(value: Any) -> Any:
    """What a cell stores: text, number, day or moment (Beijing), None; what Excel cannot hold becomes a text."""
    if value is None or value == "":
        return None
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, Decimal):
        value = int(value) if value == value.to_integral_value() else float(value)
    if isinstance(value, (int, float)):
        return _number(value)
    if isinstance(value, datetime):
        value = value.astimezone(clock.BEIJING).replace(tzinfo=None) if value.tzinfo else value
        return value if value.date() >= FIRST_DAY else value.isoformat(" ")
    if isinstance(value, date):
        return value if value >= FIRST_DAY else value.isoformat()
    return value if isinstance(value, str) else str(value)


def _number(value: int | float) -> Any:
    if isinstance(value, float) and not isfinite(value):
        return None
    return str(value) if isinstance(value, int) and abs(value) >= EXACT else value
