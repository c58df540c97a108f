"""The page of an article: for readers one lean template; for the people of the contract a working part around it."""

from AccessControl import getSecurityManager
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import NamedTuple
from yidang.archive.record import state_of
from yidang.indicators.labels import LABELS
from yidang.pages.page import Page
from yidang.publicity.cleaning import cleaned
from yidang.publicity.listing import kind_of
from yidang.publicity.order import neighbours
from yidang.publicity.pictures import is_clean
from yidang.publicity.pictures import VIEW
from yidang.publicity.placements import rows_of
from yidang.publicity.prose import length
from yidang.publicity.working import is_staff
from yidang.publicity.working import Working
from yidang.publicity.workflow import PUBLISHED


COVER = (800, "large")


class Cover(NamedTuple):
    """The cover picture in the size of the page."""

    url: str
    width: int
    height: int


class ArticleView(Page):
    """`<article>`"""

    template = ViewPageTemplateFile("templates/article.pt")

    def __call__(self) -> str:
        return self.template()

    @property
    def page_title(self) -> str:
        """Title of the page."""
        return self.context.title

    @property
    def page_description(self) -> str:
        """Summary, for search engines."""
        return self.context.description or ""

    @cached_property
    def is_published(self) -> bool:
        """Whether the public may read it."""
        return state_of(self.context) == PUBLISHED

    @property
    def kind(self) -> str:
        """本站活动, or where it comes from."""
        return kind_of(bool(self.context.station_activity), self.context.origin)

    @property
    def source(self) -> str:
        """The word after 来源."""
        return LABELS.value("origin", self.context.origin)

    @property
    def day(self) -> str:
        """The day that stands under the title."""
        day = self.context.published_on or self.context.event_date
        return day.isoformat() if day else ""

    @cached_property
    def station(self):
        """The station, None when none is named or it is gone."""
        id_ = self.context.station
        stations = self.context.portal_url.getPortalObject().get("stations")
        return stations.get(id_) if id_ and stations is not None else None

    @property
    def words(self) -> int:
        """Length of the text."""
        return length(self.context.text)

    @cached_property
    def text(self) -> str:
        """The text as html that is safe to show."""
        text = self.context.text
        if text is None or not text.raw:
            return ""
        raw = text.raw if is_clean(self.context) else cleaned(text.raw)
        own = f"resolveuid/{self.context.UID()}/{VIEW}"
        shown = raw.replace(own, f"{self.url}/{VIEW}")
        return shown.replace('="resolveuid/', f'="{self.portal_url}/resolveuid/')

    @cached_property
    def cover(self) -> Cover | None:
        """The cover picture."""
        image = self.context.image
        if image is None:
            return None
        limit, scale = COVER
        width, height = image.getImageSize()
        factor = min(1, limit / width) if width > 0 else 1
        return Cover(f"{self.url}/@@images/image/{scale}", round(width * factor), round(height * factor))

    @property
    def placements(self) -> list[dict]:
        """Where it appeared, this portal first."""
        found = [
            {
                "day": row["date"].isoformat() if row.get("date") else "",
                "channel": LABELS.value("channels", row["channel"]),
                "outlet": row.get("outlet") or "",
                "level": LABELS.value("levels", row["level"]) if row.get("level") else "—",
                "url": row.get("url"),
            }
            for row in sorted(rows_of(self.context), key=lambda row: str(row.get("date")))
        ]
        if found and self.context.published_on:
            own = {"day": self.context.published_on.isoformat(), "channel": "本门户", "outlet": "", "level": "—", "url": ""}
            found.insert(0, own)
        return found

    @cached_property
    def neighbours(self) -> tuple:
        """Published articles before and after it."""
        return neighbours(self.context) if self.is_published else (None, None)

    @cached_property
    def working(self) -> Working | None:
        """What only the people of the contract see."""
        user = getSecurityManager().getUser()
        if user.getId() is None or not is_staff(user, self.context):
            return None
        return Working(self.context, self.request)
