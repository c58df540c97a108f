"""Rules on the staff of a contract as of a day: whether each is kept, by whom, and what falls due next."""

from functools import cached_property
from typing import Any
from yidang.exchange.sources.base import BoardSource
from yidang.exchange.sources.figures import cell
from yidang.exchange.sources.figures import promise
from yidang.exchange.sources.figures import state_words
from yidang.exchange.table import columns
from yidang.exchange.table import Table
from yidang.stations.views.staff_rules import StaffRulesPage


RULES = (
    ("编号", 10), ("要求", 32), ("约定", 12), ("现状", 10), ("单位", 8), ("符合人数", 10), ("总人数", 10), ("状态", 10),
    ("算法", 60), ("说明", 60),
)  # fmt: skip
PEOPLE = (("编号", 10), ("要求", 32), ("姓名", 14), ("岗位", 12), ("站点", 24), ("符合", 8), ("不符合的原因", 60))
DEADLINES = (("日期", 12), ("姓名", 14), ("岗位", 12), ("站点", 24), ("事项", 50))


class StaffRulesSource(BoardSource):
    """`excelexport.policy=staff-rules` on a contract; `day` may lie up to a year before or after the term."""

    title = "人员要求"

    @cached_property
    def page(self) -> StaffRulesPage:
        """The page, which knows who may see whose card."""
        return StaffRulesPage(self.context, self.request)

    @cached_property
    def day(self):
        """The day of the page: of the staff one may ask what will be."""
        return self.page.day

    @property
    def board(self):
        """The contract's numbers on the day."""
        return self.page.board

    def get_sheets_data(self) -> list[Table]:
        """Rules, people by rule, deadlines; names only of those whose cards the reader may see."""
        staffing = self.page.staffing
        found = {rule.code: (rule, staffing.tally(rule)) for rule in staffing.rules}
        rules = [
            (rule.code, rule.title, promise(rule, tally), cell(tally, tally.value), tally.unit, tally.numerator,
             tally.denominator, state_words(rule, tally), line["sentence"], rule.note)
            for line in self.page.lines
            for rule, tally in (found[line["code"]],)
        ]  # fmt: skip
        people = [row for line in self.page.lines for row in self._people(line)]
        due = [
            (one["day"], one["name"], one["role"], one["station"], one["words"])
            for one in self.page.deadlines
            if one["url"]
        ]
        return [
            Table("人员要求", columns(*RULES), rules),
            Table("逐人", columns(*PEOPLE), people),
            Table("到期事项", columns(*DEADLINES), due),
        ]

    @staticmethod
    def _people(line: dict) -> list[tuple[Any, ...]]:
        return [
            (line["code"], line["title"], one["name"], one["role"], one["station"], kept, "\n".join(one["reasons"]))
            for kept, people in ((True, line["counted"]), (False, line["excluded"]))
            for one in people
            if one["url"]
        ]
