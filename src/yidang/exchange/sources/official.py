"""The official form of a contract with a printed table of hours (S0-19, S1): as the purchaser knows it, filled in."""

from functools import cached_property
from typing import BinaryIO
from yidang.errors import Refused
from yidang.exchange.official import form_rows
from yidang.exchange.official import FormRow
from yidang.exchange.official import HEADINGS
from yidang.exchange.official import is_printed
from yidang.exchange.official_sheet import FormSheet
from yidang.exchange.sources.base import BoardSource
from yidang.exchange.sources.figures import cell
from yidang.exchange.sources.figures import promise
from yidang.exchange.sources.figures import state_words
from yidang.exchange.table import Column
from yidang.exchange.table import columns
from yidang.exchange.table import Table
from yidang.exchange.workbook import Workbook
from yidang.indicators.engine import rules


OTHERS = (("编号", 10), ("指标", 36), ("单位", 8), ("约定", 12), ("完成", 10), ("核定", 10), ("状态", 10), ("说明", 60))


class OfficialSource(BoardSource):
    """`excelexport.policy=official-form` on a contract; `day` for a past day."""

    title = "工作量化指标完成情况表"

    def check(self) -> None:
        """A contract without printed figures has no such form."""
        super().check()
        if not self.rows:
            raise Refused("这份合同没有印刷的工时表，请导出“指标进度”。")

    @cached_property
    def rows(self) -> list[FormRow]:
        """The rows of the form."""
        return form_rows(self.lines)

    def get_sheets_data(self) -> list[Table]:
        """The form as a plain table, then the lines that the printed table leaves out."""
        heading = [Column(title, lambda row, at=at: row.cells()[at]) for at, title in enumerate(HEADINGS)]
        return [Table(self.title, heading, self.rows), self._others()]

    def draw(self, file: BinaryIO) -> None:
        """The form with its own layout."""
        book = Workbook(file, long=False, footer=f"{self.contract.number}　{self.title}　{self.board.today}")
        form = FormSheet(book, self.title)
        said = (
            f"合同编号：{self.contract.number}",
            f"采购方：{self.contract.purchaser}",
            f"承接方：{self.contract.provider}",
            f"合同期：{self.contract.start} 至 {self.contract.end}",
            f"数字截至：{self.board.today}",
        )
        form.head(f"{self.contract.Title()}　{self.title}", said)
        form.foot(form.body(self.rows))
        book.add(self._others())
        book.close(self.notes())

    def _others(self) -> Table:
        """Lines that stand in the text of the contract only, or have no hours."""
        rows = [
            (rule.code, rule.title, tally.unit, promise(rule, tally), cell(tally, tally.value),
             cell(tally, tally.verified_value), state_words(rule, tally), rule.note)
            for rule, tally in self.lines
            if not is_printed(rule) and rule.measure.kind != rules.TOTAL
        ]  # fmt: skip
        return Table("表外指标", columns(*OTHERS), rows)
