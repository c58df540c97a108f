"""What is owed month by month (S1-08: 每月 5 条、每月 1 篇), by the project or by each station (S1-X08).

A monthly promise is a slot of its month: what is beyond it in one month fills no other (S1-X08 asks for 5 in *each*).
"""

from datetime import date
from typing import NamedTuple
from yidang.indicators.engine import rules
from yidang.indicators.engine.calendar import Bucket
from yidang.indicators.engine.calendar import Calendar
from yidang.indicators.engine.rules import member_dimension
from yidang.indicators.engine.rules import period_dimension
from yidang.indicators.engine.rules import Rule
from yidang.indicators.engine.tallies import BucketTally
from yidang.indicators.engine.tallies import CellTally
from yidang.indicators.engine.tallies import FAILED
from yidang.indicators.engine.tallies import Tally
from yidang.indicators.engine.targets import Number


DONE, MISSING, OPEN, FUTURE, NOT_ASKED = "done", "missing", "open", "future", "none"
MONTHS = ("month", "contract_month")
COUNTED = (rules.COUNT, rules.DISTINCT, rules.SUM)  # a rate of a month lacks no pieces
PROJECT = ""


class Month(NamedTuple):
    """One month of a row; `missing` is what it lacks of its target, 0 where it lacks nothing or nothing is asked."""

    bucket: Bucket
    value: Number
    target: Number | None
    missing: Number
    state: str


class Row(NamedTuple):
    """The months of the project (`member` is empty) or of one station."""

    member: str
    months: list[Month]

    @property
    def short(self) -> list[Month]:
        """The months that are over and lack something."""
        return [one for one in self.months if one.state == MISSING]


def is_monthly(rule: Rule) -> bool:
    """Whether a line promises a number of pieces in each month, of the project or of each station."""
    return (
        period_dimension(rule.per) in MONTHS
        and member_dimension(rule.per) in ("", "station")
        and rule.measure.kind in COUNTED
    )


def rows_of(rule: Rule, tally: Tally, calendar: Calendar, today: date) -> list[Row]:
    """Month by month from what the line's tally says; of stations those of which something is asked."""
    buckets = calendar.buckets(period_dimension(rule.per))
    if member_dimension(rule.per):
        found = [Row(member, _months(buckets, cells, today)) for member, cells in tally.cells.items()]
        return [row for row in found if any(one.target is not None for one in row.months)]
    return [Row(PROJECT, _months(buckets, {one.bucket: one for one in tally.buckets}, today))]


def _months(buckets: tuple[Bucket, ...], found: dict[str, BucketTally | CellTally], today: date) -> list[Month]:
    return [_month(bucket, found.get(bucket.label), today) for bucket in buckets]


def _month(bucket: Bucket, found: BucketTally | CellTally | None, today: date) -> Month:
    if found is None or found.met is None:  # nobody expected them then, or a planning figure (约)
        return Month(bucket, found.value or 0 if found else 0, None, 0, NOT_ASKED)
    value, state = found.value or 0, _state(bucket, found, today)
    # More than the amount is asked where the amount itself is not enough (超过).
    missing = 0 if state == DONE else max(found.target - value, 0) or int(value == found.target)
    return Month(bucket, value, found.target, missing, state)


def _state(bucket: Bucket, found: BucketTally | CellTally, today: date) -> str:
    if found.met and found.state != FAILED:
        return DONE
    if found.state == FAILED:
        return MISSING
    return FUTURE if bucket.start > today else OPEN
