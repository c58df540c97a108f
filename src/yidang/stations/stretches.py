"""What the staff rules ask of one person, on any day: stretches of days in which none of it changes.

Shares of staff, ages and certificates are judged as of any day (list P). So a card is cut where something changes: a
certificate comes or runs out, the year within which one must be there is over, somebody turns a year older, a training
enters or leaves the five-year window. Plain values in, plain values out.
"""

from collections.abc import Iterable
from collections.abc import Iterator
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from datetime import timedelta
from typing import Any
from typing import NamedTuple
from yidang.indicators.engine.calendar import add_months


# The national certificates (全国社会工作者职业资格).
NATIONAL = frozenset({"social_worker_assistant", "social_worker", "social_worker_senior"})
# S0-02 takes social work, psychological counselling and marriage and family counselling; law and teaching are a
# background that S0-01 asks of everyone, not a qualification (S0-X12).
QUALIFYING = NATIONAL | {"counsellor_2", "counsellor_3", "family_counsellor"}
# S3-15: trainings of civil affairs from the county up, of incubation bases and of the profession's associations.
RECOGNISED = frozenset({"authority", "incubator", "association"})
# S1-16: within one year of starting. The day that corresponds to the first is the last permitted one.
MONTHS_TO_CERTIFY = 12
TRAINING_MONTHS = 60
YEAR = 12
DAY = timedelta(days=1)

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Card:
    """What a staff card says."""

    role: str
    started: date
    left: date | None = None
    certificates: tuple[Row, ...] = ()
    degree: str = ""
    major: str = ""
    born: date | None = None
    experience_since: date | None = None
    trainings: tuple[Row, ...] = ()

    @property
    def certificate_due(self) -> date:
        """The last day on which a national certificate may still come."""
        return add_months(self.started, MONTHS_TO_CERTIFY)

    def held_on(self, day: date) -> tuple[str, ...]:
        """The certificates in force on a day, sorted."""
        return tuple(sorted({row["certificate"] for row in self.certificates if _in_force(row, day)}))

    def in_time(self, day: date) -> bool:
        """Whether a national certificate came within the year, or may still come (S1-16, S1-X14)."""
        if day <= self.certificate_due:
            return True
        national = [row for row in self.certificates if row["certificate"] in NATIONAL]
        return any(row["issued"] is None or row["issued"] <= self.certificate_due for row in national)


class Stretch(NamedTuple):
    """From `first` to `last` (both included, None: open) nothing about the person changes."""

    first: date
    last: date | None
    attributes: dict[str, Any]
    amounts: dict[str, float]


def stretches(card: Card, since: date, until: date) -> list[Stretch]:
    """The stretches of a card. It is cut from `since` to `until` only: nobody asks about other days."""
    found: list[Stretch] = []
    firsts = [card.started, *sorted(day for day in set(_cuts(card)) if max(since, card.started) < day <= until)]
    lasts = [*(day - DAY for day in firsts[1:]), None]
    for first, last in zip(firsts, lasts, strict=True):
        if card.left is not None and first > card.left:
            break
        end = card.left if card.left is not None and (last is None or last > card.left) else last
        about = state_on(card, max(first, since) if end is None or end >= since else first)
        if found and (found[-1].attributes, found[-1].amounts) == about:
            found[-1] = found[-1]._replace(last=end)
        else:
            found.append(Stretch(first, end, *about))
    return found


def state_on(card: Card, day: date) -> tuple[dict[str, Any], dict[str, float]]:
    """Attributes and amounts of the person on one day; what is not on file is left out."""
    certificates = card.held_on(day)
    certified = not NATIONAL.isdisjoint(certificates)
    attributes = {
        "role": card.role,
        "lead": card.role == "lead",
        "head": card.role == "head",
        "qualified": not QUALIFYING.isdisjoint(certificates),
        "certificates": certificates,
        "certified": certified,
        "certified_in_time": card.in_time(day),
        "certificate_due": None if certified else card.certificate_due,
        "degree": card.degree,
        "major": card.major,
    }
    amounts = {
        "age": years_since(card.born, day),
        "experience_years": years_since(card.experience_since, day),
        "training_hours": training_hours(card.trainings, day),
    }
    return _told(attributes), _told(amounts)


def years_since(start: date | None, day: date) -> int | None:
    """Full years (周岁): a year is full on the corresponding day, on the last of February for a leap day."""
    if start is None or day < start:
        return None
    years = day.year - start.year
    return years - (day < add_months(start, years * YEAR))


def training_hours(trainings: Iterable[Row], day: date) -> float:
    """Recognised hours of the last five years, the corresponding day included (S3-15)."""
    return sum(row["hours"] for row in trainings if _counts(row) and row["date"] <= day <= _fades(row))


def _counts(row: Row) -> bool:
    return row["organiser"] in RECOGNISED


def _fades(row: Row) -> date:
    return add_months(row["date"], TRAINING_MONTHS)


def _in_force(row: Row, day: date) -> bool:
    return (row["issued"] is None or row["issued"] <= day) and (row["expires"] is None or day <= row["expires"])


def _cuts(card: Card) -> Iterator[date]:
    """The days on which something becomes different, with some on which it turns out the same."""
    yield card.certificate_due + DAY
    for row in card.certificates:
        if row["issued"]:
            yield row["issued"]
        if row["expires"]:
            yield row["expires"] + DAY
    for start in (card.born, card.experience_since):
        if start is not None:
            # Nobody works for a hundred years; the caller's window leaves a few of these days.
            yield from (add_months(start, years * YEAR) for years in range(101))
    for row in card.trainings:
        if _counts(row):
            yield row["date"]
            yield _fades(row) + DAY


def _told(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value not in (None, "", ())}
