"""Create, change, delete and move on by REST: plone.restapi's services, with our errors and our verbs."""

from Acquisition import aq_inner
from Acquisition import aq_parent
from plone import api
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.deserializer import json_body
from plone.restapi.serializer.converters import json_compatible
from plone.restapi.services import Service
from plone.restapi.services.content.add import FolderPost
from plone.restapi.services.content.delete import ContentDelete
from plone.restapi.services.content.update import ContentPatch
from plone.restapi.services.copymove.copymove import Copy
from plone.restapi.services.copymove.copymove import Move
from yidang.archive.actions import fire
from yidang.archive.actions import state_title
from yidang.archive.record import history_of
from yidang.errors import FieldError
from yidang.errors import Protected
from yidang.errors import Refused
from yidang.site.rest_errors import in_shape
from yidang.staying import StayingContents
from zExceptions import Unauthorized
from zope.interface import alsoProvides
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse
from zope.publisher.interfaces import NotFound


class OneShape:
    """A stock service whose errors have our shape."""

    def reply(self):
        """The stock answer."""
        reply = super().reply()
        return in_shape(reply, self.request.response.getStatus())


class Post(OneShape, FolderPost):
    """`POST <container>` with `@type`."""


class Patch(OneShape, ContentPatch):
    """`PATCH <content>`."""


class Delete(OneShape, ContentDelete):
    """`DELETE <content>`: what stays says why, before the question of permission is asked."""

    def reply(self):
        """Nothing, when it is gone."""
        container = aq_parent(aq_inner(self.context))
        sentence = container.why_kept(self.context) if isinstance(container, StayingContents) else ""
        if sentence:
            raise Protected(sentence)
        if not api.user.has_permission("Delete objects", obj=self.context):
            raise Unauthorized("Delete objects")
        return super().reply()


class KeepPlaces(OneShape):
    """A stock service that moves or copies: what stays where it is says why before anything else is asked."""

    def get_object(self, key: str):
        """The source, when its container lets it go."""
        found = super().get_object(key)
        container = aq_parent(aq_inner(found)) if found is not None else None
        if isinstance(container, StayingContents):
            raise Protected(container.contents_stay)
        return found


class CopyHere(KeepPlaces, Copy):
    """`POST <container>/@copy`."""


class MoveHere(KeepPlaces, Move):
    """`POST <container>/@move`."""


@implementer(IPublishTraverse)
class Step(Service):
    """`POST <content>/@workflow/<step>` with an optional `{"comment": "…"}`."""

    step: str | None = None

    def publishTraverse(self, request, name: str):
        """Take the step's id from the address."""
        if self.step is not None:
            raise NotFound(self, name, request)
        self.step = name
        return self

    def reply(self) -> dict:
        """The newest entry of the history."""
        if self.step is None:
            raise Refused("请在地址中写明步骤，例如 @workflow/submit。")
        comment = json_body(self.request).get("comment", "")
        if not isinstance(comment, str):
            raise Refused("说明须是文字。", [FieldError("comment", "说明须是文字。")])
        alsoProvides(self.request, IDisableCSRFProtection)
        fire(self.context, self.step, comment)
        newest = history_of(self.context)[-1]
        return json_compatible({**newest, "title": state_title(self.context)})
