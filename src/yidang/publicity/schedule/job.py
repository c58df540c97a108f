"""What the tick does with articles: let them appear at their moment, take them down at theirs.

The system takes these steps, and the history says so. What bars publication, bars it here too: the article then stays
where it is, and its people are told why.
"""

from AccessControl.SpecialUsers import system
from collections.abc import Iterable
from datetime import datetime
from plone import api
from yidang.archive.actions import fire
from yidang.archive.record import state_of
from yidang.errors import Refused
from yidang.people.acting import acting_as
from yidang.publicity.schedule.actions import INDEX
from yidang.publicity.schedule.indexers import next_moment
from yidang.publicity.schedule.moments import shown
from yidang.publicity.schedule.plan import held_of
from yidang.publicity.schedule.plan import plan_of
from yidang.publicity.schedule.telling import spoken_title
from yidang.publicity.schedule.telling import tell_held
from yidang.publicity.workflow import PUBLISHED
from yidang.publicity.workflow import SCHEDULED
from yidang.ticking import ITickJob
from zope.interface import implementer


EXPIRED = "到期自动撤下（原定 {}）"
APPEARED = "按时发布（原定 {}）"


@implementer(ITickJob)
class ScheduleJob:
    """Scheduled articles and those that expire."""

    title = "定时发布与撤下"

    def due(self, now: datetime) -> Iterable[str]:
        """UIDs of the articles whose moment has come."""
        come = {"query": int(now.timestamp()), "range": "max"}
        return [brain.UID for brain in _catalog()(portal_type="Article", due_moment=come, sort_on=INDEX)]

    def do(self, key: str, now: datetime) -> str:
        """One article; what a person or another tick did meanwhile is left as it is."""
        article = article_of(key)
        if article is None:
            return ""
        state, plan = state_of(article), plan_of(article)
        moment = next_moment(state, plan)
        if moment is None or moment > now:
            return ""
        with acting_as(system):
            if state == SCHEDULED:
                fire(article, "appear", APPEARED.format(shown(moment)))
                return f"已发布《{article.title}》。"
            fire(article, "expire", EXPIRED.format(shown(moment)))
        return f"已到期撤下《{article.title}》。"

    def held_back(self, key: str, refusal: Refused, now: datetime) -> str:
        """Keep the reason with the article; who hears of it hears it once for each reason."""
        article = article_of(key)
        if article is None or state_of(article) not in (SCHEDULED, PUBLISHED):
            return ""
        if held_of(article) == refusal.message:
            return ""
        article.schedule_held = refusal.message
        return f"{spoken_title(article)}没有按时发布：发布前的检查没有通过（通知 {tell_held(article)} 人）。"


def article_of(uid: str):
    """The article, None when it is gone."""
    brains = _catalog()(UID=uid, portal_type="Article")
    return brains[0]._unrestrictedGetObject() if brains else None


def _catalog():
    return api.portal.get_tool("portal_catalog").unrestrictedSearchResults
