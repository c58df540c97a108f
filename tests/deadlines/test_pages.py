"""The list and the wall calendar of a contract: who sees what, and that filters filter."""

from datetime import timedelta
from tests.deadlines.world import DeadlineTest
from tests.deadlines.world import PEOPLE
from yidang.contracts.actions import extend

import transaction


class ListTest(DeadlineTest):
    def page(self, name: str, query: str = "") -> str:
        return self.text(name, f"{self.path}/@@deadlines{query}")

    def test_only_the_team_and_the_administrator_may_open_it(self):
        path = f"{self.path}/@@deadlines"
        for name in PEOPLE:
            self.assertEqual(200, self.status(name, path), name)
        self.assertEqual(200, self.status("siteadmin", path))
        for name in ("lead2", "outsider"):
            self.assertEqual(403, self.status(name, path), name)

    def test_the_contract_s_bar_leads_to_it(self):
        self.assertIn("/@@deadlines", self.text("worker", self.path))

    def test_a_worker_sees_their_own_and_a_lead_everybody_s(self):
        mine, all_of_it = self.page("worker", "?state=all"), self.page("lead", "?state=all&who=colleague")
        self.assertIn("督导（", mine)
        self.assertIn(">worker<", mine)
        self.assertNotIn(">colleague<", mine)
        self.assertIn(">colleague<", all_of_it)

    def test_a_worker_cannot_ask_for_somebody_else(self):
        self.assertEqual(400, self.status("worker", f"{self.path}/@@deadlines?who=colleague"))

    def test_what_is_open_is_shown_and_the_rest_on_demand(self):
        last = self.last_month()
        self.a_brief(f"{last:%Y-%m}", last + timedelta(days=9))
        title = f"项目推进月简报（{last.year}年{last.month}月）"
        self.assertNotIn(title, self.page("lead"))
        done = self.page("lead", "?state=done")
        self.assertIn(title, done)
        self.assertIn(f"{last.month}月10日完成", done)

    def test_a_report_handed_in_late_says_by_how_many_days(self):
        last = self.last_month()
        self.a_brief(f"{last:%Y-%m}", last + timedelta(days=25))
        late = self.page("lead", "?state=late")
        self.assertIn("迟交", late)
        self.assertIn("迟 1 天", late)

    def test_a_demand_for_correction_has_its_day(self):
        self.a_demand(self.today - timedelta(days=2))
        page = self.page("lead", "?state=overdue")
        self.assertIn("补齐签名", page)
        self.assertIn("已过 2 天", page)
        self.assertNotIn("补齐签名", self.page("publicist", "?state=all"))

    def test_one_month_only(self):
        last = self.last_month()
        page = self.page("lead", f"?state=all&month={last:%Y-%m}")
        self.assertIn(f"（{last.year}年{last.month}月）", page)
        self.assertNotIn(f"（{self.today.year}年{self.today.month}月）", page)

    def test_a_query_that_means_nothing_is_refused(self):
        for query in ("state=bad", "view=week", "month=2026-13", "month=heute", "who=nobody", "b_start=-1"):
            with self.subTest(query=query):
                self.assertEqual(400, self.status("lead", f"{self.path}/@@deadlines?{query}"))

    def test_the_page_says_that_the_last_day_counts_whole_and_does_not_move(self):
        page = self.page("lead")
        self.assertIn("23:59", page)
        self.assertIn("不顺延", page)

    def test_an_extension_leaves_the_first_end_readable(self):
        before = self.contract.end
        extend(self.contract, before + timedelta(days=31), "补充协议延长一个月")
        self.commit()
        page = self.page("lead", "?state=later")
        self.assertIn(f"原定合同期结束（已延长至 {before + timedelta(days=31)}）", page)

    def test_a_contract_may_let_the_day_move(self):
        self.contract.due_moves = True
        self.commit()
        self.assertIn("顺延到下一个工作日", self.page("lead"))

    def commit(self):
        transaction.commit()


class WallTest(DeadlineTest):
    def page(self, name: str, month: str) -> str:
        return self.text(name, f"{self.path}/@@deadlines?view=month&month={month}")

    def test_weeks_begin_on_monday_and_holidays_are_marked(self):
        page = self.page("lead", "2026-10")
        self.assertLess(page.index("周一"), page.index("周日"))
        self.assertIn("国庆节", page)
        self.assertIn('datetime="2026-09-28"', page)

    def test_a_weekend_that_is_worked_says_so(self):
        page = " ".join(self.page("lead", "2026-10").split())
        [square] = [part for part in page.split("<td") if 'datetime="2026-10-10"' in part]
        self.assertIn('data-on="1">班<', square)
        self.assertNotIn("data-rest", square)

    def test_the_same_obligation_of_two_stations_stands_there_once(self):
        last = self.last_month()
        page = self.page("lead", f"{last:%Y-%m}")
        self.assertIn("站点检查 0 / 2 已完成", page)

    def test_a_year_without_holidays_says_so(self):
        self.assertIn("2031 年的放假安排尚未公布", self.page("lead", "2031-05"))
        self.assertNotIn("尚未公布", self.page("lead", "2026-05"))


class DeskTest(DeadlineTest):
    def test_the_desk_names_what_is_due_for_me(self):
        page = self.text("worker", "/@@desk")
        self.assertIn("期限", page)
        self.assertIn("督导（", page)
        self.assertNotIn("项目推进月简报（", page)

    def test_the_lead_s_desk_says_several_stations_in_one_line(self):
        self.assertIn("0 / 2 已完成", self.text("lead", "/@@desk"))
