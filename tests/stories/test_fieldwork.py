"""Workers: a case with sessions and papers, a visit from the phone; what is missing is seen at once."""

from tests.builders import a_record
from tests.stories.layer import PHONE
from tests.stories.scene import as_user
from tests.stories.scene import Story
from tests.stories.scene import this_year


class CaseStory(Story):
    lines = ("S0-I01", "S0-I02", "S0-I03")

    def prepare(self):
        with as_user("shegong"):
            a_record(self.contract, "Client", title="小荷", recorded_on=this_year(1, 4), workers=("shegong",))

    def test_a_case_is_opened_followed_and_submitted_with_what_is_missing_in_sight(self):
        page = self.window("shegong")
        address = self._open_case(page)
        self.assertIn("还缺", page.inner_text("main"))
        self.assertIn("服务计划书", page.inner_text("main"))
        self._add_session(page, address)
        page.goto(address)
        self.assertIn("第一次面谈", page.inner_text("main"))
        page.click("button:has-text('提交')")
        page.wait_for_load_state()
        self.assertIn("已提交", page.inner_text("main"))
        self.assertIn("ZS-2026-JL", page.inner_text("main"))
        self.assertIn("1/35个", self.number_on_board(page, "S0-I02"))
        self.assertIn("1/15个", self.number_on_board(page, "S0-I03"))

    def test_a_visit_is_recorded_and_submitted_on_a_phone(self):
        page = self.window("shegong", PHONE)
        page.goto(self.place("archive", "records", "++add++ServiceRecord"))
        self.assertLessEqual(page.evaluate("document.documentElement.scrollWidth"), PHONE["width"])
        self._choose(page, "探访")
        self.assertLessEqual(page.evaluate("document.documentElement.scrollWidth"), PHONE["width"])
        page.fill("input[name='form.widgets.title']", "探访独居长者")
        page.fill("input[name='form.widgets.clients'] >> nth=0", "小荷")
        page.select_option("select[name='form.widgets.mode:list']", "home")
        page.fill("input[name='form.widgets.hours']", "1.5")
        page.click("button[name='form.buttons.submit']")
        page.wait_for_load_state()
        self.assertIn("已提交", page.inner_text("main"))
        self.assertIn("1/1,000人次", self.number_on_board(self.window("shegong"), "S0-I01"))

    def test_a_refused_form_keeps_what_was_typed_and_says_what_is_wrong_at_the_field(self):
        page = self.window("shegong")
        page.goto(self.place("archive", "records", "++add++ServiceRecord"))
        self._choose(page, "探访")
        page.fill("input[name='form.widgets.title']", "明天的探访")
        page.fill("input[name='form.widgets.date']", "2099-01-01")
        with page.expect_response(lambda answer: answer.request.method == "POST") as answer:
            page.click("button[name='form.buttons.save']")
        self.assertEqual(400, answer.value.status)
        self.assertEqual("明天的探访", page.input_value("input[name='form.widgets.title']"))
        self.assertIn("不能晚于今天", page.inner_text("main"))

    def _choose(self, page, kind: str) -> None:
        """The kind of service, on the page that comes before the form."""
        page.get_by_role("link", name=kind, exact=True).click()
        page.wait_for_selector("input[name='form.widgets.title']")

    def _open_case(self, page) -> str:
        page.goto(self.place("archive", "records", "++add++CaseFile"))
        page.fill("input[name='form.widgets.title']", "小荷的个案")
        page.fill("input[name='form.widgets.client']", "小荷")
        page.check("input[name='form.widgets.professional:list']")
        page.fill("input[name='form.widgets.opened']", f"{self.contract.start.year}-01-05")
        page.click("button[name='form.buttons.save']")
        page.wait_for_load_state()
        self.assertIn("小荷的个案", page.inner_text("h1"))
        return page.url.split("?")[0]

    def _add_session(self, page, address: str):
        page.goto(f"{address}/++add++CaseSession")
        page.fill("input[name='form.widgets.title']", "第一次面谈")
        page.fill("input[name='form.widgets.date']", f"{self.contract.start.year}-01-08")
        page.fill("input[name='form.widgets.minutes']", "60")
        page.fill("textarea[name='form.widgets.process']", "了解来意，约定下次见面。")
        page.click("button[name='form.buttons.save']")
        page.wait_for_load_state()
