"""What a client's file tells the ledger: nothing of the client's identity."""

from yidang.archive.facts import fact_of
from yidang.archive.facts import RecordFacts
from yidang.indicators.engine.facts import Fact
from yidang.indicators.interfaces import IFactSource
from yidang.privacy.content import IClient
from zope.component import adapter
from zope.interface import implementer


@implementer(IFactSource)
@adapter(IClient)
class ClientFacts(RecordFacts):
    """A file counts on the day on which it was made (S1-15)."""

    def fact(self) -> Fact:
        """The file."""
        client = self.context
        known = client.birth_year and client.recorded_on
        age = client.recorded_on.year - client.birth_year if known else None
        return fact_of(
            client,
            "client",
            date=client.recorded_on,
            attributes={
                "tier": client.tier,
                "key": client.tier == "key",
                "gender": client.gender,
                "categories": tuple(client.categories or ()),
            },
            amounts={"age": age},
            subjects=(client.UID(),),
        )
