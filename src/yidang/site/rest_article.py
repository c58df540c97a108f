"""Two people at one article by REST: what was read carries a tag, and a change that names it changes nothing else.

The words are HTTP's own (RFC 9110 § 13.1.1): `ETag` of `GET`, `If-Match` of `PATCH`, 412 where it has moved on. The
form asks the same of `publicity/revision.py`.
"""

from AccessControl import getSecurityManager
from plone.restapi.services.content.get import ContentGet
from yidang.errors import Outdated
from yidang.publicity.revision import last_change
from yidang.publicity.revision import revision_of
from yidang.site.rest_content import Patch

import re


TAG = re.compile(r'(W/)?"([^"]*)"')
ANY = "*"
CHANGED = "这篇稿件在您读取之后被{who}修改过（{when}），没有保存。请重新读取，把您的修改并入之后再提交。"
UNREADABLE = "If-Match 的写法有误：请原样写上读取稿件时得到的 ETag，连同引号。"


def tag_of(article) -> str:
    """The strong tag of the present content."""
    return f'"{revision_of(article)}"'


def check_match(article, header: str | None) -> None:
    """Nothing where the request names the present content, anything (`*`) or no tag at all; else `Outdated`. A weak tag
    names nothing for certain, so it never matches."""
    header = (header or "").strip()
    if not header or header == ANY:
        return
    tags = TAG.findall(header)
    if not tags:
        raise Outdated(UNREADABLE)
    if ("", revision_of(article)) not in tags:
        who, when = last_change(article)
        raise Outdated(CHANGED.format(who=who, when=when))


class ArticleGet(ContentGet):
    """`GET <article>`; whoever may change it is told the tag of what they read. Readers need none: their page is kept
    by its address."""

    def reply(self):
        """The stock answer. An old version (`?version=`) has no tag, for nobody changes one."""
        reply = super().reply()
        may_change = getSecurityManager().checkPermission("Modify portal content", self.context)
        if may_change and not self.request.get("version"):
            self.request.response.setHeader("ETag", tag_of(self.context))
        return reply


class ArticlePatch(Patch):
    """`PATCH <article>`: with `If-Match` only where it still is what was read; without one as everywhere."""

    def reply(self):
        """The stock answer, and the new tag."""
        check_match(self.context, self.request.getHeader("If-Match"))
        reply = super().reply()
        if self.request.response.getStatus() < 400:
            self.request.response.setHeader("ETag", tag_of(self.context))
        return reply
