"""What administrators do not need in Plone's toolbar: our shell draws no portlets."""

from plone.app.contentmenu.interfaces import IContentMenuItem
from plone.app.contentmenu.menu import PortletManagerSubMenuItem
from yidang.interfaces import IYidangLayer
from zope.component import adapter
from zope.interface import implementer
from zope.interface import Interface


@implementer(IContentMenuItem)
@adapter(Interface, IYidangLayer)
class NoPortlets(PortletManagerSubMenuItem):
    """The menu of portlets, which is never there."""

    def available(self) -> bool:
        """Never."""
        return False
