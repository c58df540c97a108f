"""The lines of a contract, ready to be shown: one `Row` each, gathered under the headings of the contract."""

from collections.abc import Iterable
from collections.abc import Mapping
from dataclasses import dataclass
from dataclasses import field
from datetime import date
from yidang.indicators.engine import rules
from yidang.indicators.engine.calendar import bucket_title
from yidang.indicators.engine.calendar import Calendar
from yidang.indicators.engine.rules import Rule
from yidang.indicators.engine.tallies import Hours
from yidang.indicators.engine.tallies import Tally
from yidang.indicators.pages.drawing import bar
from yidang.indicators.pages.drawing import spark
from yidang.indicators.pages.figures import AWAITED
from yidang.indicators.pages.figures import is_percent
from yidang.indicators.pages.figures import is_wordy
from yidang.indicators.pages.figures import lacks_members
from yidang.indicators.pages.figures import shown
from yidang.indicators.pages.figures import state_of
from yidang.indicators.pages.figures import state_title
from yidang.indicators.pages.figures import target_text
from yidang.indicators.pages.members import member_name
from yidang.indicators.pages.pacing import pacing
from yidang.indicators.pages.pacing import Say
from yidang.pages.names import Names


OTHER = "其他"
# Stations without a record are named where no more than this part of them has none; else the line is not theirs.
FEW, NAMED = 0.34, 3


@dataclass(slots=True)
class Row:
    """One line as it stands on the board."""

    code: str
    title: str
    unit: str
    part: bool
    value: str
    target: str
    verified: str
    state: str
    state_title: str
    bar: str
    say: Say
    spark: str
    worst: str
    amended: str = ""


@dataclass(slots=True)
class Group:
    """The lines under one heading and their standard hours."""

    title: str
    rows: list[Row] = field(default_factory=list)
    hours_done: float = 0
    hours_planned: float = 0

    @property
    def hours(self) -> str:
        """`标准工时 6,604 / 7,312 小时`; empty where no line has hours."""
        if not self.hours_planned:
            return ""
        return f"标准工时 {shown(self.hours_done)} / {shown(self.hours_planned)} 小时"


class Rows:
    """Makes rows of tallies, on one day of one calendar. `stations` are those that may add to any line."""

    def __init__(self, calendar: Calendar, today: date, names: Names, stations: Iterable[str] = ()) -> None:
        self.stations = tuple(stations)
        self.calendar, self.today, self.names = calendar, today, names
        self.days_left = calendar.days_left(today)
        self.gone = 100 * calendar.share(today)
        self.month = calendar.label("month", today) if today in calendar else ""

    def row(self, rule: Rule, tally: Tally) -> Row:
        """One line."""
        state, percent = state_of(tally), is_percent(tally)
        # A promise in words, or one to people who are not there yet, is neither 0 nor done.
        silent = is_wordy(rule) or (tally.promise is None and not tally.value) or lacks_members(rule, tally)
        mark = self.gone if rule.grows() and tally.state != "none" else None
        return Row(
            rule.code,
            rule.title,
            tally.unit,
            bool(rule.part_of),
            "" if silent else shown(tally.value, percent),
            AWAITED if rule.awaits_target() else target_text(tally),
            shown(tally.verified_value, percent) + ("%" if percent and tally.verified_value is not None else ""),
            state,
            state_title(rule, state, tally),
            bar(tally, state, mark) if tally.target else "",
            pacing(rule, tally, self.days_left, self.names),
            spark(tally.months, self.month) if rule.grows() and tally.months else "",
            self._worst(rule, tally),
            self._amended(rule),
        )

    def _amended(self, rule: Rule) -> str:
        """`目标自 2024-07-01 起为 ≥ 3（补充协议）`: the latest amendment in force."""
        begun = [one for one in rule.targets if one.since <= self.today]
        if not begun:
            return ""
        last = begun[-1]
        reason = f"（{last.reason}）" if last.reason else ""
        return f"目标自 {last.since} 起为 {last.target.sign() if last.target else '没有数量要求'}{reason}"

    def _worst(self, rule: Rule, tally: Tally) -> str:
        """The member or period furthest back: a roll-up never hides one at zero."""
        worst = tally.worst
        if worst is None or worst.value is None:
            return self._idle(tally) or self._slow_month(tally)
        when = bucket_title(worst.bucket) if worst.bucket else ""
        who = member_name(self.names, rule, worst.member) if worst.member else ""
        where = " ".join(part for part in (who, when) if part)
        return f"最少：{where} {shown(worst.value, is_percent(tally))} / {shown(worst.target, is_percent(tally))}"

    def _slow_month(self, tally: Tally) -> str:
        """The month with the smallest number, of a line that promises nothing by month."""
        if not tally.value or tally.value < 2 * len(tally.months):
            return ""  # A few a year: a month without one means nothing.
        lowest = tally.lowest_month
        if lowest is None:
            return ""
        return f"最少的月份：{bucket_title(lowest.bucket)} {shown(lowest.value)} {tally.unit}"

    def _idle(self, tally: Tally) -> str:
        """The stations without a record, of a line to which many stations add."""
        idle = [one for one in self.stations if not tally.stations.get(one)]
        if not idle or len(idle) > len(self.stations) * FEW:
            return ""
        said = "、".join(self.names.station(one) for one in idle[:NAMED])
        return f"没有记录的站点：{said}{f' 等 {len(idle)} 个' if len(idle) > NAMED else ''}"


def grouped(lines: Iterable[Rule], tallies: Mapping[str, Tally], rows: Rows, state: str = "") -> list[Group]:
    """The lines under their headings, in the order of the contract; only those of one state where one is asked for."""
    groups: dict[str, Group] = {}
    for rule in lines:
        tally = tallies[rule.code]
        group = groups.setdefault(rule.group or OTHER, Group(rule.group or OTHER))
        if tally.hours and rule.measure.kind != rules.TOTAL:
            group.hours_done += tally.hours.done
            group.hours_planned += tally.hours.planned or 0
        if not state or state_of(tally) == state:
            group.rows.append(rows.row(rule, tally))
    return [group for group in groups.values() if group.rows]


def state_counts(tallies: Mapping[str, Tally]) -> dict[str, int]:
    """How many lines are in each state."""
    found: dict[str, int] = {}
    for tally in tallies.values():
        found[state_of(tally)] = found.get(state_of(tally), 0) + 1
    return found


def total_hours(lines: Iterable[Rule], tallies: Mapping[str, Tally]) -> Hours | None:
    """Standard hours of all lines; planned is what the contract's lines add up to."""
    given = [
        tallies[rule.code].hours for rule in lines if rule.measure.kind != rules.TOTAL and tallies[rule.code].hours
    ]
    if not given:
        return None
    return Hours(
        round(sum(one.done for one in given), 2),
        round(sum(one.verified for one in given), 2),
        round(sum(one.planned or 0 for one in given), 2),
        round(sum(one.professional for one in given), 2),
    )
