"""Which reminders have gone out, so that each goes out once, however often the command runs."""

from BTrees.OOBTree import OOBTree
from collections.abc import Iterable
from datetime import date
from datetime import timedelta
from yidang.deadlines.shelf import shelf


KEY = "yidang.deadlines.sent"
# Longer than any reminder can be repeated: a year of weeks, and the time of a contract to be wound up.
KEPT = timedelta(days=500)

Mark = tuple[str, str, str, str, str]  # user, contract, deadline, its day, step


def was_sent(mark: Mark) -> bool:
    """Whether this reminder has gone out."""
    return mark in _kept()


def note_sent(marks: Iterable[Mark], day: date) -> None:
    """Remember reminders; the transaction that puts the mail into the queue remembers them, or neither happens."""
    kept = _kept(create=True)
    for mark in marks:
        kept[mark] = day.isoformat()


def forget_old(today: date) -> int:
    """Drop what nobody will ask for again; how many."""
    kept, limit = _kept(), (today - KEPT).isoformat()
    old = [mark for mark, day in kept.items() if day < limit]
    for mark in old:
        del kept[mark]
    return len(old)


def _kept(create: bool = False) -> OOBTree:
    return shelf(KEY, create)
