"""Changing a line: what cannot be counted is refused at its field, by form, REST and script alike."""

from tests.builders import an_indicator
from tests.desk.world import DeskTest
from tests.desk.world import LONG
from tests.desk.world import MEETINGS
from yidang.errors import Refused
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent

import json


class EditLineTest(DeskTest):
    def setUp(self):
        super().setUp()
        self.line = self.path + "/indicators/t-01"
        self.rule = {key: MEETINGS[key] for key in ("count", "hours", "professional")}
        self.fields = {"code": "T-01", "title": "工作会议", "heading": "专业性工作", "unit": "次"}

    def send(self, target: str = ">= 4", rule: object = None, **fields):
        words = rule if isinstance(rule, str) else json.dumps(rule or self.rule)
        return self.reader("siteadmin").send(
            f"{self.line}/edit", target=target, rule=words, **{**self.fields, **fields}
        )

    def test_only_who_manages_contracts_may(self):
        self.assert_may(self.line + "/edit", "siteadmin")

    def test_a_new_target_counts_at_once(self):
        self.assertEqual(302, self.send(">= 6").status_code)
        self.assertIn("6", self.text("worker", self.path + "/@@indicator?code=T-01"))

    def test_a_target_that_is_no_number_is_refused_at_its_field_and_stays_typed(self):
        answer = self.send("≥ 三百")
        self.assertEqual(400, answer.status_code)
        self.assertIn("三百", answer.text)
        self.assertIn('id="form-widgets-target-error"', answer.text)

    def test_an_unknown_kind_is_refused_at_the_rule(self):
        answer = self.send(rule={"count": {"kinds": ["metting"]}})
        self.assertEqual(400, answer.status_code)
        self.assertIn("meeting", answer.text)

    def test_a_rule_that_is_no_data_is_refused(self):
        self.assertEqual(400, self.send(rule="{count").status_code)

    def test_rest_gives_the_same_refusal_in_the_one_shape(self):
        answer = self.as_user("siteadmin").rest("PATCH", self.line, target="三百篇")
        self.assertEqual(400, answer.status_code, answer.text)
        self.assertEqual(["target"], [error["field"] for error in answer.json()["errors"]])

    def test_a_script_is_refused_too(self):
        line = self.contract["indicators"]["t-01"]
        line.rule = {"count": {"kinds": ["metting"]}}
        with self.assertRaises(Refused) as caught:
            notify(ObjectModifiedEvent(line))
        self.assertEqual({"rule"}, {error.field for error in caught.exception.errors})

    def test_a_code_is_used_once_in_a_contract(self):
        line = self.contract["indicators"]["t-01"]
        line.code = LONG["code"]
        with self.assertRaises(Refused) as caught:
            notify(ObjectModifiedEvent(line))
        self.assertIn("编号重复", caught.exception.message)

    def test_a_part_may_come_before_its_whole_but_is_not_turned_to_an_unknown_one(self):
        early = {**LONG, "code": "T-12", "part_of": "T-11"}
        line = an_indicator(self.contract, early)
        with self.assertRaises(Refused):
            notify(ObjectModifiedEvent(line))
        an_indicator(self.contract, {**MEETINGS, "code": "T-11"})
        notify(ObjectModifiedEvent(line))

    def test_a_whole_with_parts_is_not_deleted(self):
        lines = self.contract["indicators"]
        with self.assertRaises(Refused):
            lines._delObject("t-01")
        lines._delObject("t-02")
        lines._delObject("t-01")
        self.assertEqual([], list(lines.objectIds()))
