"""The page of staff rules: as of any day, with names for those who may see them, and what falls due."""

from datetime import date
from plone import api
from plone.dexterity.utils import createContentInContainer
from tests.builders import a_contract
from tests.builders import an_account
from tests.builders import an_indicator
from tests.visitors import WebTest

import transaction


SHARE = {
    "code": "S1-I16",
    "title": "持证比例",
    "unit": "%",
    "target": ">= 100%",
    "as_of": "today",
    "count": {
        "kinds": ["staff"],
        "measure": {"ratio": {"of": {"where": [{"field": "certified_in_time", "is": True}]}, "to": {}}},
    },
}
PER_STATION = {
    "code": "S1-I15",
    "title": "驻站人员配备",
    "unit": "名",
    "target": ">= 1",
    "as_of": "today",
    "per": ["station"],
    "count": {"kinds": ["staff"], "where": [{"field": "role", "is": "worker"}]},
}
UNDER = {
    "code": "S3-I12",
    "title": "四十五周岁以下的社工",
    "unit": "名",
    "target": ">= 1",
    "as_of": "today",
    "count": {"kinds": ["staff"], "where": [{"field": "age", "<=": 45}]},
}
STATIONS = ("yong", "jing")


class StaffRulesTest(WebTest):
    def setUp(self):
        super().setUp()
        with api.env.adopt_roles(["Manager"]):
            self.contract = a_contract(self.portal, start=date(2024, 1, 1), end=date(2024, 12, 31), stations=STATIONS)
            for name, role in (("worker", "Worker"), ("lead", "ProjectLead")):
                an_account(name, self.contract, role)
            for rule in (SHARE, PER_STATION, UNDER):
                an_indicator(self.contract, rule)
            self.card("岑小满", user="worker", born=date(1979, 6, 1))
        transaction.commit()
        self.path = "/contracts/" + self.contract.getId() + "/@@staff-rules"

    def card(self, name, station="yong", started=date(2024, 3, 1), **fields):
        home = self.portal["stations"][station]
        return createContentInContainer(
            home, "StaffMember", checkConstraints=False, name=name, started=started, **fields
        )

    def text(self, name, day):
        answer = self.as_user(name).page(f"{self.path}?day={day}")
        self.assertEqual(200, answer.status_code, answer.text[:500])
        return " ".join(answer.text.split())

    def part(self, text, code):
        """What the page says of one line."""
        return text.partition(f"code={code}")[2].partition("</section>")[0]

    def test_a_rule_is_shown_as_of_the_day_asked(self):
        self.assertIn('data-state="met"', self.part(self.text("lead", "2025-03-01"), "S1-I16"))
        after = self.part(self.text("lead", "2025-03-02"), "S1-I16")
        self.assertIn("不计入 1 人", after)
        self.assertIn("岑小满", after)

    def test_a_station_without_anybody_is_named(self):
        found = self.part(self.text("lead", "2024-05-01"), "S1-I15")
        self.assertIn("jing站", found)
        self.assertIn("0 / 1", found)

    def test_the_age_limit_includes_its_number(self):
        self.assertIn("1 / 1", self.part(self.text("lead", "2024-06-01"), "S3-I12"))
        self.assertIn("0 / 1", self.part(self.text("lead", "2025-06-01"), "S3-I12"))

    def test_the_next_deadline_and_the_day_on_which_a_rule_turns_are_told(self):
        text = self.text("lead", "2024-12-01")
        self.assertIn("2025-03-01", text)
        self.assertIn("还有 90 天", text)
        self.assertIn("自 2025-03-02 起“持证比例”（S1-I16）为 0%", text)
        self.assertIn("自 2025-06-01 起“四十五周岁以下的社工”（S3-I12）为 0", text)

    def test_a_worker_sees_the_sums_and_no_names(self):
        text = self.text("worker", "2024-12-01")
        self.assertIn("持证比例", text)
        self.assertNotIn("岑小满", text)

    def test_who_is_of_another_contract_sees_nothing(self):
        self.assertIn(self.as_user("purchaser").page(self.path).status_code, (401, 403))

    def test_days_of_which_nothing_is_known_are_refused(self):
        for day in ("1999-01-01", "2031-01-01", "不是日期"):
            with self.subTest(day=day):
                self.assertEqual(400, self.as_user("lead").page(f"{self.path}?day={day}").status_code)

    def test_a_card_without_an_account_is_pointed_out(self):
        with api.env.adopt_roles(["Manager"]):
            self.card("陆小寒", station="jing")
        transaction.commit()
        self.assertIn("没有填写账号", self.text("lead", "2024-12-01"))
