"""`<contract>/@@scoreboard`: every line of a contract, today or as of a past day."""

from functools import cached_property
from yidang.indicators.engine.rules import Rule
from yidang.indicators.pages.board import Group
from yidang.indicators.pages.board import grouped
from yidang.indicators.pages.board import state_counts
from yidang.indicators.pages.board import total_hours
from yidang.indicators.pages.board_page import BoardPage
from yidang.indicators.pages.courses import course
from yidang.indicators.pages.drawing import plain_bar
from yidang.indicators.pages.figures import shown
from yidang.indicators.pages.figures import STATES
from yidang.pages.chart import Chart
from yidang.permissions import EXPORT
from zExceptions import BadRequest


class ScoreboardPage(BoardPage):
    """The board."""

    page_title = "指标进度"
    view_name = "scoreboard"
    has_charts = True

    @cached_property
    def state(self) -> str:
        """The state to which the board is narrowed."""
        state = self.query_text("state")
        if state and state not in STATES:
            raise BadRequest("没有这种进度状态。")
        return state

    @cached_property
    def groups(self) -> list[Group]:
        """What the page shows."""
        if self.board.ruleset is None:
            return []
        return grouped(self.board.rules, self.tallies, self.rows_maker, self.state)

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

    @property
    def official_url(self) -> str:
        """Address of the table in the form of the contract, where lines have hours and the person may take it away."""
        if self.hours is None or not self.may(EXPORT):
            return ""
        return f"{self.url}/@@collective.excelexport?excelexport.policy=official-form{self.day_query}"

    # The course of one line

    @cached_property
    def drawable(self) -> list[Rule]:
        """The lines whose months can be drawn."""
        return [rule for rule in self.board.rules if rule.grows() and self.tallies[rule.code].months]

    @cached_property
    def drawn(self) -> Rule | None:
        """The line asked for, else the first that lies behind, else the first with a target."""
        code = self.query_text("line")
        if code:
            found = next((one for one in self.drawable if one.code == code), None)
            if found is None:
                raise BadRequest(f"没有编号为“{code[:20]}”、可以按月作图的指标。")
            return found
        with_target = [one for one in self.drawable if self.tallies[one.code].target]
        behind = [one for one in with_target if self.tallies[one.code].state in ("failed", "behind")]
        return next(iter(behind or with_target or self.drawable), None)

    @cached_property
    def course(self) -> Chart | None:
        """The chart of that line."""
        if self.drawn is None:
            return None
        rule, calendar = self.drawn, self.board.ruleset.calendar

        def link(bucket: str) -> str:
            return self.line_url(rule.code, bucket=bucket)

        return course(rule, self.tallies[rule.code], calendar, self.board.today, link)
