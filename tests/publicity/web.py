"""The newsroom over HTTP: its people, and articles by REST."""

from base64 import b64encode
from datetime import date
from plone.app.testing import FunctionalTesting
from plone.testing import zope as zope_testing
from tests.publicity.pictures import a_picture
from tests.publicity.stories import NEWSROOM_FIXTURE
from tests.visitors import token_of
from tests.visitors import WebTest

import requests


TEXT = {"data": "<p>早上七点，社工把折叠桌摆在市场门口。</p>", "content-type": "text/html"}


def a_row(url: str | None = "https://mp.weixin.qq.com/s/abc", **fields) -> dict:
    """A placement as JSON."""
    row = {
        "channel": "wechat",
        "outlet": "中山妇联",
        "level": "city",
        "url": url,
        "page": None,
        "date": date.today().isoformat(),
    }
    return {**row, **fields}


def an_image(data: bytes | None = None, name: str = "a.png") -> dict:
    """A picture as JSON."""
    data = a_picture() if data is None else data
    return {"data": b64encode(data).decode(), "encoding": "base64", "filename": name, "content-type": "image/png"}


def press(visitor, path: str, files: dict | None = None, /, **fields):
    """Fill in a form of ours at `page` and send it."""
    sent = {"_authenticator": token_of(visitor.page(path).text), **fields}
    return visitor._post(path.partition("?")[0], sent, files or {})


NEWSROOM_FUNCTIONAL = FunctionalTesting(
    bases=(NEWSROOM_FIXTURE, zope_testing.WSGI_SERVER_FIXTURE), name="Newsroom:Functional"
)


class NewsroomTest(WebTest):
    """Over HTTP, as the people of the newsroom."""

    layer = NEWSROOM_FUNCTIONAL

    def setUp(self):
        super().setUp()
        self.author = self.as_user("author")
        self.place = self.section("publicity")

    def an_article(self, title: str = "社工走进菜市场", **fields) -> str:
        """The address of a draft."""
        answer = self.author.add(self.place, "Article", title=title, **{"text": TEXT, **fields})
        self.assertEqual(201, answer.status_code, answer.text)
        return answer.json()["@id"].replace("/++api++", "")

    def step(self, name: str, url: str, step: str, comment: str = ""):
        """Somebody takes a step by REST."""
        return self.as_user(name).rest("POST", f"{url}/@workflow/{step}", comment=comment)

    def publish(self, url: str) -> None:
        """Through all three reviews."""
        for name, step in (("author", "submit"), ("first", "approve"), ("second", "approve"), ("third", "approve")):
            answer = self.step(name, url, step)
            self.assertEqual(200, answer.status_code, answer.text)

    def value(self, code: str = "T-ALL") -> int:
        """A line of the board by REST."""
        items = self.as_user("buyer").rest("GET", f"{self.path}/@indicators").json()["items"]
        return next(item["value"] for item in items if item["code"] == code)

    def anonymous(self, path: str, api: bool = False):
        """What the public gets."""
        base = self.portal.absolute_url()
        place = path.removeprefix(base)
        headers = {"Accept": "application/json"} if api else {}
        address = f"{base}/++api++{place}" if api else base + place
        return requests.get(address, headers=headers, timeout=30, allow_redirects=False)
