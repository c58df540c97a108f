"""What the portal says of its public pages: kept until something public changes, and never out of date."""

from contextlib import contextmanager
from plone import api
from plone.app.testing import login
from plone.app.testing import logout
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from plone.app.testing import TEST_USER_NAME
from tests.builders import a_record
from tests.builders import PASSWORD
from tests.caching.served import SERVED
from tests.site.world import an_article
from tests.site.world import publish
from tests.site.world import the_contract
from unittest import TestCase
from yidang import clock
from yidang.caching.operation import PublicPage
from yidang.caching.promise import Promise
from yidang.caching.rules import RULES
from yidang.caching.shelf import Kept
from yidang.caching.shelf import SHELF
from yidang.contracts.actions import open_progress
from yidang.contracts.load import set_fields
from yidang.fieldwork.announcing import announce
from yidang.fieldwork.announcing import take_back
from yidang.publicity.actions import record_placement
from yidang.publicity.actions import withdraw
from yidang.publicity.views import ArticleView
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent

import requests
import transaction


PAGES = ("", "/newsroom", "/news.atom", "/news.rss", "/stations", "/stations/zhongshan", "/activities", "/sitemap")


class PagesTest(TestCase):
    layer = SERVED

    def setUp(self):
        self.portal = self.layer["portal"]
        self.url = self.portal.absolute_url()
        self.contract = the_contract(self.portal)
        self.article = next(
            brain.getObject() for brain in api.content.find(portal_type="Article", review_state="published")
        )
        SHELF.clear()

    def get(self, path: str, **headers):
        url = path if path.startswith("http") else self.url + path
        return requests.get(url, headers=headers, timeout=30, allow_redirects=False)

    def tag(self, path: str) -> str:
        answer = self.get(path)
        self.assertEqual(200, answer.status_code, path)
        return answer.headers["ETag"]

    @contextmanager
    def changing(self, user: str = TEST_USER_NAME):
        login(self.portal, user)
        if user == TEST_USER_NAME:
            setRoles(self.portal, TEST_USER_ID, ["Manager"])
        yield
        transaction.commit()
        logout()

    def assert_new(self, *paths: str):
        for path in paths:
            with self.subTest(path=path):
                self.assertNotEqual(self.before[path], self.tag(path))

    def assert_same(self, *paths: str):
        for path in paths:
            with self.subTest(path=path):
                self.assertEqual(self.before[path], self.tag(path))

    def remember(self, *paths: str):
        self.before = {path: self.tag(path) for path in paths}

    def test_every_public_page_may_be_kept_and_must_be_asked_for(self):
        for path in (*PAGES, self.article.absolute_url(), "/search?SearchableText=社工", "/sitemap.xml.gz"):
            with self.subTest(path=path):
                answer = self.get(path)
                self.assertEqual("public, no-cache", answer.headers["Cache-Control"])
                self.assertIn("settings=", answer.headers["X-Yidang-Shows"])
                self.assertNotIn("Set-Cookie", answer.headers)
                self.assertNotIn("Vary", answer.headers)
                again = self.get(path, **{"If-None-Match": answer.headers["ETag"]})
                self.assertEqual((304, b""), (again.status_code, again.content))
                self.assertEqual(answer.headers["ETag"], again.headers["ETag"])

    def test_a_time_is_believed_only_when_it_is_long_over(self):
        path = "/stations"
        modified = self.get(path).headers["Last-Modified"]
        self.assertEqual(200, self.get(path, **{"If-Modified-Since": "gestern"}).status_code)
        with self.changing():
            api.portal.set_registry_record("yidang.site.host", "某市妇女联合会")
        answer = self.get(path, **{"If-Modified-Since": self.get(path).headers["Last-Modified"]})
        self.assertEqual(200, answer.status_code)
        self.assertIn("某市妇女联合会", answer.text)
        self.assertTrue(modified)

    def test_the_second_reader_is_served_from_memory(self):
        url = self.article.absolute_url()
        page = self.get(url)
        request = self.layer["request"].clone()
        request.other["ACTUAL_URL"], request.environ["QUERY_STRING"] = url, ""
        transaction.begin()
        key = Promise.of(request, RULES["yidang.article"]).key
        self.assertEqual(page.headers["ETag"], f'"{key}"')
        self.assertEqual(page.content, SHELF.get(key).body)
        SHELF.put(key, Kept(b"from memory", "text/html"))
        self.assertEqual(b"from memory", self.get(url).content)
        self.assertNotEqual(b"from memory", self.get(url + "?b_start=0").content)

    def test_who_is_signed_in_gets_a_page_of_their_own(self):
        url = self.article.absolute_url()
        tag = self.tag(url)
        for headers in ({}, {"If-None-Match": tag}):
            answer = requests.get(url, auth=("publicist", PASSWORD), headers=headers, timeout=30)
            self.assertEqual(200, answer.status_code)
            self.assertEqual("private, no-store", answer.headers["Cache-Control"])
            self.assertNotIn("X-Yidang-Shows", answer.headers)
        self.assertNotIn("yd-deskbar", self.get(url).text)

    def test_filing_records_changes_no_public_page(self):
        self.remember(*PAGES, self.article.absolute_url())
        with self.changing("worker"):
            record = a_record(self.contract, "ServiceRecord", title="入户探访", kind="visit", station="zhongshan")
            record.title = "再次入户"
            notify(ObjectModifiedEvent(record))
            an_article(self.portal, self.contract, "一篇草稿")
        self.assert_same(*PAGES, self.article.absolute_url())

    def test_publishing_shows_everywhere_and_leaves_pictures_alone(self):
        news = ("", "/newsroom", "/news.atom", "/stations/zhongshan", self.article.absolute_url())
        self.remember(*news, "/activities")
        with self.changing():
            article = an_article(self.portal, self.contract, "新的一篇")
            publish(self.portal, article)
        self.assert_new(*news)
        self.assert_same("/activities")
        for path in news:
            self.assertIn("新的一篇", self.get(path).content.decode(), path)

    def test_a_withdrawn_article_is_nowhere(self):
        url = self.article.absolute_url()
        for path in (*PAGES, url):
            self.get(path)
        with self.changing("publicist"):
            withdraw(self.article, "数字有误")
        self.assertIn(self.get(url).status_code, (302, 401, 403, 404))
        for path in PAGES:
            self.assertNotIn(self.article.title, self.get(path).content.decode(), path)

    def test_an_edit_of_what_is_published_shows(self):
        url = self.article.absolute_url()
        self.remember(url, "/newsroom")
        with self.changing():
            self.article.description = "改过的摘要"
            notify(ObjectModifiedEvent(self.article))
            self.article.reindexObject()
        self.assert_new(url, "/newsroom")
        self.assertIn("改过的摘要", self.get("/newsroom").text)

    def test_a_placement_shows(self):
        url = self.article.absolute_url()
        self.get(url)
        with self.changing("publicist"):
            record_placement(self.article, channel="website", outlet="某某社区网", date=clock.today())
        self.assertIn("某某社区网", self.get(url).text)

    def test_stations_settings_and_contracts_show(self):
        self.remember("/stations", "/stations/zhongshan", "/contact-info", "")
        with self.changing():
            station = self.portal["stations"]["zhongshan"]
            station.address = "新的门牌 9 号"
            notify(ObjectModifiedEvent(station))
        self.assert_new("/stations", "/stations/zhongshan", "")
        self.assertIn("新的门牌 9 号", self.get("/stations/zhongshan").text)
        self.remember("/stations", "/contact-info", "/newsroom")
        with self.changing():
            api.portal.set_registry_record("yidang.site.hotline", "12345")
        self.assert_new("/stations", "/contact-info", "/newsroom")
        self.remember("/contact-info")
        with self.changing():
            set_fields(self.contract, {"public_contact": "项目办公室 0760-80000000"})
        self.assert_new("/contact-info")
        self.assertIn("项目办公室", self.get("/contact-info").text)

    def test_whether_the_signature_line_is_printed_shows(self):
        url = self.article.absolute_url()
        self.assertIn("三审 <b>", self.get(url).text)
        with self.changing():
            set_fields(self.contract, {"signature_printed": False})
        self.assertNotIn("三审 <b>", self.get(url).text)

    def test_an_invitation_shows_and_goes(self):
        with self.changing("lead"):
            record = a_record(self.contract, "ServiceRecord", title="义诊", kind="activity", station="zhongshan")
        self.get("/activities")
        said = {"title": "社区义诊", "day": clock.today().isoformat(), "begins": "09:00", "place": "社区广场"}
        with self.changing("lead"):
            announce(record, said)
        self.assertIn("社区义诊", self.get("/activities").text)
        self.assertIn("社区义诊", self.get("").text)
        with self.changing("lead"):
            take_back(record)
        self.assertNotIn("社区义诊", self.get("/activities").text)

    def test_progress_is_a_minute_old_at_most_and_closed_at_once(self):
        with self.changing("purchaser"):
            open_progress(self.contract, True)
        path = f"/progress/{self.contract.getId()}"
        self.assertLessEqual(int(self.get(path).headers["X-Yidang-Keep"]), 60)
        tag = self.tag(path)
        with self.changing("purchaser"):
            open_progress(self.contract, False)
        self.assertEqual(404, self.get(path, **{"If-None-Match": tag}).status_code)

    def test_nobody_keeps_errors_forms_rest_and_what_waits_for_one_reader(self):
        url = self.article.absolute_url()
        for path in ("/nowhere", "/complain", "/login", "/look.css"):
            self.assertNotIn("X-Yidang-Shows", self.get(path).headers, path)
        self.assertNotIn("X-Yidang-Shows", self.get(url, Accept="application/json").headers)
        self.assertNotIn("X-Yidang-Shows", self.get(url, Cookie="statusmessages=x").headers)
        self.assertNotIn("X-Yidang-Shows", requests.head(url, timeout=30).headers)

    def test_a_page_that_inherits_from_a_public_one_is_not_public(self):
        request = self.layer["request"].clone()
        request.method = "GET"

        logout()
        for name, context, is_public in (
            ("view", self.article, True),
            ("preview", self.article, False),
            ("view", self.contract, False),
        ):
            with self.subTest(name=name, context=context.portal_type):
                view = ArticleView(context, request)
                view.__name__ = name
                self.assertEqual(is_public, PublicPage(view, request).rule("yidang.article") is not None)
