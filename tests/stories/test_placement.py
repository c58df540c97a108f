"""Publicity staff: a published article goes to a newspaper and to the public account, and counts once."""

from base64 import b64encode
from plone.app.textfield import RichTextValue
from plone.namedfile.file import NamedBlobImage
from tests.builders import a_record
from tests.publicity.pictures import a_picture
from tests.stories.layer import PHONE
from tests.stories.scene import as_user
from tests.stories.scene import Story
from yidang.publicity.actions import approve
from yidang.publicity.actions import submit


TITLE = "石岐分站把法律服务摆进菜市场"
PHOTO = f"data:image/png;base64,{b64encode(a_picture(size=(640, 420))).decode()}"
TEXT = (
    f'<h2>早上七点</h2><p>社工把三张折叠桌摆在市场门口，<a href="https://a.cn/notice">通知</a>贴在桌前。</p>'
    f'<p><img src="{PHOTO}" alt="市场门口的折叠桌"></p><table><tr><th>咨询</th><td>31 人次</td></tr></table>'
)


class PlacementStory(Story):
    lines = ("S0-I07",)

    def prepare(self):
        with as_user("xuanchuan"):
            self.article = a_record(
                self.contract,
                "Article",
                title=TITLE,
                description="三张折叠桌，一上午接待三十一人次。",
                text=RichTextValue(TEXT, "text/html", "text/x-html-safe"),
                image=NamedBlobImage(data=a_picture("JPEG", (1200, 900), (170, 120, 60)), filename="a.jpg"),
                image_alt="市场门口",
                photo_consent="nobody",
            )
            submit(self.article)
        for reviewer in ("yishen", "ershen", "sanshen"):
            with as_user(reviewer):
                approve(self.article)
        self.address = self.article.absolute_url()

    def test_placed_three_times_kept_exported_and_counted_once(self):
        writer = self.window("xuanchuan")
        self._record(writer, outlet="《南昌日报社》", page="A3版", capture=True)
        self._record(writer, url="https://news.jxnews.com.cn/system/2026/1.shtml")
        self._record(writer, url="https://mp.weixin.qq.com/s/Zhongshan1", outlet="木棉之声", channel="wechat")
        table = writer.inner_text("article + section")
        for words in ("南昌日报 A3版", "市级", "大江网", "省级", "木棉之声"):
            self.assertIn(words, table)
        self.assertIn("1/300篇", self.number_on_board(writer, "S0-I07"))
        self._missing_are_listed(writer)
        self._copied_for_the_public_account(writer)
        self._readable_on_a_phone()

    def _record(self, page, /, capture: bool = False, **typed):
        page.goto(f"{self.address}/@@record-placement")
        channel = typed.pop("channel", "")
        page.select_option("select[name=channel]", channel)
        for name, words in typed.items():
            page.fill(f"input[name={name}]", words)
        if capture:
            shot = {"name": "版面.png", "mimeType": "image/png", "buffer": a_picture(size=(600, 800))}
            page.set_input_files("input[name=capture]", shot)
        page.click("button:has-text('记下')")
        page.wait_for_load_state()
        self.assertEqual(0, page.locator("[data-kind=error]").count(), page.inner_text("main"))

    def _missing_are_listed(self, page):
        page.goto(self.place("@@placements") + "?capture=missing")
        self.assertEqual(2, page.locator("tbody tr").count())
        self.assertNotIn("南昌日报", page.inner_text("tbody"))
        page.goto(f"{self.address}/@@captures")
        self.assertEqual(1, page.locator("img[src*='@@capture/']").count())
        self.assertTrue(page.evaluate("document.querySelector(\"img[src*='@@capture/']\").naturalWidth"))

    def _copied_for_the_public_account(self, page):
        page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        page.goto(f"{self.address}/@@wechat")
        page.click("#w-copy")
        page.wait_for_function("document.getElementById('w-said').textContent != ''")
        self.assertIn("已复制", page.inner_text("#w-said"))
        pasted = page.evaluate(
            "async () => { const [one] = await navigator.clipboard.read();"
            " return await (await one.getType('text/html')).text() }"
        )
        self.assertIn("通知（https://a.cn/notice）", pasted)
        self.assertIn("【图片 1：市场门口的折叠桌】", pasted)
        self.assertIn("font-size:16px", pasted.replace(" ", ""))
        for words in ("class=", "<img", "<a "):
            self.assertNotIn(words, pasted)
        widths = page.evaluate("[...document.querySelectorAll('#cover img')].map(one => one.naturalWidth)")
        self.assertEqual([900, 200], widths)

    def _readable_on_a_phone(self):
        page = self.window("zhuguan", PHONE)
        pages = [f"{self.address}/@@captures", f"{self.address}/@@wechat"]
        for address in (*pages, self.place("@@placements"), self.place("@@outlets")):
            page.goto(address)
            self.assertLessEqual(page.evaluate("document.documentElement.scrollWidth"), PHONE["width"], address)
