"""Word lists: how lines are written, what they find."""

from hypothesis import given
from hypothesis import strategies as st
from unittest import TestCase
from yidang.proofreading.engine import Piece
from yidang.proofreading.engine import proofread
from yidang.proofreading.engine import Wordbook
from yidang.proofreading.engine.wordbook import read_entries

import random


WORDS = st.text(alphabet="甲乙丙丁", min_size=1, max_size=4)


def book(lines: str, level: str = "warn") -> Wordbook:
    """A list of these lines."""
    return Wordbook("list", "词表", read_entries(lines, level)[0])


def found(text: str, lines: str) -> list[tuple[str, str]]:
    """Level and matched text."""
    piece = Piece("text", "正文", text, prose=False)
    return [(one.level, one.text) for one in proofread([piece], [book(lines)])]


class WordbookTest(TestCase):
    def test_a_line_may_name_suggestion_level_and_note(self):
        entries, problems = read_entries("残废人 => 残疾人 | 拦截 # 规范称谓\n# 注释\n\n帐号", "warn")
        self.assertEqual([], problems)
        self.assertEqual(("残废人", "block", "残疾人", "规范称谓", False), tuple(entries[0]))
        self.assertEqual(("帐号", "warn"), entries[1][:2])

    def test_lines_that_cannot_be_read_are_named_with_their_number(self):
        lines = "帐号\n帐　号\n => 建议\n词|也许\n" + "长" * 61
        problems = read_entries(lines, "warn")[1]
        self.assertEqual([2, 3, 4, 5], [one.line for one in problems])
        self.assertIn("与第 1 行重复", problems[0].message)
        self.assertIn("拦截", problems[2].message)

    def test_blanks_width_and_case_do_not_hide_a_word(self):
        for text in ("微信", "微 信", "微\u200b信", "微　信"):
            self.assertEqual([("warn", text)], found(text, "微信"))
        self.assertEqual([("warn", "ＡＢＣ")], found("ＡＢＣ", "abc"))

    def test_an_exception_hides_the_word_inside_it_only(self):
        self.assertEqual([], found("占部份额", "部份\n+部份额"))
        self.assertEqual([("warn", "部份")], found("占部份额，大部份", "部份\n+部份额"))

    def test_of_overlapping_words_the_longest_is_told(self):
        self.assertEqual([("warn", "服务对像")], found("服务对像", "服务\n服务对像\n对像"))

    def test_a_latin_word_is_no_part_of_another(self):
        self.assertEqual([], found("smart sms", "sm"))
        self.assertEqual([("warn", "SM")], found("玩 SM 的", "sm"))

    def test_a_list_without_words_finds_nothing(self):
        self.assertEqual([], found("任何文字", ""))

    @given(
        st.lists(st.text(alphabet="甲乙丙丁", min_size=1, max_size=4), min_size=1, max_size=12),
        st.text(alphabet="甲乙丙丁 ", max_size=40),
    )
    def test_every_word_that_stands_in_the_text_is_covered_by_a_finding(self, words, text):
        matches = list(Wordbook("l", "表", read_entries("\n".join(words), "warn")[0]).findings(*_piece(text)))
        bare = text.replace(" ", "")
        self.assertEqual(any(word in bare for word in words), bool(matches))

    def test_ten_thousand_words_find_what_a_plain_search_finds(self):
        chance = random.Random(7)
        words = {
            "".join(chr(0x4E00 + chance.randrange(400)) for _ in range(chance.randrange(2, 5))) for _ in range(10_000)
        }
        text = "".join(chr(0x4E00 + chance.randrange(400)) for _ in range(3_000))
        matches = list(book("\n".join(sorted(words))).findings(*_piece(text)))
        self.assertTrue(matches)
        covered = {place for one in matches for place in range(one.start, one.end)}
        for word in words:
            start = text.find(word)
            if start >= 0:
                self.assertIn(start, covered, word)


def _piece(text: str):
    from yidang.proofreading.engine.folding import fold

    return Piece("text", "正文", text), fold(text)
