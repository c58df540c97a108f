"""Members by periods: hours of supervision of every worker in every month, and every line that asks for the like."""

from typing import Any
from yidang.errors import Refused
from yidang.exchange.sources.base import BoardSource
from yidang.exchange.sources.figures import cell
from yidang.exchange.table import columns
from yidang.exchange.table import Short
from yidang.exchange.table import Table
from yidang.indicators.engine.calendar import bucket_title
from yidang.indicators.engine.rules import member_dimension
from yidang.indicators.engine.rules import period_dimension
from yidang.indicators.engine.rules import Rule
from yidang.indicators.engine.tallies import Tally
from yidang.indicators.pages.members import member_name


HEADINGS = {
    "station": "站点",
    "worker": "人员",
    "client": "服务对象",
    "organisation": "组织",
    "theme": "主题",
    "household": "住户",
}


def is_grid(rule: Rule) -> bool:
    """Whether a line is kept for members in periods."""
    return bool(member_dimension(rule.per) and period_dimension(rule.per))


class GridSource(BoardSource):
    """`excelexport.policy=grid` on a contract: one sheet for each such line, or with `code` for one."""

    title = "逐人逐期"

    def check(self) -> None:
        """A line that is not kept so has no grid."""
        super().check()
        if self.query("code") and not is_grid(self.rule):
            raise Refused(f"“{self.rule.title}”不是按人（站点、组织）逐期计算的指标，没有这张表。")

    def get_sheets_data(self) -> list[Table]:
        """A row a member, a column a period."""
        wanted = [self.rule] if self.query("code") else [rule for rule in self.board.rules if is_grid(rule)]
        tables = [self._grid(rule, self.tallies[rule.code]) for rule in wanted]
        return tables or [Table(self.title, columns(("这份合同没有按人逐期计算的指标", 40)), [])]

    def _grid(self, rule: Rule, tally: Tally) -> Table:
        begun, labels = self._labels(rule, tally)
        names = {one.member: member_name(self.names, rule, one.member) for one in tally.members}
        heading = columns(
            (HEADINGS.get(member_dimension(rule.per), "对象"), 18),
            *((bucket_title(label), 11) for label in labels),
            ("合计", 10),
            ("目标", 10),
        )
        rows = [
            (names[one.member], *(self._cell(tally, one.member, label, begun) for label in labels),
             cell(tally, one.value), cell(tally, one.target))
            for one in sorted(tally.members, key=lambda one: names[one.member])
        ]  # fmt: skip
        return Table(f"{rule.code} {rule.title}", heading, rows)

    @staticmethod
    def _cell(tally: Tally, member: str, label: str, begun: list[str]) -> Any:
        """Empty for a period to come, and for one in which the member took no part; marked when it is not enough."""
        one = tally.cells.get(member, {}).get(label)
        if one is None or label not in begun or (one.target is None and not one.value):
            return None
        value = cell(tally, one.value)
        return Short(value) if one.met is False and value is not None else value

    def _labels(self, rule: Rule, tally: Tally) -> tuple[list[str], list[str]]:
        """The periods that have begun, and all of them; what is still to come stays empty."""
        calendar, dimension = self.board.ruleset.calendar, period_dimension(rule.per)
        buckets = calendar.buckets(dimension)
        return [one.label for one in buckets if one.start <= self.board.today], [one.label for one in buckets]
