"""What a reader of a board gets for one line."""

from collections.abc import Callable
from dataclasses import dataclass
from dataclasses import field
from typing import Any
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


class CellTally(NamedTuple):
    """One member in one period: what a grid shows. No target: the member was not expected then."""

    value: Number | None
    target: Number | None
    met: bool | None
    state: str


class Worst(NamedTuple):
    """The member or period that lies furthest back; the lowest of a line that judges none has no target."""

    member: str
    bucket: str
    value: Number | None
    target: Number | None


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


class Asked:
    """An attribute of a tally that its details work out when it is first read."""

    def __init__(self, empty: Callable[[], Any]) -> None:
        self.empty = empty

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    def __get__(self, tally: "Tally | None", owner: type | None = None) -> Any:
        if tally is None:
            return self
        found = self.empty() if tally.details is None else getattr(tally.details, self.name)()
        tally.__dict__[self.name] = found
        return found


def _nothing() -> None:
    return None


@dataclass
class Tally:
    """The number of one line, held against its target.

    The verdict (value, target, promise, met, state) stands at once. Whatever else there is to say is read from the
    same cells when somebody first asks: an overview of 5,000 lines wants no sparklines. So use a tally before its cells
    change.
    """

    code: str
    title: str = ""
    unit: str = ""
    value: Number | None = None
    target: Number | None = None
    promise: Target | None = None
    met: bool | None = None
    state: str = NO_STATE
    begun: bool = True  # False: nothing that the line judges has begun yet
    also: "list[Tally]" = field(default_factory=list)
    # In a ladder (ladders.py): by the code of the other line, how many records came from it or went to it.
    received: dict[str, int] = field(default_factory=dict)
    given: dict[str, int] = field(default_factory=dict)
    details: Any = field(default=None, repr=False, compare=False)

    submitted_value = Asked(_nothing)
    verified_value = Asked(_nothing)
    numerator = Asked(_nothing)
    denominator = Asked(_nothing)
    hours = Asked(_nothing)  # Hours or None
    pace = Asked(_nothing)  # Pace or None
    buckets = Asked(list)  # BucketTally by period; the months of a line that promises nothing by period
    members = Asked(list)  # MemberTally by member, every expected one, also at zero
    table = Asked(dict)  # value by member and period
    cells = Asked(dict)  # CellTally by member and period
    worst = Asked(_nothing)  # the unit furthest back among those judged and begun
    # The smallest number among members, stations, and the months that are over: Worst or None.
    lowest_member = Asked(_nothing)
    lowest_station = Asked(_nothing)
    lowest_month = Asked(_nothing)
    months = Asked(dict)  # sparkline
    stations = Asked(dict)  # matrix: every expected station, also at zero

    @property
    def operator(self) -> str:
        """The operator of the target in force, or an empty string."""
        return self.promise.operator if self.promise else ""
