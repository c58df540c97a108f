"""`<article>/@@captures`: what is kept of each placement; `<article>/@@capture/<id>`: one file of it.

Both are for the people of the contract alone.
"""

from AccessControl import getSecurityManager
from functools import cached_property
from plone.namedfile.utils import set_headers
from plone.namedfile.utils import stream_data
from Products.Five import BrowserView
from typing import NamedTuple
from yidang.indicators.engine.labels import LABELS
from yidang.pages.posting import PostPage
from yidang.permissions import RECORD_PLACEMENT
from yidang.publicity.capture_files import TYPES
from yidang.publicity.captures import Capture
from yidang.publicity.captures import capture_of
from yidang.publicity.captures import captures_of
from yidang.publicity.captures import dead_links_of
from yidang.publicity.captures import DeadLink
from yidang.publicity.captures import mark_of
from yidang.publicity.keeping import keep
from yidang.publicity.keeping import note_dead_link
from yidang.publicity.keeping import take_out
from yidang.publicity.outlet_book import book
from yidang.publicity.placements import key_of
from yidang.publicity.placements import rows_of
from yidang.publicity.placements import words_of
from zExceptions import Unauthorized
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse
from zope.publisher.interfaces import NotFound


ENDINGS = {kind: ending for ending, kind in TYPES.items()}
KINDS = {"png": "PNG 截图", "jpg": "JPG 截图", "pdf": "PDF", "mhtml": "网页存档（MHTML）"}


class Kept(NamedTuple):
    """One file as it is listed."""

    id: str
    url: str
    kind: str
    is_picture: bool
    size: str
    sha256: str
    filed: str
    person: str
    words: str


class Placed(NamedTuple):
    """One placement with all that belongs to it."""

    key: str
    words: str
    mark: str
    url: str
    level: str
    remark: str
    kept: list[Kept]
    dead: DeadLink | None


def kept(article, capture: Capture, names) -> Kept:
    """A capture in words."""
    ending = ENDINGS[capture.file.contentType]
    return Kept(
        id=capture.id,
        url=f"{article.absolute_url()}/@@capture/{capture.id}",
        kind=KINDS[ending],
        is_picture=ending in ("png", "jpg"),
        size=f"{max(1, round(capture.size / 1024))} kB",
        sha256=capture.sha256,
        filed=capture.filed.strftime("%Y-%m-%d %H:%M"),
        person=names.person(capture.person),
        words=capture.words,
    )


def placed(article, names) -> list[Placed]:
    """The placements of an article, in their order, with what is kept of each."""
    held = captures_of(article)
    dead = dead_links_of(article)
    found = []
    for row in rows_of(article):
        key = key_of(row)
        own = [kept(article, one, names) for one in held if one.placement == key]
        level = LABELS.value("levels", row["level"]) if row.get("level") else ""
        mark = mark_of(row, bool(own), key in dead)
        found.append(Placed(key, words_of(row), mark, row.get("url") or "", level, remark_of(row), own, dead.get(key)))
    return found


def remark_of(row) -> str:
    """Where a row and the registry of outlets disagree; the row stays as it was filed."""
    known = book().named(row.get("outlet"))
    if known is None or not known.level or known.level == row.get("level"):
        return ""
    return f"媒体名录中是{LABELS.value('levels', known.level)}"


class CapturesPage(PostPage):
    """The placements of an article with their captures, and the forms for them."""

    page_title = "刊发留存"

    @cached_property
    def placed(self) -> list[Placed]:
        """Each placement."""
        return placed(self.context, self.names)

    @cached_property
    def loose(self) -> list[Kept]:
        """Files whose placement was changed since; they stay."""
        keys = {one.key for one in self.placed}
        return [kept(self.context, one, self.names) for one in captures_of(self.context) if one.placement not in keys]

    @property
    def may_keep(self) -> bool:
        """Whether this person may add."""
        return self.may(RECORD_PLACEMENT)

    @property
    def may_take_out(self) -> bool:
        """Whether a wrong file may still be taken out."""
        return self.may_keep and not self.context.published_on

    def act(self) -> str:
        """Keep a file, take one out, or note a dead link."""
        placement = self.query_text("placement")
        if self.query_text("do") == "remove":
            take_out(self.context, self.query_text("id"))
            return "已删除这份留存。"
        if self.query_text("do") == "note":
            note_dead_link(self.context, placement, self.query_text("note", 1000))
            return "已记下链接情况。"
        capture = keep(self.context, placement, *uploaded(self.request, "capture"))
        return f"已留存，SHA-256 {capture.sha256[:12]}…。"

    def after_post(self) -> str:
        """The same page."""
        return self.url + "/@@captures"


def uploaded(request, name: str) -> tuple[bytes, str]:
    """Bytes and name of an uploaded file; nothing when none was chosen."""
    upload = request.form.get(name)
    if not hasattr(upload, "read"):
        return b"", ""
    return upload.read(), getattr(upload, "filename", "") or ""


@implementer(IPublishTraverse)
class CaptureFile(BrowserView):
    """One file, always as a download: a saved page must never open under the portal's own name."""

    id = ""

    def publishTraverse(self, request, name: str):
        """The id of the capture."""
        if self.id:
            raise NotFound(self, name, request)
        self.id = name
        return self

    def __call__(self):
        if not getSecurityManager().checkPermission("View", self.context):
            raise Unauthorized("View")
        capture = capture_of(self.context, self.id)
        if capture is None:
            raise NotFound(self.context, self.id, self.request)
        response = self.request.response
        ending = ENDINGS[capture.file.contentType]
        set_headers(capture.file, response, filename=f"{self.context.getId()}-{capture.sha256[:12]}.{ending}")
        if ending == "mhtml":
            # Nothing on the way shall take the parts of a saved page for parts of the answer.
            response.setHeader("Content-Type", "application/octet-stream")
        response.setHeader("X-Content-Type-Options", "nosniff")
        response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox")
        response.setHeader("Cache-Control", "private, no-store")
        return stream_data(capture.file)
