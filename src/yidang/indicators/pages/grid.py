"""`<contract>/@@grid?code=S1-I08`: one line by member and period, the supervision grid of each worker and month."""

from datetime import date
from functools import cached_property
from typing import Any
from yidang.indicators.engine import describe
from yidang.indicators.engine.calendar import Bucket
from yidang.indicators.engine.calendar import bucket_title
from yidang.indicators.engine.rules import member_dimension
from yidang.indicators.engine.rules import period_dimension
from yidang.indicators.engine.rules import Rule
from yidang.indicators.engine.tallies import MemberTally
from yidang.indicators.pages.board_page import BoardPage
from yidang.indicators.pages.cells import BLANK
from yidang.indicators.pages.cells import Cell
from yidang.indicators.pages.cells import FUTURE
from yidang.indicators.pages.cells import judged_cell
from yidang.indicators.pages.courses import short_labels
from yidang.indicators.pages.figures import COUNTERS
from yidang.indicators.pages.figures import MEMBERS
from yidang.indicators.pages.figures import shown
from yidang.indicators.pages.members import member_name
from yidang.pages.batch import Pager
from zExceptions import NotFound


SIZE = 100
PERIODS = {
    "month": "月", "quarter": "季度", "half_year": "半年", "year": "年", "week": "周", "contract_month": "合同月",
}  # fmt: skip


def crossed(rule: Rule) -> bool:
    """Whether a line is told by member and period."""
    return bool(member_dimension(rule.per) and period_dimension(rule.per))


class GridPage(BoardPage):
    """Members down, periods across; the worst member first. More than a hundred members come in pages."""

    page_title = "人员与月份"
    view_name = "grid"

    @cached_property
    def lines(self) -> list[Rule]:
        """The lines of this contract that have such a table."""
        return [rule for rule in self.board.rules if crossed(rule)]

    @cached_property
    def rule(self) -> Rule | None:
        """The line asked for, else the first; one that is no such line is not found."""
        code = self.query_text("code")
        if not code:
            return self.lines[0] if self.lines else None
        found = next((one for one in self.lines if one.code == code), None)
        if found is None:
            raise NotFound(f"这份合同没有编号为“{code}”、按人员和时段考核的指标。")
        return found

    @property
    def choices(self) -> list[dict]:
        """The lines to choose from."""
        return [
            {"code": one.code, "title": one.title, "chosen": "selected" if one is self.rule else None}
            for one in self.lines
        ]

    @cached_property
    def tally(self):
        """The figures of the line."""
        return self.tallies[self.rule.code]

    @property
    def dimension(self) -> str:
        """What the members are, in Chinese."""
        return MEMBERS.get(member_dimension(self.rule.per), "成员")

    @property
    def period(self) -> str:
        """What the periods are."""
        return PERIODS[period_dimension(self.rule.per)]

    @cached_property
    def buckets(self) -> tuple[Bucket, ...]:
        """The columns."""
        return self.board.ruleset.calendar.buckets(period_dimension(self.rule.per))

    @property
    def heads(self) -> list[dict]:
        """The heads of the columns; the running period is marked."""
        labels = short_labels(one.label for one in self.buckets)
        return [
            {"label": label, "title": bucket_title(one.label), "now": _now(one, self.board.today)}
            for label, one in zip(labels, self.buckets, strict=True)
        ]

    @cached_property
    def members(self) -> list[MemberTally]:
        """Everyone, those furthest back first: nobody at zero is on a later page."""
        return sorted(self.tally.members, key=_need)

    @cached_property
    def start(self) -> int:
        """The first member shown."""
        return self.query_number()

    @property
    def pager(self) -> Pager:
        """The pages."""
        query = {"code": self.rule.code, "day": self.day}
        return Pager(len(self.members), self.start, f"{self.url}/@@grid", query, SIZE, self.counter)

    @property
    def rows(self) -> list[dict]:
        """One page of members with their cells."""
        return [
            {
                "name": member_name(self.names, self.rule, one.member),
                "total": judged_cell(one),
                "url": self.line_url(self.rule.code, member=one.member),
                "cells": [self._cell(one, bucket) for bucket in self.buckets],
            }
            for one in self.members[self.start : self.start + SIZE]
        ]

    def _cell(self, member: MemberTally, bucket: Bucket) -> Cell:
        judged = self.tally.cells.get(member.member, {}).get(bucket.label)
        if judged is None:
            return BLANK
        title = f"{member_name(self.names, self.rule, member.member)} {bucket_title(bucket.label)}"
        if bucket.start > self.board.today and not judged.value:
            return Cell("", FUTURE, title=title)
        url = self.line_url(self.rule.code, member=member.member, bucket=bucket.label)
        return judged_cell(judged, url, title)

    @property
    def columns(self) -> list[dict]:
        """Under each period: how many members have reached it."""
        found = {one.bucket: one for one in self.tally.buckets}
        return [self._column(bucket, found.get(bucket.label)) for bucket in self.buckets]

    def _column(self, bucket: Bucket, tally: Any) -> dict:
        return {"value": "" if tally is None or bucket.start > self.board.today else shown(tally.value)}

    @property
    def short(self) -> list[MemberTally]:
        """The members that have missed a period or lie behind."""
        return [one for one in self.members if one.state in ("failed", "behind")]

    @property
    def guests(self) -> bool:
        """Whether somebody has records of whom nothing is asked."""
        return any(one.target is None for one in self.members)

    @property
    def sentence(self) -> str:
        """The rule in words."""
        return describe(self.rule, day=self.board.today)

    @property
    def counter(self) -> str:
        """The measure word of the members."""
        return COUNTERS.get(member_dimension(self.rule.per), "个")

    @property
    def sum(self) -> str:
        """The number of the whole line."""
        return shown(self.tally.value)


def _need(member: MemberTally) -> tuple:
    """Those in arrears first, those of whom nothing is asked last."""
    order = {"failed": 0, "behind": 1, "none": 2, "ok": 3}
    share = (member.value or 0) / member.target if member.target else 1
    return member.target is None, order.get(member.state, 3), share, member.member


def _now(bucket: Bucket, today: date) -> str | None:
    return "date" if bucket.start <= today <= bucket.end else None
