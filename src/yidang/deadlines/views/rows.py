"""One deadline as the list shows it."""

from dataclasses import dataclass
from datetime import date
from yidang.deadlines.engine.deadline import Deadline
from yidang.deadlines.engine.deadline import DONE
from yidang.deadlines.engine.deadline import DUE
from yidang.deadlines.engine.deadline import LATE
from yidang.deadlines.engine.deadline import OVERDUE
from yidang.deadlines.engine.deadline import SOON
from yidang.deadlines.engine.deadline import STATES
from yidang.deadlines.engine.workdays import Workdays
from yidang.deadlines.wording import amount
from yidang.deadlines.wording import day_note
from yidang.deadlines.wording import day_words
from yidang.deadlines.wording import left
from yidang.deadlines.wording import member
from yidang.deadlines.wording import SOURCES
from yidang.deadlines.wording import subject
from yidang.pages.names import Names


# The colours of the board's chips, so that one colour means one thing everywhere.
CHIPS = {OVERDUE: "failed", SOON: "behind", DUE: "ok", DONE: "met", LATE: "closing"}


@dataclass(frozen=True)
class Row:
    """What a row says."""

    title: str
    url: str
    code: str
    member: str
    day: date
    day_words: str
    day_note: str
    amount: str
    state: str
    chip: str
    state_title: str
    left: str


def row_of(deadline: Deadline, url: str, today: date, workdays: Workdays, names: Names) -> Row:
    """A deadline of the contract at `url`, in words."""
    return Row(
        title=subject(deadline),
        url=f"{url}/{deadline.path}" if deadline.path else url,
        code=deadline.code or SOURCES.get(deadline.source, "报告"),
        member=member(deadline, names),
        day=deadline.due,
        day_words=day_words(deadline.due, today),
        day_note=day_note(deadline, workdays),
        amount=amount(deadline),
        state=deadline.state,
        chip=CHIPS.get(deadline.state, "none"),
        state_title=STATES[deadline.state],
        left=left(deadline, today, workdays),
    )
