"""Export to a public account: what is pasted survives its editor, pictures are listed, covers are cut."""

from lxml import html
from PIL import Image
from tests.publicity.pictures import a_picture
from tests.publicity.web import an_image
from tests.publicity.web import NewsroomTest
from tests.publicity.web import press
from yidang.publicity.crops import box
from yidang.publicity.crops import cut
from yidang.publicity.crops import is_enlarged
from yidang.publicity.crops import SHAPES
from yidang.publicity.wechat import ALLOWED
from yidang.publicity.wechat import exported
from yidang.publicity.wechat import too_long

import io
import re
import unittest


BASE = "https://portal.example.org/a/"
TEXT = """
<h2 class="x" id="y">早上七点</h2><p class="MsoNormal" style="font-family:x" onclick="a()">
社工<b>把</b><span>桌子</span>摆好。
<a href="https://a.cn/1?b=2">通知</a>，<a href="#top">回顶</a>，<a href="/news/2">另一篇</a>，
<a href="tel:12338">12338</a></p>
<figure><img src="@@picture/aa.png" alt="摊位" width="80%"/><figcaption>社工摄</figcaption></figure>
<p>前<img src="https://b.cn/c.jpg" alt=""/>后</p><!-- 注 -->
<table class="t" width="100%">
<thead><tr><th colspan="2" scope="col">人次</th></tr></thead>
<tr><td>一</td><td rowspan="x">二</td></tr></table>
<ul><li>甲</li></ul><blockquote><p>引</p></blockquote><script>alert(1)</script><style>p{}</style><div><p>块</p></div>
"""


class ExportTest(unittest.TestCase):
    def setUp(self):
        self.made = exported(TEXT, BASE, ["责编 甲 & 乙"])
        self.tree = html.fragment_fromstring(self.made.html)

    def test_only_what_the_editor_keeps_is_left(self):
        for element in self.tree.iter():
            self.assertIn(element.tag, ALLOWED)
            self.assertLessEqual(set(element.attrib), {"style", "colspan", "rowspan"})

    def test_nothing_runs_and_nothing_comes_from_elsewhere(self):
        for words in ("<script", "<style", "<img", "<a ", "<link", "class=", "id=", "onclick", "url(", "<!--"):
            self.assertNotIn(words, self.made.html)
        self.assertNotIn("alert(1)", self.made.html)

    def test_every_element_with_words_has_a_style_of_its_own_and_sizes_are_in_px(self):
        for tag in ("p", "h2", "li", "td", "th", "blockquote", "strong"):
            found = list(self.tree.iter(tag))
            self.assertTrue(found, tag)
            self.assertTrue(all(one.get("style") for one in found), tag)
        sizes = re.findall(r"(?:font-size|line-height|margin|padding|letter-spacing):([^;\"]*)", self.made.html)
        for size in " ".join(sizes).split():
            self.assertRegex(size, r"^(?:0|\d+px)$")

    def test_pictures_are_listed_in_order_and_have_a_place_in_the_text(self):
        urls = [(one.number, one.url, one.alt, one.filename) for one in self.made.pictures]
        self.assertEqual(
            [
                (1, BASE + "@@picture/aa.png", "摊位", "picture-01.png"),
                (2, "https://b.cn/c.jpg", "", "picture-02.jpg"),
            ],
            urls,
        )
        self.assertLess(self.made.html.index("【图片 1：摊位】"), self.made.html.index("【图片 2】"))
        self.assertIn("社工摄", self.made.html)

    def test_a_link_becomes_its_words_and_its_address(self):
        words = self.tree.text_content().replace("\n", "")
        self.assertIn("通知（https://a.cn/1?b=2），回顶，另一篇（https://portal.example.org/news/2），12338", words)
        self.assertEqual(("https://a.cn/1?b=2", "https://portal.example.org/news/2", "tel:12338"), self.made.links)

    def test_all_the_words_are_there_once_and_in_order(self):
        words = re.sub(r"\s", "", self.tree.text_content())
        for before, after in (
            ("早上七点", "社工把桌子摆好"),
            ("前【图片2】", "后"),
            ("人次", "引"),
            ("块", "责编甲&乙"),
        ):
            self.assertLess(words.index(before), words.index(after))
        self.assertEqual(1, words.count("早上七点"))

    def test_cells_that_span_stay_so(self):
        self.assertEqual("2", next(self.tree.iter("th")).get("colspan"))
        self.assertIsNone(list(self.tree.iter("td"))[1].get("rowspan"))

    def test_an_empty_text_is_an_empty_section(self):
        self.assertEqual(("<section></section>", (), ()), exported(""))

    def test_words_that_look_like_markup_stay_words(self):
        self.assertIn("&lt;b&gt;", exported("<p>&lt;b&gt;</p>").html)

    def test_a_title_or_summary_that_is_cut_off_is_said(self):
        self.assertEqual([], too_long("题" * 64, "摘" * 120))
        self.assertEqual(2, len(too_long("题" * 65, "摘" * 121)))


class CropTest(unittest.TestCase):
    def test_the_cut_lies_within_the_picture_and_keeps_the_focus(self):
        for size in ((3000, 2000), (900, 383), (200, 1000), (17, 3), (1, 1)):
            for shape in SHAPES.values():
                for focus in ((0, 0), (50, 50), (100, 100), (10, 90)):
                    left, top, right, bottom = box(size, shape, focus)
                    self.assertTrue(0 <= left < right <= size[0] and 0 <= top < bottom <= size[1], (size, focus))
                    self.assertLessEqual(left, size[0] * focus[0] / 100)
                    self.assertGreaterEqual(right, size[0] * focus[0] / 100 - 1)

    def test_the_cut_is_the_largest_of_its_proportions(self):
        self.assertEqual((0, 0, 900, 383), box((900, 800), SHAPES["wide"], (50, 0)))
        self.assertEqual((500, 0, 1500, 1000), box((2000, 1000), SHAPES["square"]))
        self.assertEqual((1000, 0, 2000, 1000), box((2000, 1000), SHAPES["square"], (100, 50)))

    def test_the_cut_shows_what_stands_at_the_focus(self):
        picture = Image.new("RGB", (1200, 400), (255, 0, 0))
        picture.paste((0, 0, 255), (800, 0, 1200, 400))
        out = io.BytesIO()
        picture.save(out, "PNG")
        for focus, colour in (((0, 50), 0), ((100, 50), 2)):
            with Image.open(io.BytesIO(cut(out.getvalue(), SHAPES["square"], focus))) as made:
                self.assertEqual(((200, 200), "JPEG"), (made.size, made.format))
                self.assertEqual(colour, max(range(3), key=made.getpixel((100, 100)).__getitem__))

    def test_transparent_and_palette_pictures_are_cut_too(self):
        for kind, mode in (("PNG", "RGBA"), ("GIF", "P"), ("PNG", "LA")):
            out = io.BytesIO()
            Image.new(mode, (50, 50)).save(out, kind)
            with Image.open(io.BytesIO(cut(out.getvalue(), SHAPES["wide"]))) as made:
                self.assertEqual((900, 383), made.size)

    def test_a_small_picture_is_called_small(self):
        self.assertTrue(is_enlarged((899, 800), SHAPES["wide"]))
        self.assertFalse(is_enlarged((900, 383), SHAPES["wide"]))


class WeChatPageTest(NewsroomTest):
    def setUp(self):
        super().setUp()
        image = an_image(a_picture("PNG", (1200, 800)))
        self.article = self.an_article(image=image, image_alt="摊位", photo_consent="nobody")
        self.page = self.article + "/@@wechat"

    def test_the_page_holds_text_source_hints_and_covers(self):
        page = self.author.session.get(self.page).text
        for words in ("早上七点", "标题（7 / 64 字）", "900×383", "200×200", 'id="w-copy" hidden="hidden"'):
            self.assertIn(words, page)
        self.assertIn("&lt;section&gt;", page)

    def test_covers_are_downloads_of_the_right_size_around_the_focus(self):
        self.assertEqual(302, press(self.author, self.page, across="0", down="100").status_code)
        self.assertIn("at=0-100", self.author.page(self.page).text)
        for name, size in (("wide", (900, 383)), ("square", (200, 200))):
            answer = self.author.session.get(f"{self.article}/@@wechat-cover?shape={name}")
            with Image.open(io.BytesIO(answer.content)) as made:
                self.assertEqual(size, made.size)
        self.assertEqual(404, self.author.page(self.article + "/@@wechat-cover?shape=round").status_code)

    def test_a_focus_outside_the_picture_is_refused_and_stays_in_the_form(self):
        for across in ("101", "-1", "左边", ""):
            answer = press(self.author, self.page, across=across, down="77")
            self.assertEqual(400, answer.status_code, across)
            self.assertIn("请填 0 到 100 的整数", answer.text)
            self.assertIn('value="77"', answer.text)

    def test_readers_reviewers_and_purchasers_do_not_export(self):
        self.publish(self.article)
        for name in ("first", "buyer"):
            self.assertEqual(403, self.as_user(name).page(self.page).status_code, name)
        self.assertNotEqual(200, self.anonymous(self.page).status_code)
        self.assertEqual(200, self.author.page(self.page).status_code)

    def test_nobody_exports_what_was_withdrawn(self):
        self.publish(self.article)
        self.step("lead", self.article, "withdraw", "有误")
        self.assertEqual(403, self.author.page(self.page).status_code)
