"""When the tick has something to do with an article."""

from plone.indexer import indexer
from yidang.archive.record import state_of
from yidang.publicity.content import IArticle
from yidang.publicity.schedule.plan import Plan
from yidang.publicity.schedule.plan import plan_of
from yidang.publicity.workflow import PUBLISHED
from yidang.publicity.workflow import SCHEDULED


def next_moment(state: str, plan: Plan):
    """The moment at which an article in `state` changes by itself, None for never."""
    return {SCHEDULED: plan.publish_at, PUBLISHED: plan.expire_at}.get(state)


@indexer(IArticle)
def due_moment(article) -> int:
    """That moment in seconds since 1970; what never changes by itself is not in the index."""
    moment = next_moment(state_of(article), plan_of(article))
    if moment is None:
        raise AttributeError("due_moment")
    return int(moment.timestamp())
