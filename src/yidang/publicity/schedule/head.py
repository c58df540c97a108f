"""The part of an article's working head that tells of its schedule; never shown to the public."""

from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from yidang.publicity.schedule.panel import SchedulePanel


class ScheduleLine(BrowserView):
    """Rendered inside the page of an article."""

    template = ViewPageTemplateFile("templates/panel.pt")

    def __call__(self) -> str:
        return self.template(panel=SchedulePanel(self.context))
