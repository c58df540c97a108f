"""A monthly line as a reader sees it: each month done, missing so many, running or still to come."""

from collections.abc import Callable
from typing import NamedTuple
from yidang.indicators.engine.calendar import bucket_title
from yidang.indicators.engine.monthly import DONE
from yidang.indicators.engine.monthly import FUTURE
from yidang.indicators.engine.monthly import MISSING
from yidang.indicators.engine.monthly import Month
from yidang.indicators.engine.monthly import NOT_ASKED
from yidang.indicators.engine.monthly import OPEN
from yidang.indicators.engine.monthly import PROJECT
from yidang.indicators.engine.monthly import Row
from yidang.indicators.engine.monthly import rows_of
from yidang.indicators.engine.rules import Rule
from yidang.indicators.engine.tallies import Tally
from yidang.indicators.pages import cells
from yidang.indicators.pages.courses import short_labels
from yidang.indicators.pages.figures import shown
from yidang.indicators.scoreboard import Scoreboard
from yidang.pages.names import Names


STATES = {DONE: "met", MISSING: "failed", OPEN: "behind", FUTURE: cells.FUTURE, NOT_ASKED: cells.ABSENT}
WHOLE = "全项目"
Link = Callable[..., str]


class Shown(NamedTuple):
    """One month: its short name (`3月`), numbers, the state as a colour (`data-state`), as a sign and in words."""

    label: str
    title: str
    value: str
    target: str
    state: str
    sign: str
    words: str
    url: str  # its records; empty for a month that has not begun
    now: str | None


class ShownRow(NamedTuple):
    """One station, or the project."""

    name: str
    url: str
    months: list[Shown]
    said: str  # what is missing of the months that are over: `3月缺 1 条，5月缺 2 条`
    done: str  # `9 / 11`: months that have their number, of those that are over

    @property
    def now(self) -> Shown | None:
        """The month that runs."""
        return next((one for one in self.months if one.now), None)


class MonthsOfLine:
    """The rows of one line; `link(code, member=…, bucket=…)` gives the address of its records."""

    def __init__(self, board: Scoreboard, rule: Rule, tally: Tally, names: Names, link: Link) -> None:
        self.board, self.rule, self.names, self.link = board, rule, names, link
        self.found = rows_of(rule, tally, board.ruleset.calendar, board.today)
        self.labels = short_labels(one.bucket.label for one in self.found[0].months) if self.found else ()

    @property
    def by_station(self) -> bool:
        """Whether each station owes its own."""
        return bool(self.found and self.found[0].member != PROJECT)

    @property
    def rows(self) -> list[ShownRow]:
        """As they are shown, those that lack most first."""
        lacking = sorted(self.found, key=lambda row: -sum(one.missing for one in row.short))
        return [self._row(row) for row in lacking]

    @property
    def said(self) -> str:
        """What is missing over all rows: `已过的月份共缺 3 条`."""
        lacking = sum(one.missing for row in self.found for one in row.short)
        return f"已过的月份共缺 {shown(lacking)} {self.rule.unit}" if lacking else "已过的月份都没有欠缺"

    def _row(self, row: Row) -> ShownRow:
        labelled = list(zip(self.labels, row.months, strict=True))
        over = [one for one in row.months if one.bucket.end < self.board.today and one.state != NOT_ASKED]
        return ShownRow(
            (self.names.station(row.member) or "未注明站点") if row.member or self.by_station else WHOLE,
            self.link(self.rule.code, member=row.member),
            [self._month(row, label, one) for label, one in labelled],
            "，".join(f"{label}{self._lack(one)}" for label, one in labelled if one.state == MISSING),
            f"{sum(one.state == DONE for one in over)} / {len(over)}",
        )

    def _month(self, row: Row, label: str, one: Month) -> Shown:
        today, bucket = self.board.today, one.bucket
        state = STATES[one.state]
        return Shown(
            label,
            bucket_title(bucket.label),
            shown(one.value) if one.state != FUTURE or one.value else "",
            shown(one.target) if one.target is not None else "",
            state,
            cells.SIGNS.get(state, ""),
            self._words(one),
            self.link(self.rule.code, member=row.member, bucket=bucket.label) if bucket.start <= today else "",
            "date" if bucket.start <= today <= bucket.end else None,
        )

    def _words(self, one: Month) -> str:
        if one.state == MISSING:
            return self._lack(one)
        if one.state == OPEN:
            return self._lack(one, "还差")
        return {DONE: "已完成", FUTURE: "未到", NOT_ASKED: "不考核"}[one.state]

    def _lack(self, one: Month, verb: str = "缺") -> str:
        return f"{verb} {shown(one.missing)} {self.rule.unit}" if one.missing else "超出约定"
