"""Kept captures: which files are taken, that they stay as filed, what is missing, who may see them."""

from datetime import date
from hashlib import sha256
from plone.app.testing import login
from tests.publicity.pictures import a_picture
from tests.publicity.stories import a_placement
from tests.publicity.stories import an_article
from tests.publicity.stories import NEWSROOM_INTEGRATION
from tests.publicity.stories import publish
from tests.publicity.stories import the_newsroom
from tests.publicity.web import a_row
from tests.publicity.web import NewsroomTest
from tests.publicity.web import press
from yidang.errors import Conflict
from yidang.errors import NotAllowed
from yidang.errors import Protected
from yidang.errors import Refused
from yidang.publicity.actions import record_placement
from yidang.publicity.capture_files import kind_of
from yidang.publicity.captures import captures_of
from yidang.publicity.captures import dead_links_of
from yidang.publicity.captures import marks_of
from yidang.publicity.captures import missing_of
from yidang.publicity.keeping import keep
from yidang.publicity.keeping import note_dead_link
from yidang.publicity.keeping import take_out
from yidang.publicity.placements import key_of
from yidang.testing import YIDANG_INTEGRATION
from z3c.caching.interfaces import IPurgeEvent
from zope.component import getGlobalSiteManager
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent

import unittest


PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"
MHTML = (
    b"From: <Saved by Blink>\r\nSnapshot-Content-Location: https://a.cn/1\r\nSubject: =?utf-8?Q?x?=\r\n"
    b'MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="--b--x"\r\n\r\n'
    b"----b--x\r\nContent-Type: text/html\r\n\r\n<p>1</p>\r\n----b--x--\r\n"
)


class KindTest(unittest.TestCase):
    layer = YIDANG_INTEGRATION

    def test_screenshots_papers_and_saved_pages_are_known_by_their_bytes(self):
        given = {"png": a_picture(), "jpg": a_picture("JPEG"), "pdf": PDF, "mhtml": MHTML}
        self.assertEqual(list(given), [kind_of(data) for data in given.values()])

    def test_anything_else_is_refused(self):
        wrong = (
            b"<html>x</html>", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"MZ\x90", a_picture("GIF"),
            a_picture()[:40], b"%PDF-1.4 cut off", MHTML.replace(b"related", b"mixed"), MHTML.replace(b"----b", b"zz"),
            b"\0" + MHTML, b"Content-Type: multipart/related\r\n\r\n",
        )  # fmt: skip
        for data in wrong:
            self.assertEqual("", kind_of(data), data[:40])


class KeepingTest(unittest.TestCase):
    layer = NEWSROOM_INTEGRATION

    def setUp(self):
        self.portal = self.layer["portal"]
        self.contract = the_newsroom(self.portal)
        rows = [a_placement("https://a.cn/1"), a_placement(None, channel="newspaper", page="A3版")]
        self.article = an_article(self.contract, placements=rows)
        self.keys = [key_of(row) for row in self.article.placements]

    def found(self, *marks: str) -> int:
        catalog = self.portal.portal_catalog
        return len(catalog.unrestrictedSearchResults(placement_marks=list(marks)))

    def test_what_is_kept_has_its_hash_its_time_and_its_person(self):
        data = a_picture()
        capture = keep(self.article, self.keys[0], data, "截图.png")
        self.assertEqual((sha256(data).hexdigest(), len(data)), (capture.sha256, capture.size))
        self.assertEqual(("author", date.today()), (capture.person, capture.filed.date()))
        self.assertTrue(capture.is_intact())

    def test_a_changed_file_is_found_out(self):
        capture = keep(self.article, self.keys[0], a_picture())
        capture.file.data = a_picture(color=(1, 2, 3))
        self.assertFalse(capture.is_intact())

    def test_what_is_missing_is_listed_and_found_by_the_catalog(self):
        self.assertEqual(2, len(missing_of(self.article)))
        keep(self.article, self.keys[0], PDF)
        self.assertEqual(["A3版"], [row["page"] for row in missing_of(self.article)])
        self.assertEqual(["newspaper/city/missing/live", "wechat/city/kept/live"], marks_of(self.article))
        self.assertEqual(1, self.found("newspaper/city/missing/live"))
        keep(self.article, self.keys[1], PDF)
        self.assertEqual(0, self.found("newspaper/city/missing/live"))

    def test_the_same_file_is_kept_once_for_a_placement_and_once_for_another(self):
        keep(self.article, self.keys[0], PDF)
        self.assertRaises(Conflict, keep, self.article, self.keys[0], PDF)
        keep(self.article, self.keys[1], PDF)
        self.assertEqual(2, len(captures_of(self.article)))

    def test_wrong_files_and_unknown_placements_are_refused_with_a_sentence(self):
        for key, data, words in (
            (self.keys[0], b"", "空的"),
            (self.keys[0], b"<script>", "只收 PNG、JPG"),
            ("0" * 32, PDF, "已被修改"),
        ):
            with self.subTest(words), self.assertRaises(Refused) as caught:
                keep(self.article, key, data)
            self.assertIn(words, caught.exception.message)

    def test_a_file_beyond_the_limit_is_refused(self):
        from plone import api

        api.portal.set_registry_record("yidang.upload_limit_mb", 1)
        with self.assertRaises(Refused) as caught:
            keep(self.article, self.keys[0], PDF + b"\0" * 1024 * 1024 + b"%%EOF")
        self.assertIn("超过 1 MB", caught.exception.message)

    def test_a_wrong_file_is_taken_out_of_a_draft_and_never_of_what_was_published(self):
        wrong = keep(self.article, self.keys[0], PDF)
        take_out(self.article, wrong.id)
        self.assertEqual([], captures_of(self.article))
        kept = keep(self.article, self.keys[0], PDF)
        publish(self.portal, self.article)
        self.assertRaises(Protected, take_out, self.article, kept.id)
        keep(self.article, self.keys[0], a_picture())
        self.assertEqual(2, len(captures_of(self.article)))

    def test_a_placement_that_is_changed_leaves_the_file_behind(self):
        keep(self.article, self.keys[0], PDF)
        self.article.placements = [a_placement("https://a.cn/2")]
        notify(ObjectModifiedEvent(self.article))
        self.assertEqual((1, 1), (len(captures_of(self.article)), len(missing_of(self.article))))

    def test_going_back_to_an_old_version_takes_no_capture_away(self):
        repository = self.portal.portal_repository
        repository.save(self.article)
        keep(self.article, self.keys[0], PDF)
        repository.save(self.article)
        repository.revert(self.article, 0)
        self.assertEqual(1, len(captures_of(self.article)))

    def test_a_dead_link_is_noted_and_the_note_taken_back(self):
        note_dead_link(self.article, self.keys[0], " 网站 改版 ")
        self.assertEqual("网站 改版", dead_links_of(self.article)[self.keys[0]].note)
        self.assertEqual(1, self.found("wechat/city/missing/dead"))
        note_dead_link(self.article, self.keys[0], "")
        self.assertEqual({}, dead_links_of(self.article))
        self.assertRaises(Refused, note_dead_link, self.article, self.keys[1], "没有网址")
        self.assertRaises(Refused, note_dead_link, self.article, self.keys[0], "长" * 201)

    def test_a_noted_link_leaves_the_caches_in_front(self):
        purged = []
        manager = getGlobalSiteManager()
        manager.registerHandler(purged.append, [IPurgeEvent])
        self.addCleanup(manager.unregisterHandler, purged.append, [IPurgeEvent])
        note_dead_link(self.article, self.keys[0], "网站改版")
        self.assertEqual([self.article], [event.object for event in purged])

    def test_a_purchaser_keeps_nothing(self):
        publish(self.portal, self.article)
        login(self.portal, "buyer")
        self.assertRaises(NotAllowed, keep, self.article, self.keys[0], PDF)
        self.assertRaises(NotAllowed, note_dead_link, self.article, self.keys[0], "x")

    def test_a_placement_recorded_later_is_missing_again(self):
        keep(self.article, self.keys[0], PDF)
        keep(self.article, self.keys[1], PDF)
        record_placement(self.article, "website", date.today(), url="https://b.cn/1")
        self.assertEqual(["https://b.cn/1"], [row["url"] for row in missing_of(self.article)])


class CapturesPageTest(NewsroomTest):
    def setUp(self):
        super().setUp()
        self.article = self.an_article(placements=[a_row("https://a.cn/1")])
        self.key = key_of(a_row("https://a.cn/1"))

    def keep(self, data: bytes = MHTML, name: str = "存档.mhtml"):
        files = {"capture": (name, data, "multipart/related")}  # what Chromium says of a saved page
        return press(self.author, self.article + "/@@captures", files, placement=self.key)

    def capture(self) -> str:
        import re

        return re.search(r'href="([^"]*/@@capture/[^"]*)"', self.author.page(self.article + "/@@captures").text)[1]

    def test_a_file_is_kept_listed_and_given_out_as_a_download_only(self):
        self.assertEqual(302, self.keep().status_code)
        self.assertIn(sha256(MHTML).hexdigest(), self.author.page(self.article + "/@@captures").text)
        answer = self.author.session.get(self.capture())
        self.assertEqual((200, MHTML), (answer.status_code, answer.content))
        self.assertTrue(answer.headers["Content-Disposition"].startswith("attachment"))
        self.assertEqual("nosniff", answer.headers["X-Content-Type-Options"])

    def test_the_public_sees_the_article_and_no_capture(self):
        self.keep()
        place = self.capture()
        self.publish(self.article)
        self.assertEqual(200, self.anonymous(self.article).status_code)
        for path in (place, self.article + "/@@captures", self.path + "/@@placements"):
            self.assertNotEqual(200, self.anonymous(path).status_code, path)
        self.assertEqual(200, self.as_user("buyer").page(place).status_code)
        self.assertEqual(404, self.author.page(place[:-3] + "000").status_code)

    def test_a_wrong_file_is_refused_on_the_page(self):
        answer = self.keep(b"<html><script>alert(1)</script></html>", "截图.png")
        self.assertEqual(400, answer.status_code)
        self.assertIn("这个文件不是，或已损坏", answer.text)

    def test_the_report_lists_what_is_missing_and_checks_what_is_kept(self):
        report = self.path + "/@@placements"
        missing = self.author.page(report + "?capture=missing").text
        self.assertIn("社工走进菜市场", missing)
        self.keep()
        self.assertIn("没有符合条件的刊发", self.author.page(report + "?capture=missing").text)
        self.assertIn("https://a.cn/1", self.author.page(report + "?capture=kept&channel=wechat&level=city").text)
        self.assertIn("没有符合条件的刊发", self.author.page(report + "?channel=newspaper").text)
        answer = press(self.author, report)
        self.assertIn("1 份留存都与登记时的哈希值相符", self.author.page(answer.headers["Location"]).text)

    def test_a_dead_link_is_no_link_any_more_for_readers(self):
        self.publish(self.article)
        self.assertIn('href="https://a.cn/1"', self.anonymous(self.article).text)
        press(self.author, self.article + "/@@captures", do="note", placement=self.key, note="网站改版")
        self.assertNotIn('href="https://a.cn/1"', self.anonymous(self.article).text)

    def test_a_placement_and_its_capture_are_recorded_together_or_not_at_all(self):
        page = self.article + "/@@record-placement"
        row = {"outlet": "南昌日报", "page": "A3版", "date": date.today().isoformat()}
        answer = press(self.author, page, {"capture": ("a.png", b"no picture", "image/png")}, **row)
        self.assertEqual(400, answer.status_code)
        self.assertEqual(1, len(self.author.rest("GET", self.article).json()["placements"]))
        self.assertEqual(
            302, press(self.author, page, {"capture": ("a.png", a_picture(), "image/png")}, **row).status_code
        )
        self.assertIn("南昌日报 A3版", self.author.page(self.article + "/@@captures").text)
