"""The public pages: made anew and kept; against stock Plone, a small Wagtail site, and nginx with a file.

Needs Varnish and nginx (`instance/check-proxy`), the load generator wrk, and PyPI for Wagtail, which gets an
environment of its own in a temporary folder.
"""

from bench import news_checks
from bench import news_kept
from bench import news_pages
from bench.figures import Figure
from bench.wagtail import Wagtail
from bench.workers import Worker
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory


ARTICLES = 300


@dataclass
class Sites:
    """Two processes of each Plone site, and the Wagtail site."""

    ours: Worker
    stock: Worker
    ours_too: Worker
    stock_too: Worker
    wagtail: Wagtail


@contextmanager
def sites(number: int) -> Iterator[Sites]:
    """All of them, with so many articles."""
    workers: list[Worker] = []

    def worker(side: str, begin: str) -> Worker:
        workers.append(Worker(f"{side}_news", folder / side))
        workers[-1].ask(begin)
        return workers[-1]

    with TemporaryDirectory(prefix="yidang-bench-") as name:
        folder = Path(name)
        try:
            ours, stock = worker("ours", "make"), worker("stock", "make")
            ours.ask("fill_varied", number)
            stock.ask("fill_varied", number)
            wagtail = Wagtail(folder / "wagtail")
            wagtail.make(number)
            yield Sites(ours, stock, worker("ours", "open"), worker("stock", "open"), wagtail)
        finally:
            for one in workers:
                one.stop()


def measure(quick: bool) -> Iterator[Figure]:
    """Checks of a text, then pages."""
    yield from news_checks.measure(quick)
    with sites(60 if quick else ARTICLES) as found:
        yield from news_pages.measure(found, quick)
        yield from news_kept.measure(found, quick)
