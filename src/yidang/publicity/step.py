"""`@@step` of an article: the words that follow a step."""

from yidang.archive.record import state_of
from yidang.archive.views.step import Step
from yidang.publicity.signature import TITLES
from yidang.publicity.workflow import PUBLISHED


DONE = {"return": "已退回，原因会显示给作者。", "withdraw": "已撤下，公众不再看到这篇稿件。"}


class ArticleStep(Step):
    """Says what comes next."""

    def done(self, step: str) -> str:
        """The sentence after a step."""
        state = state_of(self.context)
        if state == PUBLISHED:
            return "已发布，公众可以看到了。"
        return DONE.get(step) or f"已送审，等待{TITLES.get(state, '审核')}。"
