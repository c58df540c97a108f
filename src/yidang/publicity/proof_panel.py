"""The findings of an article as its people see them: what blocks, what warns, who answered for what."""

from functools import cached_property
from typing import NamedTuple
from yidang.pages.names import Names
from yidang.proofreading.engine import Finding
from yidang.publicity.agreement import in_words
from yidang.publicity.agreement import stated
from yidang.publicity.answering import may_answer
from yidang.publicity.proofs import answers
from yidang.publicity.proofs import findings_of


class Line(NamedTuple):
    """One finding in words; `before` and `after` surround it in the text."""

    key: str
    level: str
    word: str
    place: str
    message: str
    before: str
    text: str
    after: str
    answer: str
    may_answer: bool


class ProofPanel:
    """Made for one view of the page."""

    def __init__(self, article, names: Names) -> None:
        self.article, self.names = article, names

    @cached_property
    def lines(self) -> list[Line]:
        """Every finding, what blocks and is unanswered first."""
        said, may = answers(self.article), may_answer(self.article)
        lines = [self._line(one, said.get(one.key), may) for one in findings_of(self.article)]
        return sorted(lines, key=lambda line: (bool(line.answer), line.level != "block"))

    def _line(self, one: Finding, answer, may: bool) -> Line:
        before, _, after = one.context.partition(one.text.replace("\n", " "))
        told = f"{self.names.person(answer.by)} {answer.day} 确认：{answer.reason}" if answer else ""
        word = "已确认" if told else "拦截" if one.blocks else "提醒"
        can = may and one.blocks and one.clearable and not told
        return Line(one.key, one.level, word, one.place, one.message, before, one.text, after, told, can)

    @property
    def blocking(self) -> int:
        """How many findings stand in the way."""
        return sum(line.level == "block" and not line.answer for line in self.lines)

    @property
    def warning(self) -> int:
        """How many only ask for a look."""
        return sum(line.level != "block" for line in self.lines)

    @property
    def reported(self) -> str:
        """What the record of the activity says, for whoever reads the text beside it."""
        told = stated(self.article)
        return in_words(told) if told is not None else ""

    @property
    def taken_out(self) -> str:
        """What was removed from the cover picture's file."""
        return "、".join(getattr(self.article.aq_base, "taken_out", ()) or ())
