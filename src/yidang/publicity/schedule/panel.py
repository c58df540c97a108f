"""What the article's people read about its schedule, on its page and in lists."""

from datetime import datetime
from functools import cached_property
from yidang import clock
from yidang.archive.record import state_of
from yidang.publicity.schedule.checks import may_schedule
from yidang.publicity.schedule.moments import shown
from yidang.publicity.schedule.moments import until
from yidang.publicity.schedule.plan import held_of
from yidang.publicity.schedule.plan import plan_of
from yidang.publicity.workflow import PUBLISHED
from yidang.publicity.workflow import SCHEDULED


class SchedulePanel:
    """Made for one view of an article."""

    def __init__(self, article, now: datetime | None = None) -> None:
        self.article, self.now = article, now or clock.now()
        self.plan, self.state = plan_of(article), state_of(article)

    @cached_property
    def may_change(self) -> bool:
        """Whether this person chooses the moments."""
        return may_schedule(self.article)

    @property
    def held(self) -> str:
        """Why it did not appear at its moment."""
        return held_of(self.article)

    @cached_property
    def lines(self) -> list[str]:
        """One sentence for each moment."""
        return [line for line in (self._appears(), self._goes()) if line]

    def _appears(self) -> str:
        moment = self.plan.publish_at
        if moment is None or self.state == PUBLISHED:
            return ""
        words = f"{shown(moment)}，{until(moment, self.now)}"
        if self.state == SCHEDULED:
            return f"定时发布：{words}。到时自动发布，在此之前公众看不到。"
        if moment <= self.now:
            return f"原定 {shown(moment)} 发布，时间已过：末级审核通过后立即发布。"
        return f"拟定 {words}发布，末级审核通过后生效。"

    def _goes(self) -> str:
        moment = self.plan.expire_at
        if moment is None:
            return ""
        if self.state == PUBLISHED:
            return f"到期撤下：{shown(moment)}，{until(moment, self.now)}。"
        return f"拟定 {shown(moment)} 自动撤下。"
