"""The one-time review link over HTTP, as a phone without an account opens it."""

from html import unescape
from tests.publicity.web import an_image
from tests.publicity.web import NewsroomTest
from tests.publicity.web import press
from yidang.publicity.pages.guest_review import GUESSES

import re
import requests


PRIVATE = {"Cache-Control": "private, no-store", "Referrer-Policy": "no-referrer", "X-Frame-Options": "DENY"}


class GuestWebTest(NewsroomTest):
    def setUp(self):
        super().setUp()
        fields = {"image": an_image(), "image_alt": "市场门口的三张桌子", "photo_consent": "nobody"}
        self.url = self.an_article(**fields)
        self.assertEqual(200, self.step("author", self.url, "submit").status_code)

    def state(self) -> str:
        """Where the article is."""
        return self.as_user("lead").rest("GET", self.url).json()["review_state"]

    def address(self) -> str:
        """A new link, made by the first reviewer."""
        form = {"name": "李文", "post": "区妇联副主席", "hours": "72"}
        answer = press(self.as_user("first"), f"{self.url}/@@review-links", **form)
        self.assertEqual(200, answer.status_code)
        self.assertEqual("private, no-store", answer.headers["Cache-Control"])
        [found] = set(re.findall(r"http\S+/guest-review/[\w-]+", answer.text))
        self.assertNotIn(found.rpartition("/")[2], self.as_user("first").page(f"{self.url}/@@review-links").text)
        return found

    def get(self, address: str, **more):
        """As nobody."""
        return requests.get(address, timeout=30, allow_redirects=False, **more)

    def send(self, address: str, **fields):
        """The form of the page, as nobody."""
        place, _, secret = address.rpartition("/")
        return requests.post(place, data={"secret": secret, **fields}, timeout=30, allow_redirects=False)

    def test_looking_changes_nothing_and_tells_nobody(self):
        address = self.address()
        for _ in range(2):
            page = self.get(address)
            requests.head(address, timeout=30)
            self.get(f"{address}?decision=approve")
        self.assertEqual("review1", self.state())
        self.assertEqual(200, page.status_code)
        self.assertEqual(PRIVATE, {name: page.headers[name] for name in PRIVATE})
        self.assertIn("noindex", page.headers["X-Robots-Tag"])
        self.assertNotIn("Set-Cookie", page.headers)
        text = unescape(page.text)
        for words in ("请李文（区妇联副主席）审签", "社工走进菜市场", "责编", "待您审签"):
            self.assertIn(words, text)
        self.assertNotIn(self.url, text)

    def test_pictures_come_by_way_of_the_secret_and_not_otherwise(self):
        address = self.address()
        sources = [unescape(one) for one in re.findall(r'<img[^>]*src="([^"]+)"', self.get(address).text)]
        [picture] = [one for one in sources if address in one]
        answer = self.get(picture)
        self.assertEqual((200, "private, no-store"), (answer.status_code, answer.headers["Cache-Control"]))
        self.assertTrue(answer.headers["Content-Type"].startswith("image/"))
        self.assertEqual(404, self.get(picture.replace(address, address[:-3] + "abc")).status_code)
        self.assertEqual(404, self.get(f"{address}/edit").status_code)
        self.assertEqual(404, self.get(f"{address}/picture/nothing").status_code)

    def test_a_decision_is_taken_once_and_the_history_tells(self):
        address = self.address()
        refused = self.send(address, decision="return")
        self.assertEqual(400, refused.status_code)
        self.assertIn("退回请写明原因", unescape(refused.text))
        done = self.send(address, decision="approve", reason="可以发")
        self.assertEqual((200, "review2"), (done.status_code, self.state()))
        self.assertIn("已通过，稿件进入二审", unescape(done.text))
        for again in (self.send(address, decision="return", reason="x"), self.get(address)):
            self.assertEqual(410, again.status_code)
            self.assertIn("已经用过", unescape(again.text))
        history = self.as_user("lead").page(self.url).text
        self.assertIn("李文（区妇联副主席）", history)
        self.assertIn("链接由first发出", history)

    def test_without_the_secret_in_the_form_nothing_is_decided(self):
        address = self.address()
        place = address.rpartition("/")[0]
        for data in ({"decision": "approve"}, {"decision": "approve", "secret": "x"}):
            self.assertEqual(404, requests.post(place, data=data, timeout=30).status_code)
        self.assertEqual("review1", self.state())

    def test_a_link_that_is_none_is_answered_in_good_words(self):
        base = self.portal.absolute_url()
        for path in ("guest-review", "guest-review/x", "guest-review/x/y/z/a/b", "guest-review/%E4%B8%AD"):
            with self.subTest(path):
                answer = self.get(f"{base}/{path}")
                self.assertEqual(404, answer.status_code)
        self.assertIn("没有这个审签链接", unescape(self.get(f"{base}/guest-review/x").text))

    def test_whoever_guesses_is_told_to_wait_and_whoever_knows_is_not(self):
        address = self.address()
        for _ in range(GUESSES.most):
            GUESSES.take("127.0.0.1")
        wrong = address[:-3] + "abc"
        for answer in (self.get(wrong), self.get(f"{wrong}/picture/cover"), self.send(wrong, decision="approve")):
            self.assertEqual(429, answer.status_code)
            self.assertIn("太多无效的链接", unescape(answer.text))
        self.assertEqual(200, self.get(address).status_code)

    def test_a_link_is_taken_back_on_its_page(self):
        address = self.address()
        page = self.as_user("first").page(f"{self.url}/@@review-links").text
        self.assertIn("等待审签", page)
        id_ = re.search(r'name="id"[^>]*value="(\w+)"', page)[1]
        self.assertEqual(
            302, press(self.as_user("first"), f"{self.url}/@@review-links", do="revoke", id=id_).status_code
        )
        self.assertEqual(410, self.get(address).status_code)
        self.assertIn("已收回", self.as_user("first").page(f"{self.url}/@@review-links").text)

    def test_the_page_of_links_is_for_those_who_may_give_them_out(self):
        for name in ("author", "second", "buyer"):
            with self.subTest(name):
                answer = self.as_user(name).session.get(f"{self.url}/@@review-links")
                self.assertIn(answer.status_code, (401, 403, 404))
        refused = press(self.as_user("lead"), f"{self.url}/@@review-links", name="", post="主席", hours="x")
        self.assertEqual(400, refused.status_code)
        self.assertIn("请填写姓名", refused.text)
