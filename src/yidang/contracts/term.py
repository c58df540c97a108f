"""What a contract tells the ledger: its term, and whom its lines expect."""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from collections.abc import Sequence
from datetime import date
from datetime import timedelta
from functools import cached_property
from plone import api
from typing import Any
from yidang.contracts.content import IContract
from yidang.contracts.decisions import end_on
from yidang.indicators.engine.calendar import Calendar
from yidang.indicators.engine.facts import Fact
from yidang.indicators.interfaces import ITermSource
from yidang.indicators.scoreboard import ledger
from yidang.interfaces import IWorkdays
from yidang.people.team import members
from yidang.people.team import STATION_ROLE
from zope.component import adapter
from zope.component import queryUtility
from zope.interface import implementer


# Those of the staff who do the work that is promised for every worker (S1-I08, S3-I01); a line for others, such as
# every supervisor (S4-I05), names them itself: `among: {kinds: [staff], where: [{field: role, is: supervisor}]}`.
RESIDENT = frozenset({"worker", "head"})
OFFICE = "office"
TEAM_ROLES = ("Worker", STATION_ROLE)
ALWAYS = (None, None)
DAY = timedelta(days=1)
SATURDAY = 5
YEAR = 366

Span = tuple[date | None, date | None]


class Served(Sequence[str]):
    """The stations that a contract serves; an office is none (S4-I01). Looked up when first asked for."""

    def __init__(self, contract) -> None:
        self.contract = contract

    @cached_property
    def ids(self) -> list[str]:
        """In the order of the contract."""
        stations = api.portal.get()["stations"]
        return [one for one in self.contract.stations or () if getattr(stations.get(one), "kind", "") != OFFICE]

    def __getitem__(self, at):
        return self.ids[at]

    def __len__(self) -> int:
        return len(self.ids)


class Workers(Mapping[str, Span | list[Span]]):
    """The workers of a contract, each with the stretches of days in which they take part; read when first asked for.

    A member of the team with a staff card takes part while employed, one without a card always. Who has left the team
    still owes the months before leaving, because the card stays.
    """

    def __init__(self, contract) -> None:
        self.contract = contract

    @cached_property
    def spans(self) -> dict[str, list[Span]]:
        """User ids -> stretches, in the order of the ids."""
        team = {user for role in TEAM_ROLES for user in members(self.contract, role)}
        cards = list(ledger().facts(self.contract.UID(), ["staff"]))
        employed = employment(cards)
        resident = {user for fact in cards if fact.attributes.get("role") in RESIDENT for user in fact.workers}
        return {user: employed.get(user, [ALWAYS]) for user in sorted(team | resident)}

    def __getitem__(self, user: str) -> Span | list[Span]:
        spans = self.spans[user]
        return spans if len(spans) > 1 else spans[0]

    def __iter__(self) -> Iterator[str]:
        return iter(self.spans)

    def __len__(self) -> int:
        return len(self.spans)


def employment(cards: Iterable[Fact]) -> dict[str, list[Span]]:
    """By user id the stretches in which somebody is on the staff; facts that follow each other are one stretch."""
    found: dict[str, list[Span]] = {}
    for fact in sorted(cards, key=lambda one: one.date or date.min):
        for user in fact.workers:
            _add(found.setdefault(user, []), fact.date, fact.until)
    return found


def _add(spans: list[Span], first: date | None, last: date | None) -> None:
    if spans:
        since, until = spans[-1]
        if until is None:
            return
        if first is None or first <= until + DAY:
            spans[-1] = (since, None if last is None else max(until, last))
            return
    spans.append((first, last))


def moves(contract) -> bool:
    """Whether a last permitted day that is no working day moves to the next one: agreed, and ticked (截止日顺延)."""
    return bool(getattr(contract.aq_base, "due_moves", False))


def rest_days(start: date, end: date) -> frozenset[date]:
    """The days that nobody works, from the first day of a term until a year after the last (次月 25 日前)."""
    table = queryUtility(IWorkdays)
    worked = table().is_working_day if table is not None else lambda day: day.weekday() < SATURDAY
    days = (start + DAY * number for number in range((end - start).days + YEAR))
    return frozenset(day for day in days if not worked(day))


@implementer(ITermSource)
@adapter(IContract)
class ContractTerm:
    """The calendar of a contract."""

    def __init__(self, contract) -> None:
        self.content = contract

    def contract(self) -> str:
        """UID of the contract."""
        return self.content.UID()

    def calendar(self) -> Calendar:
        """Term and quarter mode."""
        return self._until(self.content.end)

    def calendar_on(self, day: date) -> Calendar:
        """The same before a later extension."""
        return self._until(end_on(self.content, day))

    def _until(self, end: date) -> Calendar:
        rest = rest_days(self.content.start, end) if moves(self.content) else frozenset()
        return Calendar(self.content.start, end, self.content.quarter_mode, rest)

    def expected(self) -> dict[str, Any]:
        """The members that must show on a board even at zero: stations served, workers with their days."""
        return {"stations": Served(self.content), "workers": Workers(self.content)}
