"""What a line would be with today's records, before it is saved: a recount of the facts, as the board counts them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from yidang.indicators.actions import contract_around
from yidang.indicators.checks import lines_around
from yidang.indicators.checks import refuse_bad_data
from yidang.indicators.engine import board as tallied
from yidang.indicators.engine import describe
from yidang.indicators.engine import evidence
from yidang.indicators.engine import parse_rules
from yidang.indicators.engine import recount
from yidang.indicators.engine.facts import Fact
from yidang.indicators.engine.ladders import ladder_of
from yidang.indicators.engine.placing import Placing
from yidang.indicators.engine.rules import RATIO
from yidang.indicators.engine.rules import Rule
from yidang.indicators.engine.rules import TOTAL
from yidang.indicators.engine.tallies import Tally
from yidang.indicators.interfaces import ITermSource
from yidang.indicators.scoreboard import Scoreboard


@dataclass(frozen=True, slots=True)
class Preview:
    """The line as it is and as it would be; `gained` and `lost` are numbers of records. No numbers for a total."""

    sentence: str
    before: Tally | None
    after: Tally | None
    gained: int = 0
    lost: int = 0


def preview(indicator, data: Mapping[str, Any]) -> Preview:
    """What the line would be with the rule `data`; `Refused` when it could not be counted. Nothing is written."""
    refuse_bad_data(indicator, data)
    contract = contract_around(indicator)
    board = Scoreboard(contract)
    now, then = (_ladder(parse_rules(lines)) for lines in (lines_around(indicator, data), lines_around(indicator)))
    after, before = now[0], then[0]
    if TOTAL in (after.measure.kind, before.measure.kind) or board.ruleset is None:
        return Preview(describe(after, day=board.today), None, None)
    facts = list(board.ledger.facts(board.uid, sorted(_kinds(before) | _kinds(after))))
    old, new = (_counted(facts, rules, board) for rules in (then, now))
    expected = ITermSource(contract).expected()
    tallies = [_tally(facts, rules, board, expected) for rules in (then, now)]
    return Preview(describe(after, day=board.today), *tallies, gained=len(new - old), lost=len(old - new))


def _ladder(lines: list[Rule]) -> list[Rule]:
    """The first line, and those on whose numbers its own depends."""
    return [lines[0], *(one for one in ladder_of(lines[0], lines) if one.code != lines[0].code)]


def _tally(facts: list[Fact], lines: list[Rule], board: Scoreboard, expected: Mapping[str, Any]) -> Tally:
    calendar = board.ruleset.calendar
    return tallied(lines, recount(facts, lines, calendar), calendar, board.today, **expected)[lines[0].code]


def _counted(facts: list[Fact], lines: list[Rule], board: Scoreboard) -> set[str]:
    rule, calendar = lines[0], board.ruleset.calendar
    if rule.is_rung():
        found = Placing(facts, ladder_of(rule, lines), calendar, board.today).evidence(rule)
    else:
        found = evidence(facts, rule, calendar)
    return {fact.uid for fact in found.counted}


def _kinds(rule: Rule) -> set[str]:
    """Whatever may feed the line: the sides of a share and the lists of whom to expect have kinds of their own."""
    found = set(rule.all_kinds())
    if rule.measure.kind == RATIO:
        found |= {*rule.measure.of.kinds, *rule.measure.to.kinds}
    return found | set(rule.among.kinds if rule.among else ())
