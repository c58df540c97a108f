"""The administrator's table of holidays and the times of reminders."""

from tests.deadlines.world import DeadlineTest
from yidang.deadlines.settings import setting
from yidang.deadlines.settings import workdays

import datetime
import transaction


PAGE = "/@@deadline-settings"


class SettingsPageTest(DeadlineTest):
    def send(self, **fields):
        answer = self.post("siteadmin", PAGE, **fields)
        transaction.begin()
        return answer

    def test_it_is_the_administrator_s(self):
        self.assertEqual(200, self.status("siteadmin", PAGE))
        for name in ("lead", "purchaser", "worker", "outsider"):
            self.assertEqual(403, self.status(name, PAGE), name)

    def test_three_years_are_shipped(self):
        self.assertEqual({2024, 2025, 2026}, set(workdays().years))
        page = self.text("siteadmin", f"{PAGE}?year=2026")
        self.assertIn("国庆节", page)
        self.assertIn("上班", page)

    def test_a_year_that_the_library_has_is_imported_again(self):
        day = 'datetime="2026-10-01"'
        self.assertEqual(302, self.send(do="remove", date="2026-10-01", year="2026").status_code)
        self.assertNotIn(day, self.text("siteadmin", f"{PAGE}?year=2026"))
        self.assertEqual(302, self.send(do="import", year="2026").status_code)
        page = self.text("siteadmin", f"{PAGE}?year=2026")
        self.assertIn(day, page)
        for year, count in ((2024, 36), (2025, 33), (2026, 39)):
            self.assertIn(f"{year} 年 <b>{count}</b>", page)

    def test_a_year_that_nobody_has_announced_is_refused_with_what_to_do(self):
        answer = self.send(do="import", year="2031")
        self.assertEqual(400, answer.status_code)
        self.assertIn("没有 2031 年", answer.text)

    def test_a_day_is_added_by_hand(self):
        self.assertEqual(302, self.send(do="add", date="2027-01-01", kind="放假", name="元旦", year="2027").status_code)
        self.assertFalse(workdays().is_working_day(datetime.date(2027, 1, 1)))
        self.assertIn(2027, workdays().years)

    def test_a_bad_day_says_what_is_wrong_at_each_field(self):
        answer = self.send(do="add", date="1.1.", kind="休息", name=" ")
        self.assertEqual(400, answer.status_code)
        for words in ("请填写日期", "请选择“放假”或“上班”", "请填写名称"):
            self.assertIn(words, answer.text)

    def test_reminders_are_set(self):
        fields = {"days": "10，2, 0", "weeks": "2", "address": "https://yidang.example.org/"}
        self.assertEqual(302, self.send(do="remind", **fields).status_code)
        self.assertEqual(((10, 2, 0), 2), (setting("remind_days"), setting("overdue_weeks")))
        self.assertEqual("https://yidang.example.org", setting("address"))

    def test_nonsense_is_refused_and_nothing_of_it_kept(self):
        for fields, words in (
            ({"days": "bald", "weeks": "1", "address": "https://a.example"}, "请写天数"),
            ({"days": "7", "weeks": "-1", "address": "https://a.example"}, "的整数"),
            ({"days": "7", "weeks": "1", "address": "javascript:alert(1)"}, "网址须以"),
        ):
            with self.subTest(fields=fields):
                answer = self.send(do="remind", **fields)
                self.assertEqual(400, answer.status_code)
                self.assertIn(words, answer.text)
        self.assertEqual((7, 3, 1, 0), setting("remind_days"))

    def test_without_the_token_nothing_happens(self):
        answer = self.reader("siteadmin")._post(PAGE, {"do": "remove", "date": "2026-10-01"}, {})
        self.assertEqual(403, answer.status_code)
