"""What is owed until when: the list of deadlines as the page shows it to this reader, with the same filters."""

from functools import cached_property
from typing import Any
from yidang.deadlines import wording
from yidang.deadlines.engine.deadline import Deadline
from yidang.deadlines.engine.deadline import STATES
from yidang.deadlines.views.page import DeadlinesPage
from yidang.exchange.sources.base import Source
from yidang.exchange.table import columns
from yidang.exchange.table import Percent
from yidang.exchange.table import Table
from yidang.indicators.engine.calendar import bucket_title
from yidang.indicators.engine.targets import Number
from yidang.permissions import VIEW_SCOREBOARD


COLUMNS = (
    ("期限", 12), ("合同写明的日期", 14), ("编号", 10), ("事项", 36), ("时段", 16), ("责任人或站点", 20), ("状态", 10),
    ("完成日期", 12), ("完成", 9), ("目标", 12), ("单位", 8), ("余期", 28), ("说明", 40), ("地址", 40),
)  # fmt: skip


class DeadlinesSource(Source):
    """`excelexport.policy=deadlines` on a contract; with `state`, `who`, `month` as on the page."""

    title = "期限"
    permission = VIEW_SCOREBOARD

    @cached_property
    def page(self) -> DeadlinesPage:
        """The page, which knows what this reader may see."""
        return DeadlinesPage(self.context, self.request)

    def check(self) -> None:
        """Filters that the page does not know are refused."""
        super().check()
        self.page.found  # noqa: B018 - reads all filters

    def get_sheets_data(self) -> list[Table]:
        """A row an obligation."""
        return [Table(self.title, columns(*COLUMNS), [self._row(one) for one in self.page.found])]

    def _row(self, one: Deadline) -> tuple:
        reading = self.page.reading
        line = f"{self.page.url}/@@indicator?code={one.code}" if one.code else self.page.url
        return (
            one.due, one.named, one.code, one.title, bucket_title(one.period) if one.period else "",
            wording.member(one, self.names), STATES[one.state], one.done_on, self._done(one),
            one.target.sign() if one.target else "", one.unit,
            wording.left(one, reading.today, reading.workdays), wording.day_note(one, reading.workdays),
            f"{self.page.url}/{one.path}" if one.path else line,
        )  # fmt: skip

    @staticmethod
    def _done(one: Deadline) -> Number | None:
        if one.members > 1:
            return one.members_done
        percent = one.value is not None and one.target is not None and one.target.percent
        return Percent(one.value) if percent else one.value

    def notes(self) -> list[tuple[str, Any]]:
        """The day, and the years of which no holidays are known."""
        unknown = "、".join(map(str, self.page.reading.uncovered))
        told = [("数字截至", self.page.today)]
        return [*super().notes(), *told, *([("放假安排未知的年份", unknown)] if unknown else [])]
