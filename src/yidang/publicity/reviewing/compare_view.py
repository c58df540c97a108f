"""`<article>/@@compare`: two versions side by side; for a reviewer what changed since it was last returned."""

from functools import cached_property
from yidang.errors import Refused
from yidang.pages.page import Page
from yidang.publicity.reviewing.actions import may_read_remarks
from yidang.publicity.reviewing.diff import ADDED
from yidang.publicity.reviewing.diff import CHANGED
from yidang.publicity.reviewing.diff import compared
from yidang.publicity.reviewing.diff import MOVED
from yidang.publicity.reviewing.diff import REMOVED
from yidang.publicity.reviewing.diff import Row
from yidang.publicity.reviewing.diff import SAME
from yidang.publicity.reviewing.versions import passages_at
from yidang.publicity.reviewing.versions import sent_back
from yidang.publicity.reviewing.versions import Version
from yidang.publicity.reviewing.versions import versions_of
from zExceptions import BadRequest
from zExceptions import Unauthorized


NOW = "now"
COUNTED = ((CHANGED, "改动"), (ADDED, "新增"), (REMOVED, "删去"), (MOVED, "移动"))


class ComparePage(Page):
    """`from` and `to` are numbers of versions, `now` the present text."""

    page_title = "比较版本"

    def __call__(self) -> str:
        if not may_read_remarks(self.context):
            raise Unauthorized("您不能查看这篇稿件的旧版本。")
        return self.index()

    @cached_property
    def versions(self) -> list[Version]:
        """The oldest first."""
        return versions_of(self.context)

    @cached_property
    def base(self) -> Version | None:
        """What is compared by default: the version that was last sent back, else the one before the present."""
        found = sent_back(self.context, self.versions)
        return found or (self.versions[-2] if len(self.versions) > 1 else None)

    @property
    def says(self) -> str:
        """What the comparison is about."""
        if self.new is None and sent_back(self.context, self.versions) and self.old == self.base.number:
            return "上次退回（或撤下）以后改了什么"
        return ""

    @cached_property
    def old(self) -> int | None:
        """The number of the older version; None for the present text."""
        default = self.base.number if self.base else None
        return self._number("from", default)

    @cached_property
    def new(self) -> int | None:
        """The number of the newer one; None for the present text."""
        return self._number("to", None)

    @cached_property
    def rows(self) -> list[Row]:
        """The comparison."""
        return compared(self._passages(self.old), self._passages(self.new))

    def _passages(self, number: int | None):
        try:
            return passages_at(self.context, number)
        except Refused as refused:
            raise BadRequest(refused.message) from None

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
        kinds = [row.kind for row in self.rows]
        parts = [f"{word} {kinds.count(kind)} 处" for kind, word in COUNTED if kind in kinds]
        if not parts:
            return "两个版本的文字和图片没有不同。"
        changed = [row for row in self.rows if row.kind != MOVED]
        less = sum(len(run.text) for row in changed for run in row.old_runs if run.kind == REMOVED)
        more = sum(len(run.text) for row in changed for run in row.new_runs if run.kind == ADDED)
        return f"{'，'.join(parts)}；删 {less} 字，增 {more} 字。"

    def words(self, number: int | None) -> str:
        """A version in words."""
        if number is None:
            return "现在的稿件"
        found = next((one for one in self.versions if one.number == number), None)
        if found is None:
            return f"第 {number + 1} 版"
        marks = f"（{'、'.join(dict.fromkeys(found.marks))}）" if found.marks else ""
        return f"第 {number + 1} 版　{found.moment:%m-%d %H:%M}　{self.names.person(found.person)}{marks}"

    @property
    def choices(self) -> list[tuple[str, str]]:
        """What may be chosen: value and words, the newest first."""
        return [(NOW, self.words(None))] + [(str(one.number), self.words(one.number)) for one in self.versions[::-1]]

    def _number(self, name: str, default: int | None) -> int | None:
        text = self.query_text(name)
        if not text:
            return default
        if text == NOW:
            return None
        if not (text.isascii() and text.isdigit() and len(text) < 6):
            raise BadRequest("版本须从列表中选择。")
        return int(text)
