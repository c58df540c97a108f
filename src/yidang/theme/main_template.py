"""`main_template` of the portal: one shell for the public pages, the desk and the forms of Plone."""

from plone.base.utils import is_truthy
from Products.CMFPlone.browser.interfaces import IMainTemplate
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from yidang.theme.shell import Shell
from zope.interface import implementer


@implementer(IMainTemplate)
class MainTemplate(BrowserView):
    """Gives macros `master` and `content`; a dialog that Plone's scripts open gets the bare ones."""

    page = ViewPageTemplateFile("templates/shell.pt")
    dialog = ViewPageTemplateFile("templates/dialog.pt")
    parts = ViewPageTemplateFile("templates/parts.pt")

    def __call__(self) -> str:
        return self.template()

    @property
    def template(self):
        """The shell, or the bare page for a dialog."""
        return self.dialog if is_truthy(self.request.form.get("ajax_load", False)) else self.page

    @property
    def macros(self):
        """What other templates use."""
        return self.template.macros

    def shell(self, view) -> Shell:
        """What the template asks about the page."""
        return Shell(self.context, self.request, view)
