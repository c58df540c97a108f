"""What a text tells of days and of people who came."""

from datetime import date
from unittest import TestCase
from yidang.publicity.telling import attendances_in
from yidang.publicity.telling import days_in
from yidang.publicity.telling import number


DAYS = (
    ("3月8日上午", date(2026, 3, 8), date(2026, 3, 8)),
    ("3 月 8 号", date(2026, 3, 8), date(2026, 3, 8)),
    ("2025年12月31日", date(2025, 12, 31), date(2025, 12, 31)),
    ("2026-03-08 下午", date(2026, 3, 8), date(2026, 3, 8)),
    ("三月八日", date(2026, 3, 8), date(2026, 3, 8)),
    ("十一月二十三日", date(2026, 11, 23), date(2026, 11, 23)),
    ("3月8日至10日", date(2026, 3, 8), date(2026, 3, 10)),
    ("3月8-10日", date(2026, 3, 8), date(2026, 3, 10)),
    ("3月30日—4月2日", date(2026, 3, 30), date(2026, 4, 2)),
)
NO_DAYS = ("2月30日", "13月1日", "第3届8日", "3月", "三八妇女节", "编号2026-13-01")
NUMBERS = (
    ("共86人次", 86, 86),
    ("服务1,200人次", 1200, 1200),
    ("摆开展台，86人次参加", 86, 86),
    ("到2026，86人次", 86, 86),
    ("一百二十人次", 120, 120),
    ("两百余人次", 200, 299),
    ("120多人次", 120, 129),
    ("10余名居民参加", 10, 19),
    ("近200人次", 150, 200),
    ("约100人次", 90, 110),
    ("逾1万人次", 10000, 19999),
    ("吸引了46位妇女参与", 46, 46),
    ("35人到场", 35, 35),
)
NO_NUMBERS = ("3名社工和5名志愿者参加", "发放手册300份", "12人", "有3名居民，社工参加", "第86次")


class TellingTest(TestCase):
    def test_days_are_read_in_every_way_of_writing_them(self):
        for text, least, most in DAYS:
            with self.subTest(text):
                self.assertEqual([(least, most)], [(one.least, one.most) for one in days_in(text, 2026)])

    def test_what_is_no_day_is_none(self):
        for text in NO_DAYS:
            with self.subTest(text):
                self.assertEqual([], list(days_in(text, 2026)))

    def test_numbers_of_people_are_read_as_a_reader_takes_them(self):
        for text, least, most in NUMBERS:
            with self.subTest(text):
                found = [(round(one.least), round(one.most)) for one in attendances_in(text)]
                self.assertEqual([(least, most)], found)

    def test_staff_and_things_are_not_people_who_came(self):
        for text in NO_NUMBERS:
            with self.subTest(text):
                self.assertEqual([], list(attendances_in(text)))

    def test_the_place_of_what_was_told_is_known(self):
        text = "昨天，3月8日，共86人次参加"
        self.assertEqual(["3月8日"], [text[one.start : one.end] for one in days_in(text, 2026)])
        self.assertIn("86人次", [text[one.start : one.end] for one in attendances_in(text)])

    def test_pages_of_digits_are_read_in_one_pass(self):
        for sign in ("一", "十", "1", "1,", "近", "至", "月", "3月", "人", "名居民", " ", "1 ", "3月3 "):
            text = sign * 30_000
            self.assertEqual(([], []), (list(days_in(text, 2026)), list(attendances_in(text))), sign)

    def test_chinese_numerals(self):
        for text, value in (
            ("十", 10),
            ("二十三", 23),
            ("一百零五", 105),
            ("三千二百", 3200),
            ("二〇", 20),
            ("甲", None),
        ):
            self.assertEqual(value, number(text), text)
