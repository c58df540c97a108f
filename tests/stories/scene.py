"""What every journey starts from: a contract in force, its S0 lines, its people."""

from datetime import date
from pathlib import Path
from plone import api
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from tests.builders import a_contract
from tests.builders import an_account
from tests.builders import an_indicator
from tests.builders import PASSWORD
from tests.stories.layer import a_page
from tests.stories.layer import sign_in
from tests.stories.layer import YIDANG_BROWSER
from unittest import TestCase

import transaction
import yidang.contracts


LIBRARY = Path(yidang.contracts.__file__).parent / "library"
PEOPLE = {
    "xuanchuan": "Publicist",
    "shegong": "Worker",
    "zhuguan": "ProjectLead",
    "fulian": "Purchaser",
    "yishen": "Reviewer1",
    "ershen": "Reviewer2",
    "sanshen": "Reviewer3",
}


class Story(TestCase):
    """A test in which people work in browser windows of their own."""

    layer = YIDANG_BROWSER
    lines: tuple[str, ...] = ()

    def setUp(self):
        self.portal = self.layer["portal"]
        self.url = self.portal.absolute_url()
        setRoles(self.portal, TEST_USER_ID, ["Manager"])
        self.contract = a_contract(self.portal, number="ZS-2026", stations=("zhongshan", "shiqi"))
        for rule in self._rules():
            an_indicator(self.contract, rule)
        for name, role in PEOPLE.items():
            an_account(name, self.contract, role)
        self.prepare()
        transaction.commit()

    def prepare(self):
        """More content for one story, before the first window opens."""

    def _rules(self):
        from yidang.contracts.file import read

        rules = read(LIBRARY / "zhongshan-women-2024.yaml").indicators()
        return [rule for rule in rules if rule["code"] in self.lines]

    def window(self, name: str = "", viewport: dict | None = None):
        """A browser window; signed in as `name` unless that is empty."""
        page = a_page(self.layer, viewport)
        self.addCleanup(page.context.close)
        if name:
            sign_in(page, self.url, name, PASSWORD)
        return page

    def place(self, *parts: str) -> str:
        """An address inside the contract."""
        return "/".join((self.contract.absolute_url(), *parts))

    def number_on_board(self, page, code: str) -> str:
        """What the scoreboard says for one line, without blanks: `299/300篇`."""
        page.goto(self.place("@@scoreboard"))
        row = page.locator("li, tr", has_text=code).last
        return "".join(row.inner_text().split())


def as_user(name: str):
    """Act as `name` in this thread."""
    return api.env.adopt_user(username=name)


def this_year(month: int, day: int) -> date:
    """A day of the contract's year that has already come; the first of January when it has not."""
    wanted = date(date.today().year, month, day)
    return wanted if wanted <= date.today() else date(date.today().year, 1, 1)
