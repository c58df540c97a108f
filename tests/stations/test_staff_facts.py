"""The staff of a contract's stations count for S0-I24 and S0-I25, and follow the contract's stations."""

from datetime import date
from datetime import timedelta
from plone import api
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from plone.dexterity.utils import createContentInContainer
from tests.builders import a_contract
from tests.builders import a_station
from tests.builders import an_indicator
from unittest import TestCase
from yidang.contracts.actions import extend
from yidang.indicators.interfaces import IFactSource
from yidang.indicators.scoreboard import Scoreboard
from yidang.testing import YIDANG_INTEGRATION
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent


def share(code, field):
    return {
        "code": code,
        "title": f"比例 {field}",
        "unit": "%",
        "target": ">= 50%",
        "count": {
            "kinds": ["staff"],
            "measure": {"ratio": {"of": {"where": [{"field": field, "is": True}]}, "to": {}}},
        },
        "as_of": "today",
    }


class StaffFactsTest(TestCase):
    layer = YIDANG_INTEGRATION

    def setUp(self):
        self.portal = self.layer["portal"]
        setRoles(self.portal, TEST_USER_ID, ["Manager"])
        self.contract = a_contract(self.portal, stations=("zhongshan",))
        an_indicator(self.contract, share("T-QUALIFIED", "qualified"))
        an_indicator(self.contract, share("T-LEAD", "lead"))

    def staff(self, name, station="zhongshan", **fields):
        fields = {"role": "worker", "started": date.today() - timedelta(days=30), **fields}
        home = a_station(self.portal, station)
        return createContentInContainer(home, "StaffMember", checkConstraints=False, name=name, **fields)

    def value(self, code, contract=None):
        return Scoreboard(contract or self.contract).tallies()[code].value

    def test_one_of_two_with_a_certificate_is_a_half(self):
        self.staff("甲", certificates=("social_worker",))
        self.staff("乙")
        self.assertEqual(0.5, self.value("T-QUALIFIED"))

    def test_a_teacher_is_not_qualified_in_the_sense_of_the_share(self):
        self.staff("甲", certificates=("teacher", "lawyer"))
        self.assertEqual(0, self.value("T-QUALIFIED"))

    def test_the_lead_counts_as_lead(self):
        self.staff("甲", role="lead")
        self.staff("乙")
        self.staff("丙")
        self.staff("丁")
        self.assertEqual(0.25, self.value("T-LEAD"))

    def test_who_has_left_counts_no_more(self):
        self.staff("甲", role="lead")
        self.staff("乙", left=date.today() - timedelta(days=1))
        self.assertEqual(1, self.value("T-LEAD"))

    def test_staff_of_a_station_that_joins_the_contract_count_at_once(self):
        self.staff("甲", role="lead")
        self.staff("乙", station="shiqi")
        self.contract.stations = ("zhongshan", "shiqi")
        notify(ObjectModifiedEvent(self.contract))
        self.assertEqual(0.5, self.value("T-LEAD"))

    def test_staff_of_a_station_that_leaves_the_contract_count_no_more(self):
        self.staff("甲", role="lead")
        self.contract.stations = ()
        notify(ObjectModifiedEvent(self.contract))
        self.assertIsNone(self.value("T-LEAD") or None)

    def test_a_new_contract_finds_the_staff_that_is_there(self):
        self.staff("甲", role="lead")
        second = a_contract(self.portal, stations=("zhongshan",))
        an_indicator(second, share("T-LEAD", "lead"))
        self.assertEqual(1, self.value("T-LEAD", second))

    def test_a_member_states_facts_for_every_contract_of_the_station(self):
        second = a_contract(self.portal, stations=("zhongshan", "shiqi"))
        a_contract(self.portal, stations=("shiqi",))
        member = self.staff("甲", user="worker")
        facts = list(IFactSource(member).facts())
        self.assertEqual({self.contract.UID(), second.UID()}, {fact.contract for fact in facts})
        self.assertEqual({("worker",)}, {fact.workers for fact in facts})

    def test_a_deleted_draft_contract_keeps_no_staff(self):
        draft = a_contract(self.portal, state="draft", stations=("zhongshan",))
        member = self.staff("甲")
        api.content.delete(draft, check_linkintegrity=False)
        self.assertEqual({self.contract.UID()}, {fact.contract for fact in IFactSource(member).facts()})

    def test_facts_reach_as_far_as_the_contract_and_follow_its_term(self):
        member = self.staff("甲", born=date(1990, 3, 3))
        before = len(list(IFactSource(member).facts()))
        extend(self.contract, date(self.contract.end.year + 2, 12, 31), "补充协议")
        after = list(IFactSource(member).facts())
        self.assertEqual(before + 2, len(after))
        self.assertEqual(after, list(Scoreboard(self.contract).ledger.facts(self.contract.UID(), ["staff"])))
