"""A remark finds its words again, wherever they went; where they are gone it says so."""

from lxml import html
from unittest import TestCase
from yidang.publicity.reviewing.anchors import anchor_at
from yidang.publicity.reviewing.anchors import find
from yidang.publicity.reviewing.passages import numbered
from yidang.publicity.reviewing.passages import text_passages


TEXT = "<p>早上七点，社工到场。</p><p>社工把三张折叠桌摆在市场门口，居民围了上来。</p><p>社工回家。</p>"


def found(anchor, text: str) -> tuple[str, bool]:
    """Key of the passage of now ("" for none) and whether the words are gone."""
    place = find(anchor, text_passages(text))
    return (place.passage.key if place.passage else ""), place.changed


class AnchorTest(TestCase):
    def setUp(self):
        self.passages = text_passages(TEXT)
        self.anchor = anchor_at(self.passages, "text-2", "折叠桌")

    def test_it_is_where_it_was(self):
        self.assertEqual(("text-2", False), found(self.anchor, TEXT))

    def test_it_moves_with_its_paragraph(self):
        self.assertEqual(("text-4", False), found(self.anchor, "<h2>现场</h2><p>导语。</p>" + TEXT))

    def test_it_follows_its_words_into_another_paragraph(self):
        new = "<p>早上七点，社工到场，摆开三张折叠桌。</p><p>居民围了上来。</p>"
        self.assertEqual(("text-1", False), found(self.anchor, new))

    def test_changed_words_are_said_to_be_changed_with_the_likeliest_paragraph(self):
        self.assertEqual(("text-2", True), found(self.anchor, TEXT.replace("折叠桌", "长条凳")))

    def test_a_paragraph_that_is_gone_leaves_no_place(self):
        self.assertEqual(("", True), found(self.anchor, "<p>完全不同的文字。</p>"))
        self.assertEqual(("", True), found(self.anchor, ""))

    def test_of_equal_words_the_one_with_the_same_neighbours_is_meant(self):
        second = anchor_at(self.passages, "text-3", "社工")
        self.assertEqual(("text-4", False), found(second, "<p>社工社工。</p>" + TEXT))

    def test_the_words_before_tell_which_of_two_in_a_paragraph_is_meant(self):
        passages = text_passages("<p>社工来，社工去。</p>")
        start = find(anchor_at(passages, "text-1", "社工", before="社工来，"), passages).start
        self.assertEqual(4, start)

    def test_a_whole_passage_may_be_meant(self):
        whole = anchor_at(self.passages, "text-2", "")
        self.assertEqual(("text-3", False), found(whole, "<p>导语。</p>" + TEXT))
        self.assertEqual(("text-2", True), found(whole, TEXT.replace("三张", "两张")))

    def test_words_without_a_place_are_looked_for(self):
        self.assertEqual("text-2", anchor_at(self.passages, "", "折叠桌").key)
        self.assertEqual("text-2", anchor_at(self.passages, "text-1", "折叠桌").key)

    def test_a_place_or_words_that_do_not_exist_are_no_anchor(self):
        for key, quote in (("text-9", ""), ("", ""), ("text-2", "没有的字"), ("title", "")):
            self.assertIsNone(anchor_at(self.passages, key, quote))

    def test_blanks_and_tags_inside_the_words_make_no_difference(self):
        passages = text_passages("<p>联合<b>国</b> 儿童\n  基金会</p>")
        self.assertEqual("text-1", anchor_at(passages, "", "联合国 儿童　基金会").key)


class NumberedTest(TestCase):
    def test_every_block_carries_the_number_of_its_passage(self):
        raw = "<p>一</p><ul><li>二</li><li>三<ul><li>四</li></ul></li></ul><table><tr><td>五</td></tr></table>"
        tree = html.fragment_fromstring(numbered(raw), create_parent="div")
        marks = {one.get("data-passage"): (one.text or "").strip() for one in tree.iter() if one.get("data-passage")}
        self.assertEqual({"1": "一", "2": "二", "3": "三", "4": "四", "5": "五"}, marks)
        self.assertEqual(["一", "二", "三", "四", "五"], [one.text for one in text_passages(raw)])

    def test_numbering_changes_nothing_else(self):
        raw = '<p>一<br>二 &amp; 三</p><p><img src="a.png" alt="图"></p>'
        shown = numbered(raw)
        for mark in (' data-passage="1" id="text-1"', ' data-passage="2" id="text-2"'):
            shown = shown.replace(mark, "")
        self.assertEqual(raw, shown)
        self.assertEqual("", numbered(""))
