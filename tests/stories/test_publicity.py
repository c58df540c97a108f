"""Publicity staff: an article from a pasted draft to the front page, placed four times and counted once."""

from datetime import datetime
from datetime import timedelta
from gzip import decompress
from tests.builders import a_record
from tests.publicity.pastes import WORD
from tests.publicity.pictures import a_picture
from tests.stories.pasting import PASTE
from tests.stories.pasting import rtf_of
from tests.stories.scene import as_user
from tests.stories.scene import Story
from yidang import clock
from yidang.publicity.actions import approve
from yidang.publicity.actions import submit
from yidang.ticking import tick

import transaction


TITLE = "石岐分站走进社区开展反家暴宣传"
PLACEMENTS = (
    {"url": "https://news.jxnews.com.cn/system/2026/7.shtml"},
    {"url": "https://mp.weixin.qq.com/s/Zhongshan7", "outlet": "木棉之声", "channel": "wechat"},
    {"url": "https://weibo.com/123/Fan7", "outlet": "木棉之声", "channel": "weibo"},
)
# Where the public might meet it, beside its own page.
PUBLIC = (
    "newsroom",
    "search?SearchableText=反家暴",
    "news.atom",
    "news.rss",
    "sitemap.xml.gz?page=1",
    "@search?SearchableText=反家暴",
)


class PublicityStory(Story):
    lines = ("S0-I07", "S0-I08")

    def prepare(self):
        self.contract.review_steps = 1  # what is there already was reviewed under other rules, which is quicker
        for number in range(299):
            with as_user("xuanchuan"):
                article = a_record(
                    self.contract,
                    "Article",
                    title=f"第 {number + 1} 篇：社区故事",
                    text=self._text(),
                    origin="original",
                    station_activity=number < 59,
                )
                submit(article)
            with as_user("yishen"):
                approve(article)
        self.contract.review_steps = 3

    @staticmethod
    def _text():
        from plone.app.textfield import RichTextValue

        return RichTextValue("<p>社工与居民一起商量。</p>", "text/html", "text/x-html-safe")

    def test_an_article_from_a_pasted_draft_to_a_counted_front_page_and_back(self):
        writer = self.window("xuanchuan")
        self.assertIn("299/300篇", self.number_on_board(writer, "S0-I07"))
        address = self._write(writer)
        for reviewer in ("yishen", "ershen"):
            self._approve(reviewer, address)
        moment = self._approve_for_tomorrow(address)
        self._unseen_by_the_public(address)
        self.assertIn("299/300篇", self.number_on_board(writer, "S0-I07"))
        self._tomorrow_comes(moment)
        self._seen_by_the_public(address)
        self._place_four_times(writer, address)
        self.assertIn("300/300篇", self.number_on_board(writer, "S0-I07"))
        self.assertIn("60/60篇", self.number_on_board(writer, "S0-I08"))
        self._withdraw(writer, address)
        self.assertIn("299/300篇", self.number_on_board(writer, "S0-I07"))
        self._unseen_by_the_public(address)

    def _write(self, page) -> str:
        page.goto(self.place("archive", "publicity", "++add++Article"))
        page.fill("input[name='form.widgets.title']", TITLE)
        page.wait_for_function("() => document.querySelector('#writing-status').textContent")
        page.evaluate(PASTE, [WORD, rtf_of(a_picture())])
        page.wait_for_function("() => tinymce.activeEditor.getContent().includes('@@picture')")
        page.fill("#writing-figures input[data-kind=alt]", "广场上的展台")
        page.select_option("select[name='form.widgets.photo_consent:list']", "nobody")
        page.check("input[name='form.widgets.station_activity:list']")
        page.click("button[name='form.buttons.submit']")
        page.wait_for_load_state()
        self.assertIn("/archive/publicity/article-", page.url)
        self.assertIn("已保存并送审", page.inner_text("main"))
        return page.url.split("?")[0]

    def _approve(self, reviewer: str, address: str):
        page = self.window(reviewer)
        self.assertIn(TITLE, page.inner_text("main"), "等待审核的稿件应出现在工作台上")
        page.goto(address)
        page.click("button:has-text('通过')")
        page.wait_for_load_state()
        self.assertEqual(0, page.locator("[data-kind=error]").count())

    def _approve_for_tomorrow(self, address: str) -> datetime:
        """The last reviewer lets it appear tomorrow at nine."""
        moment = (clock.now() + timedelta(days=1)).replace(hour=9, minute=0, second=0, microsecond=0)
        page = self.window("sanshen")
        page.goto(f"{address}/@@schedule")
        page.fill("input[name=publish_at]", moment.strftime("%Y-%m-%dT%H:%M"))
        page.click("button[value=approve]")
        page.wait_for_load_state()
        self.assertIn(f"{moment:%Y-%m-%d} 09:00", page.inner_text("main"))
        return moment

    def _tomorrow_comes(self, moment: datetime):
        """The tick of that minute."""
        transaction.begin()
        self.assertEqual([], list(tick(moment - timedelta(minutes=1))))
        self.assertEqual([f"已发布《{TITLE}》。"], [one.text for one in tick(moment)])

    def _place_four_times(self, page, address: str):
        """The fourth in a newspaper, with a picture of the page."""
        for typed in PLACEMENTS:
            self._record(page, address, **typed)
        shot = {"name": "版面.png", "mimeType": "image/png", "buffer": a_picture(size=(600, 800))}
        self._record(page, address, shot, outlet="南昌日报", page="A3版")
        page.goto(f"{address}/@@captures")
        self.assertEqual(1, page.locator("img[src*='@@capture/']").count())

    def _record(self, window, address: str, capture: dict | None = None, **typed):
        window.goto(f"{address}/@@record-placement")
        window.select_option("select[name=channel]", typed.pop("channel", ""))
        for name, words in typed.items():
            window.fill(f"input[name={name}]", words)
        if capture:
            window.set_input_files("input[name=capture]", capture)
        window.click("button:has-text('记下')")
        window.wait_for_load_state()
        self.assertEqual(0, window.locator("[data-kind=error]").count(), window.inner_text("main"))

    def _withdraw(self, page, address: str):
        page.goto(address)
        page.locator("summary, button", has_text="撤下").first.click()
        form = page.locator("form", has=page.locator("input[value=withdraw]"))
        form.locator("textarea").fill("活动日期写错，更正后再发。")
        form.locator("button").click()
        page.wait_for_load_state()
        self.assertIn("活动日期写错", page.inner_text("main"))

    def _seen_by_the_public(self, address: str):
        page = self.window()
        self.assertEqual(200, page.goto(address).status)
        self.assertIn(TITLE, page.inner_text("h1"))
        page.goto(self.url)
        self.assertIn(TITLE, page.inner_text("main"))
        self.assertEqual(list(PUBLIC), self._where_it_is_met(page, address))

    def _unseen_by_the_public(self, address: str):
        page = self.window()
        page.goto(address)
        self.assertNotIn(TITLE, page.content())
        self.assertEqual([], self._where_it_is_met(page, address))

    def _where_it_is_met(self, page, address: str) -> list[str]:
        """The public places that name it."""
        ask = {"headers": {"Accept": "application/json"}}
        found = []
        for place in PUBLIC:
            answer = page.request.get(f"{self.url}/{place}", **(ask if place.startswith("@") else {}))
            self.assertEqual(200, answer.status, place)
            body = answer.body()
            named = address.rsplit("/", 1)[-1] in (decompress(body) if ".gz" in place else body).decode()
            found += [place] * named
        return found
