"""What follows a step of review: the mark of the reader ends, the return is noted, people are told."""

from yidang.archive.place import section_of
from yidang.people.acting import acting
from yidang.publicity.captures import LAST
from yidang.publicity.captures import shelf
from yidang.publicity.reviewing import holding
from yidang.publicity.reviewing.authors import note_writer
from yidang.publicity.reviewing.authors import WRITERS
from yidang.publicity.reviewing.holding import READING
from yidang.publicity.reviewing.notices import tell
from yidang.publicity.reviewing.remarks import REMARKS
from yidang.publicity.reviewing.reminding import REMINDED
from yidang.publicity.reviewing.waiting import forget_returns
from yidang.publicity.reviewing.waiting import note_return
from yidang.publicity.workflow import PUBLISHED

import time


def after_step(article, event) -> None:
    """Runs when the new state is set."""
    if event.transition is None:
        return
    step, actor = event.transition.getId(), acting()
    reason = event.kwargs.get("comment", "") or ""
    holding.release(article)
    if step == "submit":
        # Who brings an old version back saves nothing; who sends it to review answers for it.
        note_writer(article, event)
    if step == "return":
        note_return(article, actor, time.time(), reason)
    if event.new_state.getId() == PUBLISHED:
        forget_returns(article)
    tell(article, step, actor, reason)


def forget(article, event) -> None:
    """A draft that goes takes along what was noted of it."""
    section = section_of(event.oldParent) if event.oldParent is not None else None
    if section is None:
        return
    uid = article.UID()
    for name in (REMARKS, READING, WRITERS, REMINDED):
        held = shelf(section, name)
        for key in list(held.keys(min=(uid, ""), max=(uid, LAST))):
            del held[key]
