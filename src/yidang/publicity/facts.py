"""What an article tells the ledger: one fact, however often it was placed (S0-X14)."""

from collections.abc import Iterator
from typing import Any
from yidang.archive.place import contract_of
from yidang.archive.record import standing_of
from yidang.archive.record import state_of
from yidang.archive.record import station_of
from yidang.archive.record import workers_of
from yidang.indicators.engine.facts import Fact
from yidang.indicators.interfaces import IFactSource
from yidang.publicity.content import first_appeared
from yidang.publicity.content import IArticle
from yidang.publicity.placements import rows_of
from yidang.publicity.vocabularies import PORTAL
from zope.component import adapter
from zope.interface import implementer


def _column(article, name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(row[name] for row in rows_of(article) if row.get(name)))


def channels_of(article) -> tuple[str, ...]:
    """Every channel in which the article has appeared, this portal included once it was published."""
    own = (PORTAL,) if article.published_on else ()
    return own + _column(article, "channel")


@implementer(IFactSource)
@adapter(IArticle)
class ArticleFacts:
    """The one fact of an article."""

    def __init__(self, article) -> None:
        self.article = article

    def facts(self) -> Iterator[Fact]:
        """One fact, none outside a contract."""
        contract = contract_of(self.article)
        if contract is not None:
            yield Fact(
                kind="article",
                uid=self.article.UID(),
                contract=contract.UID(),
                station=station_of(self.article),
                workers=workers_of(self.article),
                date=first_appeared(self.article),
                standing=standing_of(self.article),
                attributes=self._attributes(),
            )

    def _attributes(self) -> dict[str, Any]:
        return {
            "origin": self.article.origin,
            "station_activity": bool(self.article.station_activity),
            "channels": channels_of(self.article),
            "levels": _column(self.article, "level"),
            "outlets": _column(self.article, "outlet"),
            "state": state_of(self.article),
        }
