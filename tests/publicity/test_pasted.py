"""What comes from Word, WPS and WeChat keeps its structure and loses its styles."""

from tests.publicity.pastes import WECHAT
from tests.publicity.pastes import WORD
from tests.publicity.pastes import WPS
from unittest import TestCase
from yidang.publicity.cleaning import cleaned
from yidang.publicity.drafting import PROMPT
from yidang.publicity.pasted import MISSING_PICTURE

import re


NOISE = re.compile(
    r"mso|style=|class=|<o:|<v:|<xml|\[if|\[endif|<section|<font|<span|StartFragment|data-|&nbsp;|&#160;|\xa0"
)


def flat(raw: str) -> str:
    """Cleaned, line breaks of the source folded."""
    return re.sub(r">\s+<", "><", re.sub(r"\s*\n\s*", " ", cleaned(raw))).strip()


class WordTest(TestCase):
    def setUp(self):
        self.text = flat(WORD)

    def test_nothing_of_its_markup_remains(self):
        self.assertIsNone(NOISE.search(self.text), self.text)

    def test_headings_emphasis_and_words_remain(self):
        self.assertIn("<h2>社区普法日</h2>", self.text)
        self.assertIn("<p><b>三月八日上午</b>，社工在 12 号广场摆开展台。</p>", self.text)

    def test_list_paragraphs_become_nested_lists_without_their_signs(self):
        self.assertIn("<ol><li>咨询<ul><li>现场咨询</li></ul></li><li>发放手册</li></ol>", self.text)

    def test_tables_keep_what_their_cells_span(self):
        self.assertIn('<td colspan="2"><b>场次</b></td>', self.text)
        self.assertIn('<td rowspan="2">上午</td><td>40 人</td>', self.text)
        self.assertNotIn("width", self.text)

    def test_a_picture_that_stayed_behind_leaves_a_prompt(self):
        self.assertNotIn("<img", self.text)
        self.assertIn(MISSING_PICTURE, self.text)
        self.assertTrue(PROMPT.search(MISSING_PICTURE))

    def test_blank_lines_and_comments_of_reviewers_go(self):
        self.assertNotIn("这句要改", self.text)
        self.assertNotIn("<p></p>", self.text)


class WpsTest(TestCase):
    def setUp(self):
        self.text = flat(WPS)

    def test_nothing_of_its_markup_remains(self):
        self.assertIsNone(NOISE.search(self.text), self.text)

    def test_outline_levels_are_headings_and_words_run_on(self):
        self.assertIn("<h2>服务成效</h2>", self.text)
        self.assertIn("<p>全年入户探访 320 次。</p>", self.text)

    def test_chinese_numerals_stay_as_they_are_written(self):
        self.assertIn("<p>一、<strong>加强陪伴</strong></p>", self.text)

    def test_bullets_of_symbol_fonts_become_a_list(self):
        self.assertIn("<ul><li>节日慰问</li><li>心理疏导</li></ul>", self.text)


class WeChatTest(TestCase):
    def setUp(self):
        self.text = flat(WECHAT)

    def test_nothing_of_its_markup_remains(self):
        self.assertIsNone(NOISE.search(self.text), self.text)

    def test_sections_become_paragraphs(self):
        self.assertIn("<p><strong>活动回顾</strong></p>", self.text)
        self.assertIn("<p>社工与居民一起<strong>包粽子</strong>。</p>", self.text)

    def test_pictures_of_its_host_are_named_so_that_they_can_be_refused(self):
        self.assertIn('<img src="https://mmbiz.qpic.cn/sz_mmbiz_jpg/abc/640?wx_fmt=jpeg" alt="">', self.text)

    def test_hidden_words_go(self):
        self.assertNotIn("隐藏", self.text)


class SmallThingsTest(TestCase):
    def test_cleaning_twice_changes_nothing(self):
        for raw in (WORD, WPS, WECHAT, "甲<div>乙</div>丙", "<div>甲<p>乙</p>丙</div>", "<ul><li><p>甲</p></li></ul>"):
            once = cleaned(raw)
            self.assertEqual(cleaned(once), once)

    def test_wrappers_never_run_words_together(self):
        for raw in (
            "<div>甲</div><div>乙</div>",
            "<section>甲<section>乙</section></section>",
            "<div>甲<p>乙</p></div>",
        ):
            self.assertIn("甲</p><p>乙", cleaned(raw), raw)

    def test_a_list_may_begin_later(self):
        item = "<p style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>3.</span>丙</p>"
        self.assertEqual('<ol start="3"><li>丙</li></ol>', cleaned(item))

    def test_a_heading_between_two_lists_parts_them(self):
        item = "<p style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·</span>甲</p>"
        self.assertEqual("<ul><li>甲</li></ul><h2>题</h2><ul><li>甲</li></ul>", cleaned(f"{item}<h2>题</h2>{item}"))

    def test_names_of_files_are_no_alternative_texts(self):
        for alt in ("图片 1", "IMG_2031.JPG", "微信图片_20260308101112", "wps1", "image", "clip_image002"):
            self.assertIn('alt=""', cleaned(f'<img src="/a.png" alt="{alt}">'), alt)
        for alt in ("图片里，社工在摆展台", "社工摆展台", "IMG 展台"):
            self.assertIn(f'alt="{alt}"', cleaned(f'<img src="/a.png" alt="{alt}">'), alt)

    def test_figures_keep_their_captions(self):
        text = '<figure><img src="/a.png" alt="展台"><figcaption>石岐社区</figcaption></figure>'
        self.assertEqual(text, cleaned(f"<div>{text}</div>"))
