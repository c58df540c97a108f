"""A rule says what one contract line counts; it is data, never code."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from yidang.indicators.engine.facts import SUBMITTED
from yidang.indicators.engine.targets import Number
from yidang.indicators.engine.targets import Target
from yidang.indicators.engine.targets import TargetVersion

import dataclasses


COUNT, DISTINCT, SUM, RATIO, EXISTS, ENTERED, TOTAL, NARRATIVE = (
    "count", "distinct", "sum", "ratio", "exists", "entered", "total", "narrative",
)  # fmt: skip
MEASURES = (COUNT, DISTINCT, SUM, RATIO, EXISTS, ENTERED, TOTAL, NARRATIVE)
TOTALS = ("hours", "completion")
TAKES = ("last", "min", "max")

BID = "bid"

MEMBERS = ("station", "worker", "client", "organisation", "theme", "household")
PERIODS = ("month", "quarter", "half_year", "year", "week", "contract_month")
DIMENSIONS = ("contract", *MEMBERS, *PERIODS)

Condition = Mapping[str, Any]


@dataclass(frozen=True)
class Measure:
    """How the records that fulfil the conditions become a number."""

    kind: str = COUNT
    field: str = ""
    take: str = "last"
    of: "Part | None" = None
    to: "Part | None" = None


@dataclass(frozen=True)
class Part:
    """Numerator or denominator of a ratio; what it leaves out it takes from the rule."""

    kinds: tuple[str, ...] = ()
    where: tuple[Condition, ...] = ()
    measure: Measure = Measure()
    fixed: Number | None = None


@dataclass(frozen=True)
class Hours:
    """Standard hours of one unit, with other hours for some values of a field (S1-14)."""

    unit: Number
    field: str = ""
    values: Mapping[str, Number] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True)
class Due:
    """The last permitted day inside each period; `of` names the attribute with the period a paper is for."""

    day: int
    after: int = 0
    of: str = ""


@dataclass(frozen=True)
class Among:
    """Who is expected as members of `per`: by name, or those whom lasting facts name (S1-I03, S3-I06, S2-I08)."""

    names: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    where: tuple[Condition, ...] = ()
    member: str = ""


@dataclass(frozen=True)
class Demand:
    """A promise: the main one, or a second one on the same records, e.g. 10 in all and 1 in each station (S3-I11).

    With a measure or conditions of its own it is a count of its own, e.g. 40 events and 3,000 attendances in one line.
    """

    per: tuple[str, ...]
    target: Target | None
    versions: tuple[TargetVersion, ...] = ()
    measure: Measure | None = None
    where: tuple[Condition, ...] = ()
    unit: str = ""

    def counts_itself(self) -> bool:
        """Whether it needs numbers other than those of the main promise."""
        return self.measure is not None or bool(self.where)

    def on(self, day: date) -> Target | None:
        """The target in force on a day."""
        target = self.target
        for version in self.versions:
            if version.since <= day:
                target = version.target
        return target


TERM_ONLY = Demand((), None)


@dataclass(frozen=True)
class Rule:
    """One line of a contract."""

    code: str
    title: str = ""
    group: str = ""
    unit: str = ""
    target: Target | None = None
    targets: tuple[TargetVersion, ...] = ()
    part_of: str = ""
    fills: str = ""  # the line whose open slots take what this one has to spare (S2-X14)
    kinds: tuple[str, ...] = ()
    measure: Measure = Measure()
    where: tuple[Condition, ...] = ()
    per: tuple[str, ...] = ()
    member: str = ""
    also: tuple[Demand, ...] = ()
    due: Due | None = None
    hours: Hours | None = None
    professional: bool = False
    basis: str = SUBMITTED
    as_of: str = ""
    among: Among | None = None
    pro_rata: bool = False
    promised: str = ""
    printed: Mapping[str, Number] = dataclasses.field(default_factory=dict)
    note: str = ""
    parent: "Rule | None" = dataclasses.field(default=None, repr=False)
    filler: "Rule | None" = dataclasses.field(default=None, repr=False)  # the line that fills this one
    part: str = dataclasses.field(default="", repr=False)  # the name of a further promise with a count of its own

    def __hash__(self) -> int:
        return hash(self.code)

    def all_kinds(self) -> tuple[str, ...]:
        """The kinds counted; a part without its own takes those of the whole."""
        return self.kinds or (self.parent.all_kinds() if self.parent else ())

    def all_where(self) -> tuple[Condition, ...]:
        """The conditions, those of the whole first (其中: R-4)."""
        return (self.parent.all_where() if self.parent else ()) + self.where

    def is_rung(self) -> bool:
        """Whether the line gives to another or takes from one (ladders.py)."""
        return bool(self.fills) or self.filler is not None

    def awaits_target(self) -> bool:
        """Whether the number is promised in the bid and nobody has entered it yet: neither 0 nor 100 %."""
        return self.promised == BID and self.target is None and not self.targets

    def is_plain(self) -> bool:
        """Whether the number is a rate or an entered value, which is never added up over members or periods."""
        return self.measure.kind in (RATIO, ENTERED)

    def empty_value(self) -> Number | None:
        """The number where nothing is filed: none for a rate or an entered value, unless the denominator is fixed."""
        fixed = self.measure.kind == RATIO and self.measure.to.fixed is not None
        if self.measure.kind == NARRATIVE:
            return None
        return None if self.is_plain() and not fixed else 0

    def grows(self) -> bool:
        """Whether the number can only grow with work, so that a straight line makes sense."""
        return not self.is_plain() and not self.as_of and self.measure.kind != NARRATIVE

    def demands(self) -> tuple[Demand, ...]:
        """Every promise made on this very count, the main one first."""
        return (self.demand(), *(one for one in self.also if not one.counts_itself()))

    def demand(self) -> Demand:
        """The main promise."""
        return Demand(self.per, self.target, self.targets)

    def further(self) -> "tuple[Rule, ...]":
        """Each further promise with a count of its own as a rule of its own, under the same code."""
        return tuple(
            dataclasses.replace(
                self,
                part=f"also{place}",
                measure=one.measure or self.measure,
                where=(*self.where, *one.where),
                per=one.per,
                target=one.target,
                targets=one.versions,
                unit=one.unit or self.unit,
                also=(),
                hours=None,
                promised="",
                printed={},
            )
            for place, one in enumerate(self.also, 1)
            if one.counts_itself()
        )


def member_dimension(per: tuple[str, ...]) -> str:
    """The one of `per` that names people or places, or an empty string."""
    return next((one for one in per if one in MEMBERS), "")


def period_dimension(per: tuple[str, ...]) -> str:
    """The one of `per` that names periods of time, or an empty string."""
    return next((one for one in per if one in PERIODS), "")
