"""Large letters and strong contrast (适老化), chosen by a link, remembered by a cookie, without a script.

Pages are the same for everybody, so that they can be kept in front; only the small style sheet `look.css` at their end
depends on the cookie. Browsers ask for it each time and are mostly told that nothing has changed.
"""

from functools import cache
from pathlib import Path
from Products.Five import BrowserView
from urllib.parse import urlsplit
from yidang.pages.page import Page
from yidang.theme import resources
from zExceptions import BadRequest


COOKIE = "yd_look"
YEAR = 365 * 24 * 3600
# What a link may say -> the word that the cookie then holds; "" takes it out.
CHOICES = {"size": {"large": "large", "normal": ""}, "contrast": {"high": "high", "normal": ""}}
WORDS = ("large", "high")


def look_of(request) -> tuple[str, ...]:
    """The words in the cookie that mean something, in the order of WORDS."""
    said = (request.cookies.get(COOKIE) or "").split(".")
    return tuple(word for word in WORDS if word in said)


@cache
def sheet(look: tuple[str, ...]) -> str:
    """The style sheet of one look; nearly empty for the usual one."""
    parts = [(Path(resources.STATIC) / "looks" / f"{word}.css").read_text("utf-8") for word in look]
    return "".join(parts) or "/* 标准显示 */\n"


class LookSheet(BrowserView):
    """`/look.css`"""

    def __call__(self) -> str:
        look, response = look_of(self.request), self.request.response
        etag = f'"{"-".join(("look", *look))}-{resources.version()}"'
        response.setHeader("Content-Type", "text/css; charset=utf-8")
        response.setHeader("Cache-Control", "private, no-cache")
        response.setHeader("Vary", "Cookie")
        response.setHeader("ETag", etag)
        if self.request.get_header("If-None-Match") == etag:
            response.setStatus(304)
            return ""
        return sheet(look)


class LookPage(Page):
    """`/look?size=large`, `/look?contrast=high`, `normal` to go back: sets the cookie and returns to where one was."""

    def __call__(self) -> str:
        look = set(look_of(self.request))
        for name, values in CHOICES.items():
            value = self.query_text(name)
            if not value:
                continue
            if value not in values:
                raise BadRequest("没有这种显示方式。")
            look = (look - set(values.values())) | {values[value]} - {""}
        self._remember(tuple(word for word in WORDS if word in look))
        response = self.request.response
        response.setHeader("Cache-Control", "private, no-store")
        return response.redirect(self._back())

    def _remember(self, look: tuple[str, ...]) -> None:
        path = urlsplit(self.portal_url).path or "/"
        options = {"path": path, "same_site": "Lax", "http_only": True}
        if look:
            self.request.response.setCookie(COOKIE, ".".join(look), max_age=YEAR, **options)
        else:
            self.request.response.expireCookie(COOKIE, **options)

    def _back(self) -> str:
        """Where the link was; the home page for whoever came from elsewhere."""
        came = self.request.get_header("Referer") or ""
        ours = came == self.portal_url or came.startswith((self.portal_url + "/", self.portal_url + "?"))
        return came if ours and not came.startswith(f"{self.portal_url}/look") else self.portal_url
