"""`/complaint-status`: how a complaint stands, by the number of its receipt. Nothing personal is shown or kept."""

from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from yidang.errors import FieldError
from yidang.errors import Refused
from yidang.errors import TooMany
from yidang.pages.posting import PublicPostPage
from yidang.review.complaint_state import Standing
from yidang.review.complaint_state import standing_of
from yidang.review.complaint_state import tidy_number
from yidang.site.limits import Limit


HOURLY = Limit("complaint-status", most=20, seconds=3600)
OFTEN = "您查询得太频繁了。请一小时后再试，或拨打服务热线。"
NO_NUMBER = "受理编号形如 TS-20261126-AB3K7M，请照提交后页面上的编号填写。"
UNKNOWN = "没有查到这个编号，请核对后再试。"
SAID = {
    "waiting": ("待办理", "submitted", "采购方已经收到，还没有开始办理。"),
    "handled": ("办理中", "review1", "采购方正在核实处理。"),
    "settled": ("已办结", "verified", "已经办结。留了联系方式的，采购方会把结果告诉您。"),
}


class ComplaintStatusPage(PublicPostPage):
    """A form with one field; the number travels in the body, so that it stands in no log and no history."""

    page_title = "查询投诉办理进度"
    index = ViewPageTemplateFile("templates/complaint_status.pt")
    standing: Standing | None = None

    def answered(self, message: str) -> str:
        """The page itself says it."""
        return self.index()

    def act(self) -> str:
        """Find it."""
        number = tidy_number(self.typed("number"))
        if not number:
            raise Refused(NO_NUMBER, [FieldError("number", NO_NUMBER)])
        if not HOURLY.take(self.request.getClientAddr()):
            raise TooMany(OFTEN)
        self.standing = standing_of(number)
        if self.standing is None:
            raise Refused(UNKNOWN, [FieldError("number", UNKNOWN)])
        return ""

    @property
    def said(self) -> tuple[str, str, str]:
        """Word, colour of the chip, sentence."""
        return SAID[self.standing.state]
