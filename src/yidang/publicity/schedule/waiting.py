"""The articles of a contract that wait for their moment, for the board and the desk."""

from datetime import datetime
from typing import NamedTuple
from yidang import clock
from yidang.archive.finding import find
from yidang.publicity.schedule.actions import INDEX
from yidang.publicity.schedule.moments import shown
from yidang.publicity.schedule.moments import until
from yidang.publicity.schedule.plan import held_of
from yidang.publicity.schedule.plan import plan_of
from yidang.publicity.workflow import SCHEDULED


# Nobody schedules more; each of those shown is woken, to tell what holds it back.
SHOWN = 20


class Waiting(NamedTuple):
    """One of them; `held` says why it did not appear at its moment."""

    title: str
    url: str
    moment: str
    words: str
    held: str


def waiting_in(path: str, now: datetime | None = None) -> list[Waiting]:
    """Those that the person may see, the next one first; what is held back has passed, so it stands at the top."""
    now = now or clock.now()
    found = find(portal_type="Article", review_state=SCHEDULED, path=path)
    return [_waiting(brain.getObject(), now) for brain in found.sorted(INDEX, size=SHOWN)]


def _waiting(article, now: datetime) -> Waiting:
    moment = plan_of(article).publish_at
    words = f"{shown(moment)}，{until(moment, now)}"
    return Waiting(article.title, article.absolute_url(), shown(moment), words, held_of(article))
