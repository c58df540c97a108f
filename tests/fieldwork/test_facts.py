"""What each field of a service record tells the ledger."""

from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from tests.builders import a_contract
from tests.builders import a_record
from unittest import TestCase
from yidang.indicators.engine.facts import Fact
from yidang.indicators.interfaces import IFactSource
from yidang.testing import YIDANG_INTEGRATION


class ServiceFactsTest(TestCase):
    layer = YIDANG_INTEGRATION

    def setUp(self):
        setRoles(self.layer["portal"], TEST_USER_ID, ["Manager"])
        self.contract = a_contract(self.layer["portal"])

    def fact(self, kind: str, **fields) -> Fact:
        fields = {"title": "记录", "date": self.contract.start, "workers": ("li", "wang"), **fields}
        return next(iter(IFactSource(a_record(self.contract, "ServiceRecord", kind=kind, **fields)).facts()))

    def test_an_empty_field_says_nothing(self):
        fact = self.fact("meeting")
        self.assertEqual(({}, {"state": "draft"}), (fact.amounts, fact.attributes))
        self.assertEqual(((), (), {}, ()), (fact.documents, fact.signatures, fact.about, fact.history))

    def test_hours_of_a_record_are_hours_of_each_worker_in_charge(self):
        self.assertEqual(
            (1.5, 3.0), tuple(self.fact("visit", hours=1.5).amounts[it] for it in ("hours", "person_hours"))
        )

    def test_a_day_has_eight_hours_unless_the_record_says_otherwise(self):
        day = self.fact("office_day", days=1.5).amounts
        self.assertEqual((12.0, 24.0), (day["hours"], day["person_hours"]))
        self.assertEqual(7.0, self.fact("office_day", days=1, hours=7.0).amounts["hours"])
        self.assertNotIn("hours", self.fact("meeting", days=1).amounts)

    def test_volunteers_hours_are_those_of_the_system_or_of_everyone_who_came(self):
        came = {"hours": 2.0, "participants": 12}
        self.assertEqual(24.0, self.fact("volunteer_work", **came).amounts["volunteer_hours"])
        self.assertEqual(30.5, self.fact("volunteer_work", **came, volunteer_hours=30.5).amounts["volunteer_hours"])
        self.assertNotIn("volunteer_hours", self.fact("training", **came).amounts)

    def test_the_four_parts_of_a_supervision_record_are_documents_as_they_are_written(self):
        parts = {"content": "本月进度", "problems": "走访偏少", "next_steps": "补走访", "advice": "先急后缓"}
        fact = self.fact("supervision", **parts, signed_by=("worker", "supervisor"), papers=("sign_in",))
        self.assertEqual(("sign_in", "record", "execution", "problems", "next_steps", "advice"), fact.documents)
        self.assertEqual(("worker", "supervisor"), fact.signatures)

    def test_the_supervised_are_named_for_lines_by_worker_and_month(self):
        self.assertEqual(
            ("zhao", "qian"), self.fact("supervision", supervised=("zhao", "qian")).attributes["supervised"]
        )

    def test_a_registration_needs_system_and_number(self):
        self.assertTrue(self.fact("volunteer", system="national", system_number="QG-1").attributes["registered"])
        self.assertNotIn("registered", self.fact("volunteer", system="national").attributes)

    def test_the_same_organisation_is_the_same_however_its_blanks_are_typed(self):
        by_name = self.fact("incubation", organisation=" 邻里  互助社 ").attributes["organisation"]
        by_title = self.fact("organisation", title="邻里 互助社").attributes["organisation"]
        self.assertEqual(by_title, by_name)

    def test_income_by_area_is_the_income_of_one_mu(self):
        self.assertEqual(6100.0, self.fact("harvest", income=15250.0, area=2.5).amounts["income_per_mu"])

    def test_named_people_are_counted_and_none_of_them_is_named_in_the_fact(self):
        fact = self.fact("talent", attendees=("李小明", "李 小明", "王芳", ""))
        self.assertEqual((2, 2), (fact.amounts["attended"], len(set(fact.attributes["attendees"]))))
        self.assertNotIn("李", repr(fact))

    def test_ticks_size_theme_and_until_are_told(self):
        day = self.contract.end
        fact = self.fact("activity", activity_type="large", theme="volunteering", new=True, until=day, copies=300)
        self.assertEqual(
            ("large", "volunteering", True), tuple(fact.attributes[it] for it in ("activity_type", "theme", "new"))
        )
        self.assertEqual((day, 300), (fact.until, fact.amounts["copies"]))
