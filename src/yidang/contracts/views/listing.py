"""`/contracts`: the contracts that the person may see."""

from functools import cached_property
from plone import api
from yidang import clock
from yidang.contracts.views.term import term_of
from yidang.pages.batch import Pager
from yidang.pages.batch import SIZE
from yidang.pages.page import Page
from yidang.people.roster import memberships
from yidang.people.team import ROLES


class ContractsPage(Page):
    """The list; the catalog leaves out what the person may not see."""

    page_title = "合同"

    @cached_property
    def found(self):
        """Catalog entries of one page, newest contract first."""
        catalog = api.portal.get_tool("portal_catalog")
        start = self.query_number()
        return catalog(portal_type="Contract", sort_on="created", sort_order="descending", b_start=start, b_size=SIZE)

    @cached_property
    def pager(self) -> Pager:
        """The pages."""
        return Pager(self.found.actual_result_count, self.query_number(), self.url, {}, unit="份")

    @property
    def contracts(self) -> list[dict]:
        """What the page shows of each."""
        roles = memberships(api.user.get_current())
        return [self._shown(brain.getObject(), roles.get(brain.UID, ())) for brain in self.found]

    def _shown(self, contract, roles) -> dict:
        term = term_of(contract.start, contract.end, clock.today())
        state = api.content.get_state(contract)
        return {
            "title": contract.Title(),
            "url": contract.absolute_url(),
            "number": contract.number,
            "purchaser": contract.purchaser,
            "provider": contract.provider,
            "term": f"{contract.start} 至 {contract.end}",
            "words": term.words,
            "percent": term.percent,
            "state": state,
            "state_title": self.state_title("Contract", state),
            "roles": "、".join(ROLES[role] for role in ROLES if role in roles),
        }
