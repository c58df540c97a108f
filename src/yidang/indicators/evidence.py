"""The records behind a number, with titles and addresses: one catalog query for a whole page of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from plone import api
from yidang.indicators.engine.facts import Fact


HIDDEN = "（无权查看）"


@dataclass(frozen=True)
class Piece:
    """One record as evidence; title and url are empty where the reader may not view it."""

    uid: str
    title: str
    url: str
    day: date | None
    station: str
    reasons: tuple[str, ...] = ()


def pieces(facts: Iterable[Fact], reasons: Iterable[tuple[str, ...]] = ()) -> list[Piece]:
    """`facts` in their order, with what the current user may see of each."""
    facts = list(facts)
    said = list(reasons) or [()] * len(facts)
    catalog = api.portal.get_tool("portal_catalog")
    uids = [fact.uid for fact in facts]
    seen = {brain.UID: brain for brain in catalog.searchResults(UID=uids)} if uids else {}
    return [_piece(fact, seen.get(fact.uid), why) for fact, why in zip(facts, said, strict=True)]


def _piece(fact: Fact, brain, reasons: tuple[str, ...]) -> Piece:
    title, url = (brain.Title, brain.getURL()) if brain is not None else (HIDDEN, "")
    return Piece(fact.uid, title, url, fact.date, fact.station, reasons)
