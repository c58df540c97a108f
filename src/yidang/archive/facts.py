"""What every record tells the ledger, whatever its type; and what a plain paper tells."""

from Acquisition import aq_inner
from Acquisition import aq_parent
from collections.abc import Iterator
from datetime import date
from typing import Any
from yidang.archive.content import IArchiveDocument
from yidang.archive.content import IArchiveSection
from yidang.archive.place import contract_of
from yidang.archive.record import standing_of
from yidang.archive.record import standings_of
from yidang.archive.record import state_of
from yidang.archive.record import station_of
from yidang.archive.record import workers_of
from yidang.indicators.engine.facts import Fact
from yidang.indicators.interfaces import IFactSource
from zope.component import adapter
from zope.interface import implementer


def told(values: dict[str, Any]) -> dict[str, Any]:
    """Only what the record really says: empty fields are left out."""
    return {name: value for name, value in values.items() if value is not None and value != "" and value != ()}


def fact_of(record, kind: str, *, attributes: dict[str, Any], amounts: dict[str, Any] | None = None, **more) -> Fact:
    """The fact of one record: the common fields, and what its room adds."""
    return Fact(
        kind=kind,
        uid=record.UID(),
        contract=contract_of(record).UID(),
        station=station_of(record),
        workers=workers_of(record),
        standing=standing_of(record),
        history=standings_of(record),
        attributes=told({"state": state_of(record), **attributes}),
        amounts=told(amounts or {}),
        **more,
    )


class RecordFacts:
    """Base of the rooms' adapters: none for what lies outside every contract, otherwise what `fact` states."""

    def __init__(self, context) -> None:
        self.context = context

    def facts(self) -> Iterator[Fact]:
        """Zero or one fact."""
        if contract_of(self.context) is not None:
            yield self.fact()

    def fact(self) -> Fact:
        """What this record states."""
        raise NotImplementedError


def papers_of(record) -> tuple[str, ...]:
    """Kinds of the papers that lie in a case or group, each once."""
    return tuple(dict.fromkeys(paper.document_kind for paper in papers_in(record)))


def signers_of(record) -> tuple[str, ...]:
    """Who has signed any of the papers that lie in a case or group."""
    return tuple(dict.fromkeys(who for paper in papers_in(record) for who in paper.signed_by or ()))


def papers_in(record) -> list:
    """The papers that lie in a case or group, oldest first."""
    found = [child for child in record.objectValues() if IArchiveDocument.providedBy(child)]
    return sorted(found, key=lambda paper: (paper.date or date.min, paper.getId()))


@implementer(IFactSource)
@adapter(IArchiveDocument)
class DocumentFacts(RecordFacts):
    """A paper filed by itself; one inside a case or group is part of that record's fact."""

    def facts(self) -> Iterator[Fact]:
        """None for a paper inside another record."""
        if IArchiveSection.providedBy(aq_parent(aq_inner(self.context))):
            yield from super().facts()

    def fact(self) -> Fact:
        """A document of its kind."""
        paper = self.context
        return fact_of(
            paper,
            "document",
            date=paper.date,
            attributes={"document_kind": paper.document_kind},
            documents=(paper.document_kind,),
            signatures=tuple(paper.signed_by or ()),
        )
