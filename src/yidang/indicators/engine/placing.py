"""Which record counts in which line of a ladder, and what each line says of the records that count elsewhere."""

from collections.abc import Iterable
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from yidang.indicators.engine.calendar import Calendar
from yidang.indicators.engine.cells import Reason
from yidang.indicators.engine.explaining import Evidence
from yidang.indicators.engine.explaining import Explanation
from yidang.indicators.engine.explaining import in_order
from yidang.indicators.engine.facts import Fact
from yidang.indicators.engine.labels import LABELS
from yidang.indicators.engine.labels import Labels
from yidang.indicators.engine.ladders import pour
from yidang.indicators.engine.ladders import slots_of
from yidang.indicators.engine.lines import line_of
from yidang.indicators.engine.lines import USED
from yidang.indicators.engine.lines import used_in
from yidang.indicators.engine.rules import Rule


@dataclass(frozen=True, slots=True)
class Slot:
    """One record that counts: the line to which it belongs, and the one in which it counts."""

    fact: Fact
    owner: Rule
    rule: Rule


class Placing:
    """The records of one ladder (rules from the top down) on a day; for a past day give the facts `as_of` that day."""

    def __init__(
        self, facts: Iterable[Fact], rungs: Sequence[Rule], calendar: Calendar, day: date, labels: Labels = LABELS
    ) -> None:
        self.rungs, self.day = list(rungs), day
        self.lines = [line_of(rule, calendar, labels) for rule in self.rungs]
        self.facts = [fact for fact in facts if fact.kind in self.lines[0].kinds]

    @cached_property
    def slots(self) -> list[Slot]:
        """Every record that counts, by the line in which it does, there by date; what came from above is last."""
        own = [self._own(place) for place in range(len(self.lines))]
        moves = pour([len(one) for one in own], [slots_of(rule.demand().on(self.day)) for rule in self.rungs])
        moved = {(move.source, at): move.target for move in moves for at in range(move.first, move.first + move.number)}
        counted: list[list[Slot]] = [[] for _ in self.rungs]
        for source in reversed(range(len(own))):
            for at, fact in enumerate(own[source]):
                target = moved.get((source, at), source)
                counted[target].append(Slot(fact, self.rungs[source], self.rungs[target]))
        return [slot for rung in counted for slot in rung]

    def _own(self, place: int) -> list[Fact]:
        line = self.lines[place]
        return sorted((fact for fact in self.facts if not line.reasons(fact)), key=by_date)

    def counted(self, rule: Rule) -> list[Slot]:
        """The records that count in one line: its own by date, then those that came from above."""
        return [slot for slot in self.slots if slot.rule.code == rule.code]

    def slot_of(self, fact: Fact) -> Slot | None:
        """Where a record counts; None if nowhere."""
        return next((slot for slot in self._by_uid.get(fact.uid, ()) if slot.fact == fact), None)

    @cached_property
    def _by_uid(self) -> dict[str, list[Slot]]:
        found: dict[str, list[Slot]] = {}
        for slot in self.slots:
            found.setdefault(slot.fact.uid, []).append(slot)
        return found

    def evidence(self, rule: Rule) -> Evidence:
        """The records behind the number of one line, and those that do not count there with their reasons."""
        counted = {id(slot.fact) for slot in self.counted(rule)}
        places = {id(slot.fact): slot for slot in self.slots}
        excluded = [
            (fact, self._reasons(fact, rule, places.get(id(fact)))) for fact in self.facts if id(fact) not in counted
        ]
        return in_order([fact for fact in self.facts if id(fact) in counted], excluded)

    def explain(self, fact: Fact, rule: Rule) -> Explanation:
        """What one line says of one record."""
        slot = self.slot_of(fact)
        if slot is None or slot.rule.code != rule.code:
            return Explanation(rule.code, False, 0, self._reasons(fact, rule, slot))
        return Explanation(rule.code, True, 1, (), note=came_from(slot))

    def _reasons(self, fact: Fact, rule: Rule, slot: Slot | None) -> tuple[Reason, ...]:
        """Why a record does not count in a line."""
        line = next(one for one in self.lines if one.rule.code == rule.code)
        reasons = line.reasons(fact)
        if slot is None:
            return reasons
        if slot.owner.code == rule.code:
            return (Reason(USED, f"富余，补入“{slot.rule.title}”（{slot.rule.code}），不重复计入"),)
        return tuple(used_in(slot.rule) if one.code == USED else one for one in reasons)


def came_from(slot: Slot) -> str:
    """Of a record that fills a slot of a lower line, where it came from; nothing of any other."""
    if slot.owner.code == slot.rule.code:
        return ""
    return f"“{slot.owner.title}”（{slot.owner.code}）富余，补入本项"


def by_date(fact: Fact) -> tuple[str, str]:
    """The earliest first, those of one day in an order that stays."""
    return str(fact.date or ""), fact.uid
