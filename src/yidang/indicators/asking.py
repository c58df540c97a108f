"""What the ledger answers: facts, rules and running sums of a contract, whoever asks."""

from collections.abc import Iterator
from yidang.indicators.engine.cells import Point
from yidang.indicators.engine.cells import Series
from yidang.indicators.engine.facts import Fact
from yidang.indicators.faces import Face
from yidang.indicators.plans import Plan
from yidang.indicators.reading import LedgerCells


class Readable:
    """The reading half of the ledger."""

    def facts(self, contract: str, kinds=None) -> Iterator[Fact]:
        """The facts of a contract, of the given kinds where any are given."""
        for kind in kinds if kinds is not None else self.kinds(contract):
            together = self.together.get((contract, kind))
            if together is not None:
                for facts in together.facts.values():
                    yield from facts
                continue
            for rid in self.by_kind.get((contract, kind), ()):
                for fact in self.entries[rid].facts:
                    if fact.contract == contract and fact.kind == kind:
                        yield fact

    def kinds(self, contract: str) -> list[str]:
        """The kinds of which the contract has, or once had, facts."""
        return [kind for _, kind in self.by_kind.keys((contract,), (contract, "\uffff"))]

    def facts_of(self, rid: int) -> tuple[Fact, ...]:
        """What one record states."""
        entry = self.entries.get(rid)
        return entry.facts if entry is not None else ()

    def plan(self, contract: str) -> Plan | None:
        """Rules and term of a contract, None when it is unknown."""
        return self.plans.get(contract)

    def face(self, contract: str) -> Face | None:
        """The running sums of a contract, None while nothing of it was told."""
        return self.faces.get(contract)

    def cells(self, contract: str) -> LedgerCells:
        """The running sums of a contract as tallies read them."""
        return LedgerCells(self.faces.get(contract))

    def records(self, contract: str) -> dict[str, int]:
        """How many facts feed each line of a contract."""
        face = self.faces.get(contract)
        return dict(face.records) if face is not None else {}

    def numbers(self, contract: str) -> Iterator[tuple[tuple[str, Series, Point], int]]:
        """Every number of a contract with its station, series and point."""
        face = self.faces.get(contract)
        return face.numbers() if face is not None else iter(())
