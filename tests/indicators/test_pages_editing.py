"""Amending a line: in a form that speaks in words, by REST and by script, always with a reason and a day."""

from datetime import date
from html import unescape
from plone.app.testing import login
from plone.app.testing import TEST_USER_NAME
from tests.builders import an_indicator
from tests.desk.world import DeskTest
from tests.desk.world import LONG
from tests.desk.world import MEETINGS
from tests.visitors import token_of
from yidang.archive.actions import fire
from yidang.errors import Refused
from yidang.indicators.scoreboard import Scoreboard
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent

import json
import re
import transaction


FORM = {
    "title": "工作会议",
    "unit": "次",
    "target": ">= 4",
    "kinds:list": ["meeting"],
    "measure": "count",
    "hours": "2",
    "professional": "1",
    "basis": "submitted",
    "reason": "补充协议（二）",
}


class EditingTest(DeskTest):
    def setUp(self):
        super().setUp()
        self.line = self.path + "/indicators/t-01"
        self.first = self.contract.start.isoformat()

    @property
    def indicator(self):
        """The line as it is in the database now."""
        transaction.begin()
        return self.contract["indicators"]["t-01"]

    def send(self, do="save", who="siteadmin", line=None, **fields):
        visitor, at = self.reader(who), line or self.line
        token = token_of(visitor.page(f"{at}/edit").text)
        sent = {**FORM, "effective": self.first, **fields, "do": do, "_authenticator": token}
        return visitor._post(f"{at}/edit", {key: value for key, value in sent.items() if value is not None}, {})

    def tally(self, day=None):
        transaction.begin()
        return Scoreboard(self.contract, day).tallies()["T-01"]


class FormTest(EditingTest):
    def test_leads_may_try_and_only_who_manages_contracts_may_save(self):
        self.assert_may(self.line + "/edit", "projectlead", "siteadmin")
        self.assertNotIn("保存修改", self.text("projectlead", self.line + "/edit"))
        self.assertEqual(403, self.send(who="projectlead", target=">= 6").status_code)
        self.assertEqual(">= 4", self.indicator.target)

    def test_an_untouched_form_changes_nothing(self):
        for code in ("t-01", "t-02"):
            at = f"{self.path}/indicators/{code}"
            visitor = self.reader("siteadmin")
            page = visitor.session.get(f"{visitor.base}{at}/edit").text
            answer = visitor._post(f"{at}/edit", {**inputs(page), "reason": "没有", "do": "save"}, {})
            with self.subTest(line=code):
                self.assertEqual(400, answer.status_code)
                self.assertIn("没有改动任何内容。", answer.text)

    def test_a_target_from_the_first_day_replaces_the_old_one(self):
        self.assertEqual(302, self.send(target="不少于 6").status_code)
        self.assertEqual(6, self.tally().target)
        self.assertNotIn("targets", self.indicator.rule)

    def test_an_amended_target_leaves_earlier_days_their_own(self):
        july = date(self.contract.start.year, 7, 1)
        self.assertEqual(302, self.send(target=">= 6", effective=july.isoformat()).status_code)
        self.assertEqual(4, self.tally(date(july.year, 6, 30)).target)
        self.assertEqual(6, self.tally(july).target)
        self.assertEqual("补充协议（二）", self.indicator.rule["targets"][0]["reason"])
        versions = self.text("worker", self.line + "/@@versions")
        self.assertIn("改为：本合同期内，已提交的工作会议不少于 6 次。", versions)
        self.assertIn("原为：本合同期内，已提交的工作会议不少于 4 次。", versions)

    def test_the_next_amendment_is_held_against_the_target_in_force(self):
        year = self.contract.start.year
        self.send(target=">= 6", effective=f"{year}-03-01")
        self.send(target=">= 4", effective=f"{year}-05-01")
        self.assertEqual([">= 6", ">= 4"], [one["target"] for one in self.indicator.rule["targets"]])
        back = self.send(target=">= 9", effective=f"{year}-04-01")
        self.assertIn("不能早于", back.text)

    def test_other_changes_are_kept_as_versions(self):
        self.send(**{"where.0.field": "hours", "where.0.comparison": ">=", "where.0.value": "2"})
        (version,) = self.indicator.versions
        self.assertEqual((1, "siteadmin", "补充协议（二）"), (version["number"], version["who"], version["reason"]))
        self.assertEqual([{"field": "hours", ">=": 2}], version["after"]["count"]["where"])
        self.assertNotIn("where", version["before"]["count"])
        text = self.text("worker", self.line + "/@@versions")
        self.assertIn("补充协议（二）", text)
        self.assertIn("时数 ≥ 2", text)

    def test_a_reason_and_a_day_of_the_term_are_asked_for(self):
        answer = self.send(target=">= 6", reason=" ")
        self.assertIn("请写明修改的理由", answer.text)
        self.assertEqual(400, answer.status_code)
        self.assertIn("生效日期须在合同期内", self.send(target=">= 6", effective="1999-01-01").text)
        self.assertIn("请写明生效日期", self.send(target=">= 6", effective="明天").text)

    def test_bad_values_are_refused_at_their_field_and_stay_typed(self):
        answer = self.send(target="≥ 三百")
        self.assertEqual(400, answer.status_code)
        self.assertIn('value="≥ 三百"', answer.text)
        row = {"where.0.field": "mode", "where.0.comparison": "in", "where.0.value": "骑马"}
        self.assertIn("“服务方式”没有“骑马”", self.send(**row).text)
        self.assertIn("截止日须是 1 至 31", self.send(due_day="45").text)
        self.assertIn("单位工时须是", self.send(hours="两").text)

    def test_a_contract_may_be_closed_to_amendments(self):
        self.contract.adjustable = False
        transaction.commit()
        self.assertIn("不允许调整指标", self.send(target=">= 6").text)
        self.contract.adjustable = True
        login(self.portal, "purchaser")
        fire(self.contract, "close")
        login(self.portal, TEST_USER_NAME)
        transaction.commit()
        self.assertIn("不能再修改", self.text("projectlead", self.line + "/edit"))

    def test_a_forged_page_is_refused(self):
        answer = self.reader("siteadmin")._post(f"{self.line}/edit", {**FORM, "do": "save", "target": ">= 6"}, {})
        self.assertEqual(403, answer.status_code)

    def test_an_administrator_may_write_the_rule_itself(self):
        rule = {**MEETINGS, "per": ["month"]}
        sent = dict.fromkeys(FORM) | {"rule_json": json.dumps(rule), "reason": "按月考核"}
        self.assertEqual(302, self.send("save_json", **sent).status_code)
        self.assertEqual(["month"], self.indicator.rule["per"])
        self.assertIn("须是一段 JSON", self.send("save_json", **{**sent, "rule_json": "{count"}).text)
        bad = json.dumps({**MEETINGS, "count": {"kinds": ["metting"]}})
        self.assertIn("meeting", self.send("save_json", **{**sent, "rule_json": bad}).text)


class PreviewTest(EditingTest):
    def setUp(self):
        super().setUp()
        self.a_meeting("submit", hours=1)
        self.a_meeting("submit", hours=3)

    def preview(self, who="projectlead", **fields):
        row = {"where.0.field": "hours", "where.0.comparison": ">=", "where.0.value": "2"}
        return self.reader(who)._post(f"{self.line}/@@preview", {**FORM, **row, **fields}, {})

    def test_it_says_what_the_line_would_be_with_the_records_of_today(self):
        found = self.preview().json()
        self.assertEqual(
            "按今天的记录，这样写是 1 次（现在是 2 次），少计 1 件；目标 4，还没有达到。", found["numbers"]
        )
        self.assertIn("时数 ≥ 2", found["sentence"])

    def test_nothing_is_written(self):
        self.preview()
        self.assertEqual(MEETINGS["count"], self.indicator.rule["count"])
        self.assertFalse(self.indicator.versions)

    def test_without_a_script_a_button_does_the_same(self):
        row = {"where.0.field": "hours", "where.0.comparison": ">=", "where.0.value": "2"}
        answer = self.send("preview", who="projectlead", reason=None, **row)
        self.assertEqual(200, answer.status_code)
        self.assertIn("这样写是 1 次（现在是 2 次）", answer.text)
        self.assertFalse(self.indicator.versions)

    def test_a_bad_rule_is_refused_in_words(self):
        answer = self.preview(target="许多")
        self.assertEqual(400, answer.status_code)
        self.assertEqual(["target"], [error["field"] for error in answer.json()["errors"]])

    def test_only_by_post_and_only_for_those_who_may_try(self):
        self.assertEqual(405, self.status("projectlead", f"{self.line}/@@preview"))
        self.assertEqual(403, self.preview("worker").status_code)


class OtherWaysTest(EditingTest):
    def test_rest_amends_with_the_same_verb(self):
        answer = self.as_user("siteadmin").rest(
            "PATCH", self.line, target=">= 6", reason="补充协议", effective=self.first
        )
        self.assertEqual(204, answer.status_code, answer.text)
        self.assertEqual(["补充协议"], [one["reason"] for one in self.indicator.versions])

    def test_rest_asks_for_a_reason(self):
        answer = self.as_user("siteadmin").rest("PATCH", self.line, target=">= 6")
        self.assertEqual(400, answer.status_code, answer.text)
        self.assertEqual(["reason"], [error["field"] for error in answer.json()["errors"]])
        self.assertEqual(">= 4", self.indicator.target)

    def test_rest_gives_the_same_refusal_in_the_one_shape(self):
        answer = self.as_user("siteadmin").rest("PATCH", self.line, target="三百篇", reason="补充协议")
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


def inputs(markup: str) -> dict:
    """What a browser would send of the first form on the page, as it came."""
    form = re.search(r"<form[^>]*data-preview.*?</form>", markup, re.S).group(0)
    found: dict = {}
    for tag in re.findall(r"<input[^>]*>", form):
        name, kind = _attribute(tag, "name"), _attribute(tag, "type")
        if name and (kind != "checkbox" or "checked" in tag):
            found.setdefault(name, []).append(_attribute(tag, "value") or "")
    for head, body in re.findall(r"(<select[^>]*>)(.*?)</select>", form, re.S):
        options = re.findall(r"<option[^>]*>", body)
        chosen = next((one for one in options if "selected" in one), options[0])
        found[_attribute(head, "name")] = [_attribute(chosen, "value") or ""]
    for head, text in re.findall(r"(<textarea[^>]*>)(.*?)</textarea>", form, re.S):
        found[_attribute(head, "name")] = [unescape(text)]
    return {name: values if len(values) > 1 else values[0] for name, values in found.items()}


def _attribute(tag: str, name: str) -> str:
    found = re.search(rf'\s{name}="([^"]*)"', tag)
    return unescape(found.group(1)) if found else ""
