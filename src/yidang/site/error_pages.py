"""What a browser is shown when something does not work: a sentence in Chinese and a way on, never a traceback."""

from AccessControl.unauthorized import Unauthorized
from dataclasses import dataclass
from plone.rest.interfaces import IAPIRequest
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from Products.statusmessages.interfaces import IStatusMessage
from urllib.parse import quote
from yidang.errors import FieldError
from yidang.errors import Refused
from yidang.interfaces import IYidangLayer
from yidang.site.reader import is_anonymous
from yidang.site.reader import recognise
from yidang.site.rest_errors import RestErrors
from zExceptions import HTTPException
from zExceptions import NotFound
from zExceptions import Unauthorized as PublisherUnauthorized
from zope.component import adapter
from zope.component import getMultiAdapter
from zope.component.hooks import getSite

import logging
import re


logger = logging.getLogger(__name__)

SIGN_IN = "请先登录，登录后会回到刚才要看的页面。"
LAST_RESORT = (
    '<!DOCTYPE html><html lang="zh-CN"><meta charset="utf-8"><title>服务器出错</title>'
    "<h1>服务器出错</h1><p>已经记录下来，请稍后再试。</p></html>"
)
CHINESE = re.compile(r"[\u4e00-\u9fff]")
# plone.dexterity answers the address of an add form that is not for this person or place with a bare ValueError.
NO_ADD_FORM = "Subobject type disallowed"


@dataclass(frozen=True)
class Notice:
    """What the page says."""

    status: int
    heading: str
    sentence: str
    errors: tuple[FieldError, ...] = ()


NOT_FOUND = Notice(404, "没有找到这个页面", "地址可能写错了，也可能内容已经撤下。试试搜索，或从首页重新开始。")
FORBIDDEN = Notice(403, "您没有权限打开这一页", "如果工作需要，请联系项目主管或系统管理员开通。")
INVALID = Notice(400, "请求的内容有误", "请返回上一页，检查后再试。")
REFUSED = Notice(400, "这一步没有完成", "")
BROKEN = Notice(500, "服务器出错了", "已经记录下来，请稍后再试；一直这样的话，请把时间和这一页的地址告诉系统管理员。")


def notice_of(error: Exception) -> Notice:
    """The words and the status for an error."""
    if isinstance(error, Refused):
        return Notice(error.status, REFUSED.heading, error.message, error.errors)
    if isinstance(error, NotFound):
        return NOT_FOUND
    if isinstance(error, (Unauthorized, PublisherUnauthorized)) or NO_ADD_FORM in str(error):
        return FORBIDDEN
    status = error.getStatus() if isinstance(error, HTTPException) else 500
    if status == 403:
        return FORBIDDEN
    if 400 <= status < 500:
        sentence = str(error) if CHINESE.search(str(error)) else INVALID.sentence
        return Notice(status, INVALID.heading, sentence)
    return BROKEN


class ErrorPage(BrowserView):
    """The error page; `context` is the error until the page is shown on the site."""

    public_page = True
    template = ViewPageTemplateFile("templates/error.pt")

    def __call__(self) -> str:
        error, self.context = self.context, getSite()
        if isinstance(error, HTTPException) and 300 <= error.getStatus() < 400:
            return ""
        if isinstance(error, NotFound) and self._moved():
            return ""
        recognise(self.request)
        if isinstance(error, (Unauthorized, PublisherUnauthorized)) and is_anonymous():
            return self._ask_to_sign_in()
        self.notice = notice_of(error)
        return self._show()

    @property
    def page_title(self) -> str:
        """The heading."""
        return self.notice.heading

    def _show(self) -> str:
        response = self.request.response
        response.setStatus(self.notice.status, lock=1)
        response._has_challenged = True  # PAS must not turn a refusal into its own redirect
        response.setHeader("Content-Type", "text/html; charset=utf-8")
        response.setHeader("Cache-Control", "no-store")
        try:
            return self.template()
        except Exception:  # an error page must not fail in its turn
            logger.exception("The error page could not be shown.")
            return LAST_RESORT

    def _ask_to_sign_in(self) -> str:
        IStatusMessage(self.request).addStatusMessage(SIGN_IN, type="warning")
        response = self.request.response
        wanted = self.request.get("ACTUAL_URL", "")
        response.redirect(f"{self.context.absolute_url()}/login?came_from={quote(wanted, safe='')}", lock=1)
        response._has_challenged = True
        return ""

    def _moved(self) -> bool:
        return getMultiAdapter((self.context, self.request), name="plone_redirector_view").attempt_redirect()


@adapter(Exception, IYidangLayer)
def error_view(error: Exception, request):
    """JSON for programs, a page for people."""
    return (RestErrors if IAPIRequest.providedBy(request) else ErrorPage)(error, request)
