"""What Anonymous can reach, by following links, by REST and by guessing addresses: nothing that is not published."""

from itertools import chain
from plone.testing.zope import Browser
from tests.site.test_language import english
from tests.site.world import a_browser
from tests.site.world import PUBLISHED
from tests.site.world import SECRET
from tests.site.world import status_of
from tests.site.world import the_contract
from tests.site.world import WORLD
from unittest import TestCase
from urllib.parse import urljoin
from urllib.parse import urlsplit
from yidang.contracts.actions import open_progress
from yidang.interfaces import IYidangLayer
from zope.component import getSiteManager
from zope.interface import Interface
from zope.publisher.interfaces.browser import IBrowserRequest

import gzip
import json
import re
import transaction


LINK = re.compile(r'\b(?:href|src|action)="([^"#]+)')
OFFERED = re.compile(r'\bsrcset="([^"]+)"')
FINE = {200, 301, 302, 303, 304, 400, 401, 403, 404, 405}
# Views that end the test's own connection or write a dump of the request; none shows content of its context.
BEGINNING = SECRET[:5]
LEFT_OUT = {"index.html"}
# What a visitor must be able to reach by links.
MORE = (
    "/activities.ics",
    "/news.rss",
    "/progress/",
    "/complain",
    "/look?size=large",
    "/newsroom?kind=",
    "/newsroom?genre=",
    "/newsroom?keyword=",
    "/complaint-status",
    "/@@picture/cover/400.webp",
)


def with_bases(registry) -> list:
    """A registry and all that it is based on."""
    return [registry, *(found for base in registry.__bases__ for found in with_bases(base))]


def links_of(text: str) -> list[str]:
    """Every address in a page, those of pictures in all sizes included."""
    offered = [one.split()[0] for srcset in OFFERED.findall(text) for one in srcset.split(", ")]
    return [*LINK.findall(text), *offered]


def all_view_names() -> list[str]:
    """Names of every page that is registered for browsers, with or without our layer."""
    names = set()
    for registration in chain.from_iterable(one.registeredAdapters() for one in with_bases(getSiteManager())):
        required = registration.required
        if len(required) != 2 or not registration.name or registration.provided is not Interface:
            continue
        if required[1].isOrExtends(IBrowserRequest) or IYidangLayer.isOrExtends(required[1]):
            names.add(registration.name)
    return sorted(name for name in names - LEFT_OUT if re.fullmatch(r"[\w.@+-]+", name))


class PublicCrawlTest(TestCase):
    layer = WORLD

    def setUp(self):
        self.portal = self.layer["portal"]
        self.url = self.portal.absolute_url()
        self.contract = the_contract(self.portal)
        self.browser = a_browser(self.layer)

    def get(self, url, browser=None):
        browser = browser or self.browser
        browser.open(url)
        status = status_of(browser)
        self.assertIn(status, FINE, url)
        body = browser._response.body
        text = (gzip.decompress(body) if body[:2] == b"\x1f\x8b" else body).decode("utf-8", "replace")
        self.assertNotIn(SECRET, text, url)
        return status, text

    def private_urls(self):
        brains = self.portal.portal_catalog.unrestrictedSearchResults(path=self.contract.absolute_url_path())
        return [brain.getURL() for brain in brains if brain.review_state != "published"]

    def test_every_link_from_the_home_page_leads_to_public_things_only(self):
        seen, waiting = set(), [self.url]
        while waiting:
            here = waiting.pop()
            status, text = self.get(here)
            for link in links_of(text):
                target = urljoin(here + "/", link.replace("&amp;", "&"))
                mixed = target.partition("?")[2].count("&") > 0 and "/newsroom?" in target
                if target not in seen and target.startswith(self.url) and "++webresource++" not in target and not mixed:
                    seen.add(target)
                    waiting.append(target)
        self.assertGreater(len(seen), 15)
        self.assertTrue(any("/archive/publicity/" in url for url in seen), "the published article is linked")

    def test_no_link_of_the_public_site_is_broken_leads_out_or_speaks_english(self):
        self.contract.title = "公开的项目"  # the other tests of this room hold its title to be a secret
        open_progress(self.contract, True)
        transaction.commit()
        seen, waiting, wrong = {self.url: ""}, [self.url], []
        while waiting:
            here = waiting.pop()
            self.browser.open(here)
            if status_of(self.browser) >= 400:
                wrong.append((here, "broken", seen[here]))
            if "text/html" not in self.browser.headers.get("Content-Type", ""):
                continue
            wrong += [(here, "english", piece) for piece in english(self.browser.contents)]
            for link in links_of(self.browser.contents):
                target = urljoin(self.browser.url, link.replace("&amp;", "&"))
                # Filters go together in thousands of ways; one at a time shows each of them.
                mixed = target.partition("?")[2].count("&") > 0 and "/newsroom?" in target
                if target.startswith(("tel:", "mailto:", "data:")) or target in seen or mixed:
                    continue
                seen[target] = here
                if target.startswith(self.url):
                    waiting.append(target)
                else:
                    wrong.append((here, "outside", target))
        self.assertEqual([], wrong)
        for part in MORE:
            self.assertTrue(any(part in address for address in seen), part)

    def test_addresses_of_private_things_ask_to_sign_in(self):
        urls = self.private_urls()
        self.assertGreater(len(urls), 10)
        for url in urls:
            self.get(url)
            self.assertIn("/login", self.browser.url, url)

    def test_feeds_maps_and_services_of_plone_tell_nothing(self):
        for path in (
            "sitemap",
            "sitemap.xml.gz",
            "sitemap.xml.gz?page=1",
            "robots.txt",
            "RSS",
            "rss.xml",
            "atom.xml",
            "news.atom",
            "news.rss",
            "activities.ics",
            "activities",
            "progress",
            "complain",
            "complaint-status",
            "itunes.xml",
            "search_rss",
            "author/worker",
            *(
                f"{name}?SearchableText={BEGINNING}"
                for name in ("search", "@@ajax-search", "@@updated_search", "search_rss")
            ),
            "@@getVocabulary?name=plone.app.vocabularies.Users",
            "@@getVocabulary?name=plone.app.vocabularies.Catalog",
            "@@member-search",
            "contact-info",
            "accessibility-info",
            "recently_modified",
            "recently_published",
            "folder_contents",
            "stations/zhongshan/folder_contents",
            "stations/zhongshan/RSS",
            "contracts/RSS",
            "@@historyview",
            "manage_main",
        ):
            self.get(f"{self.url}/{path}")

    def test_no_page_of_any_package_shows_a_private_thing_to_anonymous(self):
        urls = self.private_urls()
        article = next(url for url in urls if "/publicity/" in url)
        case = next(url for url in urls if "/casefile" in url)
        names = all_view_names()
        self.assertGreater(len(names), 200)
        told = []
        for address in (f"{place}/@@{name}" for place in (article, case) for name in names):
            self.browser.open(address)
            told += [address] if SECRET in str(self.browser.contents) else []
        self.assertEqual([], told)

    def test_rest_tells_nothing_unpublished(self):
        api_browser = Browser(self.layer["app"])
        api_browser.raiseHttpErrors = False
        api_browser.addHeader("Accept", "application/json")
        root = f"{self.url}/++api++"
        services = (
            "",
            "@search?metadata_fields=_all&fullobjects=1",
            f"@search?SearchableText={BEGINNING}*",
            "@users",
            "@groups",
            "@navigation?expand.navigation.depth=5",
            "@querystring-search?query=",
            "@vocabularies",
            "@types",
            "@history",
            "@sharing",
            "@workflow",
            "@actions",
            "@site",
            "@userschema",
            "@breadcrumbs",
            "@contents",
            "@copy",
            "@indicators",
            "@counts",
            "@relations",
            "@rules",
            "@aliases",
            "@navroot",
            "@inherit",
        )
        paths = [url.replace(self.url, root) for url in [self.url, f"{self.url}/stations", *self.private_urls()]]
        for path in [*paths, f"{root}/stations/zhongshan", f"{root}/contracts"]:
            for service in services:
                self.get(f"{path}/{service}", api_browser)

    def test_rest_gives_the_published_article(self):
        api_browser = Browser(self.layer["app"])
        api_browser.addHeader("Accept", "application/json")
        api_browser.open(f"{self.url}/++api++/@search?portal_type=Article")
        items = json.loads(api_browser._response.body)["items"]
        self.assertEqual([PUBLISHED], [item["title"] for item in items])

    def test_a_search_engine_finds_the_article_in_the_map(self):
        status, text = self.get(f"{self.url}/sitemap.xml.gz?page=1")
        places = [urlsplit(found).path for found in re.findall(r"<loc>([^<]+)", text)]
        self.assertTrue(any("/archive/publicity/" in place for place in places), places)

    def test_a_part_of_the_map_that_cannot_be_is_not_found(self):
        for part in ("abc", "-1", "1.5"):
            status, _ = self.get(f"{self.url}/sitemap.xml.gz?page={part}")
            self.assertEqual(404, status, part)

    def test_staff_of_a_station_are_not_public(self):
        status, text = self.get(f"{self.url}/stations/zhongshan")
        self.assertIn("中山站", text)
        self.assertNotIn("工作人员", text)
