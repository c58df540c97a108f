"""The staff rules of a contract on a day, from the ledger's facts: who fulfils each, who does not, what falls due.

Staff rules are lines like any other (`as_of: today`). The facts of the staff reach a year into the future, so that one
can ask what will be true on a day to come if nobody does anything.
"""

from collections.abc import Iterable
from collections.abc import Iterator
from datetime import date
from datetime import timedelta
from functools import cached_property
from typing import NamedTuple
from yidang.indicators.engine import Evidence
from yidang.indicators.engine import evidence
from yidang.indicators.engine import recount
from yidang.indicators.engine import tally
from yidang.indicators.engine.facts import Fact
from yidang.indicators.engine.forms import rule_as_data
from yidang.indicators.engine.rules import RATIO
from yidang.indicators.engine.rules import Rule
from yidang.indicators.engine.tallies import Tally
from yidang.indicators.interfaces import ITermSource
from yidang.indicators.scoreboard import Scoreboard
from yidang.stations.vocabularies import certificates
from yidang.vocabulary import title_of


STAFF = "staff"
AHEAD = timedelta(days=366)
CERTIFIED = "'certified"  # Whether a rule reads any field of that name.


class Deadline(NamedTuple):
    """Something that falls due: `fact` is the person on the day asked."""

    day: date
    fact: Fact
    words: str
    overdue: bool


class Turn(NamedTuple):
    """A day on which a rule will no longer be met if nothing is done."""

    day: date
    rule: Rule
    tally: Tally


class Staffing:
    """The staff of one contract on one day."""

    def __init__(self, contract, day: date) -> None:
        self.board, self.day = Scoreboard(contract, day), day
        self.expected = ITermSource(contract).expected()
        self.facts = list(self.board.ledger.facts(contract.UID(), [STAFF]))

    @cached_property
    def rules(self) -> list[Rule]:
        """The lines that count staff."""
        return [rule for rule in self.board.rules if rule.as_of and STAFF in kinds_of(rule)]

    @cached_property
    def cells(self):
        """What all stretches give to these lines; a stock is read as of any day."""
        return recount(self.facts, self.rules, self.board.ruleset.calendar)

    @cached_property
    def present(self) -> list[Fact]:
        """Who is on the staff on the day, each as on that day."""
        return sorted(in_force(self.facts, self.day), key=lambda fact: (fact.station, fact.uid))

    def tally(self, rule: Rule, day: date | None = None) -> Tally:
        """One line on the day, or on another."""
        return tally(self.cells, rule, self.board.ruleset.calendar, day or self.day, **self.expected)

    def evidence(self, rule: Rule) -> Evidence:
        """Who fulfils the line on the day, and who does not."""
        return evidence(self.present, rule, self.board.ruleset.calendar)

    @property
    def without_account(self) -> list[Fact]:
        """Whose personal tasks cannot be counted, because no account stands on their card."""
        return [fact for fact in self.present if not fact.workers and fact.attributes.get("role") in ("worker", "head")]

    @cached_property
    def deadlines(self) -> list[Deadline]:
        """Certificates still to come, and certificates that run out within a year, the next first."""
        asked = CERTIFIED in str([rule_as_data(rule) for rule in self.rules])
        found = [*(self._to_come() if asked else ()), *self._running_out()]
        return sorted(found, key=lambda one: (one.day, one.fact.uid))

    def _to_come(self) -> Iterator[Deadline]:
        for fact in self.present:
            due = fact.attributes.get("certificate_due")
            if due is not None and fact.attributes.get("role") in ("worker", "head"):
                yield Deadline(due, fact, "须取得全国社会工作者职业资格证书", due < self.day)

    def _running_out(self) -> Iterator[Deadline]:
        for fact in self.present:
            held = set(fact.attributes.get("certificates", ()))
            for later in self._later(fact):
                if lost := held - set(later.attributes.get("certificates", ())):
                    words = "、".join(title_of(certificates, one) for one in sorted(lost))
                    yield Deadline(later.date - timedelta(days=1), fact, f"{words}到期，须续期或换证", False)
                    held -= lost

    def _later(self, fact: Fact) -> list[Fact]:
        """The stretches of the same card that begin within a year."""
        until = self.day + AHEAD
        return sorted(
            (one for one in self.facts if one.uid == fact.uid and self.day < one.date <= until),
            key=lambda one: one.date,
        )

    @cached_property
    def turns(self) -> list[Turn]:
        """For each line that is met on the day, the first day within a year on which it is not."""
        found = []
        for rule in self.rules:
            if self.tally(rule).met is not True:
                continue
            for day in self._days_ahead:
                then = self.tally(rule, day)
                if then.met is False:
                    found.append(Turn(day, rule, then))
                    break
        return sorted(found, key=lambda turn: turn.day)

    @cached_property
    def _days_ahead(self) -> list[date]:
        """The days on which anything about anybody changes."""
        until = self.day + AHEAD
        days = {fact.date for fact in self.facts} | {
            fact.until + timedelta(days=1) for fact in self.facts if fact.until is not None
        }
        return sorted(day for day in days if self.day < day <= until)


def kinds_of(rule: Rule) -> set[str]:
    """The kinds that a line counts; those of a share stand on its sides."""
    kinds = set(rule.all_kinds())
    if rule.measure.kind == RATIO:
        kinds |= {*rule.measure.of.kinds, *rule.measure.to.kinds}
    return kinds


def in_force(facts: Iterable[Fact], day: date) -> Iterator[Fact]:
    """The facts that hold on a day, their first and last day included."""
    for fact in facts:
        if (fact.date is None or fact.date <= day) and (fact.until is None or day <= fact.until):
            yield fact
