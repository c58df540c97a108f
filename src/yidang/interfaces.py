"""What every room may know: the browser layer, and what a contract is."""

from plone.app.z3cform.interfaces import IPloneFormLayer
from zope.interface import Interface
from zope.publisher.interfaces.browser import IDefaultBrowserLayer


class IYidangLayer(IPloneFormLayer, IDefaultBrowserLayer):
    """Requests to a site on which the profile "yidang:default" is installed."""


class IServesContract(Interface):
    """A contract: the root of one archive and of one set of indicators. Rooms below `contracts` know it only so."""


class IWorkdays(Interface):
    """A utility that, when called, gives the table of working days: `is_working_day(day)`. The room of deadlines keeps
    it; rooms above ask for it by this name."""
