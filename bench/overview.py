"""Many contracts at a glance: the ten of the library, each many times, with 10,000 facts each."""

from bench.bulk import fill
from bench.bulk import Year
from bench.figures import Figure
from bench.library import files
from bench.library import Promised
from bench.rounds import interleaved
from bench.rounds import medians
from bench.rounds import quick_quarter
from bench.storage import database
from bench.storage import forget_objects
from bench.worker import peak
from collections.abc import Iterator
from yidang.indicators import kept
from yidang.indicators.ledger import Ledger
from yidang.indicators.overview import ContractOverview
from yidang.indicators.overview import overview_of
from yidang.indicators.scoreboard import Scoreboard

import transaction


ROOM = 100_000  # record ids of a contract


def measure(quick: bool) -> Iterator[Figure]:
    """A first look, then cold and warm ones of what has not changed; all shapes of lines together, and S0 alone."""
    number, size = (20, 1_000) if quick else (200, 10_000)
    with database() as db:
        connection = db.open()
        contracts = _filled(connection, number, size)
        women = [one for one in contracts if one.file.data["id"] == "zhongshan-women-2024"] * 10
        before = peak()
        readings = {
            "first": lambda: _overview(connection, contracts),
            "all": lambda: _overview(connection, contracts),
            "warm": lambda: _overview(connection, contracts),
            "women": lambda: _overview(connection, women[:number]),
        }

        def forget(name: str) -> None:
            if name == "first":
                kept.forget()
            if name != "warm":
                forget_objects(connection)
                connection.root()

        found = interleaved(readings, 9, forget)
        yield from _figures(found, number, number * size, peak() - before)
        transaction.abort()
        connection.close()


def _filled(connection, number: int, size: int) -> list[Promised]:
    years = [Year(file, size) for file in files()]
    connection.root()["ledger"] = Ledger("yidang_ledger")
    contracts = []
    for place in range(number):
        ledger, year = connection.root()["ledger"], years[place % len(years)]
        contracts.append(Promised(f"contract-{place}", year.file))
        fill(ledger, contracts[-1], year, (place + 1) * ROOM)
        transaction.commit()
        connection.cacheMinimize()
    return contracts


def _overview(connection, contracts: list[Promised]) -> list[ContractOverview]:
    """Each as of the first day of its last month, when most is decided and something is still to come."""
    ledger = connection.root()["ledger"]
    for one in contracts:
        one.ledger = ledger
    return [overview_of(Scoreboard(one, one.calendar().end.replace(day=1), ledger)) for one in contracts]


def _figures(found: dict, number: int, facts: int, grown: float) -> Iterator[Figure]:
    what = f"{number} contracts, {facts:,} facts"
    for name, samples in found.items():
        note = f"wall {medians(samples).wall * 1000:.0f} ms; lower quartile {quick_quarter(samples).cpu * 1000:.0f} ms"
        if name == "first":
            yield Figure(
                "overview", f"{what}, first look of the process", medians(samples).cpu * 1000, " ms", note=note
            )
        elif name == "all":
            yield Figure(
                "overview", f"{what}, looked at before, cold", medians(samples).cpu * 1000, " ms", 100, note=note
            )
        elif name == "warm":
            yield Figure("overview", f"{what}, warm", medians(samples).cpu * 1000, " ms", note=note)
        else:
            yield Figure(
                "overview",
                "as many of the S0 contract, looked at before, cold",
                medians(samples).cpu * 1000,
                " ms",
                note=note,
            )
    yield Figure("overview", "peak memory above the filled ledger", grown, " MiB")
