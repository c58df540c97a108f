"""Showing the pictures of an article; taking in those that the editor uploads."""

from plone.namedfile.utils import set_headers
from plone.namedfile.utils import stream_data
from plone.protect import CheckAuthenticator
from Products.Five import BrowserView
from yidang.errors import Refused
from yidang.publicity.pictures import hold
from yidang.publicity.pictures import picture_of
from yidang.publicity.pictures import VIEW
from zExceptions import Forbidden
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse
from zope.publisher.interfaces import NotFound

import json


TOO_OLD = "页面打开太久了，请先保存再插入图片。"


@implementer(IPublishTraverse)
class Picture(BrowserView):
    """`<article>/@@picture/<key>`: readable by whoever may read the article; of a section, by its writers."""

    key = ""

    def publishTraverse(self, request, name: str):
        """The key of the picture."""
        if self.key:
            raise NotFound(self, name, request)
        self.key = name
        return self

    def __call__(self):
        picture = picture_of(self.context, self.key)
        if picture is None:
            raise NotFound(self.context, self.key, self.request)
        response = self.request.response
        tag = f'"{self.key}"'
        # A withdrawn article takes its pictures along: caches must ask every time, and get a short answer.
        response.setHeader("Cache-Control", "no-cache")
        response.setHeader("ETag", tag)
        if self.request.getHeader("If-None-Match") == tag:
            response.setStatus(304)
            return b""
        set_headers(picture, response)
        response.setHeader("X-Content-Type-Options", "nosniff")
        return stream_data(picture)


class UploadPicture(BrowserView):
    """`POST <section>/@@upload-picture` from the editor: answers `{"location": address}` or a reason."""

    def __call__(self) -> str:
        response = self.request.response
        response.setHeader("Content-Type", "application/json; charset=utf-8")
        try:
            return json.dumps({"location": self._take()})
        except Refused as error:
            response.setStatus(error.status)
            return json.dumps(error.as_data(), ensure_ascii=False)

    def _take(self) -> str:
        try:
            CheckAuthenticator(self.request)
        except Forbidden:
            raise Refused(TOO_OLD) from None
        upload = self.request.form.get("file")
        if not hasattr(upload, "read"):
            raise Refused("没有收到图片。")
        key = hold(self.context, upload.read(), getattr(upload, "filename", "") or "")
        return f"{self.context.absolute_url()}/{VIEW}/{key}"
