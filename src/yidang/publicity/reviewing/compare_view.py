"""`<article>/@@compare`: two versions side by side; for a reviewer what changed since it was last returned."""

from functools import cached_property
from yidang.errors import Refused
from yidang.pages.page import Page
from yidang.publicity.reviewing.actions import may_read_remarks
from yidang.publicity.reviewing.comparing import Comparison
from yidang.publicity.reviewing.comparing import NOW
from yidang.publicity.reviewing.diff import Row
from yidang.publicity.reviewing.diff import SAME
from zExceptions import BadRequest
from zExceptions import Unauthorized


class ComparePage(Page):
    """`from` and `to` are numbers of versions, `now` the present text."""

    page_title = "比较版本"

    def __call__(self) -> str:
        if not may_read_remarks(self.context):
            raise Unauthorized("您不能查看这篇稿件的旧版本。")
        return self.index()

    @cached_property
    def comparison(self) -> Comparison:
        """What is compared."""
        return Comparison(self.context, self.query_text("from"), self.query_text("to"))

    @property
    def says(self) -> str:
        """What the comparison is about."""
        return "上次退回（或撤下）以后改了什么" if self.comparison.since_return else ""

    @property
    def old(self) -> int | None:
        """The number of the older version; None for the present text."""
        return _in_words(lambda: self.comparison.old)

    @property
    def new(self) -> int | None:
        """The number of the newer one; None for the present text."""
        return _in_words(lambda: self.comparison.new)

    @property
    def rows(self) -> list[Row]:
        """The comparison."""
        return _in_words(lambda: self.comparison.rows)

    @property
    def groups(self) -> list[tuple[bool, list[Row]]]:
        """The rows in stretches: whether nothing changed in it, its rows."""
        found: list[tuple[bool, list[Row]]] = []
        for row in self.rows:
            if found and found[-1][0] == (row.kind == SAME):
                found[-1][1].append(row)
            else:
                found.append((row.kind == SAME, [row]))
        return found

    @property
    def summary(self) -> str:
        """`改动 3 处，新增 1 处；删 12 字，增 30 字`."""
        return _in_words(lambda: self.comparison.summary)

    def words(self, number: int | None) -> str:
        """A version in words."""
        if number is None:
            return "现在的稿件"
        found = next((one for one in self.comparison.versions if one.number == number), None)
        if found is None:
            return f"第 {number + 1} 版"
        marks = f"（{'、'.join(dict.fromkeys(found.marks))}）" if found.marks else ""
        return f"第 {number + 1} 版　{found.moment:%m-%d %H:%M}　{self.names.person(found.person)}{marks}"

    @property
    def choices(self) -> list[tuple[str, str]]:
        """What may be chosen: value and words, the newest first."""
        numbers = [one.number for one in self.comparison.versions[::-1]]
        return [(NOW, self.words(None)), *((str(one), self.words(one)) for one in numbers)]


def _in_words(ask):
    """A choice that is none is a bad address: the page of errors says so."""
    try:
        return ask()
    except Refused as refused:
        raise BadRequest(refused.message) from None
