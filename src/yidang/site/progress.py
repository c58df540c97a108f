"""Open progress: what everybody may see of a contract, where its purchaser allows it (`open_progress`).

Lines with their numbers, and nothing behind them: no record, no name, no station, no worker. Anonymous has no right on
a contract; this page reads the sums for everybody, so what it shows is chosen here, field by field.
"""

from dataclasses import dataclass
from functools import cached_property
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from yidang import clock
from yidang.contracts.checks import SHOWABLE
from yidang.contracts.views.term import Term
from yidang.contracts.views.term import term_of
from yidang.indicators.engine.rules import Rule
from yidang.indicators.engine.tallies import Tally
from yidang.indicators.pages.board import OTHER
from yidang.indicators.pages.drawing import bar
from yidang.indicators.pages.figures import AWAITED
from yidang.indicators.pages.figures import is_percent
from yidang.indicators.pages.figures import is_wordy
from yidang.indicators.pages.figures import lacks_members
from yidang.indicators.pages.figures import shown
from yidang.indicators.pages.figures import state_of
from yidang.indicators.pages.figures import state_title
from yidang.indicators.pages.figures import target_text
from yidang.indicators.scoreboard import Scoreboard
from yidang.pages.page import Page
from zExceptions import NotFound
from zope.interface import implementer
from zope.publisher.interfaces import IPublishTraverse


@dataclass(frozen=True)
class Line:
    """One line as everybody sees it."""

    title: str
    part: bool
    value: str
    target: str
    unit: str
    verified: str
    state: str
    state_title: str
    bar: str


def line_of(rule: Rule, tally: Tally) -> Line:
    """What is shown of a line; a promise in words, or one to people who are not there yet, has no number."""
    state, percent = state_of(tally), is_percent(tally)
    silent = is_wordy(rule) or (tally.promise is None and not tally.value) or lacks_members(rule, tally)
    return Line(
        title=rule.title,
        part=bool(rule.part_of),
        value="" if silent else shown(tally.value, percent),
        target=AWAITED if rule.awaits_target() else target_text(tally),
        unit=tally.unit,
        verified="" if silent or tally.verified_value is None else shown(tally.verified_value, percent),
        state=state,
        state_title=state_title(rule, state, tally),
        bar=bar(tally, state, None) if tally.target and not silent else "",
    )


def open_contracts() -> list:
    """The contracts whose progress everybody may see, those in force longest first."""
    found = (one for one in api.portal.get()["contracts"].objectValues() if is_open(one))
    return sorted(found, key=lambda one: (one.start, one.getId()))


def is_open(contract) -> bool:
    """Whether the purchaser allows it, and there is something to show."""
    return bool(getattr(contract, "open_progress", False)) and api.content.get_state(contract) in SHOWABLE


@implementer(IPublishTraverse)
class ProgressPage(Page):
    """`/progress`: the list; `/progress/<contract id>`: one contract. What is not open does not exist."""

    public_page = True
    has_figures = True
    listing = ViewPageTemplateFile("templates/progress_list.pt")
    template = ViewPageTemplateFile("templates/progress.pt")
    contract = None

    def publishTraverse(self, request, name: str):
        """The id of a contract."""
        found = None if self.contract is not None else api.portal.get()["contracts"].get(name)
        if found is None or not is_open(found):
            raise NotFound(name)
        self.contract = found
        return self

    def __call__(self) -> str:
        return self.listing() if self.contract is None else self.template()

    @property
    def page_title(self) -> str:
        """Name of the contract."""
        return "公开进度" if self.contract is None else f"{self.contract.title} 公开进度"

    @property
    def page_description(self) -> str:
        """For search engines."""
        return "项目合同约定的各项服务完成了多少" if self.contract is None else f"{self.contract.title}各项服务的进度"

    def contracts(self) -> list[dict[str, str]]:
        """All open ones."""
        return [
            {
                "title": one.title,
                "url": f"{self.portal_url}/progress/{one.getId()}",
                "purchaser": one.purchaser,
                "provider": one.provider,
                "days": f"{one.start} 至 {one.end}",
            }
            for one in open_contracts()
        ]

    @cached_property
    def term(self) -> Term:
        """Where the contract stands in its term."""
        return term_of(self.contract.start, self.contract.end, clock.today())

    @property
    def today(self) -> str:
        """The day on which the numbers are."""
        return clock.today().isoformat()

    @cached_property
    def groups(self) -> list[tuple[str, list[Line]]]:
        """The lines under the headings of the contract."""
        board = Scoreboard(self.contract)
        tallies, groups = board.tallies(), {}
        for rule in board.rules:
            groups.setdefault(rule.group or OTHER, []).append(line_of(rule, tallies[rule.code]))
        return list(groups.items())

    @property
    def met(self) -> tuple[int, int]:
        """How many lines are met, of how many that have a target."""
        lines = [line for _, found in self.groups for line in found if line.bar or line.state == "met"]
        return sum(line.state == "met" for line in lines), len(lines)
