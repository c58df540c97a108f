"""The newest articles of a station, as a part of its page (the room of stations knows no articles)."""

from functools import cached_property
from Products.Five import BrowserView
from yidang.pages.plain import plain
from yidang.publicity.listing import latest
from yidang.publicity.listing import Teaser


class StationNews(BrowserView):
    """Five articles, and the way to all of them."""

    rows = plain(__file__, "templates/news.pt")
    template = plain(__file__, "templates/station_news.pt")

    def __call__(self) -> str:
        return self.template(view=self, rows=self.rows)

    @cached_property
    def items(self) -> list[Teaser]:
        """The newest first."""
        return latest(5, station=self.context.getId())

    @property
    def all_url(self) -> str:
        """The newsroom, filtered."""
        site = self.context.portal_url()
        return f"{site}/newsroom?station={self.context.getId()}"
