"""The records behind a number, one by one, at a cost in memory that does not grow with their number.

A first walk over the facts of the line keeps only what they are ordered by. A second takes them in that order, some
thousands at a time, and reads each part in the order in which the database keeps it. No record is woken, and what was
read is given back after some hundreds.
"""

from collections.abc import Callable
from collections.abc import Collection
from collections.abc import Iterator
from datetime import date
from functools import cached_property
from plone import api
from typing import NamedTuple
from yidang.archive.finding import find
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
    note: str = ""  # of a record in a ladder, from which line it came


class Evidence:
    """The records of one line of a board that count, by day; or with `excluded` those that do not, near misses first.
    `wanted` narrows both lists: it is asked of each record, and whether it counts.

    Iterating gives those that the current user may view; `hidden` then says how many others there are.
    """

    step = 5_000  # records of which facts and titles are looked up together
    given_back = 500  # records after which what was read is let go

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
        self.placing = board.placing(rule, day) if rule.is_rung() else None
        self.catalog = api.portal.get_tool("portal_catalog")._catalog
        self.hidden = 0

    def __iter__(self) -> Iterator[Row]:
        self.hidden = 0
        rids = self._order()
        for start in range(0, len(rids), self.step):
            yield from self._part(rids[start : start + self.step])

    def _explained(self, fact: Fact) -> tuple[Fact, Explanation] | None:
        """The record as it stood on the day, and what it is to the line; None for one of the other list."""
        if self.past:
            fact = next(as_of((fact,), self.past), None)
        if fact is None or not concerns(self.line, fact, self.today):
            return None
        one = self.placing.explain(fact, self.line.rule) if self.placing else explanation_of(self.line, fact)
        return (fact, one) if one.counted is not self.excluded and self.wanted(fact, one.counted) else None

    def _order(self) -> list[int]:
        """Catalog ids of the records, each once."""
        found: list[tuple[tuple, int]] = []
        for rid in self._giving_back(self.ledger.rids(self.contract, sorted(self.line.kinds))):
            keys = [(*_order_of(fact, one), fact.uid) for fact, one in self._facts(rid)]
            found += [(min(keys), rid)] if keys else []
        return [rid for _, rid in sorted(found)]

    def _part(self, rids: list[int]) -> Iterator[Row]:
        """Some of the records in their order."""
        rows = {rid: list(self._rows(rid)) for rid in self._giving_back(sorted(rids))}
        for rid in rids:
            yield from rows.pop(rid)

    def _facts(self, rid: int) -> Iterator[tuple[Fact, Explanation]]:
        stated = (fact for fact in self.ledger.facts_of(rid) if fact.contract == self.contract)
        return filter(None, map(self._explained, stated))

    def _rows(self, rid: int) -> Iterator[Row]:
        for fact, one in self._facts(rid):
            if rid in self._visible:
                yield Row(
                    fact, self.catalog[rid], one.amount, tuple(reason.message for reason in one.reasons), one.note
                )
            else:
                self.hidden += 1

    @cached_property
    def _visible(self) -> Collection[int]:
        """Catalog ids of what the current user may view: asked once, for the question costs as much as a page."""
        return find().rids

    def _giving_back(self, rids: list[int]) -> Iterator[int]:
        """The ids; now and then what was only read is let go, while what this transaction has changed stays."""
        for place, rid in enumerate(rids, 1):
            yield rid
            if place % self.given_back == 0 and self.ledger._p_jar is not None:
                self.ledger._p_jar.cacheMinimize()


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
