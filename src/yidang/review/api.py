"""`POST <record>/@verdict`: `{"verdict": "verify" | "return" | "unverify", "reason": "…"}`."""

from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.deserializer import json_body
from plone.restapi.services import Service
from yidang.archive.actions import state_title
from yidang.errors import FieldError
from yidang.errors import Refused
from yidang.review.actions import give_verdict
from zope.interface import alsoProvides


class Verdict(Service):
    """Translate the request into the verb; the workflow's guard decides who may."""

    def reply(self) -> dict:
        """The new state and what was said."""
        alsoProvides(self.request, IDisableCSRFProtection)
        body = json_body(self.request)
        verdict, reason = body.get("verdict"), body.get("reason", "")
        if not isinstance(verdict, str) or not isinstance(reason, str):
            raise Refused("请求内容不完整。", [FieldError("verdict", "请写明 verdict（文字）和 reason（文字）。")])
        state = give_verdict(self.context, verdict, reason)
        return {
            "@id": self.context.absolute_url(),
            "verdict": verdict,
            "reason": reason,
            "state": {"id": state, "title": state_title(self.context)},
        }
