"""Public visitors: they find and read what is published, search in Chinese, and see nothing else."""

from tests.builders import a_record
from tests.stories.layer import PHONE
from tests.stories.scene import as_user
from tests.stories.scene import Story
from tests.stories.scene import this_year
from yidang.publicity.actions import approve
from yidang.publicity.actions import submit


class PublicStory(Story):
    def prepare(self):
        from plone.app.textfield import RichTextValue

        with as_user("xuanchuan"):
            article = a_record(
                self.contract,
                "Article",
                title="心理讲座走进校园",
                text=RichTextValue("<p>老师们学习怎样倾听孩子的烦恼。</p>", "text/html", "text/x-html-safe"),
                station="shiqi",
            )
            submit(article)
            a_record(self.contract, "Article", title="还没写完的草稿")
        for reviewer in ("yishen", "ershen", "sanshen"):
            with as_user(reviewer):
                approve(article)
        with as_user("shegong"):
            a_record(self.contract, "CaseFile", title="不公开的个案", opened=this_year(1, 5))

    def test_a_visitor_reads_searches_and_finds_a_station(self):
        page = self.window(viewport=PHONE)
        page.goto(self.url)
        page.click("a:has-text('心理讲座走进校园')")
        self.assertIn("倾听孩子的烦恼", page.inner_text("main"))
        self.assertLessEqual(page.evaluate("document.documentElement.scrollWidth"), PHONE["width"])
        page.goto(f"{self.url}/search?SearchableText=倾听")
        self.assertIn("心理讲座走进校园", page.inner_text("main"))
        page.goto(f"{self.url}/stations/shiqi")
        self.assertIn("心理讲座走进校园", page.inner_text("main"))

    def test_search_shows_a_visitor_nothing_that_is_not_published(self):
        page = self.window()
        for word in ("草稿", "不公开", "个案"):
            with self.subTest(word=word):
                page.goto(f"{self.url}/search?SearchableText={word}")
                self.assertNotIn("不公开的个案", page.content())
                self.assertNotIn("还没写完的草稿", page.content())
