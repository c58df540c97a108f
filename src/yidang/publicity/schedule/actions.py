"""The verbs: choose moments, publish at once, cancel."""

from datetime import datetime
from plone import api
from yidang import clock
from yidang.archive.actions import fire
from yidang.archive.closing import refuse_when_sealed
from yidang.errors import NotAllowed
from yidang.errors import Refused
from yidang.publicity.schedule.checks import may_schedule
from yidang.publicity.schedule.checks import NOT_OPEN
from yidang.publicity.schedule.checks import problems
from yidang.publicity.schedule.plan import forget
from yidang.publicity.schedule.plan import HELD
from yidang.publicity.schedule.plan import keep_plan
from yidang.publicity.schedule.plan import Plan
from yidang.publicity.schedule.plan import plan_of


INDEX = "due_moment"


def schedule(article, plan: Plan, now: datetime | None = None) -> None:
    """Choose when an article appears and goes, or that it does not. A draft and an article under its last review keep
    the moments until they are approved; a scheduled or published one obeys the new ones from now on."""
    now = now or clock.now()
    refuse_when_sealed(article)
    if not may_schedule(article):
        raise NotAllowed(NOT_OPEN)
    wrong = problems(article, plan, now)
    if wrong:
        raise Refused("".join(one.message for one in wrong), wrong)
    if plan == plan_of(article):
        return
    keep_plan(article, plan, api.user.get_current().getId() or "", now)
    forget(article, HELD)
    article.reindexObject(idxs=[INDEX])


def release(article) -> str:
    """Publish a scheduled article now (立即发布); the new state."""
    return fire(article, "release")


def unschedule(article) -> str:
    """Do not publish it at its moment (取消定时): the last review is open again; the new state."""
    return fire(article, "unschedule")
