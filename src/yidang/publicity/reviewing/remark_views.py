"""`POST <article>/@@remark` and `POST <article>/@@reading`: the boxes and buttons of the article's page."""

from plone import api
from plone.protect import CheckAuthenticator
from Products.Five import BrowserView
from yidang.errors import Refused
from yidang.publicity.reviewing.actions import answer
from yidang.publicity.reviewing.actions import put_down
from yidang.publicity.reviewing.actions import remark
from yidang.publicity.reviewing.actions import reopen
from yidang.publicity.reviewing.actions import settle
from yidang.publicity.reviewing.actions import take_in_hand
from zope.component import getMultiAdapter

import transaction


class Posted(BrowserView):
    """Does what `do` says; a refusal is shown on the article's page with what was typed."""

    anchor = ""

    def __call__(self) -> str:
        if self.request.method != "POST":
            return self._go()
        CheckAuthenticator(self.request)
        try:
            message = self.act(self.word("do"))
        except Refused as refused:
            transaction.abort()
            self.request.response.setStatus(refused.status)
            page = getMultiAdapter((self.context, self.request), name="view")
            page.refusal, page.refused_box = [refused.message], True
            return page()
        api.portal.show_message(message, self.request, "success")
        return self._go()

    def act(self, what: str) -> str:
        """Do it; the sentence to show."""
        raise NotImplementedError

    def word(self, name: str) -> str:
        """A field of the form."""
        value = self.request.form.get(name, "")
        return value if isinstance(value, str) else ""

    def _go(self) -> str:
        self.request.response.redirect(self.context.absolute_url() + self.anchor)
        return ""


class RemarkBox(Posted):
    """`do` is `add` (place, quote, before, text), `answer` (id, text), `settle` or `reopen` (id)."""

    anchor = "#remarks"

    def act(self, what: str) -> str:
        """The verb."""
        id_, text = self.word("id"), self.word("text")
        if what == "add":
            remark(self.context, self.word("place"), self.word("quote"), text, self.word("before"))
            return "批注已记下，作者和审核人都能看到。"
        if what == "answer":
            answer(self.context, id_, text)
            return "回复已记下。"
        if what == "settle":
            settle(self.context, id_)
            return "批注已标为解决。"
        if what == "reopen":
            reopen(self.context, id_)
            return "批注已重新打开。"
        raise Refused("不知道要做什么，请刷新页面再试。")


class ReadingButton(Posted):
    """`do` is `take` or `put`."""

    def act(self, what: str) -> str:
        """The verb."""
        if what == "put":
            put_down(self.context)
            return "已取消“我正在审”。"
        take_in_hand(self.context)
        return "已标明您正在审，其他审核人能看到。"
