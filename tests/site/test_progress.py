"""Open progress: only what the purchaser opens, only numbers."""

from plone import api
from plone.app.testing import login
from plone.app.testing import logout
from tests.builders import a_contract
from tests.builders import a_record
from tests.builders import an_indicator
from tests.site.world import a_browser
from tests.site.world import status_of
from tests.site.world import the_contract
from tests.site.world import WORLD
from unittest import TestCase
from yidang import clock
from yidang.archive.actions import fire
from yidang.contracts.actions import open_progress
from yidang.errors import Refused

import transaction


class ProgressTest(TestCase):
    layer = WORLD

    def setUp(self):
        self.portal = self.layer["portal"]
        self.url = self.portal.absolute_url()
        self.contract = the_contract(self.portal)
        self.address = f"{self.url}/progress/{self.contract.getId()}"
        line = {"title": "培训", "unit": "次", "target": ">= 4", "count": {"kinds": ["training"]}}
        an_indicator(self.contract, {"code": "T-1", **line})
        an_indicator(self.contract, {"code": "T-2", **line, "title": "每名社工培训", "per": ["worker"]})
        login(self.portal, "worker")
        fields = {"title": "培训阿荷", "date": clock.today(), "station": "zhongshan", "workers": ("worker",)}
        fire(a_record(self.contract, "ServiceRecord", kind="training", hours=1.0, **fields), "submit")
        logout()
        transaction.commit()

    def page(self, address="", name=""):
        browser = a_browser(self.layer, name)
        browser.open(address or self.address)
        return browser

    def test_what_is_not_open_does_not_exist(self):
        for address in (self.address, f"{self.url}/progress/nothing", f"{self.address}/more"):
            self.assertEqual(404, status_of(self.page(address)), address)
        self.assertIn("目前没有公开进度的项目", self.page(f"{self.url}/progress").contents)

    def test_an_open_contract_shows_its_lines_and_no_record_and_no_name(self):
        open_progress(self.contract, True)
        transaction.commit()
        page = self.page()
        self.assertEqual(200, status_of(page))
        self.assertIn("培训", page.contents)
        self.assertIn("<b>1</b> / 4", page.contents.replace("\n", ""))
        self.assertIn("已提交 25%", page.contents)
        for hidden in ("阿荷", "worker", "/contracts/", "@@indicator", "T-1", "最少"):
            self.assertNotIn(hidden, page.contents.partition("<main")[2])
        self.assertIn(self.address, self.page(f"{self.url}/progress").contents)
        self.assertEqual(404, status_of(self.page(f"{self.address}/archive")))

    def test_the_purchaser_opens_it_and_closes_it_again(self):
        browser = self.page(f"{self.contract.absolute_url()}/@@open-progress", "purchaser")
        browser.getControl("向公众公开").click()
        self.assertEqual(200, status_of(self.page()))
        browser.open(f"{self.contract.absolute_url()}/@@open-progress")
        browser.getControl("停止公开").click()
        self.assertEqual(404, status_of(self.page()))

    def test_nobody_else_of_the_team_opens_it(self):
        for name in ("lead", "worker", "publicist", ""):
            browser = self.page(f"{self.contract.absolute_url()}/@@open-progress", name)
            self.assertNotIn("向公众公开</button>", browser.contents, name)

    def test_a_contract_in_draft_has_nothing_to_open(self):
        with api.env.adopt_roles(["Manager"]):
            draft = a_contract(self.portal, state="draft")
        with self.assertRaises(Refused):
            open_progress(draft, True)
        draft.open_progress = True  # whatever a script may write
        transaction.commit()
        self.assertEqual(404, status_of(self.page(f"{self.url}/progress/{draft.getId()}")))
