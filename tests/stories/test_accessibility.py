"""Every public template in a real browser: nothing that axe-core objects to (WCAG 2.2 AA), light, still, by key."""

from base64 import b64encode
from datetime import timedelta
from plone.app.textfield import RichTextValue
from plone.namedfile.file import NamedBlobImage
from tests.builders import a_record
from tests.publicity.pictures import a_photo
from tests.publicity.pictures import a_picture
from tests.stories.axe import CHECKER
from tests.stories.axe import objections
from tests.stories.layer import DESKTOP
from tests.stories.layer import PHONE
from tests.stories.scene import as_user
from tests.stories.scene import Story
from unittest import skipUnless
from urllib.parse import urlsplit
from yidang import clock
from yidang.contracts.actions import open_progress
from yidang.fieldwork.announcing import announce
from yidang.publicity.actions import approve
from yidang.publicity.actions import submit
from yidang.publicity.guest_review.actions import invite
from yidang.publicity.guest_review.links import Guest


PHOTO = "data:image/jpeg;base64," + b64encode(a_photo(size=(1600, 1200))).decode()
FIGURE = f'<figure><img src="{PHOTO}" alt="听讲的老师"><figcaption>课堂</figcaption></figure>'
WORDS = "<p>老师们学习怎样倾听孩子的烦恼。</p>" * 40
TEXT = f"<h2>讲座</h2>{WORDS}{FIGURE}{WORDS}{FIGURE.replace('听讲', '提问')}{WORDS}"
HEAVIEST = 150_000
DOWN = """async () => { for (let at = 0; at < document.body.scrollHeight; at += 300) {
  scrollTo(0, at); await new Promise(done => setTimeout(done, 20)) }
  await Promise.all([...document.images].map(one => one.decode())) }"""
SHIFTS = """() => new Promise(done => { let sum = 0;
  new PerformanceObserver(list => { for (const one of list.getEntries()) if (!one.hadRecentInput) sum += one.value })
    .observe({type: 'layout-shift', buffered: true});
  setTimeout(() => done(sum), 500) })"""


class PublicPagesStory(Story):
    lines = ("S0-I07",)

    def prepare(self):
        with as_user("xuanchuan"):
            self.article = a_record(
                self.contract,
                "Article",
                title="心理讲座走进校园",
                description="老师们学习怎样倾听。",
                text=RichTextValue(TEXT, "text/html", "text/x-html-safe"),
                image=NamedBlobImage(a_picture(), filename="a.png"),
                image_alt="讲台上的社工",
                photo_consent="given",
                genre="case_story",
                keywords=("倾听", "校园"),
                station="shiqi",
            )
            submit(self.article)
        for reviewer in ("yishen", "ershen", "sanshen"):
            with as_user(reviewer):
                approve(self.article)
        with as_user("zhuguan"):
            fields = {"title": "社区讲座", "date": clock.today(), "station": "shiqi"}
            record = a_record(self.contract, "ServiceRecord", kind="activity", **fields)
            day = (clock.today() + timedelta(days=3)).isoformat()
            said = {"title": "反家暴讲座", "begins": "14:30", "place": "石岐站", "how": "到场签到。"}
            announce(record, {**said, "day": day})
        open_progress(self.contract, True)
        self._send_for_review()

    def _send_for_review(self) -> None:
        """Another article, and the link with which a leader without an account reviews it."""
        text = RichTextValue("<p>社工和居民一起布置了阅览角。</p>", "text/html", "text/x-html-safe")
        with as_user("xuanchuan"):
            article = a_record(self.contract, "Article", title="阅览角开放", text=text, station="shiqi")
            submit(article)
        with as_user("yishen"):
            self.secret = invite(article, Guest("李文", "区妇联副主席"), 72)[1]

    def pages(self) -> dict[str, str]:
        """Every public template."""
        article = self.article.absolute_url()
        paths = {
            "home": "",
            "newsroom": "/newsroom",
            "filtered": "/newsroom?kind=original&genre=case_story&keyword=普法&q=讲座",
            "nothing found": "/search?SearchableText=讲座&kind=station&period=week",
            "empty": "/newsroom?kind=reprint",
            "stations": "/stations",
            "station": "/stations/shiqi",
            "progress": f"/progress/{self.contract.getId()}",
            "open contracts": "/progress",
            "complaint": "/complain?station=shiqi",
            "status": "/complaint-status",
            "search": "/search?SearchableText=讲座",
            "calendar": "/activities",
            "missing": "/nothing-here",
            "login": "/login",
            "map": "/sitemap",
            "contact": "/contact-info",
            "help": "/accessibility-info",
            "guest review": f"/guest-review/{self.secret}",
            "no such link": "/guest-review/nothing",
        }
        return {"article": article} | {name: self.url + path for name, path in paths.items()}

    @skipUnless(CHECKER.is_file(), "axe-core was not fetched")
    def test_the_checker_objects_to_no_public_page_at_any_width_or_look(self):
        for viewport in (DESKTOP, PHONE):
            page = self.window(viewport=viewport)
            for name, address in self.pages().items():
                with self.subTest(name, width=viewport["width"]):
                    page.goto(address)
                    self.assertEqual([], objections(page))
                    self.assertLessEqual(page.evaluate("document.documentElement.scrollWidth"), viewport["width"])
                    page.evaluate("document.documentElement.style.fontSize = '200%'")
                    self.assertLessEqual(page.evaluate("document.documentElement.scrollWidth"), viewport["width"])
        page.goto(f"{self.url}/look?size=large")
        page.goto(f"{self.url}/look?contrast=high")
        for name, address in self.pages().items():
            with self.subTest(name, look="large and high"):
                page.goto(address)
                self.assertEqual([], objections(page))
                self.assertLessEqual(page.evaluate("document.documentElement.scrollWidth"), PHONE["width"])

    @skipUnless(CHECKER.is_file(), "axe-core was not fetched")
    def test_the_checker_objects_to_a_page_that_is_wrong(self):
        page = self.window()
        page.goto(self.url)
        page.evaluate("document.querySelector('main').innerHTML += '<img src=\"x.png\"><input>'")
        self.assertLessEqual({"image-alt", "label"}, {one[0] for one in objections(page)})

    def test_no_page_asks_another_host_and_an_article_is_light_and_stands_still(self):
        page, hosts, sizes = self.window(), set(), []
        page.on("request", lambda request: hosts.add(urlsplit(request.url).netloc))
        for address in self.pages().values():
            page.goto(address)
        self.assertEqual({urlsplit(self.url).netloc}, hosts)
        fresh = self.window()
        fresh.on("response", lambda one: sizes.append((one.request.resource_type, len(one.body()))))
        fresh.goto(self.article.absolute_url())
        fresh.wait_for_load_state("networkidle")
        self.assertLess(sum(size for kind, size in sizes if kind != "image"), HEAVIEST)
        fresh.evaluate(DOWN)
        self.assertEqual(0, fresh.evaluate(SHIFTS))
        kinds = fresh.evaluate("[...document.images].map(one => [one.currentSrc.split('.').pop(), one.loading])")
        self.assertEqual([["webp", "auto"], ["webp", "lazy"], ["webp", "lazy"]], kinds)

    def test_letters_grow_by_keyboard_and_stay_large_without_a_script(self):
        context = self.layer["browser"].new_context(java_script_enabled=False, locale="zh-CN")
        self.addCleanup(context.close)
        page = context.new_page()
        page.goto(f"{self.url}/stations")
        height = page.locator("h1").bounding_box()["height"]
        page.keyboard.press("Tab")
        self.assertEqual("跳到正文", page.locator(":focus").inner_text())
        page.keyboard.press("Tab")
        self.assertEqual("大字版", page.locator(":focus").inner_text())
        page.keyboard.press("Enter")
        page.wait_for_load_state()
        self.assertGreater(page.locator("h1").bounding_box()["height"], height)
        page.goto(f"{self.url}/newsroom")
        self.assertEqual(["标准字号", "高对比"], page.locator(".yd-looks a:visible").all_inner_texts())
