"""All contracts at once: only those whose board the person may see, the one in need first."""

from datetime import timedelta
from tests.builders import a_contract
from tests.builders import an_account
from tests.builders import an_indicator
from tests.desk.world import DeskTest
from tests.desk.world import MEETINGS

import transaction


class OverviewPageTest(DeskTest):
    page = "/contracts/@@overview"

    def a_second(self, *members, **fields):
        """Another contract with one line, and its people."""
        fields = {"title": "澜河居家养老项目", "number": "LH-1", "provider": "另一家中心", **fields}
        contract = a_contract(self.portal, **fields)
        an_indicator(contract, MEETINGS)
        for name, role in members:
            an_account(name, contract, role)
        transaction.commit()
        return contract

    def test_a_person_sees_the_contracts_of_which_they_are_and_no_others(self):
        self.a_second(("purchaser", "Purchaser"))
        both = self.text("purchaser", self.page)
        self.assertIn("澜河居家养老项目", both)
        self.assertIn(self.contract.title, both)
        self.assertNotIn("澜河居家养老项目", self.text("projectlead", self.page))

    def test_somebody_without_a_contract_is_told_what_to_do(self):
        self.assertIn("没有您可以查看进度的合同", self.text("outsider", self.page))

    def test_the_contract_with_lost_lines_comes_first(self):
        year = timedelta(days=365)
        start, end = self.contract.start - year, self.contract.start - timedelta(days=1)
        self.a_second(("purchaser", "Purchaser"), title="已到期没有做完的项目", start=start, end=end)
        page = self.text("purchaser", self.page)
        self.assertLess(page.index("已到期没有做完的项目"), page.index(f">{self.contract.title}</a>"))

    def test_it_names_the_worst_lines_and_leads_to_them(self):
        start = self.contract.start - timedelta(days=365)
        end = self.contract.start - timedelta(days=1)
        lost = self.a_second(("purchaser", "Purchaser"), start=start, end=end)
        page = self.text("purchaser", self.page)
        self.assertIn(f"{lost.absolute_url()}/@@indicator?code=T-01", page)
        self.assertIn("0 / 4 未达成", page)

    def test_it_tells_when_something_was_last_filed_and_sums_the_money(self):
        self.contract.money = 385_000
        self.a_meeting("submit", date=self.today)
        page = self.text("purchaser", self.page)
        self.assertIn(f'<time datetime="{self.today}">', page)
        self.assertIn("38.50", page)

    def test_a_contract_that_is_over_is_shown_only_when_asked_for(self):
        self.post("purchaser", self.path + "/@@step", transition="terminate", comment="承接方退出")
        self.assertNotIn(self.contract.number, self.text("purchaser", self.page))
        self.assertIn(self.contract.number, self.text("purchaser", self.page + "?show=all"))

    def test_bad_words_in_the_address_are_refused(self):
        for bad in ("?show=foo", "?b_start=-1"):
            self.assertEqual(400, self.status("purchaser", self.page + bad), bad)

    def test_the_list_of_contracts_leads_to_it(self):
        self.assertIn("/contracts/@@overview", self.text("purchaser", "/contracts"))
