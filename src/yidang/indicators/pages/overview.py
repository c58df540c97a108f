"""`/contracts/@@overview`: all contracts whose board the person may see, the one in greatest need first."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from plone import api
from yidang import clock
from yidang.archive.finding import find
from yidang.contracts.views.term import Term
from yidang.contracts.views.term import term_of
from yidang.indicators.overview import ContractOverview
from yidang.indicators.overview import overview
from yidang.indicators.pages.figures import is_rate
from yidang.indicators.pages.figures import shown
from yidang.indicators.pages.figures import STATES
from yidang.pages.batch import Pager
from yidang.pages.page import Page
from yidang.permissions import VIEW_SCOREBOARD
from zExceptions import BadRequest


SIZE = 50
WORST = 3
QUIET_DAYS = 14
FILED = ["submitted", "verified", "sealed", "published"]
SHOW = {"open": ("执行中", ("active", "closing")), "all": ("全部", ())}
# From what is best to what is worst, as the bar shows them.
ORDER = ("met", "ok", "behind", "failed", "none")


@dataclass(slots=True)
class Line:
    """One contract of the page."""

    contract: object
    found: ContractOverview
    state: str
    term: Term

    @property
    def need(self) -> tuple:
        """Lines lost, lines behind, little done, in this order; what is over comes last."""
        counts = self.found.counts
        over = self.state not in SHOW["open"][1]
        return over, -counts["failed"], -counts["behind"], self.found.completion or 0, self.contract.number


class OverviewPage(Page):
    """One row a contract."""

    page_title = "合同总览"
    has_figures = True

    @cached_property
    def today(self) -> date:
        """Today."""
        return clock.today()

    @cached_property
    def show(self) -> str:
        """Open contracts, or all."""
        show = self.query_text("show") or "open"
        if show not in SHOW:
            raise BadRequest("没有这种合同范围。")
        return show

    @property
    def choices(self) -> list[dict]:
        """Which contracts are shown, as a filter."""
        return [
            {
                "title": title,
                "url": f"{self.url}/@@overview?show={one}",
                "current": "true" if one == self.show else None,
            }
            for one, (title, _) in SHOW.items()
        ]

    def _is_shown(self, choice: str) -> str | None:
        return "true" if choice == self.show else None

    @cached_property
    def lines(self) -> list[Line]:
        """All contracts, sorted by need."""
        states = SHOW[self.show][1]
        query = {"review_state": list(states)} if states else {}
        catalog = api.portal.get_tool("portal_catalog")
        brains = {brain.UID: brain for brain in catalog(portal_type="Contract", **query)}
        contracts = [brain.getObject() for brain in brains.values()]
        seen = [one for one in contracts if api.user.has_permission(VIEW_SCOREBOARD, obj=one)]
        lines = [
            Line(one.contract, one, api.content.get_state(one.contract), self._term(one.contract))
            for one in overview(seen, self.today)
        ]
        return sorted(lines, key=lambda line: line.need)

    def _term(self, contract) -> Term:
        return term_of(contract.start, contract.end, self.today)

    @property
    def pager(self) -> Pager:
        """The pages."""
        query = {"show": self.show if self.show != "open" else ""}
        return Pager(len(self.lines), self.query_number(), f"{self.url}/@@overview", query, SIZE, "份")

    @property
    def rows(self) -> list[dict]:
        """One page of contracts."""
        start = self.query_number()
        return [self._row(line) for line in self.lines[start : start + SIZE]]

    def _row(self, line: Line) -> dict:
        contract, url = line.contract, line.contract.absolute_url()
        total = sum(line.found.counts.values())
        return {
            "title": contract.Title(),
            "url": url,
            "number": contract.number,
            "provider": contract.provider,
            "purchaser": contract.purchaser,
            "state": line.state,
            "state_title": self.state_title("Contract", line.state),
            "term": line.term,
            "span": f"{contract.start} 至 {contract.end}",
            "board": f"{url}/@@scoreboard",
            "shares": self._shares(line.found, url, total),
            "completion": "暂无" if line.found.completion is None else f"{100 * line.found.completion:.0f}%",
            "worst": [self._worst(rule, verdict, url) for rule, verdict in line.found.worst[:WORST]],
            "more": max(0, len(line.found.worst) - WORST),
            "money": f"{contract.money:,.0f}" if contract.money is not None else "",
            "last": self._last(contract),
        }

    @staticmethod
    def _shares(found: ContractOverview, url: str, total: int) -> list[dict]:
        """The parts of the bar of a contract: a state, its number of lines, its share."""
        return [
            {
                "state": state,
                "title": STATES[state],
                "count": found.counts[state],
                "style": f"--w:{100 * found.counts[state] / total:.1f}%",
                "url": f"{url}/@@scoreboard?state={state}",
            }
            for state in ORDER
            if found.counts[state]
        ]

    @staticmethod
    def _worst(rule, verdict, url: str) -> dict:
        percent = is_rate(verdict)
        return {
            "title": rule.title,
            "url": f"{url}/@@indicator?code={rule.code}",
            "state": verdict.state,
            "state_title": STATES[verdict.state],
            "value": f"{shown(verdict.value, percent)} / {shown(verdict.target, percent)}{'%' if percent else ''}",
        }

    def _last(self, contract) -> dict:
        """The day of the latest record that was filed, and whether the archive has been quiet for long."""
        path = "/".join(contract.getPhysicalPath())
        found = find(path=path, review_state=FILED).sorted("record_day", size=1, descending=True)
        day = found[0].record_day if found else None
        quiet = day is None or (self.today - day).days > QUIET_DAYS
        return {"day": day, "quiet": "1" if quiet and contract.end >= self.today else None}

    @cached_property
    def sums(self) -> dict:
        """Over all the contracts of the list."""
        money = [line.contract.money for line in self.lines if line.contract.money is not None]
        counts = {state: sum(line.found.counts[state] for line in self.lines) for state in ORDER}
        return {
            "contracts": len(self.lines),
            "lines": sum(counts.values()),
            "failed": counts["failed"],
            "behind": counts["behind"],
            "met": counts["met"],
            "money": f"{sum(money, Decimal(0)) / 10_000:,.2f}" if money else "",
        }
