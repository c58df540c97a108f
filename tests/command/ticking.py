"""What the tests of the tick do inside the portal of a command: people, scheduled articles, what became of them."""

from plone import api
from plone.app.textfield.value import RichTextValue
from tests.builders import a_record
from tests.builders import an_account
from yidang.archive.actions import fire
from yidang.archive.record import history_of

import time


CONTRACT = "zhongshan-women-2024"
ROAD = (("author", "submit"), ("first", "approve"), ("second", "approve"), ("third", "approve"))
ROLES = {"author": "Publicist", "first": "Reviewer1", "second": "Reviewer2", "third": "Reviewer3"}


def newsroom(portal) -> None:
    """The contract in force, with its people."""
    contract = portal["contracts"][CONTRACT]
    for name, role in ROLES.items():
        an_account(name, contract, role)
    api.content.transition(contract, to_state="active")


def scheduled(portal, title: str, ahead: int, broken: bool = False) -> None:
    """An article whose moment is so many seconds ahead; a broken one cannot even be read over."""
    contract = portal["contracts"][CONTRACT]
    with api.env.adopt_user(username="author"):
        text = RichTextValue(f"<p>{title}：早上七点，社工到了。</p>", "text/html", "text/x-html-safe")
        article = a_record(contract, "Article", title=title, text=text)
    article.publish_at = int(time.time()) + 3600
    for name, step in ROAD:
        with api.env.adopt_user(username=name):
            fire(article, step)
    article.publish_at = int(time.time()) + ahead
    if broken:
        article.text = "kein Text"
    article.reindexObject(idxs=["due_moment"])


def steps(portal, title: str) -> str:
    """What happened to an article since it was scheduled, and where it is now."""
    for article in portal["contracts"][CONTRACT]["archive"]["publicity"].objectValues():
        if article.title == title:
            return " ".join([*(one["action"] for one in history_of(article)[5:]), api.content.get_state(article)])
    return "gone"
