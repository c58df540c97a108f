"""Standard hours of a contract: units done times the hours of one, beside what the contract plans."""

from yidang.exchange.sources.base import BoardSource
from yidang.exchange.sources.figures import cell
from yidang.exchange.table import Chart
from yidang.exchange.table import columns
from yidang.exchange.table import Percent
from yidang.exchange.table import Table
from yidang.indicators.engine import rules
from yidang.indicators.engine.rules import Rule
from yidang.indicators.engine.tallies import Tally
from yidang.indicators.engine.targets import Number


COLUMNS = (
    ("编号", 10), ("类型", 14), ("指标", 32), ("单位", 8), ("完成量", 10), ("单位工时", 10), ("完成工时", 12),
    ("核定工时", 12), ("计划工时", 12), ("完成比例", 10), ("专业性工作", 12), ("专业性工时", 12),
)  # fmt: skip
TITLE, DONE, PLANNED = 2, 6, 8


def share(part: Number | None, whole: Number | None) -> Percent | None:
    """A part in percent; None when there is nothing to divide by."""
    return Percent(part / whole) if whole and part is not None else None


class HoursSource(BoardSource):
    """`excelexport.policy=hours` on a contract."""

    title = "标准工时"

    def get_sheets_data(self) -> list[Table]:
        """A row a line that has hours; sums below."""
        lines = [(rule, tally) for rule, tally in self.lines if tally.hours and rule.measure.kind != rules.TOTAL]
        rows = [self._row(rule, tally) for rule, tally in lines]
        chart = Chart("完成工时与计划工时", "bar", TITLE, (DONE, PLANNED))
        return [Table(self.title, columns(*COLUMNS), rows, foot=[self._total(lines)], charts=[chart])]

    @staticmethod
    def _row(rule: Rule, tally: Tally) -> tuple:
        hours = tally.hours
        unit = rule.hours.unit if rule.hours and not rule.hours.field else None
        return (
            rule.code, rule.group, rule.title, tally.unit, cell(tally, tally.value), unit, hours.done, hours.verified,
            hours.planned, share(hours.done, hours.planned), rule.professional, hours.professional,
        )  # fmt: skip

    @staticmethod
    def _total(lines: list[tuple[Rule, Tally]]) -> tuple:
        given = [tally.hours for _, tally in lines]
        done, verified, planned, professional = (
            round(sum(getattr(one, name) or 0 for one in given), 3)
            for name in ("done", "verified", "planned", "professional")
        )
        words = f"专业性工时占 {100 * professional / done:.1f}%" if done else "专业性工时占比：暂无"
        return ("合计", "", words, "", None, None, done, verified, planned, share(done, planned), None, professional)
