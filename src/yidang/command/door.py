"""What stands between the HTTP server and Zope: two kinds of question to which Zope has no good answer.

It looks for a method HEAD on what is asked for and finds none on containers, so that whoever watches whether the portal
is up hears 404; and an address that is no UTF-8 makes it stumble.
"""

from collections.abc import Callable
from collections.abc import Iterable
from typing import Any


Application = Callable[[dict[str, Any], Callable], Iterable[bytes]]
PLAIN = [("Content-Type", "text/plain; charset=utf-8"), ("Cache-Control", "no-store")]


def doored(application: Application) -> Application:
    """`application` behind this door."""

    def answer(environ: dict[str, Any], start_response: Callable) -> Iterable[bytes]:
        if not is_text(environ.get("PATH_INFO", "")):
            start_response("400 Bad Request", PLAIN)
            return ["网址不正确。\n".encode()]
        if environ["REQUEST_METHOD"] != "HEAD":
            return application(environ, start_response)
        _finish(application({**environ, "REQUEST_METHOD": "GET"}, start_response))
        return []

    return answer


def is_text(path: str) -> bool:
    """Whether a path, its bytes as WSGI hands them over (PEP 3333), is UTF-8."""
    try:
        path.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return False
    return True


def _finish(body: Iterable[bytes]) -> None:
    """Let the page be made, as for a GET, and drop it: HEAD has its headers and no more (RFC 9110 § 9.3.2)."""
    try:
        for _ in body:
            pass
    finally:
        if hasattr(body, "close"):
            body.close()
