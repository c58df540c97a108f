"""The numbers of a contract as files: what the page shows, with types."""

from datetime import date
from datetime import timedelta
from plone import api
from plone.dexterity.utils import createContentInContainer
from tests.builders import a_contract
from tests.builders import a_record
from tests.builders import an_account
from tests.builders import an_indicator
from tests.desk.world import MEETINGS
from tests.exchange.test_doors import TakingTest
from tests.exchange.written import values_of
from yidang.indicators.scoreboard import Scoreboard

import transaction


EVERYBODY = {
    "code": "T-09",
    "title": "每人每月会议",
    "unit": "次",
    "target": ">= 2",
    "per": ["worker", "month"],
    "count": {"kinds": ["meeting"], "measure": "count"},
}


def by_heading(sheet) -> list[dict]:
    """The rows of a sheet by heading."""
    heading, *rows = values_of(sheet)
    return [dict(zip(heading, row, strict=True)) for row in rows]


class BoardsTest(TakingTest):
    def test_the_board_has_the_numbers_of_the_ledger_as_numbers(self):
        self.a_meeting("submit", "verify", hours=2.0)
        self.a_meeting("submit")
        book = self.book("worker", self.path, policy="scoreboard")
        self.assertEqual(["指标进度", "图表", "说明"], book.sheetnames)
        first, second = by_heading(book["指标进度"])
        self.assertEqual(
            ("T-01", 4, 2, 1, 0.5), tuple(first[one] for one in ("编号", "目标", "完成", "已核定", "完成率"))
        )
        self.assertEqual("其中：满两小时的会议", second["指标"])
        self.assertIn("会议", first["算法"])

    def test_a_past_day_is_told_as_it_was(self):
        self.a_meeting("submit", date=self.contract.start)
        book = self.book("worker", self.path, policy="scoreboard", day=str(self.contract.start))
        self.assertEqual(0, by_heading(book["指标进度"])[0]["完成"])  # dated then, handed in today
        notes = dict(values_of(book["说明"]))
        self.assertEqual(self.contract.start, notes["数字截至"].date())
        self.assertEqual(self.contract.number, notes["合同编号"])

    def test_a_rate_is_a_rate_and_nothing_is_neither_zero_nor_all(self):
        to = {
            "kinds": ["case"],
            "measure": {"ratio": {"of": {"where": [{"field": "closed", "present": True}]}, "to": {}}},
        }
        rule = {"code": "T-04", "title": "结案率", "unit": "%", "target": ">= 80%", "count": to}
        an_indicator(self.contract, rule)
        transaction.commit()
        row = by_heading(self.book("worker", self.path, policy="scoreboard")["指标进度"])[-1]
        self.assertEqual((0.8, None, None), (row["目标"], row["完成"], row["完成率"]))

    def test_months_are_columns_and_what_is_to_come_is_empty(self):
        self.a_meeting("submit", date=self.contract.start)
        rows = self.csv("worker", self.path, policy="months")
        self.assertEqual(12, sum(one.endswith("月") for one in rows[0]))
        self.assertEqual("1", rows[1][4])
        if self.today.month < 12:
            self.assertEqual("", rows[1][4 + 11])
        self.assertEqual("1", rows[1][-1])

    def test_one_line_by_month_has_its_sum_and_the_straight_line(self):
        self.a_meeting("submit", date=self.contract.start)
        book = self.book("worker", self.path, policy="months", code="T-01")
        rows = values_of(book.worksheets[0])
        self.assertEqual(["月份", "当月完成", "累计完成", "按进度应完成"], rows[0])
        self.assertEqual((1, 1, 4), (rows[1][1], rows[1][2], rows[12][3]))
        self.assertEqual(2, len(book["图表"]._charts))

    def test_the_contract_before_stands_beside_month_by_month(self):
        start = self.contract.start
        fields = {"purchaser": self.contract.purchaser, "number": "HT-旧", "end": start - timedelta(days=1)}
        other = a_contract(self.portal, start=date(start.year - 1, 1, 1), **fields)
        an_account("worker", other, "Worker")
        an_indicator(other, MEETINGS)
        day = date(start.year - 1, 2, 3)
        meeting = a_record(
            other, "ServiceRecord", kind="meeting", title="旧会", date=day, hours=1.0, workers=("worker",)
        )
        api.content.transition(meeting, "submit")
        self.a_meeting("submit", date=start)
        rows = self.csv("worker", self.path, policy="months", code="T-01")
        self.assertEqual("上一合同（HT-旧）同期", rows[0][-1])
        self.assertEqual([("1", "0"), ("0", "1")], [(row[1], row[-1]) for row in rows[1:3]])
        self.assertEqual(4, len(self.csv("purchaser", self.path, policy="months", code="T-01")[0]))

    def test_deadlines_are_those_of_the_page_with_its_filters(self):
        an_indicator(self.contract, EVERYBODY)
        transaction.commit()
        rows = by_heading(self.book("projectlead", self.path, policy="deadlines", state="all")["期限"])
        owed = [row for row in rows if row["编号"] == "T-09"]
        self.assertEqual((12, "worker", "≥ 2"), (len(owed), owed[0]["责任人或站点"], owed[0]["目标"]))
        open_now = by_heading(self.book("projectlead", self.path, policy="deadlines")["期限"])
        self.assertLess(len(open_now), len(rows))
        self.assertEqual(400, self.file("projectlead", self.path, policy="deadlines", state="foo").status_code)

    def test_a_station_at_zero_stands_in_the_matrix(self):
        self.a_meeting("submit")
        rows = self.csv("purchaser", self.path, policy="matrix")
        self.assertEqual({"石岐站": "0", "zhongshan站": "1"}, {row[0]: row[1] for row in rows[1:3]})
        self.assertEqual(["合同合计", "目标"], [row[0] for row in rows[3:]])

    def test_a_grid_shows_everybody_even_at_zero(self):
        an_indicator(self.contract, EVERYBODY)
        transaction.commit()
        self.a_meeting("submit", date=self.contract.start)
        sheet = self.book("projectlead", self.path, policy="grid", code="T-09").worksheets[0]
        rows = values_of(sheet)
        self.assertEqual("T-09 每人每月会议", sheet.title)
        self.assertEqual(("人员", "worker", 1), (rows[0][0], rows[1][0], rows[1][1]))
        self.assertEqual(24, rows[1][-1])
        self.assertEqual("FFFBE3E0", sheet["B2"].fill.fgColor.rgb)

    def test_standard_hours_stand_beside_recorded_ones(self):
        self.a_meeting("submit", hours=1.5)
        book = self.book("worker", self.path, policy="hours")
        first, *_, total = by_heading(book["标准工时"])
        shown = tuple(first[one] for one in ("完成工时", "计划工时", "专业性工作", "记录工时"))
        self.assertEqual((2, 8, "是", 1.5), shown)
        self.assertEqual("合计", total["编号"])
        self.assertEqual([1.5], [row["记录工时"] for row in by_heading(book["按种类"])])
        months = {row["月份"]: row["记录工时"] for row in by_heading(book["按月"])}
        self.assertEqual((1.5, self.today.month), (months[f"{self.today.year}年1月"], len(months)))
        people = {row["人员"]: row["记录工时"] for row in by_heading(book["按人"])}
        self.assertEqual(1.5, people["worker"])

    def test_staff_rules_say_who_keeps_them_to_those_who_may_see_the_cards(self):
        rule = {"code": "T-05", "title": "持证人员", "unit": "人", "target": ">= 1", "as_of": "today"}
        where = [{"field": "role", "is": "lead"}]
        an_indicator(self.contract, {**rule, "count": {"kinds": ["staff"], "measure": "count", "where": where}})
        card = {"name": "周小满", "role": "worker", "started": self.contract.start}
        createContentInContainer(self.portal["stations"]["zhongshan"], "StaffMember", checkConstraints=False, **card)
        transaction.commit()
        book = self.book("projectlead", self.path, policy="staff-rules")
        row = by_heading(book["人员要求"])[0]
        self.assertEqual(("T-05", 0), (row["编号"], row["现状"]))
        self.assertEqual([("周小满", "否")], [(row["姓名"], row["符合"]) for row in by_heading(book["逐人"])])
        self.assertTrue(by_heading(book["逐人"])[0]["不符合的原因"])
        self.assertEqual([], by_heading(self.book("publicist", self.path, policy="staff-rules")["逐人"]))

    def test_an_overview_has_the_contracts_of_the_reader_only(self):
        for name, number in (("purchaser", 1), ("outsider", 0), ("siteadmin", 1)):
            rows = self.csv(name, "/contracts", policy="overview")
            with self.subTest(name=name):
                self.assertEqual(number, len(rows) - 1)
        counts = dict(zip(rows[0], rows[1], strict=True))
        self.assertEqual(len(Scoreboard(self.contract).rules), int(counts["指标数"]))
