"""Through a real Varnish: pages are kept, an edit is seen within a second, what is withdrawn is gone everywhere."""

from contextlib import contextmanager
from plone.app.testing import login
from plone.app.testing import logout
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from plone.app.testing import TEST_USER_NAME
from plone.namedfile.file import NamedBlobImage
from Products.SiteAccess.VirtualHostMonster import manage_addVirtualHostMonster
from tests.builders import PASSWORD
from tests.caching.proxies import free_port
from tests.caching.proxies import nginx
from tests.caching.proxies import varnish
from tests.caching.served import SERVED
from tests.publicity.pictures import a_picture
from tests.site.world import an_article
from tests.site.world import publish
from tests.site.world import rich
from tests.site.world import the_contract
from time import monotonic
from time import sleep
from unittest import TestCase
from yidang import clock
from yidang.caching.config import Front
from yidang.caching.job import CacheJob
from yidang.caching.proxies import set_proxies
from yidang.publicity.actions import withdraw
from yidang.ticking import tick
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent

import base64
import gzip
import requests
import transaction


TITLE = "老街上的绿色课堂"
# What is promised to the public; the only test here that looks at the clock.
SECOND = 1.0


def entries_of(page) -> str:
    """The map for search engines, which is packed."""
    return gzip.decompress(page.content).decode()


class VarnishTest(TestCase):
    layer = SERVED

    def setUp(self):
        self.portal = self.layer["portal"]
        self.server = f"{self.layer['host']}:{self.layer['port']}"
        with self.changing():
            self.article = self.an_article()
            publish(self.portal, self.article)
            if "virtual_hosting" not in self.layer["app"].objectIds():
                manage_addVirtualHostMonster(self.layer["app"], "virtual_hosting")
        self.port = free_port()
        started = varnish(self.server, site="plone", port=self.port)
        self.url = started.__enter__()
        self.addCleanup(started.__exit__, None, None, None)
        with self.changing():
            set_proxies([self.url])
        self.addCleanup(self.forget_proxies)
        self.path = "/" + "/".join(self.article.getPhysicalPath()[2:])

    def an_article(self):
        data = base64.b64encode(a_picture()).decode()
        text = rich(f'社工在老街口摆开长桌。</p><p><img alt="长桌" src="data:image/png;base64,{data}">')
        cover = NamedBlobImage(data=a_picture(), filename="课堂.png")
        fields = {"text": text, "image": cover, "image_alt": "长桌", "photo_consent": "nobody"}
        return an_article(self.portal, the_contract(self.portal), TITLE, **fields)

    def forget_proxies(self):
        with self.changing():
            set_proxies([])

    @contextmanager
    def changing(self, user: str = TEST_USER_NAME):
        login(self.portal, user)
        if user == TEST_USER_NAME:
            setRoles(self.portal, TEST_USER_ID, ["Manager"])
        yield
        transaction.commit()
        logout()

    def get(self, path: str, **headers):
        return requests.get(self.url + path, headers=headers, timeout=30, allow_redirects=False)

    def is_kept(self, path: str, **headers) -> bool:
        return self.get(path, **headers).headers.get("X-Kept") == "yes"

    def keep(self, *paths: str):
        for path in paths:
            self.get(path)
            self.assertTrue(self.is_kept(path), path)

    def pictures(self) -> list[str]:
        key = next(iter(self.article.pictures))
        return [f"{self.path}/@@picture/{key}", f"{self.path}/@@images/image/preview", f"{self.path}/@@images/image"]

    def places(self) -> list[str]:
        return ["/", "/newsroom", "/news.atom", "/news.rss", "/stations/zhongshan", "/search?SearchableText=绿色课堂"]

    def within_a_second(self, path: str, holds):
        until = monotonic() + SECOND
        while not holds(self.get(path)):
            self.assertLess(monotonic(), until, path)
            sleep(0.05)

    def test_an_edit_is_seen_everywhere_within_a_second(self):
        self.keep(*self.places(), self.path)
        with self.changing():
            self.article.title = "老街上的新课堂"
            notify(ObjectModifiedEvent(self.article))
            self.article.reindexObject()
        for path in (self.path, "/", "/newsroom", "/news.atom"):
            self.within_a_second(path, lambda page: "新课堂" in page.content.decode())
        self.keep(self.path)

    def test_what_is_withdrawn_is_gone_everywhere_within_a_second(self):
        api_path, sitemap = f"/++api++{self.path}", "/sitemap.xml.gz"
        self.keep(*self.places(), self.path, *self.pictures(), sitemap)
        self.assertEqual(200, self.get(api_path).status_code)
        with self.changing("publicist"):
            withdraw(self.article, "数字有误")
        for path in (self.path, api_path, *self.pictures()):
            self.within_a_second(path, lambda page: page.status_code in (302, 401, 403, 404))
        for path in self.places():
            self.within_a_second(path, lambda page: TITLE not in page.content.decode())
        self.within_a_second(sitemap, lambda page: self.article.getId() not in entries_of(page))
        found = self.get("/++api++/@search?SearchableText=绿色课堂").json()
        self.assertEqual(0, found["items_total"])

    def ticked(self) -> list[str]:
        """What the tick says of caches."""
        return [outcome.text for outcome in tick() if outcome.job == CacheJob.title]

    def test_a_cache_that_was_out_of_reach_is_told_later(self):
        nowhere = f"http://127.0.0.1:{free_port()}"
        with self.changing():
            set_proxies([nowhere, self.url])
        self.assertIn(nowhere, "".join(self.ticked()))
        self.assertEqual([], self.ticked(), "said once")
        with self.changing():
            set_proxies([nowhere])
        self.keep(self.path)
        with self.changing():
            self.article.title = "改过的标题"
            notify(ObjectModifiedEvent(self.article))
        self.assertNotIn("改过的标题", self.get(self.path).text)
        with self.changing():
            set_proxies([self.url])
        self.assertEqual([], self.ticked())
        self.assertIn("改过的标题", self.get(self.path).text)
        self.keep(self.path)
        self.assertEqual([], list(CacheJob().due(clock.now())))
        self.assertTrue(self.is_kept(self.path), "what was confirmed is not told again")

    def test_only_the_portal_orders_and_only_in_its_words(self):
        self.keep(self.path)
        orders = ({"X-Yidang-Topic": "news"}, {"X-Yidang-Topic": "news", "X-Yidang-Version": "1 || obj.status == 200"})
        for headers in orders:
            self.assertEqual(400, requests.request("BAN", self.url, headers=headers, timeout=30).status_code)
        self.assertTrue(self.is_kept(self.path))
        order = {"X-Yidang-Topic": "news", "X-Yidang-Version": "0"}
        front = Front("127.0.0.1", (self.server,), cache=f"127.0.0.1:{self.port}", port=free_port(), site="plone")
        with nginx(front) as url:
            self.assertEqual(403, requests.request("BAN", url, headers=order, timeout=30).status_code)
            answer = requests.get(url + self.path, headers={"X-Yidang-Topic": "news"}, timeout=30)
            self.assertEqual("gzip", answer.headers["Content-Encoding"])
            self.assertIn(TITLE, answer.text)
            self.assertFalse([name for name in answer.headers if name.startswith(("X-Yidang", "X-Cache"))])
        self.assertTrue(self.is_kept(self.path))
        self.assertEqual(200, requests.request("BAN", self.url, headers=order, timeout=30).status_code)
        self.assertFalse(self.is_kept(self.path))

    def test_one_page_for_everybody_and_none_of_somebody(self):
        self.keep(self.path)
        mine = requests.get(self.url + self.path, auth=("publicist", PASSWORD), timeout=30)
        self.assertIn("yd-desk", mine.text)
        self.assertEqual("private, no-store", mine.headers["Cache-Control"])
        theirs = self.get(self.path, Cookie="yd_look=large; other=1; x=y")
        self.assertEqual("yes", theirs.headers["X-Kept"])
        self.assertNotIn("yd-desk", theirs.text)
        self.assertEqual("public, no-cache", theirs.headers["Cache-Control"])
        self.assertNotIn("Set-Cookie", theirs.headers)
        again = self.get(self.path, **{"If-None-Match": theirs.headers["ETag"]})
        self.assertEqual((304, b""), (again.status_code, again.content))
        self.assertNotIn("text/html", self.get(self.path, Accept="application/json").headers["Content-Type"])

    def test_large_letters_are_kept_by_their_cookie(self):
        for cookie, is_large in (("", False), ("yd_look=large", True), ("a=b; yd_look=large.high; c=d", True)):
            for _ in range(2):
                answer = self.get("/look.css", Cookie=cookie)
                self.assertEqual(is_large, "125%" in answer.text, cookie)
            self.assertEqual("yes", answer.headers["X-Kept"], cookie)
            self.assertEqual("private, no-cache", answer.headers["Cache-Control"])
        self.assertNotIn("125%", self.get("/look.css", Cookie="yd_look=large%0Ax").text)

    def test_style_sheets_with_their_version_are_kept_for_a_year(self):
        page = self.get("/").text
        address = page.split('rel="stylesheet" href="', 1)[1].split('"', 1)[0]
        path = address.removeprefix(self.url)
        self.keep(path)
        self.assertIn("immutable", self.get(path).headers["Cache-Control"])
        self.assertFalse(self.is_kept(path.split("?")[0]))

    def test_nginx_alone_serves_the_portal_packed(self):
        port = free_port()
        front = Front("127.0.0.1", (self.server,), port=port, listen=f"127.0.0.1:{port}", site="plone")
        with nginx(front) as url:
            answer = requests.get(url + self.path, timeout=30)
            self.assertEqual("gzip", answer.headers["Content-Encoding"])
            self.assertIn(f'href="{url}/newsroom', answer.text)
            self.assertIn(f'href="{url}{self.path}"', requests.get(f"{url}/newsroom", timeout=30).text)
            again = requests.get(url + self.path, headers={"If-None-Match": answer.headers["ETag"]}, timeout=30)
            self.assertEqual(304, again.status_code)
