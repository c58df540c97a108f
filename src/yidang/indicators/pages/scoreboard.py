"""`<contract>/@@scoreboard`: every line of a contract, today or as of a past day."""

from datetime import date
from functools import cached_property
from yidang import clock
from yidang.indicators.engine.tallies import Tally
from yidang.indicators.pages.board import Group
from yidang.indicators.pages.board import grouped
from yidang.indicators.pages.board import Rows
from yidang.indicators.pages.board import state_counts
from yidang.indicators.pages.board import total_hours
from yidang.indicators.pages.drawing import plain_bar
from yidang.indicators.pages.figures import shown
from yidang.indicators.pages.figures import STATES
from yidang.indicators.scoreboard import Scoreboard
from yidang.pages.page import Page
from zExceptions import BadRequest


class ScoreboardPage(Page):
    """The board. Everything on it comes from one reading of the ledger."""

    page_title = "指标进度"

    @property
    def contract(self):
        """The contract whose lines are shown."""
        return self.context

    @cached_property
    def day(self) -> date | None:
        """The past day asked for, None for today."""
        day = self.query_day()
        if day is not None and day > clock.today():
            raise BadRequest("那一天还没有到，只能查看今天或过去某一天的进度。")
        return day if day != clock.today() else None

    @property
    def day_query(self) -> str:
        """Keeps the past day when one goes on to a line."""
        return f"&day={self.day}" if self.day else ""

    @property
    def today(self) -> date:
        """The latest day that may be asked for."""
        return clock.today()

    @cached_property
    def state(self) -> str:
        """The state to which the board is narrowed."""
        state = self.query_text("state")
        if state and state not in STATES:
            raise BadRequest("没有这种进度状态。")
        return state

    @cached_property
    def board(self) -> Scoreboard:
        """The contract's numbers."""
        return Scoreboard(self.contract, self.day)

    @cached_property
    def tallies(self) -> dict[str, Tally]:
        """Every line."""
        return self.board.recounted(self.day) if self.day else self.board.tallies()

    @cached_property
    def groups(self) -> list[Group]:
        """What the page shows."""
        if self.board.ruleset is None:
            return []
        rows = Rows(self.board.ruleset.calendar, self.board.today, self.names)
        return grouped(self.board.rules, self.tallies, rows, self.state)

    @cached_property
    def glance(self) -> list[dict]:
        """The states with their counts, as a filter."""
        counts = state_counts(self.tallies)
        day = f"day={self.day}" if self.day else ""
        choices = [("", "全部", len(self.tallies)), *((one, STATES[one], counts.get(one, 0)) for one in STATES)]
        return [
            {
                "title": title,
                "count": count,
                "current": "true" if state == self.state else None,
                "url": "?" + "&".join(part for part in (f"state={state}" if state else "", day) if part),
            }
            for state, title, count in choices
            if count or not state or state == self.state
        ]

    @cached_property
    def term(self) -> dict:
        """How much of the term is over."""
        start, end, today = self.contract.start, self.contract.end, self.board.today
        total = (end - start).days + 1
        gone = min(total, max(0, (today - start).days + 1))
        left = max(0, (end - max(today, start)).days)
        return {
            "gone": gone,
            "total": total,
            "left": f"还有 {left} 天" if left else "合同期已满" if today >= end else "",
            "bar": plain_bar(100 * gone / total, f"合同期已过 {100 * gone / total:.0f}%"),
        }

    @cached_property
    def hours(self) -> dict | None:
        """Standard hours of the whole contract and their professional share."""
        hours = total_hours(self.board.rules, self.tallies)
        if hours is None:
            return None
        share = f"{100 * hours.share:.1f}%" if hours.share is not None else "暂无"
        return {
            "done": shown(hours.done),
            "verified": shown(hours.verified),
            "planned": shown(hours.planned),
            "rest": shown(max(0, hours.planned - hours.done)),
            "share": share,
        }
