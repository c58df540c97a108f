"""Three persons read an article: words are marked, it is returned, corrected, compared, and passed on to the public."""

from plone.app.textfield.value import RichTextValue
from tests.builders import a_record
from tests.stories.scene import as_user
from tests.stories.scene import Story
from yidang.archive.actions import fire
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent

import transaction


TEXT = "<p>早上七点，<b>社工</b>把三张折叠桌摆在市场门口，<br>居民围了上来。</p><p>活动在中午结束。</p>"
SELECT = """() => {
  const bold = document.querySelector('.yd-article [data-passage="1"] b');
  const range = document.createRange();
  range.setStart(bold.firstChild, 0);
  range.setEnd(bold.nextSibling, 5);
  const selection = window.getSelection();
  selection.removeAllRanges();
  selection.addRange(range);
}"""


def rich(raw: str) -> RichTextValue:
    """A text."""
    return RichTextValue(raw, "text/html", "text/x-html-safe")


class ThreeReviewsStory(Story):
    lines = ("S0-I07",)

    def prepare(self):
        with as_user("xuanchuan"):
            self.article = a_record(self.contract, "Article", title="社工走进菜市场", text=rich(TEXT))
            fire(self.article, "submit")
        self.address = self.article.absolute_url()

    def test_an_article_is_marked_returned_compared_and_published(self):
        reviewer = self.window("yishen")
        self.assertIn("社工走进菜市场", reviewer.inner_text("main"), "工作台上有等我审核的稿件")
        self._mark_words(reviewer)
        self._return(reviewer)
        self._author_reads_and_corrects()
        self._compare_and_approve(reviewer)
        for name in ("ershen", "sanshen"):
            self._approve(self.window(name))
        public = self.window()
        public.goto(self.address)
        shown = public.inner_text("main")
        self.assertIn("两张折叠桌", shown)
        self.assertIn("三审", shown)
        self.assertNotIn("请核对张数", public.content(), "批注不对公众显示")

    def _mark_words(self, page):
        page.goto(self.address)
        page.click("button:has-text('我正在审')")
        page.wait_for_load_state()
        self.assertIn("yishen 正在审", page.inner_text("main"))
        page.evaluate(SELECT)
        page.click("button:has-text('批注所选文字')")
        self.assertEqual("社工把三张折叠", page.input_value("#remark-quote"))
        self.assertEqual("text-1", page.input_value("#remark-place"))
        page.fill("#remark-text", "请核对张数。")
        page.click("button:has-text('记下批注')")
        page.wait_for_load_state()
        self.assertIn("请核对张数。", page.inner_text("#remarks"))
        self.assertEqual(1, page.evaluate("CSS.highlights.get('yd-remark').size"), "原文中的字被标出")

    def _return(self, page):
        page.click("summary:has-text('退回')")
        page.fill("#comment-return", "张数不对，见批注")
        page.click("button.yd-btn-back:has-text('退回')")
        page.wait_for_load_state()
        page.goto(f"{self.url}/@@review-queue")
        self.assertIn("张数不对，见批注", page.inner_text("main"))

    def _author_reads_and_corrects(self):
        page = self.window("xuanchuan", {"width": 390, "height": 844})
        self.assertIn("张数不对，见批注", page.inner_text("main"), "工作台上有稿件消息")
        page.goto(self.address)
        self.assertIn("未解决的批注 1 条", page.inner_text("main"))
        transaction.begin()
        with as_user("xuanchuan"):
            self.article.text = rich(TEXT.replace("三张", "两张"))
            notify(ObjectModifiedEvent(self.article))
        transaction.commit()
        page.goto(self.address)
        self.assertIn("原文已改", page.inner_text("#remarks"))
        page.click("#remarks button:has-text('已解决')")
        page.wait_for_load_state()
        page.click("button:has-text('送审')")
        page.wait_for_load_state()
        self.assertIn("已送审", page.inner_text("main"))

    def _compare_and_approve(self, page):
        page.goto(f"{self.address}/@@compare")
        self.assertIn("上次退回", page.inner_text("main"))
        self.assertEqual(["三", "两"], [page.inner_text(f".yd-versions {tag}")[-1] for tag in ("del", "ins")])
        self._approve(page)

    def _approve(self, page):
        page.goto(self.address)
        page.click("button.yd-btn-main:has-text('通过')")
        page.wait_for_load_state()
