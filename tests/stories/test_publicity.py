"""Publicity staff: an article from the first word to the front page, and the count from 299 to 300 and back."""

from tests.builders import a_record
from tests.stories.scene import as_user
from tests.stories.scene import Story
from yidang.publicity.actions import approve
from yidang.publicity.actions import submit


TITLE = "石岐分站走进社区开展反家暴宣传"


class PublicityStory(Story):
    lines = ("S0-I07", "S0-I08")

    def prepare(self):
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
            for reviewer in ("yishen", "ershen", "sanshen"):
                with as_user(reviewer):
                    approve(article)

    @staticmethod
    def _text():
        from plone.app.textfield import RichTextValue

        return RichTextValue("<p>社工与居民一起商量。</p>", "text/html", "text/x-html-safe")

    def test_an_article_is_written_reviewed_by_three_published_counted_and_withdrawn(self):
        writer = self.window("xuanchuan")
        self.assertIn("299/300篇", self.number_on_board(writer, "S0-I07"))
        address = self._write(writer)
        for reviewer in ("yishen", "ershen", "sanshen"):
            self._unseen_by_the_public(address)
            self._approve(reviewer, address)
        public = self.window()
        self.assertEqual(200, public.goto(address).status)
        self.assertIn(TITLE, public.inner_text("h1"))
        public.goto(self.url)
        self.assertIn(TITLE, public.inner_text("main"))
        self.assertIn("300/300篇", self.number_on_board(writer, "S0-I07"))
        self.assertIn("60/60篇", self.number_on_board(writer, "S0-I08"))
        self._withdraw(writer, address)
        self.assertIn("299/300篇", self.number_on_board(writer, "S0-I07"))
        self._unseen_by_the_public(address)

    def _write(self, page) -> str:
        page.goto(self.place("archive", "publicity", "++add++Article"))
        page.fill("input[name='form.widgets.title']", TITLE)
        body = page.frame_locator("iframe.tox-edit-area__iframe").locator("body")
        body.click()
        body.fill("社工和志愿者在社区广场摆开展台，向居民讲解人身安全保护令怎样申请。")
        page.check("input[name='form.widgets.station_activity:list']")
        page.click("button[name='form.buttons.submit']")
        page.wait_for_load_state()
        self.assertIn("/archive/publicity/article-", page.url)
        self.assertIn("一审", page.inner_text("main"))
        return page.url.split("?")[0]

    def _approve(self, reviewer: str, address: str):
        page = self.window(reviewer)
        self.assertIn(TITLE, page.inner_text("main"), "等待审核的稿件应出现在工作台上")
        page.goto(address)
        page.click("button:has-text('通过')")
        page.wait_for_load_state()
        self.assertEqual(0, page.locator("[data-kind=error]").count())

    def _withdraw(self, page, address: str):
        page.goto(address)
        page.locator("summary, button", has_text="撤下").first.click()
        form = page.locator("form", has=page.locator("input[value=withdraw]"))
        form.locator("textarea").fill("活动日期写错，更正后再发。")
        form.locator("button").click()
        page.wait_for_load_state()
        self.assertIn("活动日期写错", page.inner_text("main"))

    def _unseen_by_the_public(self, address: str):
        page = self.window()
        page.goto(address)
        self.assertNotIn(TITLE, page.content())
        page.goto(f"{self.url}/newsroom")
        self.assertNotIn(TITLE, page.content())
