"""Remarks and the mark of the reader by REST: the same verbs, the same refusals."""

from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.deserializer import json_body
from plone.restapi.services import Service
from typing import Any
from yidang import clock
from yidang.errors import FieldError
from yidang.errors import NotAllowed
from yidang.errors import Refused
from yidang.publicity.reviewing.actions import answer
from yidang.publicity.reviewing.actions import may_read_remarks
from yidang.publicity.reviewing.actions import put_down
from yidang.publicity.reviewing.actions import remark
from yidang.publicity.reviewing.actions import reopen
from yidang.publicity.reviewing.actions import settle
from yidang.publicity.reviewing.actions import take_in_hand
from yidang.publicity.reviewing.anchors import find
from yidang.publicity.reviewing.passages import passages_of
from yidang.publicity.reviewing.remarks import Remark
from yidang.publicity.reviewing.remarks import remarks_of
from yidang.publicity.reviewing.remarks import Said
from zope.interface import alsoProvides
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse

import datetime


def _moment(seconds: float) -> str:
    return datetime.datetime.fromtimestamp(seconds, clock.BEIJING).isoformat(timespec="seconds")


def _said(said: Said | None) -> dict | None:
    return {"person": said.person, "time": _moment(said.time), "text": said.text} if said else None


def data_of(article, one: Remark, passages) -> dict[str, Any]:
    """One remark as JSON: `place` is where it is now, null where its words are gone and nothing is alike."""
    place, settled = find(one.anchor, passages), one.settled
    return {
        "@id": f"{article.absolute_url()}/@remarks/{one.id}",
        "id": one.id,
        "place": place.passage.key if place.passage else None,
        "quote": one.anchor.quote,
        "changed": place.changed,
        "text": one.text,
        "person": one.person,
        "time": _moment(one.time),
        "state": one.state,
        "answers": [_said(said) for said in one.answers],
        "settled": {"person": settled.person, "time": _moment(settled.time)} if settled else None,
    }


def _body(request, *known: str) -> dict[str, Any]:
    """The fields of the body; one that no service knows is refused."""
    body = json_body(request)
    for name in body:
        if name not in known:
            message = f"没有“{str(name)[:40]}”这一项。"
            raise Refused(message, [FieldError(str(name)[:40], message)])
    return body


def _text(body: dict[str, Any], name: str) -> str:
    value = body.get(name, "")
    if value is None or isinstance(value, str):
        return value or ""
    message = "须是一段文字。"
    raise Refused(message, [FieldError(name, message)])


class RemarksGet(Service):
    """All remarks, the oldest first."""

    def reply(self) -> dict:
        """Items."""
        if not may_read_remarks(self.context):
            raise NotAllowed("您不能查看这篇稿件的批注。")
        passages = passages_of(self.context)
        items = [data_of(self.context, one, passages) for one in remarks_of(self.context)]
        opened = sum(one["settled"] is None for one in items)
        url = f"{self.context.absolute_url()}/@remarks"
        return {"@id": url, "items": items, "items_total": len(items), "open": opened}


class Changing(Service):
    """What changes something; the token of a browser's form is not asked for by REST."""

    def reply(self):
        """Do it."""
        alsoProvides(self.request, IDisableCSRFProtection)
        return self.change()

    def change(self):
        """The verb and its answer."""
        raise NotImplementedError

    def answer_with(self, found: Remark) -> dict:
        """The remark as it is now."""
        return data_of(self.context, found, passages_of(self.context))


class RemarksPost(Changing):
    """A new remark: `place`, `quote`, `before`, `text`."""

    def change(self) -> dict:
        """201 with the remark."""
        body = _body(self.request, "place", "quote", "before", "text")
        place, quote, text, before = (_text(body, name) for name in ("place", "quote", "text", "before"))
        made = remark(self.context, place, quote, text, before)
        self.request.response.setStatus(201)
        return self.answer_with(made)


@implementer(IPublishTraverse)
class RemarksPatch(Changing):
    """`@remarks/<id>`: `answer` (a text), `settled` (true or false)."""

    def __init__(self, context, request) -> None:
        super().__init__(context, request)
        self.names: list[str] = []

    def publishTraverse(self, request, name: str):
        """The id of the remark."""
        self.names.append(name)
        return self

    def change(self) -> dict:
        """The remark as it is now."""
        body = _body(self.request, "answer", "settled")
        id_ = self.names[0] if len(self.names) == 1 else ""
        settled = body.get("settled")
        if not body or (settled is not None and not isinstance(settled, bool)):
            message = "请给出 answer（回复）或 settled（true 已解决，false 重新打开）。"
            raise Refused(message, [FieldError("settled", message)])
        found = reopen(self.context, id_) if settled is False else None
        if "answer" in body:
            found = answer(self.context, id_, _text(body, "answer"))
        return self.answer_with(settle(self.context, id_) if settled else found)


class ReadingPost(Changing):
    """“我正在审”."""

    def change(self) -> dict:
        """Who reads it since when."""
        holder = take_in_hand(self.context)
        return {"person": holder.person, "since": holder.since.isoformat(timespec="seconds")}


class ReadingDelete(Changing):
    """Not any more."""

    def change(self) -> None:
        """204."""
        put_down(self.context)
        return self.reply_no_content()
