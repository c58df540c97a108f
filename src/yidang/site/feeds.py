"""The newest articles as Atom (RFC 4287) and RSS 2.0, of the whole portal or of one station (`?station=`)."""

from datetime import datetime
from email.utils import format_datetime
from lxml import etree
from plone import api
from typing import NamedTuple
from yidang import clock
from yidang.pages.page import Page
from yidang.publicity.listing import kind_of
from yidang.publicity.order import INDEX
from yidang.publicity.workflow import PUBLISHED
from zExceptions import NotFound

import re


SIZE = 20
ATOM = "http://www.w3.org/2005/Atom"
# What XML cannot carry, should a title hold it.
UNFIT = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class Entry(NamedTuple):
    """One article of a feed."""

    uid: str
    title: str
    url: str
    summary: str
    kind: str
    moment: datetime


def put(parent, tag: str, text: str = "", **attributes: str):
    """One element more; what XML cannot carry is left out."""
    element = etree.SubElement(parent, tag, {key: UNFIT.sub("", value) for key, value in attributes.items()})
    element.text = UNFIT.sub("", text) or None
    return element


class Feed(Page):
    """What both formats share."""

    content_type = ""

    def __call__(self) -> bytes:
        self.request.response.setHeader("Content-Type", f"{self.content_type}; charset=utf-8")
        return etree.tostring(self.document(), encoding="utf-8", xml_declaration=True)

    @property
    def station(self) -> str:
        """The station asked for; one that does not exist has no feed."""
        station = self.query_text("station")
        if station and station not in self.names.stations:
            raise NotFound(station)
        return station

    @property
    def title(self) -> str:
        """Of the site, or of the station."""
        site = api.portal.get_registry_record("plone.site_title", default="") or "一档"
        return f"{self.names.station(self.station)} · {site}" if self.station else site

    @property
    def home(self) -> str:
        """The page that the feed stands for."""
        return f"{self.portal_url}/newsroom" + (f"?station={self.station}" if self.station else "")

    def own(self, name: str) -> str:
        """Address of the feed itself."""
        return f"{self.portal_url}/{name}" + (f"?station={self.station}" if self.station else "")

    def entries(self) -> list[Entry]:
        """The newest published articles."""
        narrowed = {"station_id": self.station} if self.station else {}
        found = api.portal.get_tool("portal_catalog")(
            portal_type="Article",
            review_state=PUBLISHED,
            sort_on=INDEX,
            sort_order="descending",
            sort_limit=SIZE,
            **narrowed,
        )
        return [
            Entry(
                brain.UID,
                brain.Title,
                brain.getURL(),
                brain.Description or "",
                kind_of(bool(brain.station_activity), brain.origin or "", brain.genre or ""),
                clock.moment_of(brain.effective),
            )
            for brain in found[:SIZE]
        ]

    def document(self):
        """The root element."""
        raise NotImplementedError


class AtomFeed(Feed):
    """`/news.atom`"""

    content_type = "application/atom+xml"

    def document(self):
        """feed > entry"""
        entries, address = self.entries(), self.own("news.atom")
        root = etree.Element(f"{{{ATOM}}}feed", nsmap={None: ATOM})

        def add(parent, tag: str, text: str = "", **attributes: str):
            return put(parent, f"{{{ATOM}}}{tag}", text, **attributes)

        add(root, "title", self.title)
        add(root, "id", address)
        add(root, "link", rel="self", href=address, type=self.content_type)
        add(root, "link", rel="alternate", href=self.home, type="text/html")
        add(root, "updated", max((one.moment for one in entries), default=clock.now()).isoformat(timespec="seconds"))
        add(add(root, "author"), "name", self.title)
        for one in entries:
            entry = add(root, "entry")
            add(entry, "title", one.title)
            add(entry, "id", f"urn:uuid:{one.uid}")
            add(entry, "link", rel="alternate", href=one.url, type="text/html")
            add(entry, "published", one.moment.isoformat(timespec="seconds"))
            add(entry, "updated", one.moment.isoformat(timespec="seconds"))
            add(entry, "category", term=one.kind)
            add(entry, "summary", one.summary)
        return root


class RssFeed(Feed):
    """`/news.rss`"""

    content_type = "application/rss+xml"

    def document(self):
        """rss > channel > item"""
        root = etree.Element("rss", nsmap={"atom": ATOM}, version="2.0")
        channel = put(root, "channel")
        put(channel, "title", self.title)
        put(channel, "link", self.home)
        put(channel, "description", f"{self.title}的最新消息")
        put(channel, "language", "zh-cn")
        put(channel, f"{{{ATOM}}}link", rel="self", href=self.own("news.rss"), type=self.content_type)
        for one in self.entries():
            item = put(channel, "item")
            put(item, "title", one.title)
            put(item, "link", one.url)
            put(item, "guid", f"urn:uuid:{one.uid}", isPermaLink="false")
            put(item, "pubDate", format_datetime(one.moment))
            put(item, "category", one.kind)
            put(item, "description", one.summary)
        return root
