"""`@@step` of an article: the words that follow a step."""

from yidang.archive.record import state_of
from yidang.archive.views.step import Step
from yidang.publicity.schedule.moments import shown
from yidang.publicity.schedule.plan import plan_of
from yidang.publicity.signature import TITLES
from yidang.publicity.workflow import PUBLISHED
from yidang.publicity.workflow import SCHEDULED


DONE = {"return": "已退回，原因会显示给作者。", "withdraw": "已撤下，公众不再看到这篇稿件。"}
DONE |= {"unschedule": "已取消定时，稿件回到末级审核。"}


class ArticleStep(Step):
    """Says what comes next."""

    def done(self, step: str) -> str:
        """The sentence after a step."""
        state = state_of(self.context)
        if state == PUBLISHED:
            return "已发布，公众可以看到了。"
        if state == SCHEDULED:
            return f"已通过，{shown(plan_of(self.context).publish_at)} 自动发布。"
        return DONE.get(step) or f"已送审，等待{TITLES.get(state, '审核')}。"
