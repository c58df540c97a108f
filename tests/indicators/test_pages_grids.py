"""Stations against lines, members against periods: nobody at zero is hidden, each cell leads to its records."""

from datetime import date
from tests.builders import an_indicator
from tests.desk.world import DeskTest
from tests.desk.world import PEOPLE

import re
import transaction


STATIONS = {"code": "T-03", "title": "各站会议", "unit": "次", "target": ">= 2", "per": ["station"]}
WORKERS = {"code": "T-04", "title": "每人每月会议", "unit": "次", "target": ">= 1", "per": ["worker", "month"]}
COUNT = {"kinds": ["meeting"], "measure": "count"}
CELL = re.compile(r'<td class="yd-cell" data-state="(\w+)" title="([^"]*)"\s*>(.*?)</td>', re.DOTALL)


def cells_of(markup: str) -> dict[str, tuple[str, str]]:
    """What a cell is about -> its state and its number."""
    found = {}
    for state, title, inner in CELL.findall(markup):
        found[title.rpartition(" ")[0]] = state, re.search(r"<b>([^<]*)</b>", inner).group(1)
    return found


class MatrixPageTest(DeskTest):
    def setUp(self):
        super().setUp()
        self.page = self.path + "/@@matrix"
        an_indicator(self.contract, {**STATIONS, "count": COUNT})
        transaction.commit()

    def test_everybody_of_the_team_and_the_administrator_may_see_it(self):
        self.assert_may(self.page, *PEOPLE, "siteadmin")

    def test_every_station_stands_against_every_line_also_at_zero(self):
        self.a_meeting("submit")
        self.a_meeting("submit")
        found = cells_of(self.text("projectlead", self.page))
        self.assertEqual(("met", "2"), found["zhongshan站 各站会议"])
        self.assertEqual("0", found["石岐站 各站会议"][1])
        self.assertIn(found["石岐站 各站会议"][0], ("behind", "ok", "failed"))
        self.assertEqual(("some", "2"), found["zhongshan站 工作会议"])
        self.assertIn("石岐站 工作会议", found)

    def test_the_state_is_told_in_words_as_well(self):
        self.a_meeting("submit")
        self.a_meeting("submit")
        self.assertIn('<span class="yd-sr">达到</span>', self.text("worker", self.page))

    def test_a_cell_leads_to_its_records(self):
        self.a_meeting("submit", title="石岐的会", station="shiqi")
        self.a_meeting("submit", title="中山的会")
        page = self.text("worker", self.page)
        self.assertIn("@@indicator?code=T-03&station=shiqi", page)
        records = self.text("worker", self.path + "/@@indicator?code=T-03&station=shiqi")
        self.assertIn("石岐的会", records)
        self.assertNotIn("中山的会", records)
        self.assertIn("只看 <b>石岐站</b>：已计入 1 件", records)

    def test_work_of_no_station_has_its_row(self):
        self.a_meeting("submit", station=None)
        self.assertIn("未注明站点", self.text("worker", self.page))
        self.assertNotIn("石岐站的会", self.text("worker", self.path + "/@@indicator?code=T-03&station=-"))

    def test_as_of_a_past_day(self):
        self.a_meeting("submit", date=self.today)
        page = self.text("worker", f"{self.page}?day={self.contract.start}")
        self.assertIn("当日的进度", page)
        self.assertEqual("0", cells_of(page)["zhongshan站 工作会议"][1])

    def test_bad_words_in_the_address_are_refused(self):
        for bad in ("?day=foo", "?day=2999-01-01", "?b_start=x"):
            self.assertEqual(400, self.status("worker", self.page + bad), bad)


class GridPageTest(DeskTest):
    def setUp(self):
        super().setUp()
        self.page = self.path + "/@@grid"
        an_indicator(self.contract, {**WORKERS, "count": COUNT})
        transaction.commit()

    def month(self, number: int) -> str:
        return f"{self.contract.start.year}年{number}月"

    def test_everybody_of_the_team_and_the_administrator_may_see_it(self):
        self.assert_may(self.page, *PEOPLE, "siteadmin")

    def test_a_worker_who_did_nothing_is_there_at_zero(self):
        page = self.text("projectlead", self.page)
        self.assertEqual("0", cells_of(page)[f"worker {self.month(1)}"][1])
        self.assertIn("1 / 1 名社工没有达到", page)

    def test_each_month_has_its_own_state_and_the_target_beside_the_number(self):
        self.a_meeting("submit", date=date(self.contract.start.year, 1, 5))
        page = self.text("worker", self.page)
        self.assertEqual(("met", "1"), cells_of(page)[f"worker {self.month(1)}"])
        self.assertIn("<small>/1</small>", page)

    def test_months_to_come_are_marked_as_such_and_not_as_missed(self):
        page = self.text("worker", self.page)
        if self.today.month < 12:
            self.assertEqual(("future", ""), cells_of(page)[f"worker {self.month(12)}"])
        self.assertNotIn("failed", [state for state, _ in [cells_of(page)[f"worker {self.month(self.today.month)}"]]])

    def test_a_cell_leads_to_the_records_of_the_worker_in_the_month(self):
        self.a_meeting("submit", title="一月的会", date=date(self.contract.start.year, 1, 5))
        label = f"{self.contract.start.year}-01"
        self.assertIn(f"member=worker&bucket={label}", self.text("worker", self.page))
        records = self.path + "/@@indicator?code=T-04&member=worker&bucket="
        self.assertIn("一月的会", self.text("worker", records + label))
        self.assertNotIn("一月的会", self.text("worker", records + f"{self.contract.start.year}-02"))

    def test_somebody_of_whom_nothing_is_asked_stands_last_without_a_target(self):
        self.a_meeting("submit", date=date(self.contract.start.year, 1, 5), workers=("worker", "projectlead"))
        page = self.text("worker", self.page)
        self.assertEqual(("some", "1"), cells_of(page)[f"projectlead {self.month(1)}"])
        self.assertIn("不在考核名单内", page)
        names = re.findall(r'<th scope="row"><a[^>]*>([^<]*)</a>', page)
        self.assertEqual(["worker", "projectlead"], names)

    def test_a_line_without_members_and_periods_is_not_found_and_a_contract_without_any_says_so(self):
        self.assertEqual(404, self.status("worker", self.page + "?code=T-01"))
        self.contract["indicators"]._delObject("t-04")
        transaction.commit()
        self.assertIn("没有按人员", self.text("worker", self.page))

    def test_bad_words_in_the_address_of_the_records_are_refused(self):
        self.assertEqual(400, self.status("worker", self.path + "/@@indicator?code=T-04&bucket=2031-13"))

    def test_the_way_to_the_grid_is_shown_only_where_there_is_one(self):
        self.assertIn("@@grid", self.text("worker", self.path + "/@@scoreboard"))
        self.contract["indicators"]._delObject("t-04")
        transaction.commit()
        self.assertNotIn("@@grid", self.text("worker", self.path + "/@@scoreboard"))
