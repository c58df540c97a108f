"""Pages that take a POST: the token is checked, a refusal is shown on the page with what was typed."""

from plone.protect import CheckAuthenticator
from plone.protect.interfaces import IDisableCSRFProtection
from Products.statusmessages.interfaces import IStatusMessage
from yidang.errors import Refused
from yidang.pages.page import Page
from zope.interface import alsoProvides

import transaction


class PostPage(Page):
    """A page with a form. `act` does what the form asks; a `Refused` that it raises is shown, with its status."""

    refused: Refused | None = None

    def __call__(self, *args, **kwargs) -> str:
        if self.request.method != "POST":
            return self.index()
        self.admit()
        try:
            message = self.act()
        except Refused as refused:
            # What was done before the refusal must not stay.
            transaction.abort()
            self.refused = refused
            self.request.response.setStatus(refused.status)
            return self.index()
        return self.answered(message)

    def admit(self) -> None:
        """Let nobody in who was sent here by another site."""
        CheckAuthenticator(self.request)

    def answered(self, message: str) -> str:
        """After it is done: the message is shown on the next page."""
        if message:
            IStatusMessage(self.request).add(message, type="success")
        return self.request.response.redirect(self.after_post())

    def act(self) -> str:
        """Do it; the message to show afterwards."""
        raise NotImplementedError

    def after_post(self) -> str:
        """Where to go after it is done."""
        return self.url

    def typed(self, name: str) -> str:
        """What was typed into a field, so that it is still there after a refusal."""
        return self.query_text(name, longest=5000)

    def error_at(self, name: str) -> str:
        """What is wrong with one field."""
        errors = self.refused.errors if self.refused else ()
        return "".join(error.message for error in errors if error.field == name)


class PublicPostPage(PostPage):
    """A form for everybody, without an account: nothing is done in anybody's name, so there is nothing that another
    site could borrow. What is answered to one reader is for no cache."""

    public_page = True
    needs_scripts = False

    def admit(self) -> None:
        """Let everybody in."""
        alsoProvides(self.request, IDisableCSRFProtection)
        self.request.response.setHeader("Cache-Control", "private, no-store")
