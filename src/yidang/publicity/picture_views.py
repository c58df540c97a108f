"""Showing the pictures of an article; taking in those that the editor uploads."""

from plone.namedfile.utils import set_headers
from plone.namedfile.utils import stream_data
from plone.protect import CheckAuthenticator
from Products.Five import BrowserView
from yidang.errors import Refused
from yidang.publicity.content import IArticle
from yidang.publicity.covers import COVER
from yidang.publicity.pictures import hold
from yidang.publicity.pictures import picture_of
from yidang.publicity.pictures import VIEW
from yidang.publicity.rendered import rendition_of
from zExceptions import Forbidden
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse
from zope.publisher.interfaces import NotFound

import json
import re


SIZE = re.compile(r"^[0-9]{3,4}(\.webp)?$")
TOO_OLD = "页面打开太久了，请先保存再插入图片。"


@implementer(IPublishTraverse)
class Picture(BrowserView):
    """`<article>/@@picture/<key>` and `…/<key>/<size>`: readable by whoever may read the article; of a section, by its
    writers. The key `cover` is the cover picture; a size that was not made is answered with the picture itself."""

    key = ""
    size = ""

    def publishTraverse(self, request, name: str):
        """The key of the picture, then a size."""
        if not self.key:
            self.key = name
        elif not self.size and SIZE.match(name):
            self.size = name
        else:
            raise NotFound(self, name, request)
        return self

    def __call__(self):
        picture, tag = self._found()
        if picture is None:
            raise NotFound(self.context, self.key, self.request)
        response = self.request.response
        # A withdrawn article takes its pictures along: caches must ask every time, and get a short answer.
        response.setHeader("Cache-Control", "no-cache")
        response.setHeader("ETag", tag)
        if self.request.getHeader("If-None-Match") == tag:
            response.setStatus(304)
            return b""
        set_headers(picture, response)
        response.setHeader("X-Content-Type-Options", "nosniff")
        return stream_data(picture)

    def _found(self) -> tuple:
        """The picture, and what tells it from others that had this address."""
        of_article = IArticle.providedBy(self.context)
        made = rendition_of(self.context, self.key, self.size) if self.size and of_article else None
        if self.key == COVER and of_article:
            whole, mark = self.context.image, getattr(self.context.image, "mark", "")
        else:
            whole, mark = picture_of(self.context, self.key), self.key
        return made or whole, f'"{mark}-{self.size}"' if made else f'"{mark}"'


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
