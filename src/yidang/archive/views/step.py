"""`@@step`: the buttons of a record page."""

from plone import api
from plone.protect import CheckAuthenticator
from Products.Five import BrowserView
from yidang.archive.actions import fire
from yidang.archive.actions import state_title
from yidang.errors import Refused
from zope.component import getMultiAdapter

import transaction


DONE = {
    "submit": "已提交，等待采购方核定。",
    "verify": "已核定。",
    "return": "已退回，原因会显示给填报人。",
    "unverify": "已撤销核定。",
}


class Step(BrowserView):
    """Takes `transition` and `comment`; `back` is a page of this site to go to afterwards."""

    def __call__(self) -> str:
        """Fire and return to the record; when refused, the record's page again with what was typed."""
        if self.request.method != "POST":
            return self._go(self.context.absolute_url())
        CheckAuthenticator(self.request)
        step, comment = self._word("transition"), self._word("comment").strip()
        try:
            fire(self.context, step, comment)
        except Refused as refused:
            # A check that follows the change of state may refuse too; nothing of the step must stay.
            transaction.abort()
            return self._again(refused, comment)
        api.portal.show_message(self.done(step), self.request, "success")
        return self._go(self._back())

    def done(self, step: str) -> str:
        """The sentence after a step."""
        return DONE.get(step, f"现在是“{state_title(self.context)}”。")

    def _word(self, name: str) -> str:
        value = self.request.form.get(name, "")
        return value if isinstance(value, str) else ""

    def _back(self) -> str:
        back = self._word("back")
        inside = back and api.portal.get_tool("portal_url").isURLInPortal(back)
        return back if inside else self.context.absolute_url()

    def _go(self, url: str) -> str:
        self.request.response.redirect(url)
        return ""

    def _again(self, refused: Refused, comment: str) -> str:
        self.request.response.setStatus(refused.status)
        page = getMultiAdapter((self.context, self.request), name="view")
        page.refusal = [refused.message]
        page.typed = comment
        return page()
