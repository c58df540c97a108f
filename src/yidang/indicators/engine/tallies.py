"""What a reader of a board gets for one line."""

from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from typing import NamedTuple
from yidang.indicators.engine.targets import Number
from yidang.indicators.engine.targets import Target


OK, BEHIND, FAILED, NO_STATE = "ok", "behind", "failed", "none"


class BucketTally(NamedTuple):
    """One period of a line; `target` is None where the line promises nothing by period."""

    bucket: str
    value: Number | None
    target: Number | None
    met: bool | None
    over: bool
    state: str = NO_STATE


class MemberTally(NamedTuple):
    """One station, worker, client or organisation."""

    member: str
    value: Number | None
    target: Number | None
    met: bool | None
    state: str


class Worst(NamedTuple):
    """The member or period that lies furthest back."""

    member: str
    bucket: str
    value: Number | None
    target: Number


class Hours(NamedTuple):
    """Standard hours: done (by the rule's basis), done and verified, planned by the target, done and professional."""

    done: Number
    verified: Number
    planned: Number | None
    professional: Number

    @property
    def share(self) -> float | None:
        """The professional share of the hours done; None when nothing is done."""
        return self.professional / self.done if self.done else None


class Pace(NamedTuple):
    """Where the straight line stands today and what the rest of the term asks for."""

    expected: float
    remaining: Number
    per_week: float
    per_month: float
    projected: float | None
    printed_per_month: Number | None = None
    printed_reaches: bool | None = None


@dataclass(slots=True)
class Tally:
    """The number of one line, held against its target."""

    code: str
    title: str = ""
    unit: str = ""
    value: Number | None = None
    submitted_value: Number | None = None
    verified_value: Number | None = None
    target: Number | None = None
    promise: Target | None = None
    met: bool | None = None
    state: str = NO_STATE
    pace: Pace | None = None
    buckets: list[BucketTally] = field(default_factory=list)
    members: list[MemberTally] = field(default_factory=list)
    worst: Worst | None = None
    table: Mapping[str, Mapping[str, Number | None]] = field(default_factory=dict)
    months: Mapping[str, Number] = field(default_factory=dict)
    stations: Mapping[str, Number] = field(default_factory=dict)
    hours: Hours | None = None
    numerator: Number | None = None
    denominator: Number | None = None
    also: list["Tally"] = field(default_factory=list)

    @property
    def operator(self) -> str:
        """The operator of the target in force, or an empty string."""
        return self.promise.operator if self.promise else ""
