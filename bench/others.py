"""The same numbers by other means, for comparison: SQL GROUP BY and catalog queries."""

from bench import s0_year
from bench.told import Record
from collections.abc import Callable
from collections.abc import Iterator
from pathlib import Path
from Products.PluginIndexes.FieldIndex.FieldIndex import FieldIndex
from Products.ZCatalog.Catalog import Catalog
from yidang.indicators.engine import Ruleset
from yidang.indicators.engine.cells import EVERYWHERE

import sqlite3


Cell = tuple[str, str, str]  # line, station, month
SAMPLE = 100


def shares(ruleset: Ruleset, contract: str, number: int) -> Iterator[tuple[Cell, int]]:
    """What each fact adds to each cell of station and month, by the engine's own word."""
    bases = {rule.code: rule.basis for rule in ruleset.rules}
    for fact in s0_year.year(contract, number):
        for (station, series, bucket, _), amount in ruleset.contribute(fact).cells.items():
            code, part, basis, dimension = series
            if station != EVERYWHERE and (part, basis, dimension) == ("value", bases[code], "") and len(bucket) == 7:
                yield (code, station, bucket), amount


def sql(rows: list[tuple[Cell, int]], folder: Path) -> Callable[[], dict[Cell, int]]:
    """A database file of SQLite whose index covers the question, so that the table itself is never looked at."""
    database = sqlite3.connect(folder / "shares.sqlite3")
    database.execute("CREATE TABLE share (contract TEXT, line TEXT, station TEXT, month TEXT, amount INTEGER)")
    database.executemany("INSERT INTO share VALUES ('c', ?, ?, ?, ?)", [(*cell, amount) for cell, amount in rows])
    database.execute("CREATE INDEX cover ON share (contract, line, station, month, amount)")
    database.execute("ANALYZE")
    database.commit()
    question = "SELECT line, station, month, sum(amount) FROM share WHERE contract = 'c' GROUP BY 1, 2, 3"
    return lambda: {tuple(row[:3]): row[3] for row in database.execute(question)}


class Share(Record):
    """One fact's share in one cell, as the catalog sees it."""

    def __init__(self, cell: Cell) -> None:
        self.line, self.station, self.month = cell


def catalog(rows: list[tuple[Cell, int]]) -> Callable[[], int]:
    """A catalog query for a cell, asked for the first hundred cells."""
    found = Catalog()
    for name in ("line", "station", "month"):
        found.addIndex(name, FieldIndex(name))
    for serial, (cell, _) in enumerate(rows):
        found.catalogObject(Share(cell), str(serial))
    cells = sorted({cell for cell, _ in rows})[:SAMPLE]

    def ask() -> int:
        return sum(len(found(line=line, station=station, month=month)) for line, station, month in cells)

    return ask
