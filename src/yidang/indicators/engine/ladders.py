"""Ladders: lines of which a higher one gives what it has to spare to the open slots of a lower one (S2-X14).

Each record belongs to the highest line of its ladder whose conditions it fulfils, and counts in one line only. A line
keeps as many records as it promised, the earliest first. What it has beyond that fills slots that are open further
down, each record at most one; what nobody needs stays where it belongs. The nearest line gives first. So the running
sums hold what belongs to each line, and who counts where is arithmetic on these few numbers and the targets of the day.

>>> pour([3, 0, 1], [1, 1, 4])
(Move(source=0, target=1, number=1, first=1), Move(source=0, target=2, number=1, first=2))
"""

from collections.abc import Iterable
from collections.abc import Sequence
from math import ceil
from math import floor
from typing import NamedTuple
from yidang.indicators.engine.rules import Rule
from yidang.indicators.engine.targets import ABOUT
from yidang.indicators.engine.targets import MORE
from yidang.indicators.engine.targets import Target


class Move(NamedTuple):
    """Records that belong to one line of a ladder and count in a lower one; places are counted from the top.

    `first` is the place of the first of them among the records of `source`, in their order.
    """

    source: int
    target: int
    number: int
    first: int


def pour(own: Sequence[int], slots: Sequence[int | None]) -> tuple[Move, ...]:
    """Which records go where: `own` belong to each line from the top down, `slots` are those that it promised.

    A line without a number (None: not agreed yet) keeps all its own and takes none.
    """
    moves: list[Move] = []
    spare: list[list[int]] = []  # source, how many, place of the next; the nearest line last
    for at, (number, wanted) in enumerate(zip(own, slots, strict=True)):
        if wanted is None:
            continue
        missing = wanted - number
        while missing > 0 and spare:
            giver = spare[-1]
            given = min(missing, giver[1])
            moves.append(Move(giver[0], at, given, giver[2]))
            missing -= given
            giver[1:] = giver[1] - given, giver[2] + given
            if not giver[1]:
                spare.pop()
        if number > wanted:
            spare.append([at, number - wanted, wanted])
    return tuple(moves)


def slots_of(target: Target | None) -> int | None:
    """How many records keep a promise; None where none is made that can be kept."""
    if target is None or target.operator == ABOUT:
        return None
    return floor(target.amount) + 1 if target.operator == MORE else ceil(target.amount)


def ladder_of(rule: Rule, lines: Iterable[Rule]) -> list[Rule]:
    """The lines of the ladder in which a line stands, from the top down; the line alone when it stands in none."""
    by_code = {one.code: one for one in lines}
    top = rule
    while top.filler is not None:
        top = by_code.get(top.filler.code, top.filler)
    found = [top]
    while found[-1].fills in by_code:
        found.append(by_code[found[-1].fills])
    return found


def ladders(lines: Sequence[Rule]) -> list[list[Rule]]:
    """Every ladder of a contract."""
    return [ladder_of(rule, lines) for rule in lines if rule.fills and rule.filler is None]
