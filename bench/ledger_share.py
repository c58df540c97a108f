"""What the ledger costs when an article is written and published."""

from bench.figures import Figure
from bench.rounds import medians
from bench.rounds import ratio
from bench.workers import Worker
from collections.abc import Iterator


STEP = 10


def measure(ours: Worker, quick: bool) -> Iterator[Figure]:
    """The same with the index and without it, by turns; a contract with one review, so that little else is done."""
    taken = {"with": [], "without": []}
    for _ in range(5 if quick else 15):
        taken["with"].append(ours.time("create_articles", STEP))
        ours.ask("without_ledger")
        taken["without"].append(ours.time("create_articles", STEP))
        ours.ask("with_ledger")
    there, left = medians(taken["with"]), ratio(taken["without"], taken["with"])
    note = f"{there.cpu * 1000 / STEP:.1f} ms an article; wall {100 * (1 - left.wall):.1f} %"
    yield Figure("ledger", "its share of an article", 100 * (1 - left.cpu), " %", 10, note=note)
