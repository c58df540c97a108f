"""The tallies of lines that stand in a ladder: what belongs to each, less what it gave, and what it was given."""

from collections.abc import Mapping
from collections.abc import Sequence
from datetime import date
from yidang.indicators.engine.calendar import Calendar
from yidang.indicators.engine.details import Details
from yidang.indicators.engine.facts import SUBMITTED
from yidang.indicators.engine.facts import VERIFIED
from yidang.indicators.engine.judge import Unit
from yidang.indicators.engine.ladders import ladders
from yidang.indicators.engine.ladders import Move
from yidang.indicators.engine.ladders import pour
from yidang.indicators.engine.ladders import slots_of
from yidang.indicators.engine.rules import Rule
from yidang.indicators.engine.tallies import Tally
from yidang.indicators.engine.tally import judge_whole
from yidang.indicators.engine.targets import Number


class Ladder:
    """The plain details of the lines of one ladder, from the top down, and what moved between them."""

    def __init__(self, plain: Sequence[Details], today: date) -> None:
        self.plain = plain
        self._slots = [slots_of(one.demand.on(today)) for one in plain]
        self._moves: dict[str, tuple[Move, ...]] = {}

    def moves(self, basis: str) -> tuple[Move, ...]:
        """What moved, of all records handed in or of the verified ones."""
        if basis not in self._moves:
            self._moves[basis] = pour([self._own(one, basis) for one in self.plain], self._slots)
        return self._moves[basis]

    def value(self, place: int, basis: str) -> int:
        """The records that count in one line."""
        moved = sum(one.number * ((one.target == place) - (one.source == place)) for one in self.moves(basis))
        return self._own(self.plain[place], basis) + moved

    def months(self, place: int) -> Mapping[str, Number]:
        """The same month by month: records move in the order of their days, so the months tell which they were."""
        plain, basis = self.plain, self.plain[place].rule.basis
        found = dict(plain[place].months())
        for move in self.moves(basis):
            if place in (move.source, move.target):
                sign = 1 if move.target == place else -1
                own = [label for label, number in sorted(plain[move.source].months().items()) for _ in range(number)]
                for label in own[move.first : move.first + move.number]:
                    found[label] = found.get(label, 0) + sign
        return found

    @staticmethod
    def _own(details: Details, basis: str) -> int:
        """What belongs to a line before anything moves."""
        value = Details.verified_value(details) if basis == VERIFIED else Details.submitted_value(details)
        return int(value or 0)


class RungDetails(Details):
    """The details of one line of a ladder; stations show what belongs to the line, as nothing moves between them."""

    def __init__(self, plain: Details, ladder: Ladder, place: int, units: list[Unit]) -> None:
        super().__init__(plain.reader, plain.demand, units, plain.summed_target)
        self.ladder, self.place = ladder, place

    def submitted_value(self) -> Number | None:
        """The number of all records handed in."""
        return self.ladder.value(self.place, SUBMITTED)

    def verified_value(self) -> Number | None:
        """The number of the verified ones."""
        return self.ladder.value(self.place, VERIFIED)

    def months(self) -> Mapping[str, Number]:
        """Month by month, with what came and without what went."""
        if self._months is None:
            self._months = self.ladder.months(self.place)
        return self._months


def climb(found: Mapping[str, Tally], lines: Sequence[Rule], calendar: Calendar, today: date) -> None:
    """Let the lines of every ladder give and take, and judge them again."""
    for rungs in ladders(lines):
        tallies = [found[rule.code] for rule in rungs]
        ladder = Ladder([one.details for one in tallies], today)
        for place, one in enumerate(tallies):
            _settle(one, rungs, ladder, place, calendar, today)


def _settle(found: Tally, rungs: list[Rule], ladder: Ladder, place: int, calendar: Calendar, today: date) -> None:
    rule = rungs[place]
    found.value = ladder.value(place, rule.basis)
    unit = Unit("", "", found.value, found.promise, calendar.start, calendar.end)
    judge_whole(found, unit, ladder.plain[place].line.grows, today)
    for move in ladder.moves(rule.basis):
        if move.target == place:
            found.received[rungs[move.source].code] = move.number
        if move.source == place:
            found.given[rungs[move.target].code] = move.number
    found.details = RungDetails(ladder.plain[place], ladder, place, [unit])
