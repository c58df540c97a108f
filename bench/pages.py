"""Pages of both sites, and ours with few and with many siblings."""

from bench.figures import AT_LEAST
from bench.figures import Figure
from bench.load import Page
from bench.load import size_of
from bench.load import time_of
from bench.rounds import medians
from bench.rounds import Times
from bench.workers import Worker
from collections.abc import Iterator


ROUNDS = 7
FEW = 60  # more than a page of a list shows: a longer list must not cost more, a fuller page may


def measure(ours: Worker, stock: Worker, quick: bool) -> Iterator[Figure]:
    """Ratios of pages."""
    pages = _pages(ours, stock, many=1_000 if quick else 10_000)
    sizes = {name: size_of(page) for name, page in pages.items()}
    samples: dict[str, list[Times]] = {name: [] for name in pages}
    for _ in range(3 if quick else ROUNDS):
        for name, page in pages.items():
            samples[name].append(time_of(page, 0.5 if quick else 1.0))
    times = {name: medians(found) for name, found in samples.items()}
    for name, one in times.items():
        note = f"{sizes[name] / 1000:.1f} kB; wall {one.wall * 1000:.1f} ms, {1 / one.wall:.0f} requests/s"
        yield Figure("page", name, one.cpu * 1000, " ms", note=note)
    yield from _ratios(times)


def _pages(ours: Worker, stock: Worker, many: int) -> dict[str, Page]:
    """Make what is missing and serve; 300 articles on each side."""
    theirs, own = stock.ask("serve"), ours.ask("serve")
    stock.ask("create_articles", 300)
    item = stock.ask("create_page")
    places = ours.ask("fill", many, FEW)
    board = places["many"]["contract"] + "/@@scoreboard"
    pages = {
        "stock article": Page(stock, theirs, item),
        "our article": Page(ours, own, places["many"]["article"]),
        "stock front page": Page(stock, theirs, "/Plone"),
        "our front page": Page(ours, own, "/portal"),
        "stock item, editor": Page(stock, theirs, item, "editor"),
        "our scoreboard, purchaser": Page(ours, own, board, "purchaser-zswq2024"),
    }
    for amount, suffix in (("few", "small"), ("many", "zswq2024")):
        place = places[amount]
        pages |= {
            f"article, {amount} siblings": Page(ours, own, place["article"]),
            f"record, {amount} siblings": Page(ours, own, place["record"], f"lead-{suffix}"),
            f"section, {amount} records": Page(ours, own, place["section"], f"lead-{suffix}"),
            f"desk, {amount} records": Page(ours, own, "/portal/@@desk", f"lead-{suffix}"),
        }
    return pages


def _ratios(times: dict[str, Times]) -> Iterator[Figure]:
    def faster(name: str, own: str, other: str, target: float) -> Figure:
        note = f"wall {times[other].wall / times[own].wall:.2f}×"
        return Figure("page", name, times[other].cpu / times[own].cpu, "×", target, AT_LEAST, note)

    yield faster("article, ours : stock, anonymous", "our article", "stock article", 5)
    yield faster("front page with 300 articles, ours : stock", "our front page", "stock front page", 4)
    board, item = times["our scoreboard, purchaser"], times["stock item, editor"]
    note = f"wall {board.wall / item.wall:.2f}×"
    yield Figure("page", "scoreboard : stock item page, signed in", board.cpu / item.cpu, "×", 1.5, note=note)
    for name in ("article, {} siblings", "record, {} siblings", "section, {} records", "desk, {} records"):
        few, many = times[name.format("few")], times[name.format("many")]
        note = f"wall {many.wall / few.wall:.2f}×"
        yield Figure("page", name.format("many : few"), many.cpu / few.cpu, "×", 1.1, note=note)
