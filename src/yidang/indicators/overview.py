"""Many contracts at a glance: how many lines of each stand where, and which stand worst."""

from collections.abc import Iterable
from collections.abc import Mapping
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any
from yidang import clock
from yidang.indicators.engine.rules import Rule
from yidang.indicators.engine.tallies import BEHIND
from yidang.indicators.engine.tallies import FAILED
from yidang.indicators.engine.tallies import NO_STATE
from yidang.indicators.engine.tallies import OK
from yidang.indicators.engine.tallies import Tally
from yidang.indicators.engine.targets import ABOUT
from yidang.indicators.kept import bare
from yidang.indicators.kept import kept
from yidang.indicators.scoreboard import ledger
from yidang.indicators.scoreboard import Scoreboard


MET = "met"
STATES = (MET, OK, BEHIND, FAILED, NO_STATE)
_NEED = {FAILED: 0, BEHIND: 1}


@dataclass(frozen=True, slots=True)
class ContractOverview:
    """One contract: lines by state (every state of `STATES` has its number), the lines lost or behind with the one
    furthest back first, and the part of the lines met among those that can be judged (None where there are none)."""

    contract: Any
    counts: Mapping[str, int]
    worst: Sequence[tuple[Rule, Tally]]
    completion: float | None


def overview(contracts: Iterable, today: date | None = None) -> list[ContractOverview]:
    """Each contract in the given order, from the running sums. Whoever calls has checked that they may be seen
    (`Yidang: View Scoreboard`): sums look behind permissions."""
    book, day = ledger(), today or clock.today()
    return [overview_of(Scoreboard(contract, day, book)) for contract in contracts]


def overview_of(board: Scoreboard) -> ContractOverview:
    """One contract; its verdicts have no details, as they are kept (kept.py)."""
    return ContractOverview(board.contract, *kept(board, _worked_out))


def _worked_out(board: Scoreboard) -> tuple[Mapping[str, int], Sequence[tuple[Rule, Tally]], float | None]:
    found = board.tallies()
    counts = dict.fromkeys(STATES, 0)
    for verdict in found.values():
        counts[state_of(verdict)] += 1
    judged = [one for one in found.values() if one.promise is not None and one.promise.operator != ABOUT]
    completion = sum(one.met is True for one in judged) / len(judged) if judged else None
    return MappingProxyType(counts), tuple((rule, bare(one)) for rule, one in _worst(board.rules, found)), completion


def state_of(verdict: Tally) -> str:
    """Where a line stands: one that is met says so, whatever its pace."""
    return MET if verdict.met and verdict.state != FAILED else verdict.state


def _worst(rules: Iterable[Rule], found: Mapping[str, Tally]) -> list[tuple[Rule, Tally]]:
    lines = [(rule, found[rule.code]) for rule in rules if state_of(found[rule.code]) in _NEED]
    return sorted(lines, key=lambda line: (_NEED[line[1].state], _progress(line[1])))


def _progress(verdict: Tally) -> float:
    """Value as a part of the target; nothing to divide by is no lack."""
    return (verdict.value or 0) / verdict.target if verdict.target else 1.0
