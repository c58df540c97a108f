"""A table on its way out: columns that know how to read a row, and rows that are made when they are written.

A `Table` reads as the dictionary (`title`, `exportables`, `objects`) that a data source of collective.excelexport gives
for each sheet; a `Column` is one of its exportables.
"""

from collections.abc import Callable
from collections.abc import Iterable
from collective.excelexport.interfaces import IExportable
from dataclasses import dataclass
from dataclasses import field
from operator import itemgetter
from typing import Any
from typing import NamedTuple
from zope.interface import implementer


class Percent(float):
    """A part of one that is shown in percent: 0.724 as 72.4%."""


class Short(NamedTuple):
    """A number that is less than was promised; a workbook marks it."""

    value: int | float


@implementer(IExportable)
class Column:
    """One column: its heading, what it reads from a row, and its width in characters of the sheet."""

    def __init__(self, title: str, read: Callable[[Any], Any], width: float = 12) -> None:
        self.title, self.read, self.width = title, read, width

    def render_header(self) -> str:
        """The heading."""
        return self.title

    def render_value(self, obj: Any) -> Any:
        """The cell: text, int, float, Percent, Short, bool, date, datetime or None."""
        return self.read(obj)

    def render_style(self, obj: Any, base_style: Any) -> Any:
        """The value's type decides how a cell looks."""
        return base_style


def columns(*given: tuple[str, float]) -> list[Column]:
    """Columns over rows that are tuples: heading and width of each."""
    return [Column(title, itemgetter(at), width) for at, (title, width) in enumerate(given)]


@dataclass(frozen=True)
class Chart:
    """A chart of a table's cells that Excel draws itself.

    By columns: each of `values` is a series over all rows, the column `names` has their labels.
    By rows (`rows` above 0): each of the first `rows` rows is a series over the columns from `values[0]` to
    `values[-1]`, whose headings are the labels.
    """

    title: str
    kind: str  # "bar" lies, "column" stands, "line"
    names: int
    values: tuple[int, ...]
    rows: int = 0
    percent: bool = False


@dataclass
class Table:
    """One sheet. `foot` are rows of sums below the filter; `trend` draws the columns (first, last) of each row as a
    sparkline into one more column."""

    title: str
    exportables: list
    objects: Iterable[Any]
    foot: list[Any] = field(default_factory=list)
    charts: list[Chart] = field(default_factory=list)
    trend: tuple[int, int] | None = None

    def __getitem__(self, key: str) -> Any:
        return getattr(self, key)
