"""Content that needs no site: what a record, a contract and an indicator tell the ledger."""

from bench import s0_year
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from yidang.indicators.engine.calendar import Calendar
from yidang.indicators.engine.facts import Fact
from yidang.indicators.interfaces import IFactSource
from yidang.indicators.interfaces import IRuleSource
from yidang.indicators.interfaces import ITermSource
from yidang.indicators.ledger import Ledger
from zope.interface import implementer


@implementer(IFactSource)
@dataclass
class Record:
    """A record with one fact."""

    fact: Fact

    def facts(self) -> Iterable[Fact]:
        """What it states."""
        return (self.fact,)


@implementer(ITermSource)
@dataclass
class Contract:
    """A contract with the term of S0."""

    uid: str

    def contract(self) -> str:
        """Its UID."""
        return self.uid

    def calendar(self) -> Calendar:
        """Its term."""
        return s0_year.TERM


@implementer(IRuleSource)
@dataclass
class Line:
    """One line of a contract."""

    uid: str
    rule: dict[str, Any]

    def contract(self) -> str:
        """The contract's UID."""
        return self.uid

    def data(self) -> dict[str, Any]:
        """The rule."""
        return self.rule


def tell(ledger: Ledger, contract: str, number: int, first: int) -> None:
    """Tell the ledger a contract, its 25 lines and `number` facts, under record ids from `first` on."""
    ledger.index_object(first, Contract(contract))
    for place, rule in enumerate(s0_year.rules(), 1):
        ledger.index_object(first + place, Line(contract, rule))
    for place, fact in enumerate(s0_year.year(contract, number), 100):
        ledger.index_object(first + place, Record(fact))
