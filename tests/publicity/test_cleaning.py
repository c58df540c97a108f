"""The text that is kept runs nothing, styles nothing and loses no words."""

from yidang.publicity.cleaning import cleaned
from yidang.publicity.cleaning import may_link

import re
import unittest


ATTACKS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<img/src=x onerror=alert(1)//",
    "<svg/onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<math><mtext><script>alert(1)</script></mtext></math>",
    '<a href="javascript:alert(1)">x</a>',
    '<a href=" jav&#x09;ascript:alert(1)">x</a>',
    '<a href="&#1;javascript:alert(1)">x</a>',
    '<a href="JAVASCRIPT&colon;alert(1)">x</a>',
    '<a href="vbscript:msgbox(1)">x</a>',
    '<a href="data:text/html;base64,PHNjcmlwdD4=">x</a>',
    '<iframe src="https://evil.cn"></iframe>',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    '<object data="evil.swf"></object><embed src="evil.swf">',
    '<form action="https://evil.cn"><input name=q><button>go</button></form>',
    '<p style="background:url(javascript:alert(1))">x</p>',
    "<style>@import 'https://evil.cn'</style>",
    '<link rel=stylesheet href="https://evil.cn">',
    '<meta http-equiv=refresh content="0;url=https://evil.cn">',
    '<base href="https://evil.cn/">',
    '<p onclick="alert(1)" onmouseover=alert(1)>x</p>',
    "<body onload=alert(1)>x</body>",
    "<!--[if IE]><script>alert(1)</script><![endif]-->",
    '<img src="data:image/svg+xml;base64,PHN2Zz4=">',
    "<details open ontoggle=alert(1)>x</details>",
    "<video src=x onerror=alert(1)></video><audio src=x onerror=alert(1)></audio>",
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
    '<a href="https://a.cn" target="_blank" ping="https://evil.cn">x</a>',
    "<p>a\x00b</p><scr\x00ipt>alert(1)</scr\x00ipt>",
)
DANGER = re.compile(
    r"<(script|style|svg|math|iframe|object|embed|form|input|button|link|meta|base|video|audio|noscript|details)\b"
    r"|<[^>]*\s(on\w+|style|srcdoc|ping|action|formaction)\s*="
    r"|<[^>]*(javascript|vbscript|data)\s*:",
    re.IGNORECASE,
)


class TestCleaning(unittest.TestCase):
    def test_nothing_that_runs_remains(self):
        for attack in ATTACKS:
            with self.subTest(attack):
                self.assertIsNone(DANGER.search(cleaned(f"<p>前</p>{attack}<p>后</p>")), cleaned(attack))

    def test_the_words_around_an_attack_remain(self):
        for attack in ATTACKS:
            with self.subTest(attack):
                self.assertIn("前", cleaned(f"<p>前</p>{attack}"))

    def test_cleaning_twice_changes_nothing(self):
        for text in (*ATTACKS, "<h2>题</h2><ul><li>一</li></ul><p>甲&amp;乙 &lt;b&gt;</p>", "裸文字<br>一行"):
            with self.subTest(text):
                once = cleaned(text)
                self.assertEqual(cleaned(once), once)

    def test_structure_tables_and_pictures_remain(self):
        text = (
            "<h2>题</h2><p><strong>粗</strong><em>斜</em></p><blockquote><p>引</p></blockquote>"
            '<table><tbody><tr><td colspan="2">格</td></tr></tbody></table><img src="/a.png" alt="图">'
            '<p><a href="https://example.cn/">链</a></p>'
        )
        self.assertEqual(cleaned(text), text)

    def test_styles_and_classes_of_word_processors_go(self):
        text = '<p class="MsoNormal" style="font-size:16pt"><span lang="EN-US" style="color:red">字</span></p>'
        self.assertEqual(cleaned(text), "<p>字</p>")

    def test_a_first_heading_becomes_a_second(self):
        self.assertEqual(cleaned("<h1>题</h1>"), "<h2>题</h2>")

    def test_only_harmless_schemes_may_be_linked(self):
        for address in ("https://a.cn", "mailto:a@b.cn", "tel:12338", "/a", "../b", "#c", "resolveuid/x"):
            self.assertTrue(may_link(address), address)
        for address in ("javascript:x", "java\tscript:x", "data:x", "file:///x", "\u200bjavascript:x", "blob:x"):
            self.assertFalse(may_link(address), address)
