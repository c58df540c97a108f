"""How a row of running sums lies in the database: as tables of numbers, which load in one piece.

A nested mapping of 600 numbers takes longer to unpickle than everything else on a board. A table of stations by periods
by members is one array, names each of them once, costs the same however full it is, and a reader unfolds only what is
asked for. What is too thin for a table (entered values by day and record, the days on which people come and go) stays
a mapping.
"""

from array import array
from collections.abc import Iterator
from itertools import product
from yidang.indicators.engine.cells import CellKey
from yidang.indicators.engine.cells import Point
from yidang.indicators.engine.cells import Series


Points = dict[Point, int]
Numbers = dict[str, dict[Series, Points]]  # by station
Names = tuple[str, ...]
Table = tuple[Names, Names, Names, array] | dict[str, Points]  # stations, periods, members
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
    points = set().union(*rows.values())
    axes = [tuple(sorted(names)) for names in (rows, {bucket for bucket, _ in points}, {one for _, one in points})]
    stations, buckets, members = (shared.setdefault(names, names) for names in axes)
    if len(stations) * len(buckets) * len(members) > THIN * sum(map(len, rows.values())):
        return rows
    keys = list(product(buckets, members))
    return stations, buckets, members, array("q", [rows[one].get(key, 0) for one in stations for key in keys])


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
    stations, buckets, members, numbers = table
    if station not in stations:
        return {}
    size = len(buckets) * len(members)
    start = stations.index(station) * size
    row = zip(product(buckets, members), numbers[start : start + size], strict=True)
    return {point: number for point, number in row if number}


def column_of(table: Table, point: Point) -> dict[str, int]:
    """What each station has at one point."""
    if isinstance(table, dict):
        return {station: points[point] for station, points in table.items() if point in points}
    stations, buckets, members, numbers = table
    bucket, member = point
    if bucket not in buckets or member not in members:
        return {}
    place = buckets.index(bucket) * len(members) + members.index(member)
    return dict(zip(stations, numbers[place :: len(buckets) * len(members)], strict=True))


def flat(tables: Tables) -> Iterator[tuple[CellKey, int]]:
    """Every number with its key."""
    for series, table in tables.items():
        for station in stations_of(table):
            for point, number in points_of(table, station).items():
                yield (station, series, *point), number
