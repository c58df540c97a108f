"""`<article>/@@schedule`: when it appears and when it goes; for the writer of a draft and for who approves last."""

from functools import cached_property
from plone import api
from typing import NamedTuple
from yidang.archive.actions import fire
from yidang.archive.actions import open_steps
from yidang.archive.record import state_of
from yidang.pages.posting import PostPage
from yidang.publicity.checks import reviewer_problem
from yidang.publicity.schedule.actions import schedule
from yidang.publicity.schedule.moments import field_value
from yidang.publicity.schedule.moments import shown
from yidang.publicity.schedule.moments import typed_moment
from yidang.publicity.schedule.panel import SchedulePanel
from yidang.publicity.schedule.plan import changes_of
from yidang.publicity.schedule.plan import EXPIRE_AT
from yidang.publicity.schedule.plan import Plan
from yidang.publicity.schedule.plan import plan_of
from yidang.publicity.schedule.plan import PUBLISH_AT
from yidang.publicity.workflow import PUBLISHED
from yidang.publicity.workflow import SCHEDULED
from zExceptions import Unauthorized


OUT = "已发布，公众可以看到了。"


class Told(NamedTuple):
    """One change of the moments in words."""

    time: str
    person: str
    words: str


class SchedulePage(PostPage):
    """The form, the present state, and who changed what."""

    page_title = "定时发布"

    def __call__(self, *args, **kwargs) -> str:
        if not self.panel.may_change:
            raise Unauthorized("Yidang: Schedule Article")
        return super().__call__(*args, **kwargs)

    @cached_property
    def panel(self) -> SchedulePanel:
        """What is known now."""
        return SchedulePanel(self.context)

    @property
    def is_published(self) -> bool:
        """Whether only its end can still be chosen."""
        return self.panel.state == PUBLISHED

    @property
    def is_scheduled(self) -> bool:
        """Whether it waits for its moment."""
        return self.panel.state == SCHEDULED

    @cached_property
    def may_approve(self) -> bool:
        """Whether this person approves it now, and may do so in the same step."""
        may = "approve" in open_steps(self.context)
        return may and not reviewer_problem(self.context, self.user)

    @property
    def user(self) -> str:
        """Who looks."""
        return api.user.get_current().getId() or ""

    def value(self, name: str) -> str:
        """What stands in a field: what was typed, or what is kept."""
        if self.request.method == "POST":
            return self.typed(name)
        return field_value(getattr(self.panel.plan, name))

    def act(self) -> str:
        """Keep the moments; take a step in the same transaction where the button says so."""
        step = self.query_text("do")
        if step in ("release", "unschedule"):
            fire(self.context, step)
            return OUT if step == "release" else "已取消定时，稿件回到末级审核。"
        schedule(self.context, self._typed_plan())
        if step == "approve":
            fire(self.context, "approve")
            waits = SchedulePanel(self.context).state == SCHEDULED
            return (
                f"已通过，{shown(plan_of(self.context).publish_at)} 自动发布。" if waits else "已发布，公众可以看到了。"
            )
        return "已保存。"

    def _typed_plan(self) -> Plan:
        out = None if self.is_published else typed_moment(self.typed(PUBLISH_AT), PUBLISH_AT)
        return Plan(out, typed_moment(self.typed(EXPIRE_AT), EXPIRE_AT))

    @property
    def changes(self) -> list[Told]:
        """Who chose which moments, newest first."""
        return [
            Told(shown(one.at), self.names.person(one.who), _in_words(one.plan)) for one in changes_of(self.context)
        ]


def approved_words(article) -> str:
    """What follows from the last approval."""
    moment = plan_of(article).publish_at if state_of(article) == SCHEDULED else None
    return f"已通过，{shown(moment)} 自动发布。" if moment is not None else OUT


def _in_words(plan: Plan) -> str:
    words = {"发布": plan.publish_at, "撤下": plan.expire_at}
    return "，".join(f"{word} {shown(moment)}" for word, moment in words.items() if moment) or "不定时"
