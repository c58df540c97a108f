"""The pages on which staff spend their day, as each role sees them: nothing that axe-core objects to at a desk and on a
telephone, nothing cut off at twice the size of letters, everything within reach of the keyboard."""

from plone.app.textfield.value import RichTextValue
from tests.builders import a_record
from tests.stories.axe import CHECKER
from tests.stories.axe import objections
from tests.stories.layer import DESKTOP
from tests.stories.layer import PHONE
from tests.stories.scene import as_user
from tests.stories.scene import Story
from unittest import skipUnless
from yidang import clock
from yidang.archive.actions import fire
from yidang.publicity.actions import return_
from yidang.publicity.actions import submit
from yidang.publicity.reviewing.actions import remark
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent


WIDTH = "document.documentElement.scrollWidth"
TWICE = "size => document.documentElement.style.fontSize = size"
# What the keyboard rests on: its name, and whether one sees that.
FOCUS = """() => {
  const one = document.activeElement, style = getComputedStyle(one), box = one.getBoundingClientRect();
  const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0 || style.boxShadow !== "none";
  return [one.innerText || one.getAttribute("aria-label") || one.name, ring && box.width > 0 && box.height > 0];
}"""


def rich(raw: str) -> RichTextValue:
    """A text."""
    return RichTextValue(raw, "text/html", "text/x-html-safe")


class StaffPagesStory(Story):
    lines = ("S0-I07", "S0-I22")

    def prepare(self):
        words = "<h2>集市</h2><p>早上七点，社工把三张折叠桌摆在市场门口，市民上前询问。</p><p>活动结束。</p>"
        other = "<p>读书角今天开放，十二位居民带来了三张折叠桌和自己的旧书。</p>"
        fields = {"station": "shiqi", "event_date": clock.today()}
        with as_user("xuanchuan"):
            self.returned = a_record(self.contract, "Article", title="社工走进菜市场", text=rich(words), **fields)
            self.waiting = a_record(self.contract, "Article", title="读书角开放", text=rich(other), **fields)
            for one in (self.returned, self.waiting):
                submit(one)
        with as_user("yishen"):
            for one in (self.returned, self.waiting):
                remark(one, "", "三张折叠桌", "请核对张数。")
            return_(self.returned, "张数不对，请核对。")
        with as_user("xuanchuan"):
            self.returned.text = rich(words.replace("三张", "两张").replace("市民", "电话 13800138000，市民"))
            notify(ObjectModifiedEvent(self.returned))
        with as_user("shegong"):
            said = {"kind": "visit", "date": clock.today(), "station": "shiqi", "workers": ("shegong",)}
            self.visit = a_record(self.contract, "ServiceRecord", title="入户探访", **said)
            a_record(self.contract, "CaseFile", title="个案一", opened=clock.today(), station="shiqi")
        with as_user("zhuguan"):
            held = {**said, "kind": "activity", "participants": 86, "place": "社区广场", "workers": ("zhuguan",)}
            self.sent = a_record(self.contract, "ServiceRecord", title="普法集市", **held)
            fire(self.sent, "submit")

    def pages(self) -> dict[str, tuple[str, ...]]:
        """Addresses by who looks at them."""
        returned, waiting = self.returned.absolute_url(), self.waiting.absolute_url()
        records, home = self.place("archive", "records"), self.url
        return {
            "xuanchuan": (
                f"{home}/@@desk", f"{home}/@@new", f"{home}/@@change-password", returned, f"{returned}/@@compare",
                f"{returned}/@@captures", f"{returned}/@@wechat", f"{returned}/@@record-placement",
                self.place("archive", "publicity"), self.place("@@placements"), self.place("@@publicity-board"),
            ),
            "yishen": (f"{home}/@@desk", f"{home}/@@review-queue", waiting, f"{waiting}/@@compare"),
            "zhuguan": (
                f"{home}/@@desk", self.place(), self.place("@@scoreboard"), self.place("@@indicator?code=S0-I07"),
                self.place("@@deadlines"), self.place("@@deadlines?view=month"), self.place("@@team"),
                self.place("@@outlets"), self.place("@@proofreading"), self.place("archive"), records,
                f"{records}/++add++ServiceRecord?kind=visit", self.visit.absolute_url(),
            ),
            "shegong": (f"{home}/@@desk", f"{records}/++add++CaseFile", self.visit.absolute_url()),
            "fulian": (f"{home}/@@desk", self.place("@@verification"), self.sent.absolute_url(), waiting),
        }  # fmt: skip

    @skipUnless(CHECKER.is_file(), "axe-core was not fetched")
    def test_the_checker_objects_to_no_page_of_any_role(self):
        for name, addresses in self.pages().items():
            page = self.window(name)
            for address in addresses:
                with self.subTest(name, page=address.removeprefix(self.url)):
                    self.assertEqual(200, page.goto(address, timeout=60_000).status)
                    self._check(page)

    def _check(self, page):
        """At a desk, with letters twice the size, on a telephone."""
        self.assertEqual([], objections(page))
        self.assertLessEqual(page.evaluate(WIDTH), DESKTOP["width"])
        page.evaluate(TWICE, "200%")
        self.assertLessEqual(page.evaluate(WIDTH), DESKTOP["width"], "cut off at twice the size")
        page.evaluate(TWICE, "")
        page.set_viewport_size(PHONE)
        self.assertEqual([], objections(page))
        self.assertLessEqual(page.evaluate(WIDTH), PHONE["width"])
        page.set_viewport_size(DESKTOP)

    def test_a_reviewer_reaches_an_article_and_its_buttons_without_a_mouse(self):
        page = self.window("yishen")
        page.goto(f"{self.url}/@@desk")
        self.assertEqual(["跳到正文", True], self._press(page, "Tab"))
        page.keyboard.press("Enter")
        self._until(page, "读书角开放")
        page.keyboard.press("Enter")
        page.wait_for_url("**/archive/publicity/**")
        self._until(page, "退回")

    def test_a_menu_is_opened_and_closed_without_a_mouse(self):
        page = self.window("xuanchuan")
        page.goto(f"{self.url}/@@desk")
        self._until(page, "新建")
        page.keyboard.press("Enter")
        self.assertIn("写新闻", self._press(page, "Tab")[0])
        self.assertIn("新建", self._press(page, "Escape")[0])
        self.assertEqual(0, page.locator("details[open]").count())

    def _press(self, page, key: str) -> list:
        """What the keyboard rests on after a key, and whether one sees that."""
        page.keyboard.press(key)
        return page.evaluate(FOCUS)

    def _until(self, page, words: str) -> None:
        """Go on by the key Tab until something is in focus that says so; each stop on the way can be seen."""
        for _ in range(60):
            name, is_seen = self._press(page, "Tab")
            self.assertTrue(is_seen, f"nobody sees where the keyboard is: {name}")
            if words in (name or ""):
                return
        self.fail(f"out of reach: {words}")
