"""Whoever works in the portal follows every link that their pages offer: none is broken, none speaks English."""

from html import unescape
from tests.site.test_language import english
from tests.site.test_language import Words
from tests.site.test_public_crawl import links_of
from tests.site.world import a_browser
from tests.site.world import status_of
from tests.site.world import WORLD
from unittest import TestCase
from urllib.parse import parse_qsl
from urllib.parse import quote
from urllib.parse import urljoin
from urllib.parse import urlsplit

import re


PEOPLE = ("publicist", "purchaser", "lead", "worker", "reviewer1")
# A record of each kind is enough: its number is not part of the shape of its address.
NUMBER = re.compile(r"\b([a-z]+)-20\d{6}-\w{6}\b")
PICTURE = re.compile(
    r"/@@picture/|/@@images/|/\+\+resource\+\+|\.(ics|xlsx|csv|rss|atom|xml|css|js|svg|zip|png|jpg|pdf)$"
)
LEFT_OUT = ("/logout", "/look", "/@@look", "/newsroom?", "mailto:", "tel:", "data:", "webcal:", "javascript:")
STOCK = re.compile(r"plone|zope|dexterity|traceback", re.IGNORECASE)


def shape_of(address: str) -> str:
    """What two pages of one kind have in common: path without numbers, names of what is asked."""
    parts = urlsplit(address)
    names = ",".join(sorted(name for name, _ in parse_qsl(parts.query)))
    path = NUMBER.sub(r"\1", parts.path)
    return f"{path}?{names}"


class StaffCrawlTest(TestCase):
    maxDiff = None
    layer = WORLD

    def setUp(self):
        self.url = self.layer["portal"].absolute_url()
        self.seen: set[str] = set()

    def crawl(self, name: str) -> list[tuple]:
        """What is wrong on the pages that this person can reach and nobody before has."""
        browser, wrong = a_browser(self.layer, name), []
        waiting = [(f"{self.url}/@@desk", "")]
        self.seen.discard(shape_of(waiting[0][0]))
        while waiting:
            here, origin = waiting.pop()
            if shape_of(here) in self.seen:
                continue
            self.seen.add(shape_of(here))
            browser.open(here)
            if status_of(browser) >= 400 or "/login" in browser.url:
                wrong.append((name, here, "broken", origin))
                continue
            if "text/html" not in browser.headers.get("Content-Type", ""):
                continue
            wrong += [(name, here, piece) for piece in self.strange(browser.contents)]
            for link in links_of(browser.contents):
                target = quote(urljoin(browser.url, unescape(link)), safe="%/:?=&+@!$'()*,;~#")
                if target.startswith(self.url) and not self.left_out(target):
                    waiting.append((target, here))
        return wrong

    def left_out(self, target: str) -> bool:
        """Files, public filters, and what is only sent to."""
        place = target.removeprefix(self.url)
        return bool(PICTURE.search(urlsplit(target).path)) or place.startswith(LEFT_OUT) or place.endswith("/@@step")

    def strange(self, page: str) -> list[str]:
        """What nobody should have to read."""
        words = Words()
        words.feed(page)
        stock = [text.strip() for text in words.found if STOCK.search(text.replace("Plone site", ""))]
        # The text for a public account stands there as it will be pasted: with its elements.
        return [one for one in (*english(page), *stock) if not one.startswith("<section>")]

    def test_every_page_that_people_reach_is_there_and_in_chinese(self):
        wrong = [fault for name in PEOPLE for fault in self.crawl(name)]
        self.assertEqual([], wrong)
        self.assertGreater(len(self.seen), 100)
