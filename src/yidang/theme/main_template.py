"""`main_template` of the portal: one shell for the public pages, the desk and the forms of Plone."""

from plone.base.utils import is_truthy
from Products.CMFPlone.browser.interfaces import IMainTemplate
from Products.Five import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from yidang.theme.shell import Shell
from zExceptions import NotFound
from zope.interface import implementer


@implementer(IMainTemplate)
class MainTemplate(BrowserView):
    """Gives macros `master` and `content`; a dialog that Plone's scripts open gets the bare ones."""

    page = ViewPageTemplateFile("templates/shell.pt")
    dialog = ViewPageTemplateFile("templates/dialog.pt")

    def __call__(self) -> str:
        """Never a page of its own: it would show the title of its context to anybody."""
        raise NotFound(self.request.get("ACTUAL_URL", ""))

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
        shell = Shell(self.context, self.request, view)
        if shell.signed_in:
            # The next one at this computer must not page back into somebody's records.
            self.request.response.setHeader("Cache-Control", "private, no-store")
        return shell
