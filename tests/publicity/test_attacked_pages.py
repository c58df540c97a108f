"""Attacks planted in every field that a person can fill in: no page, feed, export or service runs them."""

from itertools import chain
from lxml import etree
from plone import api
from tests.builders import a_station
from tests.publicity.attacks import ALL
from tests.publicity.attacks import PRODUCT
from tests.publicity.attacks import SHORT
from tests.publicity.harmless import faults
from tests.publicity.pictures import a_picture
from tests.publicity.test_forms import rows
from tests.publicity.web import a_row
from tests.publicity.web import an_image
from tests.publicity.web import NewsroomTest
from tests.publicity.web import press
from urllib.parse import quote
from urllib.parse import urlsplit
from yidang.contracts.actions import open_progress
from yidang.publicity.cleaning import cleaned
from yidang.review.complaints import complain

import re
import requests
import transaction


# An article with a picture that says nothing, or that is none, is refused before anybody reads it.
KEPT = [attack for attack in ALL if "data:image" not in attack and "<img" not in cleaned(attack)]
# Two texts, for the same one twice is refused, too.
KEYWORDS = ["<b>x</b>", '"><i>', "${7*7}", "' onx=1 '"]
FIRST, SECOND = ("<p>早上七点。</p>" + "".join(f"<p>{attack}</p>" for attack in KEPT[at::2]) for at in (0, 1))
LONG = " ".join(SHORT)


def packed(most: int, start: int = 0) -> str:
    """As many short attacks as fit."""
    found = ""
    for attack in chain(SHORT[start:], SHORT[:start]):
        found = f"{found} {attack}" if len(found) + len(attack) < most else found
    return found.strip()


class AttackedPagesTest(NewsroomTest):
    def setUp(self):
        super().setUp()
        self.host = urlsplit(self.portal.absolute_url()).netloc
        with api.env.adopt_roles(["Manager"]):
            said = {"address": SHORT[1], "opening_hours": SHORT[2], "introduction": "\n".join(SHORT)}
            a_station(self.portal, "xss", title=packed(60), town=SHORT[4][:20], **said)
            self.contract.stations = (*(self.contract.stations or ()), "xss")
            self.contract.public_contact = LONG[:200]
            open_progress(self.contract, True)
            api.user.get("author").setMemberProperties({"fullname": SHORT[0]})
            api.portal.set_registry_record("yidang.site.introduction", packed(200))
            self.complaint = complain(
                {"place": "xss", "kind": "other", "text": LONG, "contact": SHORT[1]}
            ).absolute_url()
        transaction.commit()

    def fields(self, start: int = 0) -> dict:
        """Text fields of an article, each full of attacks."""
        return {
            "title": packed(120, start),
            "description": packed(400, start),
            "image_alt": packed(200, start + 1),
            "image_caption": packed(200, start + 2),
            "keywords": KEYWORDS,
        }

    def by_rest(self) -> str:
        row = a_row("https://a.example/x?q=%3Cscript%3E&amp;lt;", outlet=packed(60, 3), page=SHORT[4][:30])
        return self.an_article(
            **self.fields(),
            text={"data": FIRST, "content-type": "text/html"},
            image=an_image(name="<img src=x onerror=alert(1)>.png"),
            photo_consent="nobody",
            station="xss",
            station_activity=True,
            placements=[row],
        )

    def by_form(self) -> str:
        row = a_row("https://a.example/y", outlet=packed(60, 5))
        files = {"image": ('"><svg onload=alert(1)>.png', a_picture(), "image/png")}
        said = {
            **self.fields(5),
            "keywords": "\n".join(KEYWORDS),
            "text": SECOND,
            "origin:list": "compiled",
            "photo_consent:list": "nobody",
        }
        answer = self.author.send(self.place + "/++add++Article", files=files, **said, **rows(row))
        self.assertEqual(302, answer.status_code, answer.text[:2000])
        return answer.headers["Location"].removesuffix("/view")

    def assert_harmless(self, address: str, name: str = "", **options) -> str:
        """Open a page and look at all of it; returns what was sent."""
        session = self.as_user(name).session if name else requests.Session()
        url = self.portal.absolute_url() + address.removeprefix(self.portal.absolute_url())
        answer = session.request(options.pop("method", "GET"), url, timeout=60, **options)
        with self.subTest(address, name=name):
            self.assertLess(answer.status_code, 500)
            self.assertNotIn(PRODUCT, answer.text)
            kind = answer.headers.get("Content-Type", "").partition(";")[0]
            if kind == "text/html":
                self.assertEqual([], faults(answer.text, self.host))
            elif kind.endswith("xml"):
                self.assertNotIn(
                    "script", {etree.QName(one).localname for one in etree.fromstring(answer.content).iter()}
                )
            else:
                # No browser draws these.
                self.assertIn(kind, ("application/json", "application/octet-stream", "text/calendar"))
        return answer.text

    def test_nothing_planted_runs_anywhere(self):
        first, second = self.by_rest(), self.by_form()
        self.step("author", first, "submit")
        self.in_review(first)
        self.step("first", first, "return", LONG)
        for article in (first, second):
            self.publish(article)
        self.of_the_public(first, second)
        self.of_the_staff(first, second)

    def in_review(self, article: str) -> None:
        """Remarks, comparison, queue, and the page of a leader without an account."""
        first = self.as_user("first")
        for place, quote_ in (("title", SHORT[0][:20]), ("text-1", "七点"), ("description", "")):
            said = {"place": place, "quote": quote_, "text": LONG[:900]}
            first.rest("POST", f"{article}/@remarks", **said)
        self.assertEqual(3, first.rest("GET", f"{article}/@remarks").json()["items_total"])
        page = f"{article}/@@review-links"
        self.assertEqual(400, press(first, page, name=SHORT[4][:20], post=SHORT[2][:30], hours="72").status_code)
        made = press(first, page, name="李文", post="主席", hours="72").text
        guest = re.search(r"http\S+?/guest-review/[\w-]+", made)[0]
        self.assertIn("alert(270)", self.assert_harmless(guest))
        for page in ("", "/@@review-links", "/@@compare", "/@@schedule", "/@@remark"):
            self.assert_harmless(article + page, "first")
        self.assert_harmless("/@@review-queue", "first")
        refused = {"secret": guest.rpartition("/")[2], "decision": SHORT[0], "reason": LONG}
        self.assert_harmless(guest.rpartition("/")[0], method="POST", data=refused)

    def of_the_public(self, *articles: str) -> None:
        """Pages, searches, feeds, services."""
        for article in articles:
            told = self.assert_harmless(article)
            self.assertIn("&lt;script&gt;alert(270)", told)
            self.assertIn("application/ld+json", told)
        asked = quote(SHORT[1] + SHORT[7])
        for path in (
            "",
            "/newsroom",
            f"/newsroom?q={asked}",
            f"/newsroom?kind={asked}",
            f"/newsroom?station={asked}",
            f"/search?SearchableText={asked}",
            "/search?SearchableText=alert",
            f"/search?SearchableText=alert&kind={asked}&order={asked}&b_start={asked}",
            "/news.atom",
            "/news.rss",
            f"/news.rss?station={asked}",
            "/activities.ics",
            "/sitemap",
            "/sitemap.xml.gz",
            "/stations",
            "/stations/xss",
            "/progress",
            f"/progress/{self.contract.getId()}",
            "/contact-info",
            f"/complain?station={asked}",
            f"/newsroom?keyword={asked}&genre={asked}",
            f"/search?SearchableText=alert&station={asked}&period={asked}",
            f"/login?came_from={quote('javascript:alert(1)')}",
            f"/{asked}",
            f"/look?size={asked}&back={quote('javascript:alert(1)')}",
            "/++api++/@search?SearchableText=alert&fullobjects=1",
        ):
            self.assert_harmless(path)
        said = {"place": SHORT[1], "kind": SHORT[2], "text": "</textarea>", "contact": SHORT[3]}
        self.assert_harmless("/complain", method="POST", data=said)
        self.assert_harmless("/complaint-status", method="POST", data={"number": packed(40)})

    def of_the_staff(self, *articles: str) -> None:
        """Working pages, forms, exports, lists; what the purchaser reads."""
        for article in articles:
            for page in ("", "/@@wechat"):
                self.assert_harmless(article + page, "author")
        for page in ("/@@record-placement", "/@@captures", "/@@historyview", "/edit"):
            self.assert_harmless(articles[0] + page, "lead")
        self.assert_harmless(articles[0], "buyer")
        for page in ("", "/@@placements", "/@@proofreading", "/archive", "/archive/publicity", "/archive/review"):
            self.assert_harmless(self.path + page, "buyer")
        for page in ("/desk", "/search?SearchableText=alert", self.complaint):
            self.assert_harmless(page, "buyer")
        self.assert_harmless("/desk", "author")

    def test_what_was_typed_wrong_comes_back_harmless(self):
        said = {
            **self.fields(),
            "keywords": "\n".join(KEYWORDS),
            "text": FIRST,
            "event_date": SHORT[4],
            "origin:list": "original",
        }
        answer = self.author.session.post(
            f"{self.portal.absolute_url()}{self.place}/++add++Article",
            data={f"form.widgets.{name}": value for name, value in {**said, **rows(a_row(SHORT[1]))}.items()}
            | {"form.buttons.save": "1"},
        )
        self.assertEqual([], faults(answer.text, self.host))
        refused = press(self.author, self.by_rest() + "/@@record-placement", url="javascript:alert(1)", outlet=SHORT[0])
        self.assertEqual(400, refused.status_code)
