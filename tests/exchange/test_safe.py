"""Texts, titles and names that may stand in a file."""

from datetime import date
from hypothesis import given
from hypothesis import strategies as st
from unittest import TestCase
from urllib.parse import unquote
from yidang.exchange.safe import clean
from yidang.exchange.safe import disposition
from yidang.exchange.safe import file_name
from yidang.exchange.safe import guarded
from yidang.exchange.safe import NOT_IN_NAMES
from yidang.exchange.safe import NOT_IN_TITLES
from yidang.exchange.safe import Titles


DAY = date(2026, 5, 31)


class TextsTest(TestCase):
    def test_what_begins_like_a_formula_gets_an_apostrophe(self):
        for text in ("=1+1", "+86", "-3", "@SUM(A1)", "\tx", "\rx", "\n=1", "＝1+1"):
            with self.subTest(text=text):
                self.assertEqual("'" + text, guarded(text))

    def test_other_texts_stay_as_they_are(self):
        for text in ("", "探访", "a=b", "1-2", "（=1）"):
            with self.subTest(text=text):
                self.assertEqual(text, guarded(text))

    def test_control_characters_are_dropped_and_lines_kept(self):
        self.assertEqual("一\n二\t三四", clean("一\r\n二\t三\x00\x0b\x1f\ud800四"))


class TitlesTest(TestCase):
    def test_signs_that_excel_refuses_are_gone(self):
        self.assertEqual("个案 2026 已结", Titles().take("个案[2026]*?:/\\已结"))

    def test_no_title_comes_twice_whatever_its_case(self):
        titles = Titles()
        self.assertEqual(["表", "表（2）", "Abc", "abC（2）"], [titles.take(one) for one in ("", "''", "Abc", "abC")])

    def test_long_titles_stay_different(self):
        titles = Titles()
        found = {titles.take("很长的题名" * 20) for _ in range(12)}
        self.assertEqual(12, len(found))
        self.assertEqual({31}, {len(one) for one in found})

    def test_excel_keeps_one_title_for_itself(self):
        self.assertNotEqual("history", Titles().take("History").casefold())

    @given(st.lists(st.text(max_size=60), max_size=20))
    def test_any_titles_are_good(self, wanted):
        titles = Titles()
        found = [titles.take(one) for one in wanted]
        self.assertEqual(len(found), len({one.casefold() for one in found}))
        for one in found:
            self.assertTrue(0 < len(one) <= 31)
            self.assertIsNone(NOT_IN_TITLES.search(one))
            self.assertFalse(one.startswith("'") or one.endswith("'"))


class NamesTest(TestCase):
    def test_a_name_says_contract_content_and_day(self):
        self.assertEqual("ZS-1-指标进度-2026-05-31", file_name("ZS-1", "指标进度", day=DAY))

    def test_windows_can_keep_it(self):
        self.assertEqual("中 一 二-x-2026-05-31", file_name('中/一:二"', "x ", day=DAY))
        self.assertEqual("_CON-2026-05-31", file_name("CON", day=DAY))
        self.assertEqual("导出-2026-05-31", file_name("...", day=DAY))

    @given(st.text(max_size=300))
    def test_any_words_make_a_good_name(self, words):
        name = file_name(words, day=DAY)
        self.assertIsNone(NOT_IN_NAMES.search(name))
        self.assertLess(len(name), 140)

    def test_the_header_has_the_name_in_both_ways(self):
        header = disposition("ZS-1-指标进度-2026-05-31.xlsx")
        self.assertIn('filename="ZS-1-2026-05-31.xlsx"', header)
        self.assertEqual("ZS-1-指标进度-2026-05-31.xlsx", unquote(header.partition("UTF-8''")[2]))
        header.encode("ascii")

    def test_a_name_without_ascii_has_a_plain_one_too(self):
        self.assertIn('filename="export"', disposition("指标"))
