"""The months of a contract: what each line brought in each, and of one line how it ran against the straight line."""

from collections.abc import Iterator
from typing import NamedTuple
from yidang.exchange.sources.base import BoardSource
from yidang.exchange.sources.figures import cell
from yidang.exchange.sources.figures import grows
from yidang.exchange.table import Chart
from yidang.exchange.table import columns
from yidang.exchange.table import Table
from yidang.indicators.engine.calendar import bucket_title
from yidang.indicators.engine.rules import Rule
from yidang.indicators.engine.tallies import Tally
from yidang.indicators.engine.targets import Number
from yidang.indicators.pages.before import contract_before
from yidang.indicators.pages.before import line_before


FIXED = (("编号", 10), ("指标", 32), ("单位", 8), ("目标", 10))
CHARTED = 8


class Before(NamedTuple):
    """The contract before: its number, and what each of its months brought."""

    number: str
    values: tuple[Number, ...]


class MonthsSource(BoardSource):
    """`excelexport.policy=months` on a contract; with `code` one line and its chart."""

    title = "每月进度"

    def check(self) -> None:
        """An unknown code is refused."""
        super().check()
        if self.query("code"):
            self.rule  # noqa: B018 - refuses a line that the contract does not have

    def get_sheets_data(self) -> list[Table]:
        """All lines, or one line month by month."""
        if self.query("code"):
            return [self._one(self.rule, self.tallies[self.rule.code])]
        return [self._all()]

    def _all(self) -> Table:
        lines = [(rule, tally) for rule, tally in self.lines if grows(rule)]
        labels = list(dict.fromkeys(label for _, tally in lines for label in tally.months))
        heading = columns(*FIXED, *((bucket_title(label), 9) for label in labels), ("合计", 10))
        rows = [
            (rule.code, rule.title, tally.unit, cell(tally, tally.target),
             *(self._number(tally, label) for label in labels), round(sum(tally.months.values()), 3))
            for rule, tally in lines
        ]  # fmt: skip
        months = (len(FIXED), len(FIXED) + len(labels) - 1)
        chart = Chart("各指标每月完成数", "line", 1, months, rows=CHARTED)
        return Table(self.title, heading, rows, charts=[chart] if labels else [], trend=months if labels else None)

    def _number(self, tally: Tally, label: str) -> float | None:
        """Empty for a month that has not begun: nothing was done yet is not the same as nothing was done."""
        return None if label > self.board.today.isoformat()[:7] else tally.months.get(label)

    def _one(self, rule: Rule, tally: Tally) -> Table:
        before = self._before(rule)
        heading = columns(
            ("月份", 14), ("当月完成", 12), ("累计完成", 12), ("按进度应完成", 14),
            *([(f"上一合同（{before.number}）同期", 20)] if before else []),
        )  # fmt: skip
        rows = list(self._rows(tally, before.values if before else None))
        monthly = (1, 4) if before else (1,)
        charts = [
            Chart(f"{rule.title}：每月完成", "column", 0, monthly),
            Chart(f"{rule.title}：累计与应完成", "line", 0, (2, 3) if tally.target is not None else (2,)),
        ]
        return Table(f"{rule.title} 每月", heading, rows, charts=charts)

    def _rows(self, tally: Tally, before: tuple | None) -> Iterator[tuple]:
        """Month by month; the months of the contract before stand beside in the order of its term."""
        total = 0.0
        for at, bucket in enumerate(self.board.ruleset.calendar.buckets("month") if tally.months else ()):
            number = self._number(tally, bucket.label)
            total += number or 0
            due = round(tally.target * self._gone(bucket.end), 1) if tally.target is not None else None
            done = None if number is None else int(total) if total == int(total) else round(total, 3)
            beside = () if before is None else (before[at] if at < len(before) else None,)
            yield (bucket_title(bucket.label), number, done, due, *beside)

    def _before(self, rule: Rule) -> Before | None:
        """The same line in the contract before this one, where the reader may see its board."""
        other = contract_before(self.contract)
        tally = line_before(rule, other) if other is not None else None
        return Before(other.number, tuple(tally.months.values())) if tally is not None else None

    def _gone(self, day) -> float:
        """The part of the term that is over when a day is."""
        calendar = self.board.ruleset.calendar
        return ((day - calendar.start).days + 1) / ((calendar.end - calendar.start).days + 1)
