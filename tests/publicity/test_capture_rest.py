"""Captures by REST: kept, listed, given out, taken out of drafts; and nothing else; and what verifying finds."""

from base64 import b64encode
from hashlib import sha256
from plone.app.testing import login
from tests.laws.test_rest_docs import sections
from tests.publicity.pictures import a_picture
from tests.publicity.stories import a_placement
from tests.publicity.stories import an_article
from tests.publicity.stories import NEWSROOM_INTEGRATION
from tests.publicity.stories import publish
from tests.publicity.stories import the_newsroom
from tests.publicity.web import a_row
from tests.publicity.web import NewsroomTest
from unittest import TestCase
from yidang.errors import Protected
from yidang.publicity.capture_audit import capture_problems
from yidang.publicity.captures import captures_of
from yidang.publicity.keeping import keep
from yidang.publicity.keeping import take_out
from yidang.publicity.placements import key_of

import os


def a_file(data: bytes, name: str = "截图.png") -> dict:
    return {"data": b64encode(data).decode(), "encoding": "base64", "filename": name}


class CaptureServicesTest(NewsroomTest):
    def setUp(self):
        super().setUp()
        self.article = self.an_article(placements=[a_row("https://a.cn/1")])
        self.service = self.article + "/@captures"
        self.key = self.author.rest("GET", self.service).json()["placements"][0]["key"]

    def keep(self, name="author", **body):
        return self.as_user(name).rest("POST", self.service, **body)

    def test_a_file_is_kept_listed_given_out_and_as_documented(self):
        data = a_picture()
        answer = self.keep(placement=self.key, file=a_file(data))
        self.assertEqual(201, answer.status_code, answer.text)
        kept = answer.json()
        self.assertEqual((sha256(data).hexdigest(), len(data)), (kept["sha256"], kept["size"]))
        documented = {(method, service): examples for method, service, examples in sections()}
        [example] = documented["GET", "@captures"]
        listed = self.as_user("lead").rest("GET", self.service).json()
        self.assertEqual(set(example), set(listed), listed)
        self.assertEqual(set(example["placements"][0]), set(listed["placements"][0]))
        self.assertEqual(set(example["placements"][0]["captures"][0]), set(kept))
        self.assertEqual([kept], listed["placements"][0]["captures"])
        self.assertEqual(kept, self.author.rest("GET", f"{self.service}/{kept['id']}").json())
        self.assertEqual(data, self.author.session.get(kept["download"]).content)
        self.assertEqual(409, self.keep(placement=self.key, file=a_file(data)).status_code)

    def test_whatever_is_no_capture_is_refused_with_a_sentence_in_the_one_shape(self):
        png = a_file(a_picture())
        for body in (
            {},
            {"placement": self.key},
            {"placement": self.key, "file": "x"},
            {"placement": 7, "file": png},
            {"placement": self.key, "file": {**png, "data": "not base64!"}},
            {"placement": self.key, "file": {**png, "encoding": "gzip"}},
            {"placement": self.key, "file": a_file(b"<html><script>alert(1)</script>")},
            {"placement": self.key, "file": a_file(b"")},
            {"placement": "0" * 32, "file": png},
        ):
            with self.subTest(str(body)[:60]):
                answer = self.keep(**body)
                self.assertEqual((400, {"type", "message", "errors"}), (answer.status_code, set(answer.json())))
                self.assertRegex(answer.json()["message"], "[\u4e00-\u9fff]")

    def test_a_wrong_file_leaves_a_draft_and_never_what_was_published(self):
        kept = self.keep(placement=self.key, file=a_file(a_picture())).json()
        self.assertEqual(204, self.author.rest("DELETE", f"{self.service}/{kept['id']}").status_code)
        self.assertEqual(404, self.author.rest("DELETE", f"{self.service}/{kept['id']}").status_code)
        self.assertEqual(404, self.author.rest("DELETE", self.service).status_code)
        kept = self.keep(placement=self.key, file=a_file(a_picture())).json()
        self.publish(self.article)
        answer = self.author.rest("DELETE", f"{self.service}/{kept['id']}")
        self.assertEqual((400, "Protected"), (answer.status_code, answer.json()["type"]), answer.text)

    def test_who_may_what(self):
        kept = self.keep(placement=self.key, file=a_file(a_picture())).json()
        self.publish(self.article)
        another = a_file(a_picture(color=(1, 2, 3)))
        self.assertIn(self.keep("buyer", placement=self.key, file=another).status_code, (401, 403))
        self.assertEqual(200, self.as_user("buyer").rest("GET", self.service).status_code)
        for path in (self.service, f"{self.service}/{kept['id']}"):
            self.assertEqual(401, self.anonymous(path, api=True).status_code)


class VerifyingTest(TestCase):
    layer = NEWSROOM_INTEGRATION

    def setUp(self):
        self.portal = self.layer["portal"]
        self.contract = the_newsroom(self.portal)
        self.article = an_article(self.contract, placements=[a_placement("https://a.cn/1")])
        self.key = key_of(self.article.placements[0])
        self.capture = keep(self.article, self.key, a_picture())

    def test_what_is_as_it_was_filed_is_no_problem(self):
        self.assertEqual([], list(capture_problems(self.contract)))

    def test_a_changed_file_is_named_with_its_article(self):
        self.capture.file.data = a_picture(color=(9, 9, 9))
        [said] = capture_problems(self.contract)
        self.assertIn(self.article.getId(), said)
        self.assertIn("与登记时的哈希值不符", said)

    def test_a_lost_file_is_named_and_the_others_are_still_looked_at(self):
        row = a_placement(None, channel="newspaper", page="A3版")
        self.article.placements = [*self.article.placements, row]
        other = keep(self.article, key_of(row), a_picture(color=(1, 2, 3)))
        other.file.data = a_picture(color=(4, 5, 6))
        os.remove(self.capture.file._blob._p_blob_uncommitted)
        said = sorted(capture_problems(self.contract))
        self.assertEqual(2, len(said))
        self.assertTrue(any("的文件已丢失" in one for one in said), said)

    def test_an_accepted_contract_takes_and_gives_back_nothing(self):
        publish(self.portal, self.article)
        for name, step in (("lead", "close"), ("buyer", "accept")):
            login(self.portal, name)
            self.portal.portal_workflow.doActionFor(self.contract, step)
        login(self.portal, "author")
        self.assertRaises(Protected, keep, self.article, self.key, a_picture(color=(1, 2, 3)))
        self.assertRaises(Protected, take_out, self.article, self.capture.id)
        self.assertEqual(1, len(captures_of(self.article)))
        self.assertEqual([], list(capture_problems(self.contract)))
