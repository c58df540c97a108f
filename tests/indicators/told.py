"""Content that needs no site: objects that state facts, terms and rules by themselves."""

from dataclasses import dataclass
from datetime import date
from yidang.indicators.engine.calendar import Calendar
from yidang.indicators.engine.facts import Fact
from yidang.indicators.interfaces import IFactSource
from yidang.indicators.interfaces import IRuleSource
from yidang.indicators.interfaces import ITermSource
from zope.interface import implementer


CONTRACT = "c"
YEAR = Calendar(date(2024, 1, 1), date(2024, 12, 31))


@implementer(IFactSource)
@dataclass
class Record:
    """A record that states the given facts."""

    stated: tuple[Fact, ...]

    def facts(self):
        return self.stated


@implementer(ITermSource)
@dataclass
class Contract:
    """A contract with a calendar."""

    days: Calendar = YEAR
    uid: str = CONTRACT

    def contract(self) -> str:
        return self.uid

    def calendar(self) -> Calendar:
        return self.days

    def expected(self) -> dict:
        return {}


@implementer(IRuleSource)
@dataclass
class Line:
    """An indicator with a rule."""

    rule: dict
    uid: str = CONTRACT

    def contract(self) -> str:
        return self.uid

    def data(self) -> dict:
        return self.rule


def a_rule(code: str = "I1", measure: object = "count", **more) -> dict:
    """A plain rule on visits."""
    kinds = more.pop("kinds", ["visit"])
    return {
        "code": code,
        "title": code,
        "unit": "次",
        "target": ">= 10",
        "count": {"kinds": kinds, "measure": measure, **({"where": more.pop("where")} if "where" in more else {})},
        **more,
    }


def a_visit(number: int, **more) -> Fact:
    """A submitted visit of the year."""
    fields = {
        "kind": "visit",
        "uid": f"u{number}",
        "contract": CONTRACT,
        "date": date(2024, 1 + number % 12, 1),
        **more,
    }
    return Fact(**fields)
