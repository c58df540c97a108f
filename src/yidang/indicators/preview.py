"""What a line would be with today's records, before it is saved: a recount of the facts, as the board counts them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from yidang.indicators.actions import contract_around
from yidang.indicators.checks import lines_around
from yidang.indicators.checks import refuse_bad_data
from yidang.indicators.engine import describe
from yidang.indicators.engine import evidence
from yidang.indicators.engine import parse_rules
from yidang.indicators.engine import recount
from yidang.indicators.engine import tally
from yidang.indicators.engine.facts import Fact
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
    after = parse_rules(lines_around(indicator, data))[0]
    before = parse_rules(lines_around(indicator))[0]
    if TOTAL in (after.measure.kind, before.measure.kind) or board.ruleset is None:
        return Preview(describe(after, day=board.today), None, None)
    facts = list(board.ledger.facts(board.uid, sorted(_kinds(before) | _kinds(after))))
    old, new = _counted(facts, before, board), _counted(facts, after, board)
    expected = ITermSource(contract).expected()
    tallies = [_tally(facts, rule, board, expected) for rule in (before, after)]
    return Preview(describe(after, day=board.today), *tallies, gained=len(new - old), lost=len(old - new))


def _tally(facts: list[Fact], rule: Rule, board: Scoreboard, expected: Mapping[str, Any]) -> Tally:
    calendar = board.ruleset.calendar
    return tally(recount(facts, [rule], calendar), rule, calendar, board.today, **expected)


def _counted(facts: list[Fact], rule: Rule, board: Scoreboard) -> set[str]:
    return {fact.uid for fact in evidence(facts, rule, board.ruleset.calendar).counted}


def _kinds(rule: Rule) -> set[str]:
    """Whatever may feed the line: the sides of a share and the lists of whom to expect have kinds of their own."""
    found = set(rule.all_kinds())
    if rule.measure.kind == RATIO:
        found |= {*rule.measure.of.kinds, *rule.measure.to.kinds}
    return found | set(rule.among.kinds if rule.among else ())
