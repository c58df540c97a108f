"""From the menu 新建 to the add form in the right archive."""

from plone import api
from tests.builders import a_contract
from tests.builders import an_account
from tests.site.world import a_browser
from tests.site.world import status_of
from tests.site.world import the_contract
from tests.site.world import WORLD
from unittest import TestCase

import transaction


class AddingTest(TestCase):
    layer = WORLD

    def setUp(self):
        self.portal = self.layer["portal"]
        self.url = self.portal.absolute_url()
        self.archive = the_contract(self.portal)["archive"].absolute_url()

    def test_with_one_contract_the_form_opens_at_once_with_the_kind_preset(self):
        browser = a_browser(self.layer, "worker")
        browser.open(f"{self.url}/@@new?what=consultation")
        self.assertTrue(browser.url.startswith(f"{self.archive}/records/++add++ServiceRecord"), browser.url)
        self.assertEqual(["consultation"], browser.getControl(name="form.widgets.kind:list").value)

    def test_every_entry_of_the_menu_opens_a_form(self):
        for name, whats in (
            ("worker", ("visit", "consultation", "case", "group", "activity", "supervision", "report")),
            ("publicist", ("article",)),
            ("purchaser", ("inspection", "rectification")),
        ):
            browser = a_browser(self.layer, name)
            for what in whats:
                browser.open(f"{self.url}/@@new?what={what}")
                self.assertEqual(200, status_of(browser), what)
                self.assertIn("++add++", browser.url, what)

    def test_with_two_contracts_one_is_asked_which(self):
        with api.env.adopt_roles(["Manager"]):
            second = a_contract(self.portal, number="HT-SECOND", title="第二个合同")
            an_account("worker", second, "Worker")
        transaction.commit()
        browser = a_browser(self.layer, "worker")
        browser.open(f"{self.url}/@@new?what=visit")
        self.assertIn("归入哪一个合同", browser.contents)
        self.assertIn("第二个合同", browser.contents)

    def test_a_word_that_means_nothing_is_not_found(self):
        browser = a_browser(self.layer, "worker")
        browser.open(f"{self.url}/@@new?what=nonsense")
        self.assertEqual(404, status_of(browser))

    def test_who_is_in_no_team_is_told_what_to_do(self):
        with api.env.adopt_roles(["Manager"]):
            an_account("newcomer")
        transaction.commit()
        browser = a_browser(self.layer, "newcomer")
        for path in ("@@new", "@@new?what=visit", "@@me"):
            browser.open(f"{self.url}/{path}")
            self.assertEqual(200, status_of(browser), path)
        browser.open(f"{self.url}/@@new")
        self.assertIn("联系项目主管", browser.contents)

    def test_the_page_about_me_names_contracts_and_roles(self):
        browser = a_browser(self.layer, "worker")
        browser.open(f"{self.url}/@@me")
        self.assertIn("社工", browser.contents)
        self.assertIn("修改密码", browser.contents)
