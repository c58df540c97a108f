"""What was worked out of a contract is kept in the process for as long as nothing that it was worked out from changes.

A board of verdicts is read far more often than a record is filed, and most of 200 contracts have not changed since the
overview was last looked at. What it was worked out from is told by the face's serial (whoever takes in, changes or
takes back a record of a contract writes its face, and so does who recounts it), by the rules and the term, by the day,
and by the members that the contract says are expected. No invalidation: a key that has changed is another key.
"""

from collections.abc import Callable
from collections.abc import Hashable
from dataclasses import replace
from functools import lru_cache
from typing import Any
from yidang.indicators.engine import Ruleset
from yidang.indicators.engine.rules import member_dimension
from yidang.indicators.engine.tallies import Tally
from yidang.indicators.engine.units import KEYS
from yidang.indicators.scoreboard import Scoreboard
from yidang.saved import serial_of


KEPT = 2048  # contracts; a few kilobytes each
_kept: dict[str, tuple[Hashable, Any]] = {}


def kept(board: Scoreboard, work_out: Callable[[Scoreboard], Any]) -> Any:
    """What `work_out` makes of a board, from memory if it is still right.

    It must hold nothing of the database (`bare`): the next reader may be another thread with a connection of its own.
    Sums that this transaction has changed and not yet committed are neither taken from memory nor put into it.
    """
    key = key_of(board)
    if key is None:
        return work_out(board)
    held = _kept.get(board.uid)
    if held is None or held[0] != key:
        held = key, work_out(board)
        while len(_kept) >= KEPT and board.uid not in _kept:
            _kept.pop(next(iter(_kept)), None)
        _kept[board.uid] = held
    return held[1]


def forget() -> None:
    """As in a process that has just started, for whoever measures what a first look costs."""
    _kept.clear()


def key_of(board: Scoreboard) -> Hashable | None:
    """Everything on which a board's verdicts depend; None where they may not be kept."""
    face, plan = board.ledger.face(board.uid), board.ledger.plan(board.uid)
    if face is None or plan is None or board.ruleset is None:
        return None
    serial = serial_of(face)
    if serial is None or plan._p_changed:
        return None
    expected = board.expected() if (asked := members_asked(board.ruleset)) else {}
    members = tuple(_members(expected.get(name)) for name in asked)
    return serial, plan.fingerprint, plan.calendar, board.today, members


@lru_cache(maxsize=1024)
def members_asked(ruleset: Ruleset) -> tuple[str, ...]:
    """Of whom the lines of a contract ask something (`stations`, `workers`, …): only then do they depend on them."""
    demands = [demand for rule in ruleset.rules for one in (rule, *rule.further()) for demand in one.demands()]
    return tuple(sorted({KEYS[dimension] for one in demands if (dimension := member_dimension(one.per))}))


def _members(found: Any) -> Hashable:
    """Names, or names with their stretches of days, as something that can be compared."""
    if hasattr(found, "items"):
        return tuple((name, tuple(days) if isinstance(days, list) else days) for name, days in found.items())
    return tuple(found) if found is not None else None


def bare(tally: Tally) -> Tally:
    """A verdict alone, without the cells from which its details would be read."""
    return replace(tally, also=[], details=None)
