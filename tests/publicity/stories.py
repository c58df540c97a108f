"""A contract with two lines for articles and the people who write and review them."""

from datetime import date
from plone import api
from plone.app.testing import IntegrationTesting
from plone.app.testing import login
from plone.app.testing import PloneSandboxLayer
from plone.app.testing import TEST_USER_NAME
from plone.app.textfield.value import RichTextValue
from tests.builders import a_contract
from tests.builders import a_record
from tests.builders import an_account
from tests.builders import an_indicator
from unittest import TestCase
from yidang.indicators.scoreboard import Scoreboard
from yidang.publicity.actions import approve
from yidang.publicity.actions import submit
from yidang.testing import YIDANG_FIXTURE


ALL = {
    "code": "T-ALL",
    "title": "发布信息",
    "unit": "篇",
    "target": ">= 300",
    "count": {"kinds": ["article"], "measure": "count", "where": [{"field": "origin", "in": ["original", "compiled"]}]},
    "basis": "verified",
}
STATION = {
    "code": "T-STATION",
    "title": "本站活动新闻稿",
    "unit": "篇",
    "target": ">= 60",
    "part_of": "T-ALL",
    "count": {"kinds": ["article"], "measure": "count", "where": [{"field": "station_activity", "is": True}]},
    "basis": "verified",
}
PEOPLE = {
    "author": "Publicist",
    "first": "Reviewer1",
    "second": "Reviewer2",
    "third": "Reviewer3",
    "lead": "ProjectLead",
    "buyer": "Purchaser",
}


def a_newsroom(portal, **fields):
    """A contract with both lines and its people; the author is logged in."""
    with api.env.adopt_roles(["Manager"]):
        contract = a_contract(portal, **fields)
        for rule in (ALL, STATION):
            an_indicator(contract, rule)
        for name, role in PEOPLE.items():
            an_account(name, contract, role)
    login(portal, "author")
    return contract


class NewsroomLayer(PloneSandboxLayer):
    """A newsroom, made once: a third of a second that most tests of this room would spend before they begin."""

    defaultBases = (YIDANG_FIXTURE,)

    def setUpPloneSite(self, portal) -> None:
        """The contract, its lines and its people."""
        a_newsroom(portal)
        login(portal, TEST_USER_NAME)


NEWSROOM_FIXTURE = NewsroomLayer()
NEWSROOM_INTEGRATION = IntegrationTesting(bases=(NEWSROOM_FIXTURE,), name="Newsroom:Integration")


def the_newsroom(portal):
    """The contract of the layer; the author is logged in."""
    login(portal, "author")
    (contract,) = portal["contracts"].objectValues()
    return contract


def an_article(contract, title: str = "社工走进菜市场", **fields):
    """A draft by whoever is logged in, ready for review."""
    text = RichTextValue("<p>早上七点，社工把三张折叠桌摆在市场门口。</p>", "text/html", "text/x-html-safe")
    return a_record(contract, "Article", **{"title": title, "text": text, **fields})


def review(portal, article, *people: str) -> None:
    """Let these people approve one after the other."""
    for name in people:
        login(portal, name)
        approve(article)
    login(portal, "author")


def publish(portal, article) -> None:
    """Send to review and through all three steps."""
    submit(article)
    review(portal, article, "first", "second", "third")


def counted(contract) -> tuple[int, int]:
    """Both lines, as the scoreboard shows them now."""
    tallies = Scoreboard(contract).tallies()
    return tallies["T-ALL"].value, tallies["T-STATION"].value


def a_placement(url: str | None = "https://mp.weixin.qq.com/s/abc", day: date | None = None, **fields) -> dict:
    """One row."""
    row = {"channel": "wechat", "outlet": "中山妇联", "level": "city", "url": url, "date": day or date.today()}
    return {**row, **fields}


class SubmittedTest(TestCase):
    """An article that its author has just sent to review, in the newsroom that its tests share."""

    layer = NEWSROOM_INTEGRATION

    def setUp(self) -> None:
        """The author is signed in."""
        self.portal = self.layer["portal"]
        self.contract = the_newsroom(self.portal)
        self.article = an_article(self.contract)
        submit(self.article)
