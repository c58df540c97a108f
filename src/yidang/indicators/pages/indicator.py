"""One line: its rule as a sentence, its figures, the records behind the number and those that did not count."""

from Acquisition import aq_inner
from Acquisition import aq_parent
from functools import cached_property
from yidang.indicators.engine import describe
from yidang.indicators.engine import Evidence
from yidang.indicators.engine import evidence
from yidang.indicators.engine.rules import Rule
from yidang.indicators.engine.tallies import Tally
from yidang.indicators.pages.board import Row
from yidang.indicators.pages.board import Rows
from yidang.indicators.pages.breakdown import months_of
from yidang.indicators.pages.breakdown import stations_of
from yidang.indicators.pages.listing import EvidenceList
from yidang.indicators.pages.scoreboard import ScoreboardPage
from zExceptions import BadRequest
from zExceptions import NotFound


TABS = ("counted", "excluded")


class IndicatorPage(ScoreboardPage):
    """`<contract>/@@indicator?code=S0-I07`."""

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

    @property
    def contract_url(self) -> str:
        """Address of the contract."""
        return self.contract.absolute_url()

    @cached_property
    def page_url(self) -> str:
        """Address of this page without a query of its own."""
        return f"{self.contract_url}/@@indicator"

    @property
    def sentence(self) -> str:
        """The rule in words."""
        return describe(self.rule)

    @cached_property
    def tally(self) -> Tally:
        """The figures of the line."""
        return self.tallies[self.rule.code]

    @cached_property
    def row(self) -> Row:
        """The line as on the board."""
        return self.rows.row(self.rule, self.tally)

    @cached_property
    def rows(self) -> Rows:
        """Makes rows of lines."""
        return Rows(self.board.ruleset.calendar, self.board.today, self.names)

    @property
    def parts(self) -> list[Row]:
        """The lines that are parts of this one (其中)."""
        return [self.rows.row(one, self.tallies[one.code]) for one in self.board.rules if one.part_of == self.rule.code]

    @cached_property
    def tab(self) -> str:
        """Which list is shown."""
        tab = self.query_text("show") or TABS[0]
        if tab not in TABS:
            raise BadRequest("没有这个列表。")
        return tab

    @cached_property
    def evidence(self) -> Evidence:
        """The records behind the number, as of the day shown."""
        if not self.day:
            return self.board.evidence(self.rule)
        facts = self.board.ledger.facts(self.board.uid, sorted(self.rule.all_kinds()))
        past = (fact for fact in facts if fact.date is None or fact.date <= self.day)
        return evidence(past, self.rule, self.board.ruleset.calendar)

    @cached_property
    def listed(self) -> EvidenceList:
        """The page of the list that is shown."""
        query = {"code": self.rule.code, "show": self.tab if self.tab != TABS[0] else "", "day": self.day}
        return EvidenceList(self.evidence, self.tab, self.query_number(), self.page_url, query, self.names)

    @property
    def months(self) -> list[dict]:
        """Month by month."""
        return months_of(self.tally, self.board.today)

    @property
    def stations(self) -> list[dict]:
        """Station by station, the one furthest back first."""
        return stations_of(self.rule, self.tally, self.evidence, self.contract, self.names)

    @property
    def near(self) -> int:
        """How many of those that did not count lack one thing only."""
        return sum(len(reasons) == 1 for _, reasons in self.evidence.excluded)

    @property
    def edit_url(self) -> str:
        """Address of the form of the line, for those who may change it."""
        if not self.may("Yidang: Manage Contract"):
            return ""
        found = [one for one in self.contract.indicators.objectValues() if one.code == self.rule.code]
        return f"{found[0].absolute_url()}/edit" if found else ""


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


class IndicatorsView(ScoreboardPage):
    """`<contract>/indicators` is the scoreboard."""

    def __call__(self) -> str:
        contract = aq_parent(aq_inner(self.context))
        return self.request.response.redirect(f"{contract.absolute_url()}/@@scoreboard")
