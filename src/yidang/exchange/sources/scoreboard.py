"""The scoreboard of a contract: every line with its target, its number, its pace and who is furthest back."""

from yidang.exchange.sources.base import BoardSource
from yidang.exchange.sources.figures import cell
from yidang.exchange.sources.figures import done_share
from yidang.exchange.sources.figures import promise
from yidang.exchange.sources.figures import state_words
from yidang.exchange.table import Chart
from yidang.exchange.table import columns
from yidang.exchange.table import Table
from yidang.indicators.engine import describe
from yidang.indicators.engine.calendar import bucket_title
from yidang.indicators.engine.rules import member_dimension
from yidang.indicators.engine.rules import Rule
from yidang.indicators.engine.tallies import Tally
from yidang.indicators.engine.tallies import Worst
from yidang.indicators.engine.targets import show_number
from yidang.indicators.pages.figures import is_percent
from yidang.indicators.pages.members import name_among


COLUMNS = (
    ("编号", 10), ("类型", 12), ("指标", 32), ("单位", 8), ("约定", 12), ("目标", 10), ("完成", 10), ("已提交", 10),
    ("已核定", 10), ("完成率", 10), ("状态", 10), ("今天应到", 10), ("还需", 10), ("每月还需", 10), ("每周还需", 10),
    ("预计到期", 10), ("最落后的一处", 30), ("最少的站点", 26), ("最少的人或组织", 26),
    ("最少的月份", 22), ("分子", 8), ("分母", 8), ("口径", 10), ("算法", 60), ("说明", 60),
)  # fmt: skip
TITLE, SHARE = 2, 9
BASES = {"submitted": "已提交", "verified": "已核定"}


class ScoreboardSource(BoardSource):
    """`excelexport.policy=scoreboard` on a contract; `day` for a past day."""

    title = "指标进度"

    def get_sheets_data(self) -> list[Table]:
        """One table, one row a line."""
        rows = [self._row(rule, tally) for rule, tally in self.lines]
        chart = Chart("各指标完成率", "bar", TITLE, (SHARE,), percent=True)
        return [Table(self.title, columns(*COLUMNS), rows, charts=[chart])]

    def _row(self, rule: Rule, tally: Tally) -> tuple:
        values = (tally.target, tally.value, tally.submitted_value, tally.verified_value)
        pace = tally.pace
        return (
            rule.code, rule.group, ("其中：" if rule.part_of else "") + rule.title, tally.unit, promise(rule, tally),
            *(cell(tally, value) for value in values), done_share(tally), state_words(rule, tally),
            *((round(pace.expected, 1), pace.remaining, pace.per_month, pace.per_week, pace.projected) if pace
              else (None,) * 5),
            *self._worst(rule, tally), tally.numerator, tally.denominator, BASES.get(rule.basis, rule.basis),
            describe(rule, day=self.board.today), rule.note,
        )  # fmt: skip

    def _worst(self, rule: Rule, tally: Tally) -> list[str]:
        """Who is furthest back and who has least; a sum never hides one at zero."""
        member = tally.lowest_member if "station" not in rule.per else None
        return [
            self._place(rule.per, tally, tally.worst),
            self._place(("station",), tally, tally.lowest_station),
            self._place(rule.per, tally, member),
            self._place((), tally, tally.lowest_month),
        ]

    def _place(self, per: tuple[str, ...], tally: Tally, worst: Worst | None) -> str:
        """`石岐站 2024年3月 0 / 2`."""
        if worst is None:
            return ""
        who = name_among(self.names, member_dimension(per), worst.member) if worst.member else ""
        when = bucket_title(worst.bucket) if worst.bucket else ""
        percent = is_percent(tally)
        amounts = " / ".join(show_number(one, percent) for one in worst[2:] if one is not None)
        return " ".join(part for part in (who, when, amounts) if part)
