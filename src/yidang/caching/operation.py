"""The caching operation of our public pages (plone.caching calls it before and after a page is made).

A page that may be kept says so in three ways: to browsers by an entity tag and `no-cache`, which lets them keep it and
makes them ask each time; to our proxy by `X-Yidang-Shows` (topics and versions) and `X-Yidang-Keep` (seconds), which
it takes off again; to this process by a place on the shelf. No other cache on the way may give it out unasked, for
nobody could tell it that an article was withdrawn.
"""

from AccessControl import getSecurityManager
from AccessControl.PermissionRole import rolesForPermissionOn
from plone.caching.interfaces import ICachingOperation
from plone.caching.interfaces import ICachingOperationType
from yidang import _
from yidang.caching.promise import Promise
from yidang.caching.rules import Rule
from yidang.caching.rules import RULES
from yidang.caching.shelf import Kept
from yidang.caching.shelf import SHELF
from zope.component import adapter
from zope.interface import implementer
from zope.interface import Interface
from zope.interface import provider
from ZPublisher.interfaces import IPubSuccess


PROMISE = "yidang.promise"
# A message that waits for its reader is shown on the next page, once.
MESSAGES = "statusmessages"
CLOSED = ("private", "no-store")


@implementer(ICachingOperation)
@provider(ICachingOperationType)
@adapter(Interface, Interface)
class PublicPage:
    """Keeps what everybody may see."""

    title = _("公开页面")
    description = _("对所有人相同的页面：内容变动前一直保留，变动后立即更新")
    prefix = "yidang.caching.page"
    options = ()

    def __init__(self, published, request) -> None:
        self.published, self.request = published, request

    def interceptResponse(self, name: str, response) -> bytes | None:
        """The page from the shelf, nothing where the reader has it already (304); None: let it be made."""
        rule = self.rule(name)
        if rule is None:
            return None
        promise = Promise.of(self.request, rule)
        if promise.is_held_by(self.request):
            promise.tell(response)
            response.setStatus(304)
            return b""
        page = SHELF.get(promise.key) if rule.memory else None
        if page is None:
            return None
        promise.tell(response)
        response.setHeader("Content-Type", page.content_type)
        return page.body

    def modifyResponse(self, name: str, response) -> None:
        """Say of the page that was made what may be done with it."""
        rule = self.rule(name)
        if rule is None or response.status not in (200, 304) or response.cookies or is_closed(response):
            return
        promise = Promise.of(self.request, rule)
        promise.tell(response)
        if rule.memory and response.status == 200:
            self.request.environ[PROMISE] = promise

    def rule(self, name: str) -> Rule | None:
        """The rule for this page, None when it is not for everybody."""
        rule, request = RULES.get(name), self.request
        if rule is None or request.method != "GET" or MESSAGES in request.cookies:
            return None
        if rule.names and getattr(self.published, "__name__", "") not in rule.names:
            return None
        if getSecurityManager().getUser().getId() is not None:
            return None
        context = getattr(self.published, "context", None)
        if context is None or "Anonymous" not in rolesForPermissionOn("View", context):
            return None
        return rule


def is_closed(response) -> bool:
    """Whether the page itself has said that nobody may keep it."""
    said = response.getHeader("Cache-Control") or ""
    return any(word in said for word in CLOSED)


@adapter(IPubSuccess)
def keep(event) -> None:
    """Put a page that was promised on the shelf, when it is whole."""
    request = event.request
    promise = request.environ.pop(PROMISE, None)
    response = request.response
    if promise is not None and response.status == 200 and type(response.body) is bytes and response.body:
        SHELF.put(promise.key, Kept(response.body, response.getHeader("Content-Type") or ""))
