"""When a reminder is due: some days before, on the day, and every week after it for a while."""

from collections.abc import Sequence
from datetime import date
from yidang.deadlines.engine.deadline import CONTRACT
from yidang.deadlines.engine.deadline import Deadline


def step_of(deadline: Deadline, today: date, before: Sequence[int], weeks: int) -> str | None:
    """The step that a deadline has reached today: `7`, `3`, `0`, `over-1`; None when nobody is to be reminded.

    Each step is sent once. A day on which nothing was sent is made good on the next: with 5 days left and steps 7, 3,
    1, 0 the step is still 7.
    """
    days = (deadline.due - today).days
    if deadline.source == CONTRACT:
        return _before(days, before) if days >= 0 else None
    if not deadline.is_open:
        return None
    if days >= 0:
        return _before(days, before)
    week = (-days - 1) // 7 + 1
    return f"over-{week}" if week <= weeks else None


def _before(days: int, before: Sequence[int]) -> str | None:
    reached = [one for one in sorted(before) if days <= one]
    return str(reached[0]) if reached else None
