"""`<article>/@captures`: what is kept of each placement, by REST: list, show, keep, take out (docs/rest.md)."""

from AccessControl import getSecurityManager
from base64 import b64decode
from binascii import Error as NotBase64
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.deserializer import json_body
from plone.restapi.services import Service
from typing import Any
from yidang.errors import FieldError
from yidang.errors import Refused
from yidang.publicity.capture_files import FIELD
from yidang.publicity.captures import Capture
from yidang.publicity.captures import capture_of
from yidang.publicity.captures import captures_of
from yidang.publicity.captures import dead_links_of
from yidang.publicity.keeping import keep
from yidang.publicity.keeping import take_out
from yidang.publicity.placements import key_of
from yidang.publicity.placements import rows_of
from yidang.publicity.placements import words_of
from zExceptions import NotFound
from zExceptions import Unauthorized
from zope.interface import alsoProvides
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


INCOMPLETE = "请写明 placement（刊发的 key）和 file（{data, encoding: base64, filename}）。"


def as_data(article, capture: Capture) -> dict[str, Any]:
    """One kept file; `download` is where its bytes are."""
    return {
        "@id": f"{article.absolute_url()}/@captures/{capture.id}",
        "id": capture.id,
        "placement": capture.placement,
        "words": capture.words,
        "content_type": capture.file.contentType,
        "filename": capture.file.filename,
        "size": capture.size,
        "sha256": capture.sha256,
        "filed": capture.filed.isoformat(timespec="seconds"),
        "person": capture.person,
        "download": f"{article.absolute_url()}/@@capture/{capture.id}",
    }


@implementer(IPublishTraverse)
class Captures(Service):
    """What the services share: the id in the address, and that whoever asks may view the article."""

    id = ""

    def publishTraverse(self, request, name: str):
        """Take the id from the address."""
        if self.id:
            raise NotFound(name)
        self.id = name
        return self

    def check_view(self) -> None:
        """The permission of the service is that of the board or of the verb; the article must be in sight too."""
        if not getSecurityManager().checkPermission("View", self.context):
            raise Unauthorized("View")

    def may_write(self) -> None:
        """A request to the API bears no form token; without this the change would be thrown away at its end."""
        alsoProvides(self.request, IDisableCSRFProtection)

    def found(self) -> Capture:
        """The one that was named."""
        capture = capture_of(self.context, self.id)
        if capture is None:
            raise NotFound(self.id)
        return capture


class ListCaptures(Captures):
    """All placements with what is kept of them, or one kept file."""

    def reply(self) -> dict[str, Any]:
        """`placements` by their order in the article; `loose` are files whose placement was changed since."""
        self.check_view()
        if self.id:
            return as_data(self.context, self.found())
        held = captures_of(self.context)
        placements = [self._placement(row, held) for row in rows_of(self.context)]
        keys = {one["key"] for one in placements}
        loose = [as_data(self.context, one) for one in held if one.placement not in keys]
        return {"@id": f"{self.context.absolute_url()}/@captures", "placements": placements, "loose": loose}

    def _placement(self, row, held: list[Capture]) -> dict[str, Any]:
        key = key_of(row)
        dead = dead_links_of(self.context).get(key)
        kept = [as_data(self.context, one) for one in held if one.placement == key]
        return {"key": key, "words": words_of(row), "dead_link": dead.note if dead else None, "captures": kept}


class KeepCapture(Captures):
    """Keep a file for a placement."""

    def reply(self) -> dict[str, Any]:
        """201 and what is kept now."""
        self.check_view()
        if self.id:
            raise NotFound(self.id)
        placement, data, filename = asked(json_body(self.request))
        self.may_write()
        capture = keep(self.context, placement, data, filename)
        self.request.response.setStatus(201)
        self.request.response.setHeader("Location", f"{self.context.absolute_url()}/@captures/{capture.id}")
        return as_data(self.context, capture)


class TakeOutCapture(Captures):
    """Take a wrong file out of an article that was not published yet."""

    def reply(self) -> None:
        """204; a published article keeps what it has."""
        self.check_view()
        self.may_write()
        take_out(self.context, self.found().id)
        return self.reply_no_content()


def asked(body: Any) -> tuple[str, bytes, str]:
    """Key of the placement, bytes and name of the file; `Refused` for anything else."""
    placement = body.get("placement") if isinstance(body, dict) else None
    file = body.get("file") if isinstance(body, dict) else None
    texts = [placement, *(file.get(name, "") for name in ("data", "filename"))] if isinstance(file, dict) else [None]
    if not all(isinstance(one, str) for one in texts) or file.get("encoding", "base64") != "base64":
        raise Refused(INCOMPLETE, [FieldError(FIELD, INCOMPLETE)])
    try:
        return placement, b64decode(texts[1], validate=True), texts[2]
    except (NotBase64, ValueError):
        message = "file.data 不是有效的 base64。"
        raise Refused(message, [FieldError(FIELD, message)]) from None
