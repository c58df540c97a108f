"""The drawing library of the charts: Apache ECharts, fetched when the portal is built (`instance/charts/build.py`).

It is no part of the source. Where it is missing, pages show their tables and plain drawings.
"""

from functools import cache
from hashlib import sha256
from pathlib import Path
from Products.Five import BrowserView
from zExceptions import NotFound
from ZPublisher.Iterators import filestream_iterator

import os


STATIC = Path(os.environ.get("YIDANG_STATIC") or Path(__file__).parents[3] / "parts" / "static")
NAME = "echarts.js"
YEAR = 365 * 24 * 3600


@cache
def version(path: Path | None = None) -> str:
    """Short hash of the library, so that browsers may keep it for a year; "" where it was not built in."""
    path = path or STATIC / NAME
    return sha256(path.read_bytes()).hexdigest()[:8] if path.is_file() else ""


class ChartLibrary(BrowserView):
    """`@@echarts.js`: the file, packed for whoever takes it so."""

    def __call__(self):
        """Streamed from disk; not found where it was not built in."""
        packed = STATIC / f"{NAME}.gz"
        takes_packed = "gzip" in (self.request.get_header("Accept-Encoding") or "") and packed.is_file()
        path = packed if takes_packed else STATIC / NAME
        if not path.is_file():
            raise NotFound(NAME)
        response = self.request.response
        response.setHeader("Content-Type", "text/javascript; charset=utf-8")
        response.setHeader("Cache-Control", f"public, max-age={YEAR}, immutable")
        response.setHeader("Vary", "Accept-Encoding")
        response.setHeader("Content-Length", str(path.stat().st_size))
        if takes_packed:
            response.setHeader("Content-Encoding", "gzip")
        return filestream_iterator(str(path), "rb")
