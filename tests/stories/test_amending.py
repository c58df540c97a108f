"""An administrator rewrites a line in words, sees at once what it would come to, and saves it with a reason."""

from plone import api
from tests.builders import a_record
from tests.builders import an_account
from tests.builders import PASSWORD
from tests.stories.layer import a_page
from tests.stories.layer import PHONE
from tests.stories.layer import sign_in
from tests.stories.scene import as_user
from tests.stories.scene import Story
from tests.stories.scene import this_year
from yidang.archive.actions import fire


class AmendingStory(Story):
    lines = ("S0-I15",)

    def prepare(self):
        api.user.grant_roles(username=an_account("guanli"), roles=["Site Administrator"])
        for title, hours in (("例会", 1.0), ("总结会", 3.0)):
            with as_user("shegong"):
                fields = {"date": this_year(1, 5), "workers": ("shegong",), "station": "zhongshan"}
                record = a_record(self.contract, "ServiceRecord", kind="meeting", title=title, hours=hours, **fields)
                fire(record, "submit")

    def form(self, name, viewport=None):
        page = a_page(self.layer, viewport)
        self.addCleanup(page.context.close)
        sign_in(page, self.url, name, PASSWORD)
        page.goto(self.place("indicators", "s0-i15", "edit"))
        return page

    def ask_for_two_hours(self, page):
        page.select_option("[name='where.0.field']", label="时数")
        page.select_option("[name='where.0.comparison']", label="不少于")
        page.fill("[name='where.0.value']", "2")

    def test_the_trial_follows_what_is_typed_and_the_amendment_counts(self):
        page = self.form("guanli")
        self.ask_for_two_hours(page)
        page.wait_for_selector("#preview:has-text('这样写是 1 次（现在是 2 次）')")
        page.fill("#reason", "补充协议（一）：不满两小时的不算会议")
        page.click("button[value=save]")
        page.wait_for_selector("text=这是第 1 次修改")
        self.assertIn("时数 ≥ 2", page.inner_text("main"))
        page.click("text=修改记录")
        page.wait_for_selector("text=补充协议（一）")
        self.assertIn("1/12次", self.number_on_board(page, "S0-I15"))

    def test_a_lead_tries_on_a_phone_without_being_able_to_save(self):
        page = self.form("zhuguan", PHONE)
        self.ask_for_two_hours(page)
        page.wait_for_selector("#preview:has-text('少计 1 件')")
        self.assertEqual(0, page.locator("button[value=save]").count())
        self.assertLessEqual(page.evaluate("document.documentElement.scrollWidth"), PHONE["width"])
