"""What the rooms tell the ledger: one filed piece of work, or one thing that is in force."""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from dataclasses import fields
from datetime import date as Day
from typing import Any


NONE = "none"
SUBMITTED = "submitted"
VERIFIED = "verified"
STANDINGS = (NONE, SUBMITTED, VERIFIED)

Number = int | float


def _shortest(item: Any, defaults: tuple[Any, ...]) -> tuple[type, tuple[Any, ...]]:
    """Reduce to the constructor's arguments without trailing defaults: facts are stored by the 100,000."""
    values = [getattr(item, one.name) for one in fields(item)]
    while values and values[-1] == defaults[len(values) - 1]:
        values.pop()
    return type(item), tuple(values)


@dataclass(frozen=True, slots=True)
class Child:
    """One session of a case or of a group."""

    kind: str
    date: Day | None = None
    amounts: Mapping[str, Number] = field(default_factory=dict)
    attributes: Mapping[str, Any] = field(default_factory=dict)

    def __reduce__(self) -> tuple[type, tuple[Any, ...]]:
        """Pickle as a short tuple."""
        return _shortest(self, ("", None, {}, {}))


@dataclass(frozen=True, slots=True)
class Fact:
    """A statement about one record; it knows nothing of indicators (architecture.md § 2)."""

    kind: str
    uid: str
    contract: str
    station: str = ""
    workers: tuple[str, ...] = ()
    date: Day | None = None
    until: Day | None = None
    standing: str = SUBMITTED
    amounts: Mapping[str, Number] = field(default_factory=dict)
    attributes: Mapping[str, Any] = field(default_factory=dict)
    subjects: tuple[str, ...] = ()
    children: tuple[Child, ...] = ()
    documents: tuple[str, ...] = ()
    signatures: tuple[str, ...] = ()
    # What each subject was on the record's day (tier, key, age, gender, categories, household), by subject.
    about: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    # When the record reached each standing; empty: its present standing from its own date on.
    history: tuple[tuple[Day, str], ...] = ()

    def __reduce__(self) -> tuple[type, tuple[Any, ...]]:
        """Pickle as a short tuple."""
        return _shortest(self, ("", "", "", "", (), None, None, SUBMITTED, {}, {}, (), (), (), (), {}, ()))


# What a condition may name besides the amounts and attributes that a room states.
OWN_FIELDS = frozenset({"kind", "station", "workers", "date", "until", "standing", "subjects"})


def value_of(item: Fact | Child, name: str) -> Any:
    """The amount, attribute or own field called `name`; None when the record leaves it empty."""
    value = item.amounts.get(name)
    if value is None:
        value = item.attributes.get(name)
        if value is None and name in OWN_FIELDS:
            value = getattr(item, name, None)
    return None if value == "" or value == () else value
