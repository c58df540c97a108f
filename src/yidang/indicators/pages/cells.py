"""One number of a table as a reader sees it: value, target, state as a colour and as a word, and where it leads."""

from dataclasses import dataclass
from html import escape
from yidang.indicators.engine.tallies import CellTally
from yidang.indicators.engine.tallies import MemberTally
from yidang.indicators.engine.targets import Number
from yidang.indicators.pages.figures import shown
from yidang.indicators.pages.figures import STATES


ABSENT, ZERO, IDLE, SOME, FUTURE = "absent", "zero", "idle", "some", "future"
# Beside the states of a line: what a cell without a promise of its own can be.
WORDS = {
    **STATES,
    "met": "达到",
    "ok": "进度正常",
    ABSENT: "未参与",
    ZERO: "没有记录",
    IDLE: "没有记录",
    SOME: "有记录",
    FUTURE: "未到",
}
SIGNS = {"met": "✓", "failed": "✗", "behind": "△"}


@dataclass(frozen=True, slots=True)
class Cell:
    """One member in one column."""

    value: str
    state: str
    target: str = ""
    url: str = ""
    title: str = ""

    @property
    def words(self) -> str:
        """The state in words, for readers that see no colour."""
        return WORDS[self.state]

    @property
    def markup(self) -> str:
        """The cell of the table; made here because a grid of a hundred people by week has five thousand of them."""
        target = f"<small>/{escape(self.target)}</small>" if self.target else ""
        sign = f'<i aria-hidden="true">{self.sign}</i>' if self.sign else ""
        inner = f'<b>{escape(self.value)}</b>{target}{sign}<span class="yd-sr">{self.words}</span>'
        if self.url:
            inner = f'<a href="{escape(self.url)}">{inner}</a>'
        title = escape(f"{self.title} {self.words}".strip())
        return f'<td class="yd-cell" data-state="{self.state}" title="{title}">{inner}</td>'

    @property
    def sign(self) -> str:
        """The state as a sign: colours do not survive a copier."""
        return SIGNS.get(self.state, "")


BLANK = Cell("—", ABSENT)


def plain_cell(value: Number | None, url: str = "", title: str = "", zero: str = ZERO) -> Cell:
    """A number without a promise of its own; zero stands out, unless the line is not everybody's (`zero=IDLE`)."""
    return Cell(shown(value), SOME if value else zero, "", url, title)


def judged_cell(tally: CellTally | MemberTally, url: str = "", title: str = "") -> Cell:
    """A number with a promise of its own; a member that nobody expected then has none."""
    if tally.target is None:
        return plain_cell(tally.value, url, title)
    if not tally.target and not tally.value:
        return Cell("—", ABSENT, "", url, title)  # There for so few days that nothing was asked.
    state = "met" if tally.met and tally.state != "failed" else tally.state
    return Cell(shown(tally.value), state, shown(tally.target), url, title)
