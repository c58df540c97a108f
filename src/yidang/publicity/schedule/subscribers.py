"""What a step of an article means for its schedule."""

from yidang.publicity.schedule.actions import INDEX
from yidang.publicity.schedule.plan import EXPIRE_AT
from yidang.publicity.schedule.plan import forget
from yidang.publicity.schedule.plan import HELD
from yidang.publicity.schedule.plan import PUBLISH_AT
from yidang.publicity.workflow import PUBLISHED
from yidang.publicity.workflow import SCHEDULED


KNOWN = (PUBLISHED, SCHEDULED)


def after_step(article, event) -> None:
    """A moment does its work once: it is forgotten when the article appears, goes, or is no longer scheduled."""
    if event.transition is None or not {event.new_state.getId(), event.old_state.getId()} & set(KNOWN):
        return
    step = event.transition.getId()
    forget(article, HELD)
    if event.new_state.getId() == PUBLISHED or step == "unschedule":
        forget(article, PUBLISH_AT)
    if step in ("expire", "withdraw"):
        forget(article, PUBLISH_AT, EXPIRE_AT)
    article.reindexObject(idxs=[INDEX])
