"""Writing in a real browser: pasting from Word, many pictures, the activity, recovery after a crash."""

from base64 import b64decode
from base64 import b64encode
from datetime import date
from io import BytesIO
from PIL import Image
from tests.builders import a_record
from tests.builders import PASSWORD
from tests.publicity.pastes import WECHAT
from tests.publicity.pastes import WORD
from tests.publicity.pastes import WPS
from tests.publicity.pictures import a_picture
from tests.publicity.pictures import a_telephones_photo
from tests.stories.axe import CHECKER
from tests.stories.axe import objections
from tests.stories.layer import PHONE
from tests.stories.pasting import PASTE
from tests.stories.pasting import rtf_of
from tests.stories.scene import as_user
from tests.stories.scene import Story
from yidang.archive.actions import fire
from yidang.publicity.cleaning import cleaned
from yidang.publicity.photo_data import told_by
from yidang.publicity.prose import words
from yidang.publicity.renditions import WIDTHS

import re


DROP = """(files) => {
  const transfer = new DataTransfer();
  for (const [name, data, type] of files) {
    const bytes = Uint8Array.from(atob(data), (sign) => sign.charCodeAt(0));
    transfer.items.add(new File([bytes], name, { type }));
  }
  const body = tinymce.activeEditor.getBody();
  body.dispatchEvent(new DragEvent("drop", { dataTransfer: transfer, bubbles: true, cancelable: true }));
}"""
PICTURES = """() => Promise.all([...tinymce.activeEditor.getBody().querySelectorAll("img")].map(async (one) => {
  const bytes = new Uint8Array(await (await fetch(one.src)).arrayBuffer());
  let text = ""; bytes.forEach((sign) => text += String.fromCharCode(sign)); return btoa(text) }))"""
NAMES = re.compile("JPG|PNG|GIF|WebP|Word|WPS|zhongshan|shiqi")
LATIN = re.compile(r"[A-Za-z]{3,}")


def encoded(data: bytes) -> str:
    """Bytes as a script takes them."""
    return b64encode(data).decode()


class WritingStory(Story):
    def prepare(self):
        with as_user("zhuguan"):
            record = a_record(
                self.contract,
                "ServiceRecord",
                kind="activity",
                title="新年普法集市",
                date=date(date.today().year, 1, 1),
                participants=86,
                place="石岐社区广场",
                station="zhongshan",
                workers=("zhuguan",),
            )
            fire(record, "submit")

    def open_form(self, page, query: str = ""):
        page.goto(self.place("archive", "publicity", f"++add++Article{query}"), timeout=60_000)
        self.wait_for_editor(page)

    def wait_for_editor(self, page):
        page.wait_for_function("() => document.querySelector('#writing-status').textContent", timeout=60_000)

    def html(self, page) -> str:
        return page.evaluate("() => tinymce.activeEditor.getContent()")

    def paste(self, page, html: str, rtf: str = ""):
        page.evaluate("() => tinymce.activeEditor.setContent('')")
        page.evaluate(PASTE, [html, rtf])
        page.wait_for_function("() => tinymce.activeEditor.getContent().length")

    def flat(self, raw: str) -> str:
        return re.sub(r"\s+", "", raw.replace("<br>", "").replace("&nbsp;", ""))

    def test_what_is_pasted_remains_what_the_server_keeps(self):
        page = self.window("xuanchuan")
        self.open_form(page)
        for html, kept in (
            (WORD, "<li>发放手册</li>"),
            (WPS, "<li>心理疏导</li>"),
            (WECHAT, "<strong>包粽子</strong>"),
        ):
            self.paste(page, html)
            shown = self.html(page)
            self.assertIn(kept, shown)
            self.assertEqual(self.flat(cleaned(shown)), self.flat(shown).replace('class="image"', ""), "已经干净")
            self.assertNotRegex(shown, "mso|style=|<span|<section|qpic")
            self.assertIn(f"正文 {words(shown)} 字", self.status(page))
        self.assertIn("1 张图片在别的网站上", page.inner_text("#writing-notes"))
        self._pictures_of_word_arrive(page)
        self._photographs_travel_small(page)
        self.assertEqual([], self._english(page))
        self._fits_and_is_named(page)

    def _pictures_of_word_arrive(self, page):
        self.paste(page, WORD, rtf_of(a_picture()))
        page.wait_for_function("() => /@@picture/.test(tinymce.activeEditor.getContent())")
        self.assertNotIn("请插入图片", self.html(page))

    def _photographs_travel_small(self, page):
        """A telephone's photograph arrives upright, as wide as pages show it, without notes; a drawing as it was."""
        photo, drawing = a_telephones_photo(), a_picture(size=(2000, 900))
        self.assertGreater(len(photo), 4_000_000)
        self.paste(page, "<p>照片</p>")
        page.evaluate(DROP, [["IMG_1.jpg", encoded(photo), "image/jpeg"], ["图.png", encoded(drawing), "image/png"]])
        page.wait_for_selector("#writing-figures li >> nth=1", timeout=60_000)
        page.wait_for_selector("#writing-uploads li", state="detached")
        sent, kept = page.evaluate(PICTURES)
        self.assertEqual(drawing, b64decode(kept))
        self.assertLess(len(sent), len(photo) / 4)
        self.assertEqual([], told_by(b64decode(sent)))
        with Image.open(BytesIO(b64decode(sent))) as arrived:
            self.assertEqual((WIDTHS[-1], WIDTHS[-1] * 4 // 3), arrived.size)
            self.assertGreater(arrived.getpixel((600, 100))[2] - arrived.getpixel((600, 100))[0], 100, "the sky is up")
        cover = "input[type=file][name='form.widgets.image']"
        page.set_input_files(cover, {"name": "题图.jpg", "mimeType": "image/jpeg", "buffer": photo})
        page.wait_for_function(
            "([field, size]) => document.querySelector(field).files[0].size < size / 4", arg=[cover, len(photo)]
        )
        self.assertEqual("题图.jpg", page.eval_on_selector(cover, "one => one.files[0].name"))
        page.set_input_files(cover, [])

    def _fits_and_is_named(self, page):
        """Nothing is wider than a phone, and nothing in the form that axe-core objects to."""
        page.set_viewport_size(PHONE)
        self.assertLessEqual(page.evaluate("() => document.documentElement.scrollWidth"), PHONE["width"])
        if CHECKER.is_file():
            self.assertEqual([], objections(page, "main"))

    def _english(self, page) -> list[str]:
        """Words of the page and of the editor's buttons that are not Chinese."""
        titles = page.locator(".tox [title], .tox [aria-label]").evaluate_all(
            "all => all.map(one => one.getAttribute('aria-label') || one.title)"
        )
        said = NAMES.sub("", page.inner_text("main"))
        return [one for one in [*titles, *said.split()] if LATIN.search(one)]

    def status(self, page) -> str:
        page.wait_for_timeout(400)
        return page.inner_text("#writing-status")

    def test_an_article_is_written_with_many_pictures_and_its_activity_and_survives_a_crash(self):
        page = self.window("xuanchuan")
        self.open_form(page)
        page.click(".yd-templates a:has-text('活动新闻')")
        self.assertIn("还有 4 处提示没有写", self.status(page))
        page.fill("input[name='form.widgets.title']", "新年普法集市暖人心")
        self._name_the_activity(page)
        self._several_pictures(page)
        kept = self.status_when(page, "已暂存在本机")
        self.assertIn("尚未保存", kept)
        page.close()  # the tab is killed; nothing was saved
        page = self._recover(self.window_beside(page))
        self._save_and_see(page)

    def window_beside(self, page):
        """Another tab of the same browser."""
        made = page.context.new_page()
        made.set_default_timeout(15_000)
        return made

    def status_when(self, page, words: str) -> str:
        page.wait_for_function(
            "(words) => document.querySelector('#writing-status').textContent.includes(words)", arg=words
        )
        return page.inner_text("#writing-status")

    def _name_the_activity(self, page):
        field = page.locator("input[name='form.widgets.activity']")
        label = page.locator("datalist option").first.get_attribute("value")
        self.assertIn("新年普法集市", label)
        field.fill(label)
        field.blur()
        page.wait_for_selector("text=已从记录带出")
        self.assertEqual("86", page.input_value("input[name='form.widgets.event_participants']"))
        self.assertEqual("石岐社区广场", page.input_value("input[name='form.widgets.event_place']"))

    def _several_pictures(self, page):
        with page.expect_file_chooser() as chosen:
            page.click("button[aria-label='插入图片（可一次选多张）']")
        files = [
            {"name": f"IMG_{number}.png", "mimeType": "image/png", "buffer": a_picture(color=(number, 9, 9))}
            for number in range(3)
        ]
        files.append({"name": "说明.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4"})
        chosen.value.set_files(files)
        page.wait_for_selector("#writing-figures li >> nth=2")
        self.assertIn("说明.pdf：只收", page.inner_text("#writing-uploads"))
        dropped = b64encode(a_picture(color=(99, 9, 9))).decode()
        page.evaluate(DROP, [["drop.png", dropped, "image/png"]])
        page.wait_for_selector("#writing-figures li >> nth=3")
        self.assertEqual(4, page.locator("#writing-figures li[data-missing]").count())
        for number in range(4):
            page.fill(f"#writing-figures li >> nth={number} >> input[data-kind=alt]", f"第{number + 1}个展台")
        page.fill("#writing-figures li >> nth=0 >> input[data-kind=caption]", "新年集市")
        self.assertEqual(0, page.locator("#writing-figures li[data-missing]").count())
        self.assertIn("<figcaption>新年集市</figcaption>", self.html(page))

    def _recover(self, page):
        self.open_form(page)
        offer = page.locator("#writing-notes .yd-alert", has_text="新年普法集市暖人心")
        offer.locator("button:has-text('恢复')").click()
        self.assertEqual("新年普法集市暖人心", page.input_value("input[name='form.widgets.title']"))
        self.assertEqual(4, self.html(page).count("@@picture"))
        self.assertEqual("86", page.input_value("input[name='form.widgets.event_participants']"))
        return page

    def _save_and_see(self, page):
        page.select_option("select[name='form.widgets.photo_consent:list']", "nobody")
        page.click("button[name='form.buttons.submit']")
        page.wait_for_load_state()
        for e in self.portal.error_log.getLogEntries():
            print(e["tb_text"][-1500:])
        self.assertIn("请写成正文或删去", page.inner_text("main"), "模板的提示不能送审")
        page.goto(page.url.split("?")[0] + "/edit")
        self.wait_for_editor(page)
        page.wait_for_timeout(600)
        self.assertEqual("", page.inner_text("#writing-notes"), "保存之后不再提示恢复")
        self.assertEqual(
            [], page.evaluate("() => Object.keys(localStorage).filter(one => one.startsWith('yd-draft/'))")
        )
        page.evaluate("() => tinymce.activeEditor.setContent('<p>1月1日，社工在石岐社区广场摆摊，96人次参加。</p>')")
        page.click("button[name='form.buttons.submit']")
        page.wait_for_load_state()
        self.assertIn("稿件写的人数与活动记录（86 人次）不同", page.inner_text("#proof"))
        self.assertIn("一审", page.inner_text("main"))

    def test_nothing_is_lost_when_the_session_ends_and_nothing_stays_when_one_signs_out(self):
        page = self.window("xuanchuan")
        self.open_form(page)
        page.fill("input[name='form.widgets.title']", "写了一半的稿件")
        page.evaluate("() => tinymce.activeEditor.setContent('<p>已经写了一大段。</p>')")
        page.context.clear_cookies()
        page.click("button[name='form.buttons.save']")
        page.wait_for_load_state()
        self._sign_in_again(page)
        self.assertIn("/++add++Article", page.url)
        self.wait_for_editor(page)
        page.click("#writing-notes button:has-text('恢复')")
        self.assertIn("已经写了一大段", self.html(page))
        page.click("button[name='form.buttons.save']")
        page.wait_for_load_state()
        self._two_windows(page, page.url.split("?")[0])
        page.goto(f"{self.url}/logout")
        self.assertIn("暂存的、还没有保存的稿件也已清除", page.inner_text("main"))
        self.assertNotIn("yd-draft/", page.evaluate("() => Object.keys(localStorage).join()"))

    def _sign_in_again(self, page):
        page.fill("input[name=__ac_name]", "xuanchuan")
        page.fill("input[name=__ac_password]", PASSWORD)
        page.click("button[name='buttons.login']")
        page.wait_for_load_state()

    def _two_windows(self, page, article: str):
        other = self.window_beside(page)
        for one in (page, other):
            one.goto(article + "/edit")
            self.wait_for_editor(one)
        page.wait_for_selector("text=这篇稿件也在另一个窗口中打开着")
        for one, title in ((other, "第二个窗口写的"), (page, "第一个窗口写的")):
            one.fill("input[name='form.widgets.title']", title)
            one.click("button[name='form.buttons.save']")
            one.wait_for_load_state()
        self.assertIn("所以还没有保存", page.inner_text("main"))
        self.assertEqual("第一个窗口写的", page.input_value("input[name='form.widgets.title']"))
        other.reload()
        self.assertIn("第二个窗口写的", other.inner_text("h1"))
        other.close()
        page.check("input[name=overwrite]")
        page.click("button[name='form.buttons.save']")
        page.wait_for_load_state()
        self.assertIn("第一个窗口写的", page.inner_text("h1"))
