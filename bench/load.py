"""One reader on one kept connection, asking for one page as fast as it comes."""

from base64 import b64encode
from bench.rounds import Times
from bench.workers import Worker
from http.client import HTTPConnection
from time import perf_counter
from typing import NamedTuple


class Page(NamedTuple):
    """A page of one site, and who reads it."""

    worker: Worker
    port: int
    path: str
    user: str = ""


def time_of(page: Page, seconds: float) -> Times:
    """Seconds a request, on the wall clock and on the server's processor."""
    connection = HTTPConnection("127.0.0.1", page.port, timeout=60)
    cpu, begun, asked = page.worker.ask("usage")["cpu"], perf_counter(), 0
    while perf_counter() - begun < seconds or asked < 3:
        _get(connection, page)
        asked += 1
    wall = perf_counter() - begun
    connection.close()
    return Times(wall / asked, (page.worker.ask("usage")["cpu"] - cpu) / asked)


def times_of(pages: list[Page]) -> list[float]:
    """Seconds on the wall clock of each page, asked for once."""
    connection, taken = HTTPConnection("127.0.0.1", pages[0].port, timeout=60), []
    for page in pages:
        begun = perf_counter()
        _get(connection, page)
        taken.append(perf_counter() - begun)
    connection.close()
    return taken


def size_of(page: Page) -> int:
    """Bytes of the page; RuntimeError unless it is there to be read."""
    return len(content_of(page))


def content_of(page: Page) -> bytes:
    """The page, or file; RuntimeError unless it is there to be read."""
    connection = HTTPConnection("127.0.0.1", page.port, timeout=600)
    try:
        return _get(connection, page)
    finally:
        connection.close()


def _get(connection: HTTPConnection, page: Page) -> bytes:
    # Stock Plone leaves its theme out on 127.0.0.1, so the host is named.
    headers = {"Host": f"localhost:{page.port}", "Accept": "text/html"}
    if page.user:
        from bench.ours import PASSWORD

        headers["Authorization"] = "Basic " + b64encode(f"{page.user}:{PASSWORD}".encode()).decode()
    connection.request("GET", page.path, headers=headers)
    response = connection.getresponse()
    body = response.read()
    if response.status != 200:
        raise RuntimeError(f"{page.path} answers {response.status} {response.headers.get('Location', '')}")
    return body
