"""Counting anew, and filing one more record, with the real rules of the library."""

from bench.bulk import fill
from bench.bulk import Year
from bench.figures import Figure
from bench.library import files
from bench.library import Promised
from bench.library import rules
from bench.rounds import interleaved
from bench.rounds import medians
from bench.rounds import Times
from bench.storage import database
from bench.told import Record
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from yidang.indicators.engine import as_of
from yidang.indicators.engine import recount
from yidang.indicators.engine import Ruleset
from yidang.indicators.ledger import Ledger

import transaction


SHORT = {
    "zhongshan-women-2024": "S0", "jiangxi-civil-affairs-2024": "S1", "nanchuan-2-children-2024": "S2 package 2",
    "qiongzhong-stations-2023": "S3",
}  # fmt: skip


def measure(quick: bool) -> Iterator[Figure]:
    """Four shapes of contract: S0 counts, S1 by worker and client, S2 by sessions and clients, S3 by station."""
    size = 3_000 if quick else 20_000
    for file in files():
        if (name := SHORT.get(file.data["id"])) is not None:
            yield from _counted(name, Year(file, size))
            yield from _filed(name, Year(file, size))


def _counted(name: str, year: Year) -> Iterator[Figure]:
    contract = Promised("", year.file)
    given, calendar = rules(year.file), contract.calendar()
    ruleset = Ruleset(given, calendar)
    pairs = sum(len(ruleset.lines(fact)) for fact in year.facts)
    day = calendar.end - timedelta(days=100)
    readings = {
        "recount": lambda: recount(year.facts, given, calendar),
        "as of a past day": lambda: recount(as_of(year.facts, day), given, calendar),
    }
    for what, samples in interleaved(readings, 5).items():
        found = medians(samples).cpu
        note = f"{len(year.facts):,} facts, {pairs / len(year.facts):.1f} lines a fact; all in {found * 1000:.0f} ms"
        yield Figure("counting", f"{name}: {what}, a fact and line", found / pairs * 1e6, " µs", 10, note=note)


def _filed(name: str, year: Year) -> Iterator[Figure]:
    """One record and commit after another, into a ledger that holds a year; the portal's own work is not in it."""
    with database() as db:
        connection = db.open()
        ledger = connection.root()["ledger"] = Ledger("yidang_ledger")
        fill(ledger, Promised("c", year.file), year, 1)
        transaction.commit()
        rids = iter(range(10_000_000, 20_000_000))
        # Of every kind one after another, as they come in a year.
        again = [replace(fact, contract="c", uid=f"again-{place}") for place, fact in enumerate(year.facts[-200:])]
        facts = iter(again)

        def file_one() -> None:
            ledger.index_object(next(rids), Record(next(facts)))
            transaction.commit()

        samples: list[Times] = interleaved({"file": file_one}, len(again) - 1)["file"]
        note = f"{len(year.facts):,} facts before; wall {medians(samples).wall * 1000:.2f} ms"
        yield Figure(
            "filing", f"{name}: the ledger's part of one more record", medians(samples).cpu * 1000, " ms", note=note
        )
        connection.close()
