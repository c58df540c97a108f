"""Pages of both sites, and ours with few and with many siblings."""

from bench.figures import AT_LEAST
from bench.figures import AT_MOST
from bench.figures import Figure
from bench.load import Page
from bench.load import size_of
from bench.load import time_of
from bench.rounds import medians
from bench.rounds import ratio
from bench.rounds import Times
from bench.workers import Worker
from collections.abc import Iterator


ROUNDS = 9
FEW = 60  # more than a page of a list shows: a longer list must not cost more, a fuller page may


def measure(ours: Worker, stock: Worker, quick: bool) -> Iterator[Figure]:
    """Ratios of pages."""
    pages = _pages(ours, stock, many=1_000 if quick else 10_000)
    sizes = {name: size_of(page) for name, page in pages.items()}
    samples: dict[str, list[Times]] = {name: [] for name in pages}
    for _ in range(3 if quick else ROUNDS):
        for name, page in pages.items():
            samples[name].append(time_of(page, 0.4 if quick else 0.8))
    times = {name: medians(found) for name, found in samples.items()}
    for name, one in times.items():
        note = f"{sizes[name] / 1000:.1f} kB; wall {one.wall * 1000:.1f} ms, {1 / one.wall:.0f} requests/s"
        yield Figure("page", name, one.cpu * 1000, " ms", note=note)
    yield from _ratios(samples)


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


def _ratios(samples: dict[str, list[Times]]) -> Iterator[Figure]:
    def figure(name: str, upper: str, lower: str, target: float, sense: str = AT_MOST) -> Figure:
        found = ratio(samples[upper], samples[lower])
        return Figure("page", name, found.cpu, "×", target, sense, f"wall {found.wall:.2f}×")

    yield figure("article, ours : stock, anonymous", "stock article", "our article", 5, AT_LEAST)
    yield figure("front page, 300 articles, ours : stock", "stock front page", "our front page", 4, AT_LEAST)
    yield figure("scoreboard : stock item, signed in", "our scoreboard, purchaser", "stock item, editor", 1.5)
    for name in ("article, {} siblings", "record, {} siblings", "section, {} records", "desk, {} records"):
        yield figure(name.format("many : few"), name.format("many"), name.format("few"), 1.1)
