"""The verbs of the newsroom; every one goes the same way as a click or a REST call."""

from AccessControl import getSecurityManager
from datetime import date
from yidang.archive.actions import fire
from yidang.archive.closing import refuse_when_sealed
from yidang.errors import NotAllowed
from yidang.errors import Refused
from yidang.permissions import RECORD_PLACEMENT
from yidang.publicity.placements import as_errors
from yidang.publicity.placements import clean
from yidang.publicity.placements import problems
from yidang.publicity.placements import rows_of
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent


def submit(article) -> str:
    """Send to review (送审); returns the new state."""
    return fire(article, "submit")


def approve(article, comment: str = "") -> str:
    """One step of review; the last one publishes."""
    return fire(article, "approve", comment)


def return_(article, reason: str) -> str:
    """Back to the author, with the reason."""
    return fire(article, "return", reason)


def withdraw(article, reason: str) -> str:
    """Take a published article down (撤下), with the reason."""
    return fire(article, "withdraw", reason)


def record_placement(
    article,
    channel: str,
    date: date,
    outlet: str | None = None,
    level: str | None = None,
    url: str | None = None,
    page: str | None = None,
) -> dict:
    """Add a placement, also to a published article that nobody may edit any more; the row that was added."""
    if not getSecurityManager().checkPermission(RECORD_PLACEMENT, article):
        raise NotAllowed("您不能为这篇稿件登记刊发。")
    refuse_when_sealed(article)
    before = article.placements
    given = {"channel": channel, "outlet": outlet, "level": level, "url": url, "page": page, "date": date}
    rows = [*rows_of(article), clean(given)]
    wrong = problems(rows, article)
    if wrong:
        raise Refused("".join(wrong), as_errors(wrong))
    article.placements = rows
    try:
        notify(ObjectModifiedEvent(article))
    except Refused:
        article.placements = before
        raise
    return rows[-1]
