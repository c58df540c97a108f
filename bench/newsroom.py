"""10,000 articles in one contract: publishing one more with all its checks, and finding one by any words of it."""

from bench import varied
from bench.figures import AT_LEAST
from bench.figures import AT_MOST
from bench.figures import Figure
from bench.load import Page
from bench.load import time_of
from bench.load import times_of
from bench.rounds import medians
from bench.rounds import ratio
from bench.rounds import Times
from bench.workers import both_sites
from bench.workers import Worker
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from statistics import quantiles
from urllib.parse import quote


AT_ONCE = 500
ROUNDS = 15
EACH = 4
ASKED = 200
PASSES = 3
STEPS = (
    ("save a draft", (0,), 1.5),
    ("publish, with all checks", (2,), 1.5),
    ("write, submit, approve : write, publish", (0, 1, 2), None),
)


def measure(quick: bool) -> Iterator[Figure]:
    """Publishing against stock, then the search page."""
    number = 500 if quick else 10_000
    with both_sites() as (ours, stock):
        _fill(ours, stock, number)
        yield from _publishing(ours, stock, number)
        yield from _finding(ours, number)


def _fill(ours: Worker, stock: Worker, number: int) -> None:
    """The same texts on both sides, the two at the same time."""
    with ThreadPoolExecutor(2) as both:
        for _ in range(number // AT_ONCE):
            list(both.map(lambda worker: worker.ask("fill_varied", AT_ONCE), (ours, stock)))


def _publishing(ours: Worker, stock: Worker, number: int) -> Iterator[Figure]:
    """Write, submit, approve against write, publish; each step its own commit, by turns."""
    own, other = [], []
    for _ in range(ROUNDS + 1):
        own.append((ours.time("write_varied", EACH), ours.time("submit_varied"), ours.time("publish_varied")))
        other.append((stock.time("write_varied", EACH), Times(0, 0), stock.time("publish_varied")))
    for what, steps, target in STEPS:
        sides = [[_together(times, steps) for times in side[1:]] for side in (own, other)]
        dearer, (mine, theirs) = ratio(*sides), map(medians, sides)
        note = f"{mine.cpu / EACH * 1000:.0f} against {theirs.cpu / EACH * 1000:.0f} ms; wall {dearer.wall:.2f}×"
        title = f"{what}, {number:,} articles, ours : stock"
        yield Figure("newsroom", title, dearer.cpu, "×", target, AT_MOST, note)


def _together(times: tuple[Times, ...], steps: tuple[int, ...]) -> Times:
    return Times(sum(times[step].wall for step in steps), sum(times[step].cpu for step in steps))


def _finding(ours: Worker, number: int) -> Iterator[Figure]:
    """Whole search pages over HTTP, as a process has just begun and as it has answered for a while.

    Then the recall of the query behind them, against a scan of all texts.
    """
    queries = varied.queries(PASSES * ASKED, number)
    port = ours.ask("serve")
    time_of(_asking(ours, port, queries[:1])[0], 1)
    for turn in range(PASSES):
        walls = [wall * 1000 for wall in times_of(_asking(ours, port, queries[turn::PASSES]))]
        cuts = quantiles(walls, n=20)
        note = f"{ASKED} queries; p50 {cuts[9]:.1f} ms, slowest {max(walls):.1f} ms"
        title = f"search page, {number:,} articles, after {turn * ASKED} searches, p95"
        yield Figure("newsroom", title, cuts[18], " ms", 30 if turn == PASSES - 1 else None, AT_MOST, note)
    told = ours.ask("recall", queries[:ASKED])
    note = f"{told['hits']:,} hits of {ASKED} queries; precision {told['precision']:.3f}"
    yield Figure("newsroom", "search, recall against a scan", told["recall"], "", 1, AT_LEAST, note)


def _asking(ours: Worker, port: int, queries: list[str]) -> list[Page]:
    return [Page(ours, port, f"/portal/search?SearchableText={quote(one)}") for one in queries]
