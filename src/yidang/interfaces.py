"""What every room may know: the browser layer."""

from plone.app.z3cform.interfaces import IPloneFormLayer
from zope.publisher.interfaces.browser import IDefaultBrowserLayer


class IYidangLayer(IPloneFormLayer, IDefaultBrowserLayer):
    """Requests to a site on which the profile "yidang:default" is installed."""
