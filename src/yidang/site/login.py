"""Where somebody lands who has just signed in, and signing out."""

from plone.base.interfaces import IPloneSiteRoot
from plone.base.interfaces import IRedirectAfterLogin
from plone.protect.interfaces import IDisableCSRFProtection
from Products.CMFPlone.browser.login.logout import LogoutView
from yidang.interfaces import IYidangLayer
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


class SignOut(LogoutView):
    """`/logout`; it throws the person's keys away, which plone.protect would ask to confirm."""

    def __call__(self) -> None:
        alsoProvides(self.request, IDisableCSRFProtection)
        super().__call__()
