"""The results of one page of a search, ready to print; of what else was found nothing is fetched."""

from AccessControl import getSecurityManager
from datetime import date
from markupsafe import Markup
from typing import Any
from typing import NamedTuple
from urllib.parse import quote
from yidang.pages.names import Names
from yidang.pages.words import excerpt
from yidang.pages.words import highlight
from yidang.pages.words import holds
from yidang.publicity.listing import TYPE
from yidang.publicity.prose import plain
from yidang.site.search_filters import KINDS
from zope.component.hooks import getSite


KIND_OF = {name: title for title, types in KINDS.values() for name in types}


class Result(NamedTuple):
    """One thing that was found; the words in title and summary are set off."""

    title: Markup
    summary: Markup
    url: str
    kind: str
    station: str
    number: str
    day: date | None


class Results:
    """Makes them of brains: `words` are those that were looked for, `numbers` whether archive numbers are shown."""

    def __init__(self, words: list[str], names: Names, numbers: bool) -> None:
        self.words, self.names, self.numbers = words, names, numbers
        self.site = getSite()
        self.home, self.place = self.site.absolute_url(), len("/".join(self.site.getPhysicalPath()))
        self.folders: dict[str, Any] = {}

    def of(self, brain) -> Result:
        """One of them."""
        path = brain.getPath()
        return Result(
            title=highlight(brain.Title or "（无题）", self.words),
            summary=highlight(self._summary(brain, path), self.words),
            url=self.home + quote(path[self.place :]),
            kind=KIND_OF[brain.portal_type],
            station=self.names.station(getattr(brain, "station_id", None) or ""),
            number=(getattr(brain, "archive_number", None) or "") if self.numbers else "",
            day=getattr(brain, "record_day", None) or None,
        )

    def _summary(self, brain, path: str) -> str:
        """The summary; of an article that says the words in its text alone, the words around them."""
        told = brain.Description or ""
        if brain.portal_type != TYPE or holds(f"{brain.Title} {told}", self.words):
            return told
        return excerpt(self._text(path), self.words) or told

    def _text(self, path: str) -> str:
        """The text of an article; "" of one that the person may not see, whatever the catalog still says.

        Twenty articles lie in few folders: each way there is gone once.
        """
        way, _, name = path.rpartition("/")
        if way not in self.folders:
            self.folders[way] = self.site.unrestrictedTraverse(way, None)
        folder = self.folders[way]
        article = folder._getOb(name, None) if folder is not None else None
        if article is None or not getSecurityManager().checkPermission("View", article):
            return ""
        return plain(article.text)
