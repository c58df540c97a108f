"""The records behind a number, one by one, at a cost in memory that does not grow with their number.

A first walk over the facts of the line keeps only what they are ordered by. A second takes them in that order, some
hundreds at a time: facts from the ledger, titles from one catalog query. No record is woken, and what was read of the
database is given back after each step.
"""

from collections.abc import Callable
from collections.abc import Iterator
from datetime import date
from plone import api
from typing import NamedTuple
from yidang.indicators.engine import as_of
from yidang.indicators.engine import Explanation
from yidang.indicators.engine.explaining import concerns
from yidang.indicators.engine.explaining import distance_of
from yidang.indicators.engine.explaining import explanation_of
from yidang.indicators.engine.facts import Fact
from yidang.indicators.engine.rules import Rule
from yidang.indicators.ledger import Ledger
from yidang.indicators.scoreboard import Scoreboard


class Row(NamedTuple):
    """One record that counts for a line, or does not."""

    fact: Fact
    brain: object
    amount: int | float
    reasons: tuple[str, ...]


class Evidence:
    """The records of one line of a board that count, by day; or with `excluded` those that do not, near misses first.
    `wanted` narrows both lists: it is asked of each record, and whether it counts.

    Iterating gives those that the current user may view; `hidden` then says how many others there are.
    """

    step = 500  # records of which facts and titles are looked up together
    given_back = 2_000  # facts after which the first walk lets go of what it has read

    def __init__(
        self,
        board: Scoreboard,
        rule: Rule,
        excluded: bool = False,
        day: date | None = None,
        wanted: Callable[[Fact, bool], bool] | None = None,
    ) -> None:
        self.ledger: Ledger = board.ledger
        self.wanted = wanted or (lambda fact, counted: True)
        self.contract, self.excluded = board.uid, excluded
        self.past, self.today = day, board.today
        self.line = board.ruleset.line(rule.code)
        self.catalog = api.portal.get_tool("portal_catalog")
        self.hidden = 0

    def __iter__(self) -> Iterator[Row]:
        self.hidden = 0
        uids = self._order()
        for start in range(0, len(uids), self.step):
            yield from self._rows(uids[start : start + self.step])
            self._give_back()

    def _explained(self, fact: Fact) -> tuple[Fact, Explanation] | None:
        """The record as it stood on the day, and what it is to the line; None for one of the other list."""
        if self.past:
            fact = next(as_of((fact,), self.past), None)
        if fact is None or not concerns(self.line, fact, self.today):
            return None
        one = explanation_of(self.line, fact)
        return (fact, one) if one.counted is not self.excluded and self.wanted(fact, one.counted) else None

    def _order(self) -> list[str]:
        """UIDs of the records, each once."""
        first: dict[str, tuple] = {}
        for place, fact in enumerate(self.ledger.facts(self.contract, sorted(self.line.kinds))):
            found = self._explained(fact)
            if found is not None and fact.uid not in first:
                first[fact.uid] = _order_of(*found)
            if place % self.given_back == self.given_back - 1:
                self._give_back()
        return sorted(first, key=lambda uid: (first[uid], uid))

    def _rows(self, uids: list[str]) -> Iterator[Row]:
        brains = {brain.UID: brain for brain in self.catalog(UID=uids)}
        rids = self.catalog._catalog.indexes["UID"]._index
        for uid in uids:
            for stated in self.ledger.facts_of(rids[uid]):
                found = self._explained(stated) if stated.contract == self.contract else None
                if found is None:
                    continue
                if uid not in brains:
                    self.hidden += 1
                    continue
                fact, one = found
                yield Row(fact, brains[uid], one.amount, tuple(reason.message for reason in one.reasons))

    def _give_back(self) -> None:
        """Let go of what was only read; what was changed in this transaction stays."""
        connection = self.ledger._p_jar
        if connection is not None:
            connection.cacheMinimize()


def _order_of(fact: Fact, one: Explanation) -> tuple:
    day = fact.date.toordinal() if fact.date else 0
    return (day,) if one.counted else (distance_of(one.reasons), len(one.reasons), day)


def rows(contract, code: str, excluded: bool = False, day: date | None = None) -> Iterator[Row]:
    """The records behind a line of a contract, for scripts. KeyError for a line that the contract does not have.

    Whoever calls has checked `Yidang: View Scoreboard`; records that the current user may not view are left out.
    """
    board = Scoreboard(contract, day)
    rule = board.rule(code)
    if rule is None:
        raise KeyError(code)
    yield from Evidence(board, rule, excluded, day)
