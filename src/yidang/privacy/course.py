"""`<client>/@@course`: another tier from a day on, or the end of the service."""

from datetime import date
from plone.protect import CheckAuthenticator
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from Products.statusmessages.interfaces import IStatusMessage
from yidang import clock
from yidang.errors import FieldError
from yidang.errors import NotAllowed
from yidang.errors import Refused
from yidang.pages.page import Page
from yidang.privacy.actions import change_course
from yidang.privacy.actions import may_follow
from zExceptions import BadRequest


FIELDS = ("tier", "since", "ended")


class CoursePage(Page):
    """The form, and what it does."""

    page_title = "变更关注程度"
    template = ViewPageTemplateFile("templates/course.pt")
    refused: Refused | None = None

    def __call__(self) -> str:
        if not may_follow(self.context):
            raise NotAllowed("您不负责这位服务对象，不能变更。")
        if self.request.method != "POST":
            return self.template()
        CheckAuthenticator(self.request)
        try:
            change_course(self.context, self.typed["tier"], self._day("since"), self._day("ended"))
        except Refused as error:
            self.refused = error
            self.request.response.setStatus(error.status)
            return self.template()
        IStatusMessage(self.request).add("已记下。以前的记录仍按当时的关注程度计算。", type="success")
        self.request.response.redirect(self.url)
        return ""

    def _day(self, name: str) -> date | None:
        try:
            return self.query_day(name)
        except BadRequest as error:
            raise Refused(str(error), [FieldError(name, str(error))]) from None

    @property
    def typed(self) -> dict[str, str]:
        """What was typed; a fresh form shows what holds now."""
        if self.request.method == "POST":
            return {name: self.query_text(name) for name in FIELDS}
        ended = self.context.ended
        return {"tier": self.context.tier, "since": "", "ended": ended.isoformat() if ended else ""}

    @property
    def problems(self) -> list[str]:
        """What was wrong."""
        return [self.refused.message] if self.refused is not None else []

    @property
    def first(self) -> str:
        """The first day that may be chosen; any, while the file has no day of its own."""
        begun = self.context.recorded_on
        return begun.isoformat() if begun else ""

    @property
    def today(self) -> str:
        """The last one."""
        return clock.today().isoformat()
