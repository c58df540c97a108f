"""Everything that needs the two sites, in one order: each measurement leaves content for the next."""

from bench import creating
from bench import exports
from bench import ledger_share
from bench import pages
from bench.figures import Figure
from bench.workers import both_sites
from collections.abc import Iterator


def measure(quick: bool) -> Iterator[Figure]:
    """Creation, the ledger's share of it, pages, files, memory."""
    with both_sites() as (ours, stock):
        yield from creating.measure(ours, stock, quick)
        yield from ledger_share.measure(ours, quick)
        yield from pages.measure(ours, stock, quick)
        yield from exports.measure(ours, quick)
        for name, worker in (("our", ours), ("stock", stock)):
            yield Figure("memory", f"peak of the {name} process", worker.ask("usage")["peak_mib"], " MiB")
