"""One line: its rule as a sentence, its figures, the records behind the number and those that did not count."""

from Acquisition import aq_inner
from Acquisition import aq_parent
from functools import cached_property
from yidang.indicators.engine import describe
from yidang.indicators.engine import Evidence
from yidang.indicators.engine.lines import USED
from yidang.indicators.engine.monthly import is_monthly
from yidang.indicators.engine.rules import Rule
from yidang.indicators.engine.tallies import Tally
from yidang.indicators.pages import promises
from yidang.indicators.pages.before import contract_before
from yidang.indicators.pages.before import line_before
from yidang.indicators.pages.board import Row
from yidang.indicators.pages.board_page import BoardPage
from yidang.indicators.pages.breakdown import stations_of
from yidang.indicators.pages.courses import beside_before
from yidang.indicators.pages.courses import course
from yidang.indicators.pages.cutting import Cutting
from yidang.indicators.pages.grid import crossed
from yidang.indicators.pages.listing import EvidenceList
from yidang.indicators.pages.months import MonthsOfLine
from yidang.indicators.pages.narrowing import narrowed
from yidang.pages.chart import Chart
from zExceptions import BadRequest
from zExceptions import NotFound


TABS = ("counted", "excluded")


class IndicatorPage(BoardPage):
    """`<contract>/@@indicator?code=S0-I07`; `station`, `member` and `bucket` narrow its lists to one cell."""

    has_charts = True

    @property
    def code(self) -> str:
        """The line asked for."""
        return self.query_text("code")

    @cached_property
    def rule(self) -> Rule:
        """The rule; a line that the contract does not have is not found."""
        rule = self.board.rule(self.code)
        if rule is None:
            raise NotFound(f"这份合同没有编号为“{self.code}”的指标。")
        return rule

    @property
    def page_title(self) -> str:
        """The line's name."""
        return self.rule.title

    @cached_property
    def page_url(self) -> str:
        """Address of this page without a query of its own."""
        return f"{self.contract_url}/@@indicator"

    @property
    def sentence(self) -> str:
        """The rule in words."""
        return describe(self.rule, day=self.board.today)

    @cached_property
    def tally(self) -> Tally:
        """The figures of the line."""
        return self.tallies[self.rule.code]

    @cached_property
    def row(self) -> Row:
        """The line as on the board."""
        return self.rows_maker.row(self.rule, self.tally)

    @property
    def parts(self) -> list[Row]:
        """The lines that are parts of this one (其中)."""
        rules = [one for one in self.board.rules if one.part_of == self.rule.code]
        return [self.rows_maker.row(one, self.tallies[one.code]) for one in rules]

    @property
    def moved(self) -> list[dict]:
        """In a ladder: what came from which line, and what went to which."""
        titles = {rule.code: rule.title for rule in self.board.rules}
        told = [("含上一级富余补入", self.tally.received), ("富余，已补入别项", self.tally.given)]
        return [
            {"title": title, "number": number, "other": titles[code], "url": self.line_url(code)}
            for title, found in told
            for code, number in found.items()
        ]

    # What it promises

    @property
    def versions(self) -> list[dict]:
        """The targets before and after each amendment."""
        return promises.versions(self.rule, self.rows_maker)

    @property
    def printed(self) -> list[dict]:
        """Printed figures beside computed ones."""
        return promises.printed(self.rule, self.tally)

    @property
    def further(self) -> list[dict]:
        """Further promises on the same records."""
        return promises.further(self.tally)

    @property
    def grid_url(self) -> str:
        """Address of the table by member and period, where there is one."""
        return f"{self.contract_url}/@@grid?code={self.rule.code}{self.day_query}" if crossed(self.rule) else ""

    # The records

    @cached_property
    def tab(self) -> str:
        """Which list is shown."""
        tab = self.query_text("show") or TABS[0]
        if tab not in TABS:
            raise BadRequest("没有这个列表。")
        return tab

    @cached_property
    def whole(self) -> Evidence:
        """All records of the line's kinds, as of the day shown."""
        return self.board.evidence(self.rule, past=self.day)

    @cached_property
    def cutting(self) -> Cutting:
        """To what the lists are narrowed, and to what they may be."""
        asked = {name: self.query_text(name) for name in ("station", "member", "bucket")}
        return Cutting(self.rule, self.tally, self.board.ruleset.calendar, self.names, self.whole, asked)

    @cached_property
    def evidence(self) -> Evidence:
        """The records of the lists."""
        return narrowed(self.whole, self.cutting.cut, self.rule, self.board.ruleset.calendar)

    @cached_property
    def listed(self) -> EvidenceList:
        """The page of the list that is shown."""
        query = {"code": self.rule.code, "show": self.tab if self.tab != TABS[0] else "", "day": self.day}
        query |= self.cutting.asked
        return EvidenceList(self.evidence, self.tab, self.query_number(), self.page_url, query, self.names)

    def tab_url(self, tab: str) -> str:
        """The other list, narrowed alike."""
        return self.line_url(self.rule.code, show=tab if tab != TABS[0] else "", **self.cutting.asked) + "#list"

    @cached_property
    def course(self) -> Chart | None:
        """Month by month, or period by period."""

        def link(bucket: str) -> str:
            return self.line_url(self.rule.code, bucket=bucket) + "#list"

        return course(self.rule, self.tally, self.board.ruleset.calendar, self.board.today, link)

    @cached_property
    def compared(self) -> Chart | None:
        """The months beside those of the contract before."""
        if not self.rule.grows() or not self.tally.months:
            return None
        other = contract_before(self.contract)
        before = line_before(self.rule, other) if other is not None else None
        if before is None:
            return None
        return beside_before(f"与上一合同逐月比较（{other.title}）", self.tally, before, self.board.today)

    @cached_property
    def stations(self) -> list[dict]:
        """Station by station, the one furthest back first."""
        return stations_of(self.rule, self.tally, self.whole, self.contract, self.names)

    @property
    def slots(self) -> str:
        """Which article fills which slot, for the lines that have such (publicity/pages/slots.py)."""
        part = self.contract.restrictedTraverse("@@line-slots")
        return part(self.board, self.rule, self.day)

    @cached_property
    def months(self) -> MonthsOfLine | None:
        """What is owed month by month, of the lines that owe so."""
        if not is_monthly(self.rule):
            return None

        def link(code: str, **query: str) -> str:
            return self.line_url(code, **query) + "#list"

        return MonthsOfLine(self.board, self.rule, self.tally, self.names, link)

    @property
    def near(self) -> int:
        """How many of those that did not count lack one thing only."""
        return sum(len(reasons) == 1 and reasons[0].code != USED for _, reasons in self.evidence.excluded)

    @property
    def edit_url(self) -> str:
        """Address of the form of the line, for those who may at least try another wording."""
        return f"{self.line.absolute_url()}/edit" if self.line is not None and self.may("Yidang: Manage Team") else ""

    @property
    def versions_url(self) -> str:
        """Address of the list of amendments, where there are any."""
        return f"{self.line.absolute_url()}/@@versions" if self.line is not None and self.line.versions else ""

    @cached_property
    def line(self):
        """The indicator behind the rule."""
        found = [one for one in self.contract.indicators.objectValues() if one.code == self.rule.code]
        return found[0] if found else None


class IndicatorView(IndicatorPage):
    """The same page at the address of the indicator itself."""

    @property
    def contract(self):
        """The contract around the table of indicators."""
        return aq_parent(aq_parent(aq_inner(self.context)))

    @property
    def code(self) -> str:
        """The code of this indicator."""
        return self.context.code


class IndicatorsView(BoardPage):
    """`<contract>/indicators` is the scoreboard."""

    def __call__(self) -> str:
        contract = aq_parent(aq_inner(self.context))
        return self.request.response.redirect(f"{contract.absolute_url()}/@@scoreboard")
