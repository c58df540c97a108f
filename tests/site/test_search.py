"""Searching: Chinese and odd queries, filters, highlighting, rights."""

from tests.site.world import a_browser
from tests.site.world import PUBLISHED
from tests.site.world import SECRET
from tests.site.world import status_of
from tests.site.world import WORLD
from unittest import TestCase
from urllib.parse import quote
from yidang.pages.words import highlight
from yidang.pages.words import query_of
from yidang.pages.words import words_of


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

    def test_anonymous_finds_no_secret_and_a_member_of_the_team_does(self):
        self.assertIn("找到 0 条", self.search(SECRET))
        self.assertNotIn("个案", self.search(SECRET))
        self.assertIn(f"个案<mark>{SECRET}</mark>", self.search(SECRET, browser=a_browser(self.layer, "worker")))

    def test_odd_queries_are_answered(self):
        for text in ODD:
            self.search(text)
            self.assertEqual(200, status_of(self.browser), repr(text))

    def test_odd_filters_are_taken_as_none(self):
        for more in ("&kind=nonsense", "&order=nonsense", "&kind:list=article", "&SearchableText=x", "&b_start=20"):
            self.search(PUBLISHED, more)
            self.assertEqual(200, status_of(self.browser), more)

    def test_a_page_number_that_is_none_is_refused_in_chinese(self):
        page = self.search(PUBLISHED, "&b_start=abc")
        self.assertEqual(400, status_of(self.browser))
        self.assertIn("不是有效的页码", page)
