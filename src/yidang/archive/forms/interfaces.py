"""Markers of our own forms: their widgets need no JavaScript, and other forms keep Plone's."""

from plone.app.z3cform.interfaces import ITextWidget
from yidang.interfaces import IYidangLayer


class IPlainFormLayer(IYidangLayer):
    """Set on the request by our add and edit forms only."""


class INumberWidget(ITextWidget):
    """A number, with the phone's number pad."""


class IDayWidget(ITextWidget):
    """A day, with the browser's own calendar."""


class IHeldWidget(ITextWidget):
    """One thing that the archive holds, chosen by typing its name."""


class IHeldListWidget(ITextWidget):
    """Several things that the archive holds."""


class IRowsWidget(ITextWidget):
    """Rows of inputs."""
