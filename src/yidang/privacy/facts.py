"""What a client's file tells the ledger: nothing of the client's identity."""

from collections.abc import Iterator
from yidang.archive.facts import fact_of
from yidang.archive.facts import RecordFacts
from yidang.indicators.engine.facts import Fact
from yidang.indicators.interfaces import IFactSource
from yidang.privacy.about import KEY_TIER
from yidang.privacy.about import told_of
from yidang.privacy.content import IClient
from yidang.privacy.content import PARTS
from yidang.privacy.tiers import stretches
from zope.component import adapter
from zope.interface import implementer


@implementer(IFactSource)
@adapter(IClient)
class ClientFacts(RecordFacts):
    """The file, which counts on the day it was made (S1-15), and each stretch of days with one tier (S1-I03)."""

    def facts(self) -> Iterator[Fact]:
        """The file first, then who it was when."""
        for fact in super().facts():
            yield fact
            yield from self._tiers()

    def fact(self) -> Fact:
        """The file."""
        client = self.context
        said = told_of(client, client.recorded_on)
        return fact_of(
            client,
            "client",
            date=client.recorded_on,
            until=client.ended,
            attributes={"key": False, **{name: value for name, value in said.items() if name != "age"}},
            amounts={"age": said.get("age")},
            subjects=(client.UID(),),
            documents=tuple(kind for name, kind in PARTS.items() if getattr(client, name)),
        )

    def _tiers(self) -> Iterator[Fact]:
        """One lasting fact for each stretch: whom a promise like 每名重点儿童每月一次 expects, and when."""
        client, subjects = self.context, (self.context.UID(),)
        categories = tuple(client.categories or ())
        for since, until, tier in stretches(client):
            yield fact_of(
                client,
                "client_tier",
                date=since,
                until=until,
                attributes={"tier": tier, "key": tier == KEY_TIER, "categories": categories},
                subjects=subjects,
            )
