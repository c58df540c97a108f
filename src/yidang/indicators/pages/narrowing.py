"""Some of the records behind a number: of one station, of one member, of one period; the cell that was clicked."""

from dataclasses import dataclass
from datetime import date
from yidang.indicators.engine import contribute
from yidang.indicators.engine import Evidence
from yidang.indicators.engine.calendar import Bucket
from yidang.indicators.engine.calendar import Calendar
from yidang.indicators.engine.facts import Fact
from yidang.indicators.engine.facts import value_of
from yidang.indicators.engine.rules import member_dimension
from yidang.indicators.engine.rules import period_dimension
from yidang.indicators.engine.rules import PERIODS
from yidang.indicators.engine.rules import Rule


NO_STATION = "-"
_FIELDS = {"station": "station", "worker": "workers", "client": "subjects"}


@dataclass(frozen=True)
class Cut:
    """What the reader asked for; empty words ask for nothing."""

    station: str = ""
    member: str = ""
    bucket: Bucket | None = None

    def __bool__(self) -> bool:
        return bool(self.station or self.member or self.bucket)

    def holds(self, fact: Fact, rule: Rule, calendar: Calendar, counted: bool) -> bool:
        """Whether a record belongs to what was asked for."""
        if self.station and fact.station != self.station.replace(NO_STATION, ""):
            return False
        if self.member and self.member not in members_of(fact, rule):
            return False
        return self.bucket is None or self._in_bucket(fact, rule, calendar, counted)

    def _in_bucket(self, fact: Fact, rule: Rule, calendar: Calendar, counted: bool) -> bool:
        """A record that counts lies where the engine puts it (a report for March in March); others by their day."""
        if counted and period_dimension(rule.per):
            if any(bucket == self.bucket.label for _, _, bucket, _ in _cells(fact, rule, calendar)):
                return True
            if rule.due and rule.due.of:
                return False
        return _overlaps(fact, self.bucket)


def narrowed(found: Evidence, cut: Cut, rule: Rule, calendar: Calendar) -> Evidence:
    """Those of the records that the cut holds."""
    if not cut:
        return found
    return Evidence(
        [fact for fact in found.counted if cut.holds(fact, rule, calendar, True)],
        [one for one in found.excluded if cut.holds(one[0], rule, calendar, False)],
    )


def bucket_of(label: str, calendar: Calendar) -> Bucket | None:
    """The period of this label, of whatever length."""
    for dimension in PERIODS:
        bucket = calendar.bucket(dimension, label)
        if bucket is not None:
            return bucket
    return None


def members_of(fact: Fact, rule: Rule) -> tuple[str, ...]:
    """The members to whom a record would count."""
    dimension = member_dimension(rule.per)
    value = value_of(fact, rule.member or _FIELDS.get(dimension, dimension)) if dimension else None
    return value if isinstance(value, tuple) else (str(value),) if value is not None else ()


def _cells(fact: Fact, rule: Rule, calendar: Calendar):
    given = contribute(fact, rule, calendar)
    return [*given.cells, *(key for key, _ in given.marks)]


def _overlaps(fact: Fact, bucket: Bucket) -> bool:
    begin: date | None = fact.date
    if begin is None:
        return False
    end = fact.until or begin
    return begin <= bucket.end and end >= bucket.start
