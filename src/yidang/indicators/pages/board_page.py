"""What the pages of a contract's numbers share: the day, the ledger's numbers, the ways from one page to the next."""

from datetime import date
from functools import cached_property
from urllib.parse import urlencode
from yidang import clock
from yidang.indicators.engine.rules import member_dimension
from yidang.indicators.engine.rules import period_dimension
from yidang.indicators.engine.tallies import Tally
from yidang.indicators.pages.board import Rows
from yidang.indicators.scoreboard import Scoreboard
from yidang.pages.page import Page
from zExceptions import BadRequest


class BoardPage(Page):
    """A page of numbers. Everything on it comes from one reading of the ledger."""

    has_figures = True
    view_name = ""

    @property
    def contract(self):
        """The contract whose lines are shown."""
        return self.context

    @cached_property
    def contract_url(self) -> str:
        """Address of the contract."""
        return self.contract.absolute_url()

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
    def board(self) -> Scoreboard:
        """The contract's numbers."""
        return Scoreboard(self.contract, self.day)

    @cached_property
    def tallies(self) -> dict[str, Tally]:
        """Every line."""
        return self.board.tallies(self.day)

    @cached_property
    def rows_maker(self) -> Rows:
        """Makes rows of lines."""
        stations = self.contract.stations or ()
        return Rows(self.board.ruleset.calendar, self.board.today, self.names, stations)

    def line_url(self, code: str, **query: str) -> str:
        """The page of a line, narrowed by `query`, on the same day."""
        told = {"code": code, **query, "day": self.day}
        return f"{self.contract_url}/@@indicator?" + urlencode({key: value for key, value in told.items() if value})

    @property
    def views(self) -> list[dict]:
        """The other pages of these numbers, as far as the contract has what they show."""
        rules = self.board.rules
        crossed = any(member_dimension(one.per) and period_dimension(one.per) for one in rules)
        articles = any({"article", "placement"} & set(one.all_kinds()) for one in rules)
        told = (
            ("scoreboard", "进度表", True),
            ("matrix", "站点与指标", len(self.contract.stations or ()) > 1 and bool(rules)),
            ("grid", "人员与月份", crossed),
            ("publicity-board", "宣传看板", articles),
            ("hours", "工时", any(one.hours for one in rules)),
            ("staff-rules", "人员要求", any(one.as_of and "staff" in one.all_kinds() for one in rules)),
        )
        query = f"?day={self.day}" if self.day else ""
        return [
            {
                "title": title,
                "url": f"{self.contract_url}/@@{name}{query}",
                "current": "page" if name == self.view_name else None,
            }
            for name, title, there in told
            if there
        ]
