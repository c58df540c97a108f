"""Punctuation, numerals, and how alike two texts are."""

from unittest import TestCase
from yidang.proofreading.engine import Piece
from yidang.proofreading.engine import proofread
from yidang.proofreading.engine.likeness import bands
from yidang.proofreading.engine.likeness import likeness
from yidang.proofreading.engine.likeness import SAME
from yidang.proofreading.engine.likeness import shingles

import random


def found(text: str) -> list[tuple[str, str]]:
    """Rule and matched text."""
    return [(one.rule, one.text) for one in proofread([Piece("text", "正文", text)], [])]


class TypographyTest(TestCase):
    def test_good_chinese_has_no_findings(self):
        text = (
            "2024年3月5日，社工小李说：“今天来了30人（其中儿童12人）。”下一场在10:30开始，增长12.5%……见《工作手册》。"
        )
        self.assertEqual([], found(text))

    def test_half_width_marks_between_chinese_are_found(self):
        self.assertEqual([("punctuation", ",")], found("活动,结束"))
        self.assertEqual([("punctuation", "("), ("punctuation", ")")], found("参加(20人)的"))

    def test_marks_in_numbers_and_addresses_are_left_alone(self):
        self.assertEqual([], found("用时1,000分钟，网址 example.org/a,b"))

    def test_repeated_marks_dots_and_gaps_are_found(self):
        self.assertEqual([("punctuation", "。。")], found("结束。。"))
        self.assertEqual([("punctuation", "...")], found("他想..."))
        self.assertEqual([("blank", " ")], found("社 工"))

    def test_unpaired_brackets_are_found_at_their_place(self):
        self.assertEqual([("pair", "“")], found("他说“好。"))
        self.assertEqual([("pair", "）")], found("完成）。"))

    def test_numerals_of_two_kinds_are_found(self):
        rules = [rule for rule, _ in found("二0二四年，１２人，24年5月")]
        self.assertEqual(["numeral"] * 3, rules)


class LikenessTest(TestCase):
    def text(self, length: int = 800, seed: int = 1) -> str:
        chance = random.Random(seed)
        return "".join(chr(0x4E00 + chance.randrange(1500)) for _ in range(length))

    def test_a_text_is_like_itself_and_unlike_another(self):
        one, other = shingles(self.text()), shingles(self.text(seed=2))
        self.assertEqual(1.0, likeness(one, one))
        self.assertLess(likeness(one, other), 0.01)

    def test_blanks_and_punctuation_make_no_difference(self):
        text = self.text()
        self.assertEqual(shingles(text), shingles("，".join(text[at : at + 40] for at in range(0, 800, 40)) + " 。"))

    def test_near_copies_share_a_band_always(self):
        for seed in range(200):
            text = self.text(seed=seed)
            copy = text[:400] + self.text(20, seed + 1000) + text[420:]
            self.assertGreater(likeness(shingles(text), shingles(copy)), SAME)
            self.assertTrue(set(bands(text)) & set(bands(copy)), seed)

    def test_bands_are_the_same_in_every_process(self):
        self.assertEqual(bands("社工走进菜市场普法，三张折叠桌")[0], bands("社工走进菜市场，普法三张折叠桌。")[0])

    def test_an_empty_text_has_no_bands(self):
        self.assertEqual((), bands(" ，。"))
