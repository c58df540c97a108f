"""Text goes out gzipped where no proxy does it: pages, style sheets, scripts, JSON, feeds, drawings.

What may be guessed from lengths is sent as it is (BREACH, CVE-2013-3587): whatever is made for a signed-in person,
whose pages hold a token, and every answer that is private. Style sheets, scripts and drawings hold no secret and are
packed for everybody. A proxy of `bin/yidang proxy-config` asks for plain text and packs it itself.
"""

from collections.abc import Callable
from collections.abc import Iterable
from functools import lru_cache
from hashlib import blake2b
from typing import Any
from typing import NamedTuple
from yidang.command.door import Application
from yidang.memory import Memory

import gzip
import re


PUBLIC = frozenset({"text/css", "text/javascript", "application/javascript", "image/svg+xml"})
TEXTS = PUBLIC | {
    "text/html", "text/plain", "text/xml", "text/calendar", "application/json", "application/ld+json",
    "application/xml", "application/rss+xml", "application/atom+xml",
}  # fmt: skip
# In one network packet there is nothing to gain; what is larger than a few megabytes would keep a thread busy.
SMALLEST, LARGEST = 1000, 4_000_000
# Level 6 takes half as long again for three percent.
LEVEL = 5
SIGNED_IN = re.compile(r"(?:^|;\s*)__ac=[^;]")
NEVER = re.compile(r"\b(?:private|no-store|no-transform)\b", re.IGNORECASE)
Headers = list[tuple[str, str]]


class PackedTexts(Memory):
    """Packed texts by what they are made of: the same page or style sheet is packed once. Bytes in all: `room`."""

    def __init__(self, room: int = 8_000_000) -> None:
        super().__init__(room)

    def packed(self, text: bytes) -> bytes:
        """`text` as gzip, without a date, so that the same text is the same bytes."""
        key = blake2b(text, digest_size=16).digest()
        made = self.get(key)
        if made is None:
            made = gzip.compress(text, LEVEL, mtime=0)
            self.put(key, made)
        return made


class Piece(NamedTuple):
    """A file that the application hands over (PEP 3333, `wsgi.file_wrapper`), before it is known how it will travel."""

    file: Any
    block: int = 65_536


class Answer:
    """What the application said before it handed its body over, held back until that is known (Zope says it then)."""

    def __init__(self) -> None:
        self.said: tuple = ()

    def __call__(self, status: str, headers: Headers, exc_info=None) -> Callable:
        """In the place of `start_response`; the application here writes nothing by the old way of `write`."""
        self.said = (status, headers, exc_info)
        return _no_writing

    @property
    def status(self) -> int:
        """The number of the status."""
        return int(self.said[0][:3])

    def header(self, name: str) -> str:
        """A header's value, "" without it."""
        return next((value for one, value in self.said[1] if one.lower() == name), "")

    @property
    def kind(self) -> str:
        """The type of the content without its parameters."""
        return self.header("content-type").partition(";")[0].strip().lower()

    def with_headers(self, changed: dict[str, str]) -> Headers:
        """Its headers, those of `changed` (lower case) in their place; an empty value takes one out."""
        kept = [(name, value) for name, value in self.said[1] if name.lower() not in changed]
        return kept + [(name.title().replace("Etag", "ETag"), value) for name, value in changed.items() if value]


def packed(application: Application, memory: PackedTexts | None = None) -> Application:
    """`application`, its texts gzipped for those who accept it."""
    memory = PackedTexts() if memory is None else memory

    def answer(environ: dict[str, Any], start_response: Callable) -> Iterable[bytes]:
        wrap = environ.get("wsgi.file_wrapper")
        answered = Answer()
        body = application(_asked(environ), answered)
        status, headers, exc_info = answered.said
        if _varies(environ, answered):
            headers = answered.with_headers({"vary": _vary(answered.header("vary"))})
            answered.said = (status, headers, exc_info)
            text = _text(body) if accepts_gzip(environ.get("HTTP_ACCEPT_ENCODING", "")) else None
            if text is not None:
                body = [memory.packed(text)]
                headers = answered.with_headers(_packed_headers(answered, body[0]))
        elif answered.status == 304:
            headers = answered.with_headers(_same_tag(environ, answered))
        start_response(status, headers, *([exc_info] if exc_info else []))
        return wrap(body.file, body.block) if isinstance(body, Piece) else body

    return answer


@lru_cache(maxsize=256)
def accepts_gzip(header: str) -> bool:
    """Whether an `Accept-Encoding` names gzip, or anything, with a weight above nothing (RFC 9110 § 12.5.3)."""
    found: dict[str, bool] = {}
    for one in header.lower().split(","):
        name, _, weight = one.partition(";")
        found[name.strip()] = not re.fullmatch(r"\s*q\s*=\s*0(?:\.0*)?\s*", weight)
    return found.get("gzip", found.get("x-gzip", found.get("*", False)))


def _asked(environ: dict[str, Any]) -> dict[str, Any]:
    """The request for the application: files come back as pieces, and the tags are those that it gave.

    `If-None-Match` means the same with and without the weak mark (RFC 9110 § 13.1.2); not everything in Zope knows."""
    changed: dict[str, Any] = {}
    if "wsgi.file_wrapper" in environ:
        changed["wsgi.file_wrapper"] = Piece
    if 'W/"' in environ.get("HTTP_IF_NONE_MATCH", ""):
        changed["HTTP_IF_NONE_MATCH"] = environ["HTTP_IF_NONE_MATCH"].replace('W/"', '"')
    return {**environ, **changed} if changed else environ


def _varies(environ: dict[str, Any], answer: Answer) -> bool:
    """Whether an answer is of the kind that is packed for those who accept it."""
    signed_in = "HTTP_AUTHORIZATION" in environ or SIGNED_IN.search(environ.get("HTTP_COOKIE", ""))
    return (
        answer.kind in (PUBLIC if signed_in else TEXTS)
        and answer.status not in (204, 206, 304)
        and "HTTP_RANGE" not in environ
        and not answer.header("content-encoding")
        and not answer.header("set-cookie")
        and not NEVER.search(answer.header("cache-control"))
    )


def _text(body: Iterable[bytes]) -> bytes | None:
    """All of the body if it is at hand and of a size worth packing; None for a stream, which stays one."""
    if isinstance(body, Piece):
        body.file.seek(0, 2)
        size = body.file.tell()
        body.file.seek(0)
        if not SMALLEST <= size <= LARGEST:
            return None
        try:
            return body.file.read()
        finally:
            body.file.close()
    if not isinstance(body, list | tuple):
        return None
    text = b"".join(body)
    return text if SMALLEST <= len(text) <= LARGEST else None


def _vary(said: str) -> str:
    names = [one.strip() for one in said.split(",") if one.strip()]
    if "*" in names or "accept-encoding" in (one.lower() for one in names):
        return said
    return ", ".join([*names, "Accept-Encoding"])


def _packed_headers(answer: Answer, body: bytes) -> dict[str, str]:
    """The same content in other bytes: its tag is a weak one now (RFC 9110 § 8.8.1)."""
    tag = answer.header("etag")
    return {
        "content-encoding": "gzip",
        "content-length": str(len(body)),
        "accept-ranges": "",
        "etag": f"W/{tag}" if tag.startswith('"') else tag,
    }


def _same_tag(environ: dict[str, Any], answer: Answer) -> dict[str, str]:
    """`304` names the tag by which the browser holds the page."""
    tag = answer.header("etag")
    return {"etag": f"W/{tag}"} if f"W/{tag}" in environ.get("HTTP_IF_NONE_MATCH", "") and tag else {}


def _no_writing(data: bytes) -> None:
    raise NotImplementedError("The answer is its body.")
