"""Whatever happens to a record, the ledger holds what a recount finds; what changes nothing, changes no number."""

from datetime import date
from datetime import timedelta
from plone import api
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from plone.dexterity.utils import createContentInContainer
from tests.builders import a_contract
from tests.builders import a_record
from tests.builders import an_indicator
from unittest import TestCase
from yidang.archive.actions import fire
from yidang.indicators.scoreboard import Scoreboard
from yidang.testing import YIDANG_INTEGRATION
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent


START = date(2025, 1, 1)


def line(code: str, **more) -> dict:
    return {"code": code, "title": code, "unit": "次", "target": ">= 2", **more}


ATTENDED = {"field": "attendance_rate", ">=": 0.6}
LINES = (
    line("VISITS", count={"kinds": ["visit"]}, per=["station", "month"]),
    line(
        "KEY",
        count={"kinds": ["visit"], "where": [{"field": "mode", "is": "home"}]},
        per=["client", "month"],
        among={"kinds": ["client_tier"], "where": [{"field": "key", "is": True}]},
    ),
    line("SERVED", count={"kinds": ["visit", "case"], "measure": {"distinct": "subjects"}}),
    line("HOMES", count={"kinds": ["visit"], "measure": {"distinct": "households"}}),
    line(
        "TAUGHT",
        count={"kinds": ["training"], "measure": {"sum": "hours"}},
        per=["worker", "month"],
        member="supervised",
    ),
    line("PEOPLE", count={"kinds": ["training", "group"], "measure": {"distinct": "attendees"}}),
    line("GROUPS", count={"kinds": ["group"], "where": [{"children": "session", "each": ATTENDED}]}),
)


class SameNumbersTest(TestCase):
    layer = YIDANG_INTEGRATION

    def setUp(self):
        self.portal = self.layer["portal"]
        setRoles(self.portal, TEST_USER_ID, ["Manager", "Worker", "Purchaser"])
        self.contract = a_contract(self.portal, stations=("east", "west"), start=START, end=date(2025, 12, 31))
        for rule in LINES:
            an_indicator(self.contract, rule)
        ours = {"station": "east", "workers": (TEST_USER_ID,)}
        home = {"tier": "key", "household": "3组12号"}
        self.child = self.filed("Client", title="阿芳", recorded_on=START, **home, **ours)
        self.visit = self.filed("ServiceRecord", clients=(self.child.UID(),), **self.visiting())
        people = {"supervised": ("li", "wang"), "attendees": ("李明", "王芳")}
        taught = {"kind": "training", "title": "培训", "date": START, "hours": 3.0}
        self.training = self.filed("ServiceRecord", **taught, **people, **ours)
        self.group = self.filed("GroupWork", title="小组", opened=START, members=("阿英", "阿珍"), **ours)

    def visiting(self, **more) -> dict:
        fields = {"kind": "visit", "title": "家访", "date": START + timedelta(days=40), "hours": 1.0, "mode": "home"}
        return {**fields, "station": "east", "workers": (TEST_USER_ID,), **more}

    def filed(self, portal_type: str, **fields):
        record = a_record(self.contract, portal_type, **fields)
        fire(record, "submit")
        return record

    def edit(self, record, **fields) -> None:
        for name, value in fields.items():
            setattr(record, name, value)
        notify(ObjectModifiedEvent(record))

    def numbers(self) -> dict:
        """Every number of the board; the recount has found the same."""
        self.assertEqual([], Scoreboard(self.contract).differences())
        return dict(Scoreboard(self.contract).ledger.numbers(self.contract.UID()))

    def stations(self, code: str) -> set[str]:
        """Where a line has numbers."""
        return {station for station, series, _ in self.numbers() if series[0] == code}

    def test_the_beginning_is_counted(self):
        values = {code: tally.value for code, tally in Scoreboard(self.contract).tallies().items()}
        wanted = {"VISITS": 1, "KEY": 1, "SERVED": 1, "HOMES": 1, "TAUGHT": 6.0, "PEOPLE": 4, "GROUPS": 1}
        self.assertEqual(wanted, values)

    def test_another_title_changes_nothing(self):
        before = self.numbers()
        for record in (self.child, self.visit, self.training, self.group):
            self.edit(record, title="另一个名称")
        self.assertEqual(before, self.numbers())

    def test_a_draft_gives_nothing_whatever_is_done_to_it(self):
        before = self.numbers()
        draft = a_record(self.contract, "ServiceRecord", **self.visiting())
        self.edit(draft, station="west", clients=(self.child.UID(),))
        self.edit(draft, kind="training", attendees=("赵六",))
        self.assertEqual(before, self.numbers())
        draft.__parent__.manage_delObjects([draft.getId()])
        self.assertEqual(before, self.numbers())

    def test_a_return_and_a_new_submission_end_where_they_began(self):
        before = self.numbers()
        for record in (self.child, self.visit, self.training, self.group):
            fire(record, "return", "请补材料")
        self.assertEqual({}, self.numbers())
        for record in (self.group, self.training, self.visit, self.child):
            fire(record, "submit")
        self.assertEqual(before, self.numbers())

    def test_verifying_and_taking_it_back_end_where_they_began(self):
        before = self.numbers()
        fire(self.visit, "verify")
        self.assertNotEqual(before, self.numbers())
        fire(self.visit, "unverify", "核错了")
        self.assertEqual(before, self.numbers())

    def test_a_record_that_moves_to_another_station_moves_its_numbers_and_keeps_the_sum(self):
        self.edit(self.visit, station="west")
        self.assertEqual({"*", "west"}, self.stations("VISITS"))
        self.edit(self.visit, station="east")
        self.assertEqual({"*", "east"}, self.stations("VISITS"))

    def test_a_client_s_edit_reaches_the_numbers_of_its_visits(self):
        self.edit(self.child, household="5组1号")
        self.assertEqual(1, Scoreboard(self.contract).tallies()["HOMES"].value)
        self.edit(self.child, household=None)
        self.assertEqual(0, Scoreboard(self.contract).tallies()["HOMES"].value)
        self.edit(self.child, tier="general", tier_since=START + timedelta(days=31), household="3组12号")
        self.numbers()

    def test_an_edited_and_restored_client_ends_where_it_began(self):
        before = self.numbers()
        self.edit(self.child, categories=("left_behind",), birth_year=2015, household="9组9号")
        self.edit(self.child, categories=(), birth_year=None, household="3 组 12 号")
        self.assertEqual(before, self.numbers())

    def test_a_session_too_few_attended_takes_the_group_out_and_its_correction_puts_it_back(self):
        before = self.numbers()
        fields = {"title": "一", "date": START, "attendance": ("阿英",), "process": "下雨"}
        fire(self.group, "return", "请补各节记录")
        session = createContentInContainer(self.group, "GroupSession", checkConstraints=False, **fields)
        fire(self.group, "submit")
        self.edit(session, attendance=())
        self.assertEqual(set(), self.stations("GROUPS"))
        self.edit(session, attendance=("阿英", "阿珍"))
        self.assertEqual(before, self.numbers())

    def test_a_name_in_other_blanks_is_the_same_person(self):
        before = self.numbers()
        self.edit(self.training, attendees=("王　芳", "李 明", "李明"))
        self.assertEqual(before, self.numbers())

    def test_filed_and_returned_is_nothing(self):
        before = self.numbers()
        record = self.filed("ServiceRecord", clients=(self.child.UID(),), **self.visiting())
        self.assertNotEqual(before, self.numbers())
        fire(record, "return", "重复")
        self.assertEqual(before, self.numbers())

    def test_a_rebuild_of_the_catalog_changes_nothing(self):
        before = self.numbers()
        api.portal.get_tool("portal_catalog").clearFindAndRebuild()
        self.assertEqual(before, self.numbers())
