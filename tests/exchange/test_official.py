"""The official form: the printed table with what was done beside it; where it does not add up, both numbers."""

from datetime import date
from openpyxl import load_workbook
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from tests.exchange.test_boards import by_heading
from tests.exchange.written import values_of
from unittest import TestCase
from yidang.contracts.file import read
from yidang.contracts.load import load
from yidang.exchange.official import form_rows
from yidang.exchange.official import HEADINGS
from yidang.exchange.sources.official import OfficialSource
from yidang.indicators.engine import board
from yidang.indicators.engine import parse_rules
from yidang.indicators.engine import recount
from yidang.indicators.engine.calendar import Calendar
from yidang.indicators.engine.facts import Fact
from yidang.testing import YIDANG_INTEGRATION

import io
import pathlib
import yidang.contracts


S0 = pathlib.Path(yidang.contracts.__file__).parent / "library" / "zhongshan-women-2024.yaml"
PRINTED = (
    ("咨询/探访", 1000, 2, 2000), ("个案", 35, 40, 1400), ("专业服务案例", 3, 40, 120), ("小组", 4, 64, 256),
    ("民生座谈会", 4, 80, 320), ("社区活动", 40, 40, 1600), ("镇街分站工作指导", 4, 80, 320),
    ("服务督导工作", 92, 8, 736),
    ("工作会议", 12, 15, 180), ("工作报告", 6, 40, 240), ("“家添能量”妇女儿童和家庭发展项目评估会", 1, 40, 40),
    ("志愿者队伍建设与管理", 1, 100, 100), ("专业性工作小计", None, None, 7312), ("宣传策划", 50, 8, 400),
    ("日常行政", 365, 8, 2920), ("行政性工作小计", None, None, 3320), ("项目合计工作总时数", None, None, 10632),
)  # fmt: skip


def a_rule(code: str, quantity: int, hours: int, **more) -> dict:
    """A line with printed figures."""
    return {
        "code": code, "title": f"第{code}项", "unit": "次", "target": f">= {quantity}", "group": "专业性工作",
        "count": {"kinds": ["visit"], "measure": "count"}, "hours": {"unit": 200},
        "printed": {"quantity": 14, "unit_hours": 200, "total_hours": hours}, **more,
    }  # fmt: skip


TOTAL = {
    "code": "T", "title": "合计工时", "unit": "小时", "count": {"measure": {"total": "hours"}},
    "printed": {"total_hours": 22676},
}  # fmt: skip


class RowsTest(TestCase):
    def rows(self, *given: dict):
        """The form of these lines after three visits, two of them verified."""
        calendar, rules = Calendar(date(2026, 1, 1), date(2026, 12, 31)), parse_rules(list(given))
        facts = [
            Fact("visit", f"u{at}", "c", date=date(2026, 3, at + 1), standing="verified" if at else "submitted")
            for at in range(3)
        ]
        tallies = board(rules, recount(facts, rules, calendar), calendar, date(2026, 6, 30))
        return form_rows([(rule, tallies[rule.code]) for rule in rules])

    def test_what_was_done_stands_beside_what_was_printed(self):
        row = self.rows(a_rule("A", 14, 2800))[0]
        self.assertEqual((14, 200, 2800, 3, 600, 2), (
            row.quantity, row.unit_hours, row.hours, row.done, row.done_hours, row.verified,
        ))  # fmt: skip
        self.assertEqual("", row.note)

    def test_a_product_that_is_wrong_on_paper_stays_and_is_said(self):
        rows = self.rows(a_rule("A", 14, 4800, note="按月上报。"))
        self.assertEqual((4800, "按式 14 × 200 = 2,800，印刷为 4,800。按月上报。"), (rows[0].hours, rows[0].note))
        sums = [(row.title, row.hours) for row in rows if row.kind == "sum"]
        self.assertEqual([("专业性工作小计", 4800), ("专业性工作小计（按各行数量乘工时计算）", 2800)], sums)

    def test_a_total_that_is_wrong_on_paper_has_the_others_below(self):
        rows = [row for row in self.rows(a_rule("A", 14, 4800), a_rule("B", 14, 2800), TOTAL) if row.kind == "total"]
        self.assertEqual([22676, 7600, 5600], [row.hours for row in rows])
        self.assertEqual("合计工时（各行印刷数之和）", rows[1].title)
        self.assertEqual(1200, rows[0].done_hours)

    def test_a_contract_without_printed_figures_has_no_form(self):
        self.assertEqual([], self.rows(a_rule("A", 14, 0, printed={})))


class S0Test(TestCase):
    layer = YIDANG_INTEGRATION

    def setUp(self):
        setRoles(self.layer["portal"], TEST_USER_ID, ["Manager"])
        contract = load(self.layer["portal"], read(S0))
        file = io.BytesIO()
        source = OfficialSource(contract, self.layer["request"])
        source.check()
        source.draw(file)
        self.book = load_workbook(file)
        self.sheet = self.book["工作量化指标完成情况表"]

    def test_it_is_the_printed_table_in_its_own_columns(self):
        heading, *rows = values_of(self.sheet)[2:]
        self.assertEqual(list(HEADINGS), heading)
        found = tuple((row[1], row[3], row[4], row[5]) for row in rows if row[1])[: len(PRINTED)]
        self.assertEqual(PRINTED, found)

    def test_the_two_headings_stand_once_beside_their_rows(self):
        groups = [row[0] for row in values_of(self.sheet)[3:] if row[0]]
        self.assertEqual(["专业性工作", "行政性工作", "合计"], groups)
        self.assertIn("A4:A16", [str(one) for one in self.sheet.merged_cells.ranges])

    def test_nothing_done_is_zero_and_not_empty(self):
        self.assertEqual([0, 0, 0], values_of(self.sheet)[3][7:])

    def test_it_prints_on_a4_across_with_its_heading_on_every_page(self):
        setup = self.sheet.page_setup
        self.assertEqual(("landscape", 9, 1, 0), (
            setup.orientation, int(setup.paperSize), int(setup.fitToWidth or 1), int(setup.fitToHeight),
        ))  # fmt: skip
        self.assertEqual("$1:$3", self.sheet.print_title_rows)
        self.assertIn("ZSWQ2024", self.sheet.oddFooter.left.text)
        self.assertIn("&P", self.sheet.oddFooter.center.text)

    def test_lines_that_the_paper_leaves_out_are_in_the_second_sheet(self):
        found = {row["编号"] for row in by_heading(self.book["表外指标"])}
        self.assertLessEqual({"S0-I03", "S0-I04", "S0-I07", "S0-I08"}, found)
        self.assertFalse({"S0-I01", "S0-I23"} & found)
