"""Members by periods: hours of supervision of every worker in every month, and every line that asks for the like."""

from yidang.errors import Refused
from yidang.exchange.sources.base import BoardSource
from yidang.exchange.sources.figures import cell
from yidang.exchange.sources.figures import Members
from yidang.exchange.table import columns
from yidang.exchange.table import Table
from yidang.indicators.engine.calendar import bucket_title
from yidang.indicators.engine.rules import member_dimension
from yidang.indicators.engine.rules import period_dimension
from yidang.indicators.engine.rules import Rule
from yidang.indicators.engine.tallies import Tally


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
        members = Members(self.names)
        tables = [self._grid(rule, self.tallies[rule.code], members) for rule in wanted]
        return tables or [Table(self.title, columns(("这份合同没有按人逐期计算的指标", 40)), [])]

    def _grid(self, rule: Rule, tally: Tally, members: Members) -> Table:
        begun, labels = self._labels(rule, tally)
        names = {one: members.of(rule.per, one) for one in tally.table}
        heading = columns(
            (HEADINGS.get(member_dimension(rule.per), "对象"), 18),
            *((bucket_title(label), 11) for label in labels),
            ("合计", 10),
            ("目标", 10),
        )
        targets = {one.member: one for one in tally.members}
        rows = [
            (names[member], *(cell(tally, tally.table[member].get(label)) if label in begun else None
                              for label in labels),
             cell(tally, targets[member].value), cell(tally, targets[member].target))
            for member in sorted(tally.table, key=names.__getitem__)
        ]  # fmt: skip
        amount = tally.promise.amount if tally.promise else None
        low = (1, len(begun), amount) if amount and begun else None
        return Table(f"{rule.code} {rule.title}", heading, rows, low=low)

    def _labels(self, rule: Rule, tally: Tally) -> tuple[list[str], list[str]]:
        """The periods that have begun, and all of them; what is still to come stays empty."""
        calendar, dimension = self.board.ruleset.calendar, period_dimension(rule.per)
        buckets = calendar.buckets(dimension)
        return [one.label for one in buckets if one.start <= self.board.today], [one.label for one in buckets]
