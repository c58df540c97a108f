"""What another reading would change, before anybody chooses it: lines and limits now and then, from the records."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from types import SimpleNamespace
from typing import Any
from yidang import clock
from yidang.contracts.desired import indicator_fields
from yidang.contracts.desired import line_changes
from yidang.contracts.file import arithmetic
from yidang.contracts.file import ContractFile
from yidang.contracts.load import choices_with
from yidang.contracts.load import chosen_options
from yidang.contracts.load import fields_under
from yidang.contracts.load import kept_data
from yidang.contracts.standing import Standing
from yidang.indicators.content import IIndicator
from yidang.indicators.engine import board
from yidang.indicators.engine import parse_rules
from yidang.indicators.engine import recount
from yidang.indicators.engine.calendar import Calendar
from yidang.indicators.engine.rules import Rule
from yidang.indicators.engine.tallies import Tally
from yidang.indicators.interfaces import ITermSource
from yidang.indicators.scoreboard import ledger
from yidang.indicators.scoreboard import Scoreboard
from yidang.indicators.sources import IndicatorRule


@dataclass(frozen=True)
class Changed:
    """One line under the option in force and under the other."""

    code: str
    title: str
    before: Tally | None
    after: Tally | None


class Preview:
    """Everything that an option would change; nothing is written."""

    def __init__(self, contract, code: str, option: str, today: date | None = None) -> None:
        self.contract = contract
        self.today = today or clock.today()
        self.data = kept_data(contract)
        self.before = chosen_options(contract)
        self.after = choices_with(contract, code, option)

    @cached_property
    def term(self) -> tuple[date, date]:
        """First and last day under the option."""
        fields = self._fields
        return fields.get("start", self.contract.start), fields.get("end", self.contract.end)

    @cached_property
    def lines(self) -> list[Changed]:
        """The lines whose number, target or verdict the option changes, and those that it rewrites."""
        now, then = Scoreboard(self.contract, self.today), self._then
        before = now.tallies()
        rewritten = {rule.code for rule in set(now.rules) ^ set(self._rules)}
        rewritten |= {rule.code for rule in self._rules if now.rule(rule.code) != rule}
        return [
            Changed(rule.code, rule.title, before.get(rule.code), then[rule.code])
            for rule in self._rules
            if rule.code in rewritten or _verdict(before.get(rule.code)) != _verdict(then[rule.code])
        ]

    @cached_property
    def limits(self) -> list[tuple]:
        """The limits that the option moves: each as it stands, and as it would."""
        pairs = zip(Standing(self.contract, self.today).limits, Standing(self.contract, self.today, self.after).limits,
                    strict=True)  # fmt: skip
        return [(now, then) for now, then in pairs if now != then]

    @cached_property
    def sums(self) -> list[str]:
        """What the printed figures come to under the option, where it is not what they come to now."""
        file = ContractFile(self.data)
        now = {one.message for one in arithmetic(file, self.before)}
        return [one.message for one in arithmetic(file, self.after) if one.message not in now]

    @cached_property
    def _fields(self) -> dict[str, Any]:
        return fields_under(self.contract, self.data, self.before, self.after)

    @cached_property
    def _calendar(self) -> Calendar:
        quarters = self._fields.get("quarter_mode", self.contract.quarter_mode)
        return Calendar(*self.term, quarters)

    @cached_property
    def _rules(self) -> list[Rule]:
        """The rules as they would be: each line as it is, with the fields that the option would set."""
        said, wanted = indicator_fields(self.data, self.before), indicator_fields(self.data, self.after)
        lines = [one for one in self.contract["indicators"].objectValues() if IIndicator.providedBy(one)]
        found = [_data(line, line_changes(line, said.get(line.code, {}), wanted.get(line.code, {}))) for line in lines]
        order = {one["code"]: place for place, one in enumerate(self.data["indicators"])}
        return parse_rules(sorted(found, key=lambda one: (order.get(one["code"], len(order)), one["code"])))

    @cached_property
    def _then(self) -> dict[str, Tally]:
        cells = recount(ledger().facts(self.contract.UID()), self._rules, self._calendar)
        return board(self._rules, cells, self._calendar, self.today, **ITermSource(self.contract).expected())


def _data(line, changed: Mapping[str, Any]) -> dict[str, Any]:
    """The rule of a line with some of its fields changed, as the ledger would hear it."""
    names = ("code", "title", "heading", "unit", "target", "rule", "note")
    fields = {name: changed.get(name, getattr(line, name)) for name in names}
    return IndicatorRule(SimpleNamespace(**fields)).data()


def _verdict(tally: Tally | None) -> tuple:
    if tally is None:
        return ()
    further = tuple(_verdict(one) for one in tally.also)
    return tally.value, tally.target, tally.state, tally.met, further
