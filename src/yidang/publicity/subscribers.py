"""What happens around an article: its addresses stay unique, its pictures tell nothing, its first day is kept."""

from DateTime import DateTime
from datetime import date
from yidang import clock
from yidang.errors import Refused
from yidang.indicators.scoreboard import touch
from yidang.publicity.bare import bare_cover
from yidang.publicity.order import INDEX
from yidang.publicity.pictures import tidy
from yidang.publicity.placements import as_errors
from yidang.publicity.placements import early_problems
from yidang.publicity.placements import rows_of
from yidang.publicity.proofs import keep
from yidang.publicity.rendered import render
from yidang.publicity.reported import fill
from yidang.publicity.signature import signature_of
from yidang.publicity.uniqueness import refuse_taken_links
from yidang.publicity.workflow import PUBLISHED


READ_OVER = ("submit", "approve", "release", "appear")
# The index of when something may be seen (`effectiveRange`) need not know: who may see an article is told by its state.
DATES = ["effective", "record_day", INDEX]


def on_save(article, event) -> None:
    """Whoever saves an article, by whatever road: its addresses are its own, its text is clean."""
    fill(article)
    refuse_taken_links(article)
    refuse_early_rows(article)
    bare_cover(article)
    tidy(article)
    render(article)


def refuse_early_rows(article) -> None:
    """Raise `Refused` at the field when a placement stands before the event."""
    wrong = early_problems(rows_of(article), article.event_date)
    if wrong:
        raise Refused("".join(wrong), as_errors(wrong))


def after_step(article, event) -> None:
    """The first publication fixes the day; withdrawing and publishing again do not move it.

    The day comes first: reading an article over asks the catalog, which then indexes it as it is at that moment.
    """
    if event.new_state is None:
        return
    if event.new_state.getId() == PUBLISHED:
        if not article.published_on:
            article.published_on = clock.today()
        if article.effective_date is None:
            article.setEffectiveDate(_moment(article.published_on))
        article.signed = signature_of(article)
    if PUBLISHED in (event.new_state.getId(), event.old_state.getId()):
        article.reindexObject(idxs=DATES)
        touch(article)
    if event.transition is not None and event.transition.getId() in READ_OVER:
        keep(article)


def _moment(day: date) -> DateTime:
    """Now, or the morning of a day that has passed (articles taken over from elsewhere)."""
    if day >= clock.today():
        return DateTime()
    return clock.stamp_at(day, 9)
