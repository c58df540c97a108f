"""How a row of running sums lies in the database: as tables of numbers, which load in one piece.

A nested mapping of 600 numbers takes longer to unpickle than everything else on a board. A table of stations by points
is one array, costs the same however full it is, and a reader unfolds only the stations that are asked for. What is too
thin for a table (entered values by day and record, which lie in one station each) stays a mapping.
"""

from array import array
from collections.abc import Iterator
from yidang.indicators.engine.cells import CellKey
from yidang.indicators.engine.cells import Point
from yidang.indicators.engine.cells import Series


Points = dict[Point, int]
Numbers = dict[str, dict[Series, Points]]  # by station
Table = tuple[tuple[str, ...], tuple[Point, ...], array] | dict[str, Points]
Tables = dict[Series, Table]

# A table may be eight times as large as what it holds: a number in a mapping takes the room of about eight in a table.
THIN = 8


def pack(numbers: Numbers) -> Tables:
    """The numbers as they are stored."""
    rows: dict[Series, dict[str, Points]] = {}
    for station, by_series in numbers.items():
        for series, points in by_series.items():
            rows.setdefault(series, {})[station] = points
    shared: dict[tuple, tuple] = {}  # equal names are pickled once
    return {series: _table(by_station, shared) for series, by_station in rows.items()}


def _table(rows: dict[str, Points], shared: dict[tuple, tuple]) -> Table:
    stations, points = tuple(sorted(rows)), tuple(sorted(set().union(*rows.values())))
    if len(stations) * len(points) > THIN * sum(map(len, rows.values())):
        return rows
    numbers = array("q", [rows[station].get(point, 0) for station in stations for point in points])
    return shared.setdefault(stations, stations), shared.setdefault(points, points), numbers


def unpack(tables: Tables) -> Numbers:
    """The numbers as a writer changes them."""
    numbers: Numbers = {}
    for series, table in tables.items():
        for station in stations_of(table):
            numbers.setdefault(station, {})[series] = dict(points_of(table, station))
    return numbers


def stations_of(table: Table) -> tuple[str, ...]:
    """The stations that have any number in a series."""
    return tuple(table) if isinstance(table, dict) else table[0]


def points_of(table: Table, station: str) -> Points:
    """What one station has in a series; a zero is no number."""
    if isinstance(table, dict):
        return table.get(station, {})
    stations, points, numbers = table
    if station not in stations:
        return {}
    start = stations.index(station) * len(points)
    row = zip(points, numbers[start : start + len(points)], strict=True)
    return {point: number for point, number in row if number}


def column_of(table: Table, point: Point) -> dict[str, int]:
    """What each station has at one point."""
    if isinstance(table, dict):
        return {station: points[point] for station, points in table.items() if point in points}
    stations, points, numbers = table
    if point not in points:
        return {}
    return dict(zip(stations, numbers[points.index(point) :: len(points)], strict=True))


def flat(tables: Tables) -> Iterator[tuple[CellKey, int]]:
    """Every number with its key."""
    for series, table in tables.items():
        for station in stations_of(table):
            for point, number in points_of(table, station).items():
                yield (station, series, *point), number
