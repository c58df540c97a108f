"""What others did with one's articles (稿件消息): returned, withdrawn, published; unread until one says so.

A message is no thing of its own: it is the last step of an article, so none can be lost or say what is no longer true.
Kept is only who has read which, under the moment of the step: the next step of the same article is unread again, and
what is old stands at the beginning of the list, where the tick throws it away.
"""

from BTrees.OOBTree import OOBTree
from collections.abc import Iterable
from collections.abc import Iterator
from datetime import datetime
from datetime import timedelta
from itertools import islice
from plone import api
from typing import NamedTuple
from yidang import clock
from yidang.archive.finding import find
from yidang.archive.record import history_of
from yidang.errors import Conflict
from yidang.errors import Refused
from yidang.publicity.workflow import PUBLISHED
from yidang.ticking import ITickJob
from zope.annotation.interfaces import IAnnotations
from zope.interface import implementer


READ = "yidang.read_news"
# How long an unread message stands there, and how long one that was read.
SPOKEN_OF, SHOWN_READ = timedelta(days=30), timedelta(days=7)
# Each of them is woken to ask whose step it was; nobody reads more at once.
MOST = 100
TOLD = {"return": "退回", "withdraw": "撤下", "expire": "到期撤下"}
TOLD |= dict.fromkeys(("approve", "release", "appear"), "已发布")
STATES = ("draft", "withdrawn", PUBLISHED)
GONE = "这条消息已经没有了，或者稿件又有了新的变化，请看现在的列表。"


class Message(NamedTuple):
    """One of them: the article as the catalog knows it, what was done, by whom, the reason; when it was read."""

    brain: object
    word: str
    actor: str
    time: object
    reason: str
    since: int
    read: datetime | None

    @property
    def key(self) -> str:
        """Names the message in a form: which step of which article."""
        return f"{self.since}-{self.brain.UID}"


class News:
    """The messages of one person at one moment."""

    def __init__(self, user: str, now: datetime | None = None) -> None:
        self.user, self.now = user, now or clock.now()

    def unread(self) -> list[Message]:
        """The latest first, no more than a hundred."""
        return list(islice(self._messages(False), MOST))

    def read(self) -> list[Message]:
        """What was read in the last days, the latest first."""
        return list(islice(self._messages(True), MOST))

    def _messages(self, read: bool) -> Iterator[Message]:
        for brain in self._recent():
            if (self._read_at(brain) is not None) == read and (one := self._message(brain)) is not None:
                yield one

    def _recent(self) -> list:
        """The articles that changed lately; without those whose message was read long ago."""
        since = int((self.now - SPOKEN_OF).timestamp())
        mine = find(portal_type="Article", Creator=self.user, review_state=list(STATES))
        found = mine.between("state_since", since, None)
        brains = found.sorted("state_since", size=len(found), descending=True)
        return [one for one in brains if (read := self._read_at(one)) is None or self.now - read < SHOWN_READ]

    def _read_at(self, brain) -> datetime | None:
        seconds = _marks().get((brain.state_since, self.user, brain.UID))
        return datetime.fromtimestamp(seconds, clock.BEIJING) if seconds is not None else None

    def _message(self, brain) -> Message | None:
        """Nothing where the last step was one's own, or none that is told. Whose it was stands in the history alone."""
        steps = history_of(brain.getObject())
        word = TOLD.get(steps[-1]["action"]) if steps else None
        if word is None or steps[-1]["actor"] == self.user:
            return None
        reason = "" if brain.review_state == PUBLISHED else steps[-1].get("comments") or ""
        step, read = steps[-1], self._read_at(brain)
        return Message(brain, word, step["actor"], step["time"], reason, brain.state_since, read)


def mark_read(user: str, key: str, now: datetime | None = None) -> None:
    """One message of this person is read; `Conflict` where there is none such any more. Twice is as once."""
    news = News(user, now)
    found = [one for one in (*news.unread(), *news.read()) if one.key == key]
    if not found:
        raise Conflict(GONE)
    _keep(news, [one for one in found if one.read is None])


def mark_all_read(user: str, until: str, now: datetime | None = None) -> int:
    """All that one could see when the page was made: those up to the moment `until`, in seconds; how many."""
    if not (until.isascii() and until.isdigit() and len(until) < 12):
        raise Refused("请刷新页面后再试。")
    news = News(user, now)
    found = [one for one in news.unread() if one.since <= int(until)]
    _keep(news, found)
    return len(found)


def _keep(news: News, messages: Iterable[Message]) -> None:
    for one in messages:
        _marks(make=True)[one.since, news.user, one.brain.UID] = int(news.now.timestamp())


def _marks(make: bool = False) -> OOBTree:
    """(moment of the step, user, UID of the article) -> when it was read, both in seconds since 1970."""
    kept = IAnnotations(api.portal.get())
    if make and READ not in kept:
        kept[READ] = OOBTree()
    return kept.get(READ, OOBTree())


@implementer(ITickJob)
class OldNews:
    """Throws away what nobody is told of any more."""

    title = "清理旧的已读标记"

    def due(self, now: datetime) -> Iterable[str]:
        """One thing, when there is an old mark."""
        return ["old"] if next(iter(_old(now)), None) is not None else []

    def do(self, key: str, now: datetime) -> str:
        """Without a word: nobody misses them."""
        marks = _marks()
        for one in list(_old(now)):
            del marks[one]
        return ""

    def held_back(self, key: str, refusal: Refused, now: datetime) -> str:
        """Nothing refuses this."""
        return ""


def _old(now: datetime) -> Iterable[tuple[int, str, str]]:
    return _marks().keys(max=(int((now - SPOKEN_OF).timestamp()), "", ""))
