"""The page of hours: two ledgers side by side, volunteers apart, everybody shown also at zero."""

from tests.desk.world import DeskTest
from yidang.indicators.scoreboard import touch

import transaction


class HoursPageTest(DeskTest):
    def setUp(self):
        super().setUp()
        self.at = self.path + "/@@hours"

    def hours(self, name="lead", query=""):
        return " ".join(self.text(name, self.at + query).split())

    def test_the_team_may_look_and_nobody_else(self):
        self.assert_may(
            self.at,
            "publicist",
            "worker",
            "projectlead",
            "supervisor",
            "purchaser",
            "evaluator",
            "reviewer1",
            "siteadmin",
        )

    def test_standard_hours_follow_the_unit_and_recorded_hours_the_record(self):
        self.a_meeting("submit", hours=1.5)
        text = self.hours("projectlead")
        self.assertIn("<b>2</b>/ 8 小时", text)
        self.assertIn("<b>1.5</b>小时", text)

    def test_every_worker_is_shown_also_without_any_hour(self):
        self.contract.worker_hours = 1960.0
        touch(self.contract)
        transaction.commit()
        text = self.hours("projectlead")
        row = text.partition('<td class="yd-key">worker</td>')[2].partition("</tr>")[0]
        self.assertIn("1,960", row)
        self.assertIn("（不足）", row)

    def test_a_draft_gives_no_hours(self):
        self.a_meeting(hours=3)
        self.assertIn("<b>0</b>小时", self.hours("projectlead"))

    def test_volunteers_stand_apart_unless_the_contract_says_otherwise(self):
        self.assertIn("单独列出，不计入工时", self.hours("projectlead"))
        self.contract.volunteer_hours = True
        transaction.commit()
        self.assertIn("按合同约定计入工时", self.hours("projectlead"))

    def test_a_day_to_come_is_refused(self):
        self.assertEqual(400, self.status("projectlead", self.at + "?day=2999-01-01"))
