"""The ten contracts of the library as the ledger hears of them, with invented facts."""

from bench import inventing
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from functools import cached_property
from pathlib import Path
from typing import Any
from yidang.contracts.file import ContractFile
from yidang.contracts.file import read
from yidang.contracts.term import employment
from yidang.indicators.engine import parse_rules
from yidang.indicators.engine.calendar import Calendar
from yidang.indicators.engine.facts import Fact
from yidang.indicators.engine.rules import Rule
from yidang.indicators.interfaces import ITermSource
from yidang.indicators.ledger import Ledger
from zope.interface import implementer

import yidang.contracts


FOLDER = Path(yidang.contracts.__file__).parent / "library"


@cache
def files() -> tuple[ContractFile, ...]:
    """All ten, in the order of their names."""
    return tuple(read(path) for path in sorted(FOLDER.glob("*.yaml")))


def rules(file: ContractFile) -> list[Rule]:
    """The lines of a file."""
    return parse_rules(file.indicators())


def stations(file: ContractFile) -> list[str]:
    """Where its work is done."""
    return [station["code"] for station in file.data["stations"]] or [""]


class Employed(Mapping):
    """The workers of a contract with their days, read from its staff cards when first asked for."""

    def __init__(self, contract: "Promised") -> None:
        self.contract = contract

    @cached_property
    def _spans(self) -> dict:
        """A team of people without cards, and those with cards."""
        team = {f"w{number}": [(None, None)] for number in range(inventing.PEOPLE)}
        return team | employment(self.contract.ledger.facts(self.contract.uid, ["staff"]))

    def __getitem__(self, user: str) -> list:
        return self._spans[user]

    def __iter__(self) -> Iterator[str]:
        return iter(self._spans)

    def __len__(self) -> int:
        return len(self._spans)


@implementer(ITermSource)
@dataclass
class Promised:
    """A contract of the library under a UID of its own, in a ledger."""

    uid: str
    file: ContractFile
    ledger: Ledger | None = None

    def UID(self) -> str:
        """As content answers."""
        return self.uid

    contract = UID

    def calendar(self) -> Calendar:
        """Its term."""
        start, end = (date.fromisoformat(self.file.data["term"][name]) for name in ("start", "end"))
        return Calendar(start, end, self.file.data["settings"].get("quarters", "calendar"))

    def expected(self) -> dict[str, Any]:
        """Stations, and workers with their days, read from the ledger as the portal does."""
        return {"stations": stations(self.file), "workers": Employed(self)}

    def facts(self, number: int) -> Iterator[Fact]:
        """What is filed in it."""
        return inventing.facts(self.uid, rules(self.file), self.calendar(), stations(self.file), number)
