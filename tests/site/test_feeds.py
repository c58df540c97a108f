"""Atom and RSS: what is published, newest first, as XML that every reader takes."""

from lxml import etree
from plone.app.testing import login
from plone.app.testing import logout
from tests.site.world import a_browser
from tests.site.world import an_article
from tests.site.world import publish
from tests.site.world import PUBLISHED
from tests.site.world import SECRET
from tests.site.world import status_of
from tests.site.world import the_contract
from tests.site.world import WORLD
from unittest import TestCase
from yidang.publicity.actions import withdraw

import transaction


ATOM = {"a": "http://www.w3.org/2005/Atom"}


class FeedsTest(TestCase):
    layer = WORLD

    def setUp(self):
        self.portal = self.layer["portal"]
        self.url = self.portal.absolute_url()

    def feed(self, path):
        browser = a_browser(self.layer)
        browser.open(f"{self.url}/{path}")
        self.assertEqual(200, status_of(browser), path)
        self.assertNotIn(SECRET, browser.contents)
        return etree.fromstring(browser.contents.encode())

    def test_both_tell_the_published_article_with_its_address(self):
        (entry,) = self.feed("news.atom").findall("a:entry", ATOM)
        self.assertEqual(PUBLISHED, entry.findtext("a:title", namespaces=ATOM))
        address = entry.find("a:link", ATOM).get("href")
        (item,) = self.feed("news.rss").findall("channel/item")
        self.assertEqual((PUBLISHED, address), (item.findtext("title"), item.findtext("link")))
        browser = a_browser(self.layer)
        browser.open(address)
        self.assertIn(PUBLISHED, browser.contents)

    def test_a_station_has_its_own_and_an_unknown_one_none(self):
        self.assertEqual(1, len(self.feed("news.atom?station=zhongshan").findall("a:entry", ATOM)))
        self.assertIn("中山站", self.feed("news.rss?station=zhongshan").findtext("channel/title"))
        browser = a_browser(self.layer)
        browser.open(f"{self.url}/news.atom?station=nowhere")
        self.assertEqual(404, status_of(browser))

    def test_a_withdrawn_article_is_gone_and_signs_in_a_title_stay_text(self):
        article = an_article(self.portal, the_contract(self.portal), "甲<b>乙</b> & “丙”")
        publish(self.portal, article)
        logout()
        transaction.commit()
        titles = [one.text for one in self.feed("news.atom").findall("a:entry/a:title", ATOM)]
        self.assertEqual(["甲<b>乙</b> & “丙”", PUBLISHED], titles)
        login(self.portal, "lead")
        withdraw(article, "有误")
        logout()
        transaction.commit()
        self.assertEqual(1, len(self.feed("news.rss").findall("channel/item")))

    def test_every_public_page_names_the_feed(self):
        browser = a_browser(self.layer)
        browser.open(self.url)
        self.assertIn(f'href="{self.url}/news.atom"', browser.contents)
