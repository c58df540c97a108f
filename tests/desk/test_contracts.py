"""The list of contracts, the page of one, its steps and its team."""

from plone import api
from tests.builders import a_contract
from tests.desk.world import DeskTest
from tests.desk.world import PEOPLE
from yidang.people.team import members

import transaction


CHOICES = [
    {
        "code": "X-05",
        "question": "探访是否计入？",
        "why": "表格写咨询/探访。",
        "chosen": "both",
        "options": [{"code": "both", "title": "都计"}, {"code": "one", "title": "只计咨询"}],
    }
]


class ContractPagesTest(DeskTest):
    def test_the_list_shows_only_the_contracts_of_ones_own_teams(self):
        a_contract(self.portal, title="别家的合同")
        transaction.commit()
        self.assertNotIn("别家的合同", self.text("worker", "/contracts"))
        self.assertIn(self.contract.title, self.text("worker", "/contracts"))
        self.assertIn("别家的合同", self.text("siteadmin", "/contracts"))
        self.assertIn("您还没有加入任何合同", self.text("outsider", "/contracts"))

    def test_a_bad_page_number_is_refused(self):
        self.assertEqual(400, self.status("worker", "/contracts?b_start=abc"))

    def test_the_team_and_the_administrator_may_see_a_contract(self):
        self.assert_may(self.path, *PEOPLE, "siteadmin")

    def test_notes_and_choices_are_shown_with_their_reasons(self):
        self.contract.notes, self.contract.choices = "S0-X01：乘积全部正确。\n第二条", CHOICES
        transaction.commit()
        page = self.text("worker", self.path)
        for words in ("乘积全部正确", "第二条", "探访是否计入？", "采用：都计", "可改选：只计咨询", "表格写咨询/探访"):
            self.assertIn(words, page)

    def test_the_tabs_are_those_that_one_may_open(self):
        self.assertIn("/@@verification", self.text("purchaser", self.path))
        self.assertNotIn("/@@team", self.text("purchaser", self.path))
        self.assertIn("/@@team", self.text("projectlead", self.path))
        self.assertNotIn("/@@verification", self.text("projectlead", self.path))

    def test_the_lead_takes_the_contract_to_its_closing(self):
        self.assertIn("进入结项", self.text("projectlead", self.path))
        self.assertNotIn("进入结项", self.text("worker", self.path))
        self.assertEqual(302, self.post("projectlead", self.path + "/@@step", transition="close").status_code)
        transaction.begin()
        self.assertEqual("closing", api.content.get_state(self.contract))

    def test_an_early_end_needs_a_reason(self):
        answer = self.post("purchaser", self.path + "/@@step", transition="terminate", comment="  ")
        self.assertEqual(400, answer.status_code)
        self.assertIn("终止合同必须写明原因", answer.text)
        answer = self.post("purchaser", self.path + "/@@step", transition="terminate", comment="承接方退出")
        self.assertEqual(302, answer.status_code)

    def test_a_step_that_is_not_open_is_refused_with_403(self):
        answer = self.post("projectlead", self.path + "/@@step", transition="accept")
        self.assertEqual(403, answer.status_code)
        self.assertIn("您不能", answer.text)

    def test_an_unknown_step_is_refused(self):
        self.assertEqual(400, self.post("projectlead", self.path + "/@@step", transition="foo").status_code)

    def test_a_step_without_the_token_of_the_page_is_refused(self):
        answer = self.post("projectlead", self.path + "/@@step", token=False, transition="close")
        self.assertEqual(403, answer.status_code)
        transaction.begin()
        self.assertEqual("active", api.content.get_state(self.contract))


class TeamPageTest(DeskTest):
    def setUp(self):
        super().setUp()
        self.page = self.path + "/@@team"

    def test_only_the_lead_and_the_administrator_may_see_it(self):
        self.assert_may(self.page, "projectlead", "siteadmin")

    def test_the_lead_adds_and_removes_a_worker_bound_to_a_station(self):
        fields = {"user": "outsider", "role": "Worker", "stations:list": "shiqi"}
        self.assertEqual(302, self.post("projectlead", self.page, **fields).status_code)
        self.assertIn("石岐站", self.text("projectlead", self.page))
        self.assertEqual(200, self.status("outsider", self.path))
        self.post("projectlead", self.page, do="remove", user="outsider")
        self.assertEqual(403, self.status("outsider", self.path))

    def test_an_unknown_account_role_or_station_is_refused_and_stays_typed(self):
        for fields in ({"user": "niemand"}, {"role": "Manager"}, {"stations:list": "mars"}, {"user": ""}):
            sent = {"user": "outsider", "role": "Worker", **fields}
            answer = self.post("projectlead", self.page, **sent)
            self.assertEqual(400, answer.status_code, fields)
            self.assertIn(f'value="{sent["user"]}"', answer.text)

    def test_the_lead_does_not_appoint_those_who_judge(self):
        answer = self.post("projectlead", self.page, user="projectlead", role="Purchaser")
        self.assertEqual(403, answer.status_code)
        transaction.begin()
        self.assertNotIn("projectlead", members(self.contract, "Purchaser"))
        self.assertEqual(403, self.post("projectlead", self.page, do="remove", user="purchaser").status_code)
        self.assertEqual(302, self.post("siteadmin", self.page, user="outsider", role="Purchaser").status_code)

    def test_without_the_token_nothing_changes(self):
        self.assertEqual(
            403, self.post("projectlead", self.page, token=False, user="outsider", role="Worker").status_code
        )
        self.assertEqual(403, self.status("outsider", self.path))
