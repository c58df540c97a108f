"""The pages of an archive and its sections."""

from datetime import timedelta
from tests.desk.world import DeskTest
from tests.desk.world import PEOPLE
from yidang.pages.batch import SIZE

import re


def titles(markup: str) -> list[str]:
    """The titles in the list, in order."""
    return re.findall(r'<td class="yd-key"><a href="[^"]*">([^<]*)</a>', markup)


class ArchivePagesTest(DeskTest):
    def setUp(self):
        super().setUp()
        self.page = self.section("records")

    def test_the_team_and_the_administrator_may_see_them(self):
        for path in (self.path + "/archive", self.page):
            self.assert_may(path, *PEOPLE, "siteadmin")

    def test_sections_are_counted_by_state_as_far_as_one_may_see(self):
        self.a_meeting("submit")
        self.a_meeting()
        self.assertIn("草稿 1", self.text("worker", self.path + "/archive"))
        seen = self.text("purchaser", self.path + "/archive")
        self.assertIn("已提交 1", seen)
        self.assertNotIn("草稿 1", seen)

    def test_a_section_lists_the_newest_day_first_and_may_be_turned_round(self):
        for days, title in ((0, "甲"), (2, "丙"), (1, "乙")):
            self.a_meeting("submit", title=title, date=self.contract.start + timedelta(days=days))
        self.assertEqual(["丙", "乙", "甲"], titles(self.text("worker", self.page)))
        self.assertEqual(["甲", "乙", "丙"], titles(self.text("worker", self.page + "?sort=oldest")))

    def test_sorted_by_number_drafts_are_left_out(self):
        for title in ("先提交", "后提交"):
            self.a_meeting("submit", title=title)
        self.a_meeting(title="草稿")
        self.assertEqual(["先提交", "后提交"], titles(self.text("worker", self.page + "?sort=number")))

    def test_filters_narrow_the_list(self):
        self.a_meeting("submit", title="中山", station="zhongshan")
        self.a_meeting(title="石岐", station="shiqi", date=self.contract.start + timedelta(days=40))
        month = f"{self.contract.start:%Y-%m}"
        for query, expected in (
            ("station=shiqi", ["石岐"]),
            ("state=submitted", ["中山"]),
            (f"month={month}", ["中山"]),
            ("type=ServiceRecord&kind=meeting&state=draft", ["石岐"]),
            ("kind=visit", []),
            ("q=石岐", ["石岐"]),
        ):
            self.assertEqual(expected, titles(self.text("worker", f"{self.page}?{query}")), query)

    def test_a_record_is_found_by_its_whole_number(self):
        record = self.a_meeting("submit", title="有号")
        self.a_meeting("submit", title="另一件")
        self.assertEqual(["有号"], titles(self.text("worker", f"{self.page}?q={record.archive_number}")))

    def test_drafts_of_others_are_not_listed(self):
        self.a_meeting(title="别人的草稿")
        self.assertEqual([], titles(self.text("purchaser", self.page)))

    def test_the_list_comes_in_pages(self):
        self.some_meetings(SIZE + 2)
        self.assertEqual(SIZE, len(titles(self.text("worker", self.page))))
        self.assertEqual(2, len(titles(self.text("worker", self.page + f"?b_start={SIZE}"))))

    def test_bad_words_in_the_address_are_refused(self):
        for query in ("b_start=abc", "month=foo", "month=2026-13", "sort=foo"):
            self.assertEqual(400, self.status("worker", f"{self.page}?{query}"), query)

    def test_unknown_filters_find_nothing_and_break_nothing(self):
        for query in ("state=foo", "type=Foo", "station=mars", "q=*", "q=((", "b_start=99999"):
            self.assertEqual([], titles(self.text("worker", f"{self.page}?{query}")), query)

    def test_one_is_offered_only_what_one_may_add(self):
        self.assertIn("++add++ServiceRecord", self.text("worker", self.page))
        for name in ("purchaser", "evaluator", "publicist"):
            self.assertNotIn("++add++", self.text(name, self.page).split("<main")[1])
        self.assertIn("++add++Inspection", self.text("purchaser", self.section("review")))
