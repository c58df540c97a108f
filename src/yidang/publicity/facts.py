"""What an article tells the ledger: one `article`, however often it was placed (S0-X14), and each placement.

An article counts once, on the day on which it first appeared anywhere. A line on one channel by month (S1-I13: 公众号
5 条; S1-I14: 主流媒体 1 篇) asks when it appeared *there*: it counts different articles among the `placement` facts, so
that one article in two papers of one month is still one.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from yidang.archive.facts import fact_of
from yidang.archive.facts import RecordFacts
from yidang.archive.facts import told
from yidang.indicators.engine.facts import Fact
from yidang.indicators.interfaces import IFactSource
from yidang.publicity.content import first_appeared
from yidang.publicity.content import IArticle
from yidang.publicity.copies import copied
from yidang.publicity.placements import rows_of
from yidang.publicity.vocabularies import PORTAL
from zope.component import adapter
from zope.interface import implementer


Place = tuple[str, str | None, str | None]  # channel, outlet, level
COLUMNS = ("channels", "levels", "outlets")  # of an article that has appeared in many places


def _column(article, name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(row[name] for row in rows_of(article) if row.get(name)))


def channels_of(article) -> tuple[str, ...]:
    """Every channel in which the article has appeared, this portal included once it was published."""
    own = (PORTAL,) if article.published_on else ()
    return own + _column(article, "channel")


def places_of(article) -> dict[Place, date]:
    """Where the article has appeared, this portal included, and the first day of each place."""
    found: dict[Place, date] = {(PORTAL, None, None): article.published_on} if article.published_on else {}
    for row in rows_of(article):
        place, day = (row["channel"], row.get("outlet"), row.get("level")), row.get("date")
        if day and day < found.get(place, date.max):
            found[place] = day
    return found


@implementer(IFactSource)
@adapter(IArticle)
class ArticleFacts(RecordFacts):
    """One fact of the article, and one of each place in which it appeared."""

    def facts(self) -> Iterator[Fact]:
        """The article first; nothing outside a contract."""
        for fact in super().facts():
            yield fact
            yield from self._placements(fact)

    def fact(self) -> Fact:
        """The article itself."""
        article = self.context
        appeared = {
            "channels": channels_of(article),
            "levels": _column(article, "level"),
            "outlets": _column(article, "outlet"),
        }
        own = {
            "origin": article.origin,
            "station_activity": bool(article.station_activity),
            "copy_of": copied(article) or None,
        }
        return fact_of(article, "article", date=first_appeared(article), attributes={**own, **appeared})

    def _placements(self, fact: Fact) -> Iterator[Fact]:
        """What stands on the article stands on each of its placements, but where and when that one appeared."""
        own = {name: value for name, value in fact.attributes.items() if name not in COLUMNS}
        for (channel, outlet, level), day in places_of(self.context).items():
            place = told({"article": fact.uid, "channel": channel, "outlet": outlet, "level": level})
            yield replace(fact, kind="placement", date=day, attributes={**own, **place})
