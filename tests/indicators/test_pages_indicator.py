"""The page of one line: the records behind the number, the reasons of the others, what may not be seen."""

from datetime import timedelta
from tests.desk.world import DeskTest
from tests.desk.world import PEOPLE
from yidang.pages.batch import SIZE


class IndicatorPageTest(DeskTest):
    def setUp(self):
        super().setUp()
        self.page = self.path + "/@@indicator?code="

    def test_everybody_of_the_team_may_see_it(self):
        self.assert_may(self.page + "T-01", *PEOPLE, "siteadmin")

    def test_the_indicator_itself_shows_the_same(self):
        self.a_meeting("submit", title="三月例会")
        self.assertIn("三月例会", self.text("worker", self.path + "/indicators/t-01"))

    def test_the_rule_is_a_sentence(self):
        self.assertIn("已提交的工作会议不少于 4 次", self.text("worker", self.page + "T-01"))

    def test_what_counts_and_what_does_not_stand_in_two_lists_with_reasons(self):
        self.a_meeting("submit", title="短会", hours=1.0)
        self.a_meeting("submit", title="长会", hours=2.0)
        counted, excluded = self.page + "T-02", self.page + "T-02&show=excluded"
        self.assertIn("长会", self.text("worker", counted))
        self.assertNotIn("短会", self.text("worker", counted))
        page = self.text("worker", excluded)
        self.assertIn("短会", page)
        self.assertIn("要求 ≥ 2", page)

    def test_near_misses_come_first(self):
        self.a_meeting(title="短而未提交", hours=1.0)
        self.a_meeting("submit", title="只是短", hours=1.0)
        page = self.text("worker", self.page + "T-02&show=excluded")
        self.assertLess(page.index("只是短"), page.index("短而未提交"))

    def test_a_record_that_the_reader_may_not_see_shows_only_its_day(self):
        self.a_meeting(title="别人的草稿")
        page = self.text("purchaser", self.page + "T-01&show=excluded")
        self.assertIn("（无权查看）", page)
        self.assertIn(str(self.contract.start), page)
        self.assertNotIn("别人的草稿", page)

    def test_the_list_comes_in_pages(self):
        self.some_meetings(SIZE + 1)
        page = self.page + "T-01&show=excluded"
        first = self.text("worker", page)
        self.assertIn("b_start=50", first)
        self.assertEqual(SIZE, first.count('data-label="站点"'))
        self.assertEqual(1, self.text("worker", page + "&b_start=50").count('data-label="站点"'))

    def test_an_unknown_line_is_not_found(self):
        self.assertEqual(404, self.status("worker", self.page + "NO-1"))
        self.assertEqual(404, self.status("worker", self.path + "/@@indicator"))

    def test_bad_words_in_the_address_are_refused(self):
        for bad in ("&b_start=abc", "&b_start=-1", "&show=foo", "&day=foo", "&b_start=" + "9" * 30):
            self.assertEqual(400, self.status("worker", self.page + "T-01" + bad), bad)

    def test_a_page_beyond_the_last_is_empty(self):
        self.assertEqual(200, self.status("worker", self.page + "T-01&b_start=5000"))

    def test_a_past_day_leaves_out_what_came_later(self):
        self.a_meeting("submit", title="后来的会", date=self.today)
        page = self.text("worker", f"{self.page}T-01&day={self.contract.start}")
        self.assertNotIn("后来的会", page)

    def test_only_who_may_at_least_try_another_wording_is_offered_the_form(self):
        self.assertIn("修改指标", self.text("siteadmin", self.page + "T-01"))
        self.assertIn("修改指标", self.text("projectlead", self.page + "T-01"))
        self.assertNotIn("修改指标", self.text("worker", self.page + "T-01"))

    def test_the_lists_are_narrowed_to_a_month_and_say_so(self):
        year = self.contract.start.year
        self.a_meeting("submit", title="一月的会", date=self.contract.start)
        self.a_meeting("submit", title="二月的会", date=self.contract.start.replace(month=2))
        page = self.text("worker", f"{self.page}T-01&bucket={year}-02")
        self.assertIn("二月的会", page)
        self.assertNotIn("一月的会", page)
        self.assertIn(f"只看 <b>{year}年2月</b>：已计入 1 件", page)

    def test_a_record_that_was_handed_in_today_was_no_evidence_yesterday(self):
        self.a_meeting("submit", title="补交的会")
        page = self.text("worker", f"{self.page}T-01&day={self.today - timedelta(days=1)}")
        self.assertNotIn(">补交的会</a>", page.partition('id="list"')[2])
        self.assertIn('已计入<span class="yd-count">0</span>', page)

    def test_the_course_of_the_line_is_a_chart_with_a_table(self):
        self.a_meeting("submit")
        page = self.text("worker", self.page + "T-01")
        self.assertIn("累计完成与匀速线", page)
        self.assertIn(f"code=T-01&bucket={self.contract.start.year}-01#list", page)
