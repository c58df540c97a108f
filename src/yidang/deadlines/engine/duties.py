"""Duties of the contract that have a day and are fulfilled by lines: what must stand when the work begins (S4-02)."""

from collections.abc import Callable
from collections.abc import Collection
from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from datetime import date
from typing import Any
from yidang.deadlines.engine.deadline import Deadline
from yidang.deadlines.engine.deadline import DONE
from yidang.deadlines.engine.deadline import DUTY
from yidang.deadlines.engine.deadline import LATE
from yidang.deadlines.engine.deadline import state_of
from yidang.deadlines.engine.promises import Reading


# Which of some lines are not met at the end of a day.
Unmet = Callable[[Collection[str], date], Collection[str]]


def duty_deadlines(duties: Iterable[Mapping[str, Any]], reading: Reading, unmet: Unmet) -> Iterator[Deadline]:
    """A duty is done when all its lines are met; in time, if they were on its last permitted day."""
    for duty in duties:
        codes = duty.get("indicators") or ()
        if not duty.get("due_on") or not codes:
            continue
        named = date.fromisoformat(duty["due_on"])
        due = reading.moved(named)
        yield Deadline(
            key=f"{DUTY}:{duty['code']}",
            source=DUTY,
            title=duty["title"],
            due=due,
            state=_state(codes, due, reading, unmet),
            code=codes[0],
            start=reading.calendar.start,
            named=named,
            path=f"@@indicator?code={codes[0]}",
        )


def _state(codes: Collection[str], due: date, reading: Reading, unmet: Unmet) -> str:
    today = reading.today
    if unmet(codes, today):
        return state_of(reading.calendar.start, due, today, False)
    return LATE if today > due and unmet(codes, due) else DONE
