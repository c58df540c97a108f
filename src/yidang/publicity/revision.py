"""Two people at one article: a save that would overwrite what somebody else has saved meanwhile is refused and asked.

The form carries what it was opened with (`revision`). Where the article has moved on, nothing is saved, what was typed
stays in the form, and the writer may look at the other text and then say so (`overwrite`), for that text only.
"""

from hashlib import sha256
from plone import api
from typing import NamedTuple
from yidang import clock
from yidang.pages.names import Names
from yidang.publicity.content import IArticle
from zope.schema import getFieldNames


REVISION, OVERWRITE = "revision", "overwrite"
CHANGED = "这篇稿件在您打开之后被{who}修改过（{when}），所以还没有保存。您写的内容都在下面，没有丢。"


class Meanwhile(NamedTuple):
    """What somebody else has saved since the form was opened."""

    revision: str
    message: str


def revision_of(article) -> str:
    """Names the present content of all fields; the same content has the same name."""
    told = sha256()
    for name in sorted(getFieldNames(IArticle)):
        told.update(f"{name}\0{_plain(getattr(article, name, None))!r}\0".encode())
    return told.hexdigest()[:16]


def _plain(value: object) -> object:
    if hasattr(value, "raw"):
        return value.raw
    if hasattr(value, "getSize"):
        return value.filename, value.getSize()
    return value


def meanwhile(article, form: dict) -> Meanwhile | None:
    """What keeps the sent form from being saved; None where nothing does. A request that names no revision asks for
    no protection (scripts)."""
    opened, now = form.get(REVISION), revision_of(article)
    if not isinstance(opened, str) or not opened or now in (opened, form.get(OVERWRITE)):
        return None
    who, when = last_change(article)
    return Meanwhile(now, CHANGED.format(who=who, when=when))


def last_change(article) -> tuple[str, str]:
    """Who saved it last, and when; by the versions that are kept."""
    person, own = _last_writer(article), api.user.get_current().getId()
    who = "您自己在另一个窗口" if person == own else Names().person(person) if person else "其他人"
    return who, clock.shown(article.modified())


def _last_writer(article) -> str:
    history = api.portal.get_tool("portal_repository").getHistoryMetadata(article)
    count = history.getLength(countPurged=False) if history else 0
    if not count:
        return ""
    return history.retrieve(count - 1, countPurged=False)["metadata"]["sys_metadata"]["principal"]
