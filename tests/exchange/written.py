"""Tables written to memory and read back."""

from openpyxl import load_workbook
from yidang import clock
from yidang.exchange import commas
from yidang.exchange import workbook

import csv
import io


class Told:
    """A source as the writers need it."""

    title = "试表"

    def __init__(self, long: bool = False) -> None:
        self.long = long

    def notes(self):
        """What the last sheet says."""
        return [("内容", self.title), ("合同编号", "ZS&1")]


def as_bytes(*tables, long: bool = False) -> bytes:
    """A workbook's bytes."""
    file = io.BytesIO()
    workbook.write(tables, file, Told(long), clock.now().replace(tzinfo=None))
    return file.getvalue()


def as_book(*tables, long: bool = False):
    """A workbook, read back."""
    return load_workbook(io.BytesIO(as_bytes(*tables, long=long)))


def as_text(*tables) -> bytes:
    """The comma-separated bytes."""
    file = io.BytesIO()
    commas.write(tables, file)
    return file.getvalue()


def rows_of(data: bytes) -> list[list[str]]:
    """Comma-separated bytes, read back; the mark at the beginning must be there."""
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def values_of(sheet) -> list[list]:
    """The values of a sheet, row by row."""
    return [[cell.value for cell in row] for row in sheet.iter_rows()]
