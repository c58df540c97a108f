"""A real browser reads what attackers wrote: no handler fires, nothing is asked of another host."""

from plone import api
from plone.app.textfield import RichTextValue
from tests.builders import a_record
from tests.publicity.attacks import ADDRESSES
from tests.publicity.attacks import ALL
from tests.publicity.attacks import EVENTS
from tests.publicity.attacks import SHORT
from tests.publicity.test_attacked_pages import FIRST
from tests.publicity.test_attacked_pages import packed
from tests.stories.scene import as_user
from tests.stories.scene import Story
from urllib.parse import quote
from urllib.parse import urlsplit
from yidang.publicity.actions import approve
from yidang.publicity.actions import submit
from yidang.publicity.cleaning import cleaned


# Every window and frame writes down what was fired instead of showing it.
LISTEN = "window.fired = []; window.alert = window.print = number => { top.fired.push(number) }"
# Each text by itself through the browser's own parser, then everything touched: hovered, focused, pressed.
TOUCH = """texts => {
  for (const text of texts) {
    const place = document.createElement('div'); place.innerHTML = text; document.body.append(place) }
  document.addEventListener('click', event => {
    const link = event.target.closest('a')
    if (!link || !/^(java|vb|data)/i.test(link.protocol)) event.preventDefault() })
  for (const one of document.querySelectorAll('body *')) {
    for (const name of ['mouseover', 'mouseenter', 'pointerenter', 'wheel', 'click'])
      one.dispatchEvent(new MouseEvent(name, {bubbles: true, cancelable: true}))
    if (one.focus) one.focus() }
}"""
# Links that the browser itself takes for anything but a place to go to; an address that it cannot read leads nowhere.
LINKS = """() => [...document.querySelectorAll('a[href], area[href]')].map(one => one.protocol)
  .filter(one => !/^(https?|mailto|tel|webcal)?:$/.test(one))"""


class AttackStory(Story):
    lines = ("S0-I07",)

    def prepare(self):
        with api.env.adopt_roles(["Manager"]):
            self.portal["stations"]["shiqi"].introduction = "\n".join(SHORT)
        with as_user("xuanchuan"):
            self.article = a_record(
                self.contract,
                "Article",
                title=packed(120),
                description=packed(400),
                text=RichTextValue(FIRST, "text/html", "text/x-html-safe"),
                station="shiqi",
                station_activity=True,
            )
            submit(self.article)
        for reviewer in ("yishen", "ershen", "sanshen"):
            with as_user(reviewer):
                approve(self.article)

    def listening(self, name: str = ""):
        page = self.window(name)
        page.context.add_init_script(LISTEN)
        page.on("dialog", lambda dialog: (self.shown.append(dialog.message), dialog.dismiss()))
        return page

    def setUp(self):
        super().setUp()
        self.shown, self.hosts = [], set()

    def test_the_browser_would_run_what_was_not_cleaned(self):
        page = self.listening()
        page.goto(f"{self.url}/accessibility-info")
        page.evaluate(TOUCH, [*EVENTS])
        page.wait_for_function("window.fired.length >= 10")
        page.evaluate(TOUCH, [ADDRESSES[0]])
        page.wait_for_function("window.fired.includes(30)")
        page.evaluate(TOUCH, [*ADDRESSES])
        self.assertGreater(len(page.evaluate(LINKS)), 12)

    def test_nothing_runs_on_any_page(self):
        page = self.listening()
        page.on("request", lambda request: self.hosts.add(urlsplit(request.url).netloc))
        asked = quote(SHORT[1])
        article = self.article.absolute_url()
        paths = ("", "/newsroom", f"/search?SearchableText={asked}", "/search?SearchableText=alert", "/stations/shiqi")
        for address in (article, *(self.url + path for path in paths), f"{self.url}/{asked}"):
            with self.subTest(address):
                page.goto(address)
                page.evaluate(TOUCH, [])
                self.assertEqual([], page.evaluate("window.fired"))
        page.goto(article)
        page.evaluate(TOUCH, [cleaned(attack) for attack in ALL])
        page.wait_for_timeout(200)
        self.assertEqual(([], []), (page.evaluate("window.fired"), page.evaluate(LINKS)))
        self.assertEqual({urlsplit(self.url).netloc}, {host for host in self.hosts if host and "example" not in host})
        author = self.listening("xuanchuan")
        for address in (article, f"{article}/@@wechat"):
            author.goto(address)
            author.evaluate(TOUCH, [])
            self.assertEqual([], author.evaluate("window.fired"))
        self.assertEqual([], self.shown)
