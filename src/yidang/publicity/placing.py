"""`<article>/@@record-placement`: note where a published article has appeared."""

from datetime import date
from plone.protect import CheckAuthenticator
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from Products.statusmessages.interfaces import IStatusMessage
from yidang import clock
from yidang.errors import FieldError
from yidang.errors import Refused
from yidang.pages.page import Page
from yidang.publicity.actions import record_placement
from yidang.publicity.capture_views import uploaded
from yidang.publicity.keeping import keep
from yidang.publicity.outlet_book import SCRIPT
from yidang.publicity.outlet_book import suggestions
from yidang.publicity.placements import COLUMNS
from yidang.publicity.placements import key_of
from zExceptions import BadRequest

import transaction


class PlacementPage(Page):
    """The form, and what it does."""

    page_title = "记录刊发"
    template = ViewPageTemplateFile("templates/placing.pt")
    refused: Refused | None = None

    def __call__(self) -> str:
        if self.request.method != "POST":
            return self.template()
        CheckAuthenticator(self.request)
        try:
            self._record()
        except Refused as error:
            transaction.abort()
            self.refused = error
            self.request.response.setStatus(error.status)
            return self.template()
        IStatusMessage(self.request).add("已记录刊发。", type="success")
        self.request.response.redirect(self.url)
        return ""

    def _record(self) -> None:
        """The placement, and its capture when one was chosen: both or neither."""
        row = record_placement(self.context, **{**self.typed, "date": self._day()})
        data, filename = uploaded(self.request, "capture")
        if data or filename:
            keep(self.context, key_of(row), data, filename)

    @property
    def outlets(self) -> list[dict[str, str]]:
        """The outlets to choose from."""
        return suggestions()

    @property
    def script(self) -> str:
        """Address of what fills channel and level while somebody types; the server does so without it."""
        return f"{self.portal_url}/{SCRIPT}"

    def _day(self) -> date | None:
        try:
            return self.query_day("date")
        except BadRequest as error:
            raise Refused(str(error), [FieldError("date", str(error))]) from None

    @property
    def typed(self) -> dict[str, str]:
        """What was typed; a fresh form starts with today."""
        fresh = {"date": clock.today().isoformat()} if self.request.method != "POST" else {}
        return {name: self.query_text(name, 1001) or fresh.get(name, "") for name in COLUMNS}

    @property
    def problems(self) -> list[str]:
        """What was wrong."""
        return [self.refused.message] if self.refused is not None else []

    @property
    def today(self) -> str:
        """The last day that may be chosen."""
        return clock.today().isoformat()
