"""Where a contract stands in its term."""

from datetime import date
from typing import NamedTuple


class Term(NamedTuple):
    """Days gone and left, and the part that is over in percent."""

    gone: int
    total: int
    left: int
    percent: float

    @property
    def words(self) -> str:
        """`第 328 天，还有 37 天`."""
        if not self.gone:
            return "尚未开始"
        if not self.left and self.gone >= self.total:
            return "合同期已满"
        return f"第 {self.gone} 天，还有 {self.left} 天"


def term_of(start: date, end: date, today: date) -> Term:
    """The term of a contract as of a day; both of its ends are days of work."""
    total = (end - start).days + 1
    gone = min(total, max(0, (today - start).days + 1))
    return Term(gone, total, max(0, (end - max(today, start)).days), round(100 * gone / total, 1))
