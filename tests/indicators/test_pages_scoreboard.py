"""The scoreboard page: who may see it, and that it shows what the ledger says."""

from datetime import timedelta
from tests.builders import an_indicator
from tests.desk.world import DeskTest
from tests.desk.world import PEOPLE
from yidang import clock
from yidang.indicators.scoreboard import Scoreboard

import re
import transaction


def lines_on(markup: str) -> dict[str, str]:
    """Code -> `value / target` as the page shows it."""
    rows = re.findall(r"<tr[^>]*><td class=\"yd-line\">.*?</tr>", markup, re.DOTALL)
    found = {}
    for row in rows:
        code = re.search(r"<small>([^<]*)</small>", row).group(1)
        value = re.search(r"yd-value\">(.*?)</td>", row, re.DOTALL).group(1)
        found[code] = " ".join(re.sub(r"<[^>]*>", " ", value).split())
    return found


class ScoreboardPageTest(DeskTest):
    def setUp(self):
        super().setUp()
        self.page = self.path + "/@@scoreboard"

    def test_everybody_of_the_team_and_the_administrator_may_see_it(self):
        self.assert_may(self.page, *PEOPLE, "siteadmin")

    def test_somebody_without_an_account_is_sent_to_sign_in(self):
        visitor = self.reader("worker")
        visitor.session.auth = None
        self.assertIn("/login", visitor.page(self.page).url)

    def test_it_shows_the_numbers_of_the_ledger(self):
        self.a_meeting("submit", "verify", hours=2.0)
        self.a_meeting("submit")
        self.a_meeting()
        tallies = Scoreboard(self.contract).tallies()
        self.assertEqual((2, 1, 1), (tallies["T-01"].value, tallies["T-01"].verified_value, tallies["T-02"].value))
        shown = lines_on(self.text("projectlead", self.page))
        self.assertEqual({"T-01": "2 / 4 次 已核定 1", "T-02": "1 / 2 次 已核定 1"}, shown)

    def test_a_part_is_marked_and_hours_are_added_up(self):
        self.a_meeting("submit")
        page = self.text("worker", self.page)
        self.assertEqual(1, page.count('data-part="1"'))
        self.assertIn("标准工时 2 / 8 小时", page)

    def test_a_past_day_is_recounted_and_said_so(self):
        self.a_meeting("submit", date=self.contract.start)
        self.a_meeting("submit", date=self.contract.start + timedelta(days=1))
        page = self.text("worker", f"{self.page}?day={self.contract.start}")
        self.assertEqual("0 / 4 次 已核定 0", lines_on(page)["T-01"])  # dated then, handed in today
        self.assertIn(f"{self.contract.start} 当日的进度", page)
        page = self.text("worker", f"{self.page}?day={clock.today()}")
        self.assertEqual("2 / 4 次 已核定 0", lines_on(page)["T-01"])
        self.assertNotIn("当日的进度", self.text("worker", self.page).replace("查看当日", ""))

    def test_the_evidence_of_a_past_day_are_the_records_handed_in_by_then(self):
        self.a_meeting("submit", date=self.contract.start)
        board = Scoreboard(self.contract)
        days = (self.contract.start, clock.today())
        found = [board.evidence(board.rule("T-01"), past=day) for day in days]
        self.assertEqual([len(one.counted) for one in found], [0, 1])

    def test_a_day_that_is_none_or_has_not_come_is_refused_in_chinese(self):
        for day, words in (("foo", "不是日期"), ("2026-02-30", "不是日期"), ("2999-01-01", "还没有到")):
            answer = self.reader("worker").page(f"{self.page}?day={day}")
            self.assertEqual(400, answer.status_code)
            self.assertIn(words, answer.text)

    def test_it_is_narrowed_to_a_state_and_an_unknown_state_is_refused(self):
        self.a_meeting("submit", hours=2.0)
        self.a_meeting("submit", hours=2.0)
        self.assertEqual({"T-02"}, set(lines_on(self.text("worker", self.page + "?state=met"))))
        self.assertEqual(400, self.status("worker", self.page + "?state=foo"))

    def test_a_station_at_zero_is_named_under_the_sum(self):
        rule = {"code": "T-03", "title": "各站会议", "unit": "次", "target": ">= 2", "per": ["station"]}
        an_indicator(self.contract, {**rule, "count": {"kinds": ["meeting"], "measure": "count"}})
        self.contract.reindexObject()
        transaction.commit()
        self.a_meeting("submit", "verify")
        page = self.text("worker", self.page)
        self.assertIn("最少：石岐站 0 / 2", page)

    def test_a_contract_without_lines_says_what_to_do(self):
        for code in ("t-02", "t-01"):
            self.contract["indicators"]._delObject(code)
        transaction.commit()
        self.assertIn("还没有指标", self.text("worker", self.page))

    def test_the_table_of_indicators_leads_to_it(self):
        visitor = self.reader("worker")
        self.assertTrue(visitor.page(self.path + "/indicators").url.endswith("/@@scoreboard"))
