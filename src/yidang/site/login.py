"""Where somebody lands who has just signed in, and signing out."""

from plone.base.interfaces import IPloneSiteRoot
from plone.base.interfaces import IRedirectAfterLogin
from plone.protect.interfaces import IDisableCSRFProtection
from Products.CMFPlone.browser.login.logout import LogoutView
from yidang.interfaces import IYidangLayer
from yidang.publicity.writing import static_url
from yidang.site.public import PublicPage
from zope.component import adapter
from zope.interface import alsoProvides
from zope.interface import implementer


@implementer(IRedirectAfterLogin)
@adapter(IPloneSiteRoot, IYidangLayer)
class ToTheDesk:
    """The page that was asked for; the desk for those who came from the home page or from nowhere."""

    def __init__(self, context, request) -> None:
        self.context, self.request = context, request

    def __call__(self, came_from: str | None = None, is_initial_login: bool = False) -> str:
        """The address."""
        home = self.context.absolute_url()
        if came_from and came_from.rstrip("/") not in (home, f"{home}/@@desk", f"{home}/desk"):
            return came_from
        return f"{home}/@@desk"


class SignedOut(PublicPage):
    """`/logged-out`: what the browser kept for the one who leaves is thrown away; the next may be somebody else."""

    page_title = "已退出登录"

    def __call__(self) -> str:
        self.request.response.setHeader("Cache-Control", "private, no-store")
        return self.index()

    @property
    def script(self) -> str:
        """What throws the kept drafts away (docs/writing.md)."""
        return static_url(self.portal_url, "drafts.js")


class SignOut(LogoutView):
    """`/logout`; it throws the person's keys away, which plone.protect would ask to confirm."""

    def __call__(self) -> None:
        alsoProvides(self.request, IDisableCSRFProtection)
        super().__call__()
