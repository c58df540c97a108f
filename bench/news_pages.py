"""Pages that are made anew for each reader: ours, stock Plone's, Wagtail's; one process, and two behind a balancer."""

from bench.figures import AT_LEAST
from bench.figures import Figure
from bench.fronts import balanced
from bench.wagtail import PAGES
from bench.wrk import Load
from bench.wrk import load
from bench.wrk import medians
from collections.abc import Iterator
from contextlib import ExitStack
from statistics import median
from typing import NamedTuple

import requests


READERS = (1, 4, 16)
TARGETS = {("article", "stock"): 6, ("article", "wagtail"): 1.5, ("home", "stock"): 5, ("listing", "stock"): 5}
Samples = dict[tuple[str, str, int], list[Load]]


class Place(NamedTuple):
    """Addresses of a site by page, and the processes whose time is looked at (none: only the clock on the wall)."""

    urls: dict[str, str]
    servers: tuple[int, ...] = ()


def sampled(places: dict[str, Place], quick: bool) -> Samples:
    """Round by round, each page of each site with few and with many readers."""
    samples: Samples = {}
    readers, rounds, seconds = (READERS[1:2], 1, 1) if quick else (READERS, 3, 1)
    for place in places.values():
        for url in place.urls.values():
            for _ in range(5):
                requests.get(url, timeout=60).raise_for_status()
    for number in readers:
        for _ in range(rounds):
            for page in PAGES:
                for site, place in places.items():
                    one = load(place.urls[page], number, seconds, place.servers)
                    samples.setdefault((site, page, number), []).append(one)
    return samples


def told(subject: str, samples: Samples) -> Iterator[Figure]:
    """A figure for each: requests a second."""
    for (site, page, readers), found in samples.items():
        one = medians(found)
        note = f"p50 {one.p50:.1f} ms, p95 {one.p95:.1f} ms" + f", processor {one.cpu:.2f} ms" * bool(one.cpu)
        yield Figure(subject, f"{page}, {site}, {readers} at once", one.rate, "/s", note=note)


def ratio(samples: Samples, page: str, upper: str, lower: str) -> tuple[float, str]:
    """How many times more requests a second: by processor time where it is known on both sides, for that is what counts
    when neighbours keep the cores busy, else by the clock on the wall; and in words by the wall for each number of
    readers."""
    by_readers = {}
    for readers in sorted({key[2] for key in samples}):
        pairs = zip(samples[upper, page, readers], samples[lower, page, readers], strict=True)
        by_readers[readers] = [one.rate / other.rate for one, other in pairs]
    walls = ", ".join(f"{median(found):.2f}× with {readers}" for readers, found in by_readers.items())
    cpus = [_cpu(samples, page, site) for site in (lower, upper)]
    if all(cpus):
        return cpus[0] / cpus[1], f"by processor; wall {walls}"
    return median(one for found in by_readers.values() for one in found), f"wall {walls}"


def _cpu(samples: Samples, page: str, site: str) -> float:
    """Milliseconds of processor time a request, whoever asked."""
    return median(one.cpu for key, found in samples.items() if key[:2] == (site, page) for one in found)


def measure(sites, quick: bool) -> Iterator[Figure]:
    """All, without any cache of pages."""
    sites.ours.ask("caching", False)
    try:
        with ExitStack() as stack:
            places = _places(sites, stack)
            samples = sampled(places, quick)
    finally:
        sites.ours.ask("caching", True)
    yield from told("made", samples)
    for (page, other), target in TARGETS.items():
        found, words = ratio(samples, page, "ours", other)
        yield Figure("made", f"{page}, ours : {other}", found, "×", target, AT_LEAST, words)
    for page in ("home", "listing"):
        found, words = ratio(samples, page, "ours", "wagtail")
        yield Figure("made", f"{page}, ours : wagtail", found, "×", note=words)
    for page in PAGES:
        found, words = ratio(samples, page, "ours ×2", "ours")
        yield Figure("made", f"{page}, two processes : one", found, "×", note=words)


def _places(sites, stack: ExitStack) -> dict[str, Place]:
    """All sites, with one process and with two."""
    found = {}
    for name, first, second, root in (
        ("ours", sites.ours, sites.ours_too, "/portal"),
        ("stock", sites.stock, sites.stock_too, "/Plone"),
    ):
        pages, ports = first.ask("pages"), [first.ask("serve"), second.ask("serve")]
        urls = {page: f"http://localhost:{ports[0]}{path}" for page, path in pages.items()}
        found[name] = Place(urls, (first.process.pid,))
        url = stack.enter_context(balanced(ports, root.strip("/"), pages["article"].removeprefix(root)))
        found[f"{name} ×2"] = Place({page: url + path.removeprefix(root) for page, path in pages.items()})
    for name, workers in (("wagtail", 1), ("wagtail ×2", 2)):
        url, pid = stack.enter_context(sites.wagtail.served(workers))
        found[name] = Place({page: url + path for page, path in PAGES.items()}, (pid,) if workers == 1 else ())
    return found
