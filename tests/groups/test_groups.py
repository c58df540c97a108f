"""Groups: what they tell the ledger, by REST and in a browser."""

from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from plone.dexterity.utils import createContentInContainer
from tests.builders import a_contract
from tests.builders import a_record
from tests.visitors import WebTest
from unittest import TestCase
from yidang.archive.actions import fire
from yidang.archive.papers import missing_papers
from yidang.errors import Incomplete
from yidang.indicators.interfaces import IFactSource
from yidang.testing import YIDANG_INTEGRATION


MEMBERS = ("阿英", "阿珍", "阿玲", "阿梅")


class GroupFactsTest(TestCase):
    layer = YIDANG_INTEGRATION

    def setUp(self):
        setRoles(self.layer["portal"], TEST_USER_ID, ["Manager"])
        self.day = (contract := a_contract(self.layer["portal"])).start
        fields = {"title": "小组", "opened": self.day, "members": MEMBERS, "group_type": "supportive"}
        self.group = a_record(contract, "GroupWork", **fields)

    def a_session(self, *present: str, **fields):
        fields = {"title": "一节", "date": self.day, "attendance": present, "minutes": 90, **fields}
        return createContentInContainer(self.group, "GroupSession", checkConstraints=False, **fields)

    def fact(self):
        return next(iter(IFactSource(self.group).facts()))

    def test_a_session_states_how_many_of_the_members_came(self):
        self.a_session("阿英", "阿珍", "阿玲")
        child = self.fact().children[0]
        self.assertEqual(
            (3, 4, 0.75), (child.amounts["attendance"], child.amounts["members"], child.attributes["attendance_rate"])
        )

    def test_a_group_states_members_sessions_and_attendances(self):
        self.a_session("阿英", "阿珍")
        self.a_session("阿英")
        amounts = self.fact().amounts
        self.assertEqual((4, 2, 3), (amounts["members"], amounts["sessions"], amounts["participants"]))

    def test_a_group_without_members_has_no_rate_of_attendance(self):
        self.group.members = ()
        self.a_session()
        self.assertNotIn("attendance_rate", self.fact().children[0].attributes)

    def test_the_three_papers_are_missing_until_they_are_there(self):
        self.assertEqual(["group_plan", "group_process", "group_summary"], missing_papers(self.group))
        self.a_session("阿英", process="彼此认识。")
        self.assertEqual(["group_plan", "group_summary"], missing_papers(self.group))

    def test_a_group_without_members_and_leader_is_not_submitted(self):
        self.group.members = ()
        with self.assertRaises(Incomplete) as caught:
            fire(self.group, "submit")
        self.assertEqual(["workers", "members"], [error.field for error in caught.exception.errors])


class GroupWebTest(WebTest):
    def setUp(self):
        super().setUp()
        self.day = self.contract.start.isoformat()
        self.worker = self.as_user("worker")
        self.fields = {"title": "妈妈减压小组", "group_type": "supportive", "opened": self.day}

    def a_group(self) -> str:
        fields = {**self.fields, "members": list(MEMBERS), "workers": ["worker"]}
        return self.worker.added(self.section("records"), "GroupWork", **fields)

    def test_a_group_with_a_session_is_filed_by_rest(self):
        group = self.a_group()
        answer = self.worker.add(group, "GroupSession", title="一", date=self.day, attendance=["阿英", "阿梅"])
        self.assertEqual(201, answer.status_code)
        self.assertEqual(["阿英", "阿梅"], [one["title"] for one in answer.json()["attendance"]])

    def test_only_members_attend(self):
        answer = self.worker.add(self.a_group(), "GroupSession", title="一", date=self.day, attendance=["路人"])
        self.assert_refused(answer, attendance="请从列出的选项中选择。")

    def test_an_unknown_kind_of_group_is_refused(self):
        answer = self.worker.add(self.section("records"), "GroupWork", **{**self.fields, "group_type": "party"})
        self.assert_refused(answer, group_type="请从列出的选项中选择。")

    def test_members_are_typed_one_a_line(self):
        fields = {"title": "小组", "opened": self.day, "group_type:list": "growth", "members": "阿英\r\n阿珍"}
        answer = self.worker.send(self.section("records") + "/++add++GroupWork", **fields)
        self.assertIn("2 人：阿英、阿珍", self.worker.page(answer.headers["Location"]).text)

    def test_those_who_came_are_ticked_on_the_form_of_a_session(self):
        group = self.a_group()
        fields = {"title": "认识", "date": self.day, "attendance:list": ["阿英", "阿珍"]}
        self.worker.send(f"{group}/++add++GroupSession", **fields)
        self.assertIn("2 / 4 人（50%）", self.worker.page(group).text)

    def test_a_session_that_is_no_day_and_no_number_is_refused_in_words(self):
        fields = {"title": "认识", "date": "2026-02-30", "minutes": "一小时"}
        answer = self.worker.send(f"{self.a_group()}/++add++GroupSession", **fields)
        self.assert_form_refused(
            answer, date="请填写真实的日期，例如 2026-03-09。", minutes="请填写整数，不带小数和单位。"
        )
