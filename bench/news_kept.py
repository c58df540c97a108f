"""Pages that are kept: in the memory of our process, in Varnish, in Wagtail's memory; and the same HTML as a file."""

from bench.figures import AT_LEAST
from bench.figures import Figure
from bench.fronts import file_of
from bench.fronts import varnish
from bench.news_pages import Place
from bench.news_pages import ratio
from bench.news_pages import sampled
from bench.news_pages import told
from bench.wagtail import PAGES
from collections.abc import Iterator
from contextlib import ExitStack

import requests


def measure(sites, quick: bool) -> Iterator[Figure]:
    """All, every answer from a cache."""
    with ExitStack() as stack:
        pages, port = sites.ours.ask("pages"), sites.ours.ask("serve")
        direct = {page: f"http://localhost:{port}{path}" for page, path in pages.items()}
        cache = stack.enter_context(varnish(f"127.0.0.1:{port}", site="portal"))
        kept = {page: cache + path.removeprefix("/portal") for page, path in pages.items()}
        kept["home"] = f"{cache}/"
        bodies = {page: requests.get(url, timeout=60).content for page, url in kept.items()}
        wagtail, pid = stack.enter_context(sites.wagtail.served(1, kept=True))
        places = {
            "ours, memory": Place(direct, (sites.ours.process.pid,)),
            "ours, Varnish": Place(kept),
            "wagtail, memory": Place({page: wagtail + path for page, path in PAGES.items()}, (pid,)),
            "nginx, a file": Place(stack.enter_context(file_of(bodies))),
        }
        samples = sampled(places, quick)
        for page, url in kept.items():
            if requests.get(url, timeout=60).headers.get("X-Kept") != "yes":
                raise RuntimeError(f"{page} is not kept")
    yield from told("kept", samples)
    for page in PAGES:
        found, words = ratio(samples, page, "ours, Varnish", "nginx, a file")
        yield Figure("kept", f"{page}, Varnish : nginx with a file", found, "×", 0.6, AT_LEAST, words)
        found, words = ratio(samples, page, "ours, memory", "wagtail, memory")
        yield Figure("kept", f"{page}, our memory : Wagtail's", found, "×", note=words)
