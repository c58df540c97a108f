"""Who may choose the moments of an article, and which moments make sense."""

from AccessControl import getSecurityManager
from datetime import datetime
from datetime import timedelta
from yidang.archive.record import state_of
from yidang.errors import FieldError
from yidang.permissions import SCHEDULE_ARTICLE
from yidang.publicity.schedule.moments import shown
from yidang.publicity.schedule.plan import EXPIRE_AT
from yidang.publicity.schedule.plan import is_ahead
from yidang.publicity.schedule.plan import Plan
from yidang.publicity.schedule.plan import plan_of
from yidang.publicity.schedule.plan import PUBLISH_AT
from yidang.publicity.workflow import is_last_reviewer
from yidang.publicity.workflow import last_step
from yidang.publicity.workflow import PUBLISHED
from yidang.publicity.workflow import SCHEDULED


# A slip of the pen (2206 for 2026) hides an article for ever.
FURTHEST, LONGEST = timedelta(days=366), timedelta(days=10 * 366)
WRITING = ("draft", "withdrawn")
NOT_OPEN = "您不能为这篇稿件定时：草稿由作者填写，审核后由末级审核人决定。"
OVER = "稿件已经发布，不能再定发布时间；可以定撤下时间。"
STAYS = "稿件正等待定时发布。要马上发布请用“立即发布”，不再定时请用“取消定时”。"
BACKWARDS = "撤下时间须晚于发布时间。"
TOO_FAR = "发布时间最多定在一年之内，请检查年份。"
TOO_LONG = "撤下时间最多定在十年之内，请检查年份。"
LET_GO = "撤下时间 {} 已过，发布后会马上撤下。请先改掉撤下时间。"


def may_schedule(article) -> bool:
    """The writer proposes moments in a draft; whoever approves last decides, also after it was published."""
    if not getSecurityManager().checkPermission(SCHEDULE_ARTICLE, article):
        return False
    state = state_of(article)
    if state in (SCHEDULED, PUBLISHED):
        return is_last_reviewer(article)
    return state in (*WRITING, last_step(article))


def problems(article, plan: Plan, now: datetime) -> list[FieldError]:
    """Everything that is wrong with new moments. A moment that was kept before and has passed is no new mistake."""
    before, state = plan_of(article), state_of(article)
    found = [
        FieldError(name, f"{what}须在现在之后，{shown(moment)} 已经过去（北京时间）。")
        for name, what, moment in ((PUBLISH_AT, "发布时间", plan.publish_at), (EXPIRE_AT, "撤下时间", plan.expire_at))
        if moment is not None and moment <= now and moment != getattr(before, name)
    ]
    if state == PUBLISHED and plan.publish_at is not None:
        found.append(FieldError(PUBLISH_AT, OVER))
    if state == SCHEDULED and plan.publish_at is None:
        found.append(FieldError(PUBLISH_AT, STAYS))
    return found + _out_of_order(plan, now)


def _out_of_order(plan: Plan, now: datetime) -> list[FieldError]:
    """One moment against the other, and against the calendar."""
    found = []
    if plan.publish_at is not None and plan.publish_at > now + FURTHEST:
        found.append(FieldError(PUBLISH_AT, TOO_FAR))
    if plan.expire_at is not None and plan.expire_at > now + LONGEST:
        found.append(FieldError(EXPIRE_AT, TOO_LONG))
    if None not in plan and plan.expire_at <= plan.publish_at:
        found.append(FieldError(EXPIRE_AT, BACKWARDS))
    return found


def expiry_problem(article, now: datetime) -> str:
    """Why it must not be published now: it would be taken down at once. "" when nothing speaks against it."""
    moment = plan_of(article).expire_at
    if moment is None or moment > now or is_ahead(article, now):
        return ""
    return LET_GO.format(shown(moment))
