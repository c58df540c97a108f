"""The base of our pages."""

from datetime import date
from functools import cached_property
from plone import api
from plone.memoize.view import memoize_contextless
from Products.Five import BrowserView
from yidang.pages.names import Names
from zExceptions import BadRequest
from zope.component import getMultiAdapter
from zope.component import getUtility
from zope.schema.interfaces import IVocabularyFactory


class Page(BrowserView):
    """A page of ours. `page_title` stands in <title>."""

    page_title = ""

    @cached_property
    def portal_url(self) -> str:
        """Address of the site."""
        return api.portal.get().absolute_url()

    @cached_property
    def url(self) -> str:
        """Address of what is shown."""
        return self.context.absolute_url()

    @cached_property
    def token(self) -> str:
        """The token that every form of ours sends back (plone.protect)."""
        return getMultiAdapter((self.context, self.request), name="authenticator").token()

    def may(self, permission: str) -> bool:
        """Whether the person may do this here."""
        return bool(api.user.has_permission(permission, obj=self.context))

    def query_day(self, name: str = "day") -> date | None:
        """A day from the query, None when there is none; what is no day is refused."""
        text = self._query(name)
        if not text:
            return None
        try:
            return date.fromisoformat(text)
        except ValueError:
            raise BadRequest(f"“{text[:20]}”不是日期，请写成 2026-05-31 这样。") from None

    def query_number(self, name: str = "b_start", most: int = 1_000_000) -> int:
        """A number from the query, 0 when there is none; what is no number is refused."""
        text = self._query(name)
        if not text:
            return 0
        if not (text.isascii() and text.isdigit() and int(text) <= most):
            raise BadRequest(f"“{text[:20]}”不是有效的页码。")
        return int(text)

    def query_text(self, name: str, longest: int = 100) -> str:
        """A word from the query."""
        return self._query(name)[:longest]

    def _query(self, name: str) -> str:
        value = self.request.form.get(name, "")
        return value.strip() if isinstance(value, str) else ""

    @cached_property
    def names(self) -> Names:
        """Names of stations and people."""
        return Names()

    def titles(self, vocabulary: str) -> dict[str, str]:
        """The titles of a vocabulary by value."""
        factory = getUtility(IVocabularyFactory, vocabulary)
        return {term.value: term.title for term in factory(self.context)}

    @memoize_contextless
    def state_title(self, portal_type: str, state: str) -> str:
        """The Chinese name of a state."""
        workflow = api.portal.get_tool("portal_workflow")
        return workflow.getTitleForStateOnType(state, portal_type) if state else ""
