"""Searching: Chinese and odd queries, filters, highlighting, rights."""

from tests.site.world import a_browser
from tests.site.world import PUBLISHED
from tests.site.world import SECRET
from tests.site.world import status_of
from tests.site.world import WORLD
from unittest import TestCase
from urllib.parse import quote
from yidang.pages.words import excerpt
from yidang.pages.words import highlight
from yidang.pages.words import holds
from yidang.pages.words import query_of
from yidang.pages.words import words_of

import re


ODD = (
    "",
    " ",
    "*",
    '"',
    "(",
    ")",
    "((",
    "AND",
    "or not",
    "NOT",
    "a*",
    "?",
    "%",
    "\\",
    "'",
    "*a*",
    "-",
    "--",
    "“”",
    "\u3000",
    "\u200b",
    "\x00",
    "社" * 500,
    "a " * 300,
    "<script>",
    "社区 AND",
    '"社区',
    "社区)",
    "a b OR",
    "😀",
    "ＡＢＣ－２０２６",
    "１２３",
    "𠮷",
)


class WordsTest(TestCase):
    def test_signs_have_no_meaning(self):
        self.assertEqual(["社区", "普法"], words_of('  "社区" AND'.replace(" AND", "") + "(普法*"))

    def test_full_width_letters_and_digits_are_read_as_plain_ones(self):
        self.assertEqual(["ABC", "2026"], words_of("ＡＢＣ－２０２６"))

    def test_every_word_must_be_found(self):
        self.assertEqual('"社区" AND 2026* AND 社*', query_of(["社区", "2026", "社"]))

    def test_an_operator_that_was_typed_is_a_word(self):
        self.assertEqual('"and"', query_of(["and"]))

    def test_found_words_are_marked_and_the_rest_is_escaped(self):
        self.assertEqual(
            "&lt;b&gt;<mark>社区</mark>&amp;<mark>ABC</mark>", str(highlight("<b>社区&ABC", ["社区", "abc"]))
        )

    def test_an_excerpt_is_what_stands_around_the_first_word(self):
        text = "甲" * 100 + "社区普法" + "乙" * 100
        self.assertEqual(f"…{'甲' * 5}普法{'乙' * 10}…", excerpt(text.replace("社区", ""), ["普法"], 5))
        self.assertEqual("", excerpt(text, ["丙"]))
        self.assertEqual("", excerpt(text, []))
        self.assertEqual((True, False), (holds("ＡＢＣ", ["abc"]), holds("ABC", [])))


class SearchPageTest(TestCase):
    layer = WORLD

    def setUp(self):
        self.url = self.layer["portal"].absolute_url()
        self.browser = a_browser(self.layer)

    def search(self, text, more="", browser=None):
        browser = browser or self.browser
        browser.open(f"{self.url}/search?SearchableText={quote(text)}{more}")
        return browser.contents

    def test_words_of_the_title_the_text_and_single_characters_are_found(self):
        for text in ("菜市场", "市场普法", "折叠桌", "社工", "社", "社工 普法"):
            self.assertIn("找到 1 条", self.search(text), text)

    def test_the_found_word_is_marked(self):
        self.assertIn("社工走进<mark>菜市场</mark>普法", self.search("菜市场"))

    def test_all_words_must_be_there(self):
        self.assertIn("找到 0 条", self.search("社工 不存在的词"))

    def test_a_station_is_found_by_its_address(self):
        self.assertIn("中山站", self.search("民安路"))

    def test_the_filter_keeps_one_kind(self):
        self.assertIn("找到 0 条", self.search("菜市场", "&kind=station"))
        self.assertIn("找到 1 条", self.search("菜市场", "&kind=article&order=new"))

    def test_words_of_the_text_are_shown_where_they_stand(self):
        self.assertIn("社工把三张折叠桌摆在<mark>市场门口</mark>", self.search("市场门口"))
        self.assertIn("三张<mark>折叠桌</mark>，五位社工", self.search("折叠桌"))

    def test_station_and_period_narrow_the_search_and_stay_in_every_link(self):
        page = self.search("菜市场", "&station=zhongshan&period=week&order=new")
        self.assertIn("找到 1 条", page)
        self.assertIn("station=zhongshan&amp;period=month&amp;order=new", page)
        self.assertIn('type="hidden" value="zhongshan"', " ".join(page.split()))
        self.assertIn("找到 0 条", self.search("民安路", "&period=year"))

    def test_a_search_that_finds_nothing_says_which_one_would(self):
        for more, advice in (("&kind=station", "不限类别"), ("&kind=station&period=week", "去掉全部条件")):
            page = self.search("菜市场", more)
            self.assertIn("找到 0 条", page)
            self.assertIn(f">{advice}</a>，有 1 条", page)
        page = self.search("菜市场 从没写过")
        self.assertIn(">只找“菜市场”</a>，有 1 条", page)
        self.assertNotIn("只找“从没写过”", page)
        link = re.search(r'href="([^"]+)">只找', page)[1].replace("&amp;", "&")
        self.browser.open(link)
        self.assertIn("找到 1 条", self.browser.contents)

    def test_anonymous_finds_no_secret_and_a_member_of_the_team_does(self):
        self.assertIn("找到 0 条", self.search(SECRET))
        self.assertNotIn("个案", self.search(SECRET))
        self.assertIn(f"个案<mark>{SECRET}</mark>", self.search(SECRET, browser=a_browser(self.layer, "worker")))

    def test_odd_queries_are_answered(self):
        for text in ODD:
            self.search(text)
            self.assertEqual(200, status_of(self.browser), repr(text))

    def test_odd_filters_are_taken_as_none(self):
        for more in (
            "&kind=nonsense",
            "&order=nonsense",
            "&station=x&period=x",
            "&kind:list=article",
            "&SearchableText=x",
            "&b_start=20",
        ):
            self.search(PUBLISHED, more)
            self.assertEqual(200, status_of(self.browser), more)

    def test_a_page_number_that_is_none_is_refused_in_chinese(self):
        page = self.search(PUBLISHED, "&b_start=abc")
        self.assertEqual(400, status_of(self.browser))
        self.assertIn("不是有效的页码", page)
