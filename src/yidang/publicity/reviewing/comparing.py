"""Two versions of one article, chosen and compared: what the page and the service say is worked out here."""

from functools import cached_property
from yidang.errors import FieldError
from yidang.errors import Refused
from yidang.publicity.reviewing.diff import ADDED
from yidang.publicity.reviewing.diff import CHANGED
from yidang.publicity.reviewing.diff import compared
from yidang.publicity.reviewing.diff import MOVED
from yidang.publicity.reviewing.diff import REMOVED
from yidang.publicity.reviewing.diff import Row
from yidang.publicity.reviewing.versions import passages_at
from yidang.publicity.reviewing.versions import sent_back
from yidang.publicity.reviewing.versions import Version
from yidang.publicity.reviewing.versions import versions_of


NOW = "now"
COUNTED = ((CHANGED, "改动"), (ADDED, "新增"), (REMOVED, "删去"), (MOVED, "移动"))
LISTED = "版本须是已保存的版本的编号，或 now（现在的稿件）。"


class Comparison:
    """`old` and `new` are texts: the number of a version, `now`, or "" for what one looks at first; `Refused` for any
    other text. Numbers begin at 0; the versions that exist are asked for when the rows are."""

    def __init__(self, article, old: str = "", new: str = "") -> None:
        self.article = article
        self._old, self._new = old, new

    @cached_property
    def versions(self) -> list[Version]:
        """The oldest first."""
        return versions_of(self.article)

    @cached_property
    def sent_back(self) -> Version | None:
        """The version that was last returned or withdrawn."""
        return sent_back(self.article, self.versions)

    @cached_property
    def base(self) -> Version | None:
        """What is compared by default: the version that was last sent back, else the one before the present."""
        return self.sent_back or (self.versions[-2] if len(self.versions) > 1 else None)

    @cached_property
    def old(self) -> int | None:
        """The number of the older version; None for the present text."""
        return _number(self._old, "from", self.base.number if self.base else None)

    @cached_property
    def new(self) -> int | None:
        """The number of the newer one; None for the present text."""
        return _number(self._new, "to", None)

    @property
    def since_return(self) -> bool:
        """Whether it shows what changed since the article was last sent back."""
        return self.new is None and self.sent_back is not None and self.old == self.sent_back.number

    @cached_property
    def rows(self) -> list[Row]:
        """The comparison; `NoVersion` where one of the two is not kept."""
        return compared(passages_at(self.article, self.old, "from"), passages_at(self.article, self.new, "to"))

    @property
    def characters(self) -> tuple[int, int]:
        """How many were taken out, and how many put in; what only moved is neither."""
        changed = [row for row in self.rows if row.kind != MOVED]
        less = sum(len(run.text) for row in changed for run in row.old_runs if run.kind == REMOVED)
        more = sum(len(run.text) for row in changed for run in row.new_runs if run.kind == ADDED)
        return less, more

    @property
    def summary(self) -> str:
        """`改动 3 处，新增 1 处；删 12 字，增 30 字。`"""
        kinds = [row.kind for row in self.rows]
        parts = [f"{word} {kinds.count(kind)} 处" for kind, word in COUNTED if kind in kinds]
        if not parts:
            return "两个版本的文字和图片没有不同。"
        less, more = self.characters
        return f"{'，'.join(parts)}；删 {less} 字，增 {more} 字。"


def _number(text: str, field: str, default: int | None) -> int | None:
    if not text:
        return default
    if text == NOW:
        return None
    if not (text.isascii() and text.isdigit() and len(text) < 6):
        raise Refused(LISTED, [FieldError(field, LISTED)])
    return int(text)
