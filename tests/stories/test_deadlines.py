"""What is owed until when: found from the contract, leafed through by keyboard, taken along into a calendar."""

from tests.stories.layer import PHONE
from tests.stories.scene import Story
from yidang import clock
from yidang.indicators.engine.calendar import add_months

import requests


class DeadlineStory(Story):
    lines = ("S0-I22",)

    def test_a_lead_leafs_through_the_months_by_keyboard(self):
        page, today = self.window("zhuguan"), clock.today()
        page.goto(self.place())
        page.get_by_role("link", name="期限", exact=True).click()
        self.assertIn(f"每月工作小结（{today.year}年{today.month}月）", page.inner_text("main"))
        page.get_by_role("link", name="月历", exact=True).focus()
        page.keyboard.press("Enter")
        page.wait_for_url("**view=month**")
        page.get_by_role("link", name="上个月").focus()
        page.keyboard.press("Enter")
        before = add_months(today.replace(day=1), -1)
        page.wait_for_url(f"**month={before:%Y-%m}**")
        self.assertIn(f"{before.year}年{before.month}月", page.inner_text("main h2"))
        self.assertEqual("周一", page.locator("thead th").first.inner_text())

    def test_on_a_phone_the_calendar_is_an_agenda_that_fits(self):
        page = self.window("zhuguan", PHONE)
        for query in ("", "?state=all", "?view=month"):
            page.goto(self.place(f"@@deadlines{query}"))
            wide = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
            self.assertLessEqual(wide, 0, query)
        self.assertFalse(page.locator(".yd-cal thead").is_visible())
        self.assertEqual(0, page.locator(".yd-cal td[data-empty]:visible").count())
        self.assertIn("每月工作小结", page.inner_text(".yd-cal"))

    def test_on_paper_stay_the_days_and_not_the_buttons(self):
        page = self.window("zhuguan")
        page.goto(self.place("@@deadlines?state=all"))
        page.emulate_media(media="print")
        self.assertTrue(page.locator("table.yd-due").is_visible())
        for part in (".yd-tools", ".yd-deskbar", ".yd-title .yd-end"):
            self.assertFalse(page.locator(part).first.is_visible(), part)

    def test_an_address_for_the_calendar_is_made_and_renewed(self):
        page = self.window("zhuguan")
        page.goto(f"{self.url}/@@me")
        page.get_by_role("link", name="日历订阅").click()
        page.get_by_role("button", name="生成订阅地址").click()
        first = page.locator("#address").input_value()
        self.assertIn("每月工作小结", requests.get(first).content.decode().replace("\r\n ", ""))
        page.get_by_role("button", name="换一个新地址").click()
        second = page.locator("#address").input_value()
        self.assertEqual([404, 200], [requests.get(address).status_code for address in (first, second)])
