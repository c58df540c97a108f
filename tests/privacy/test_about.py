"""What a record says of its clients: as they were on its day, and no more often told than it matters."""

from datetime import date
from datetime import timedelta
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from Products.CMFCore.indexing import getQueue
from Products.CMFCore.indexing import processQueue
from tests.builders import a_contract
from tests.builders import a_record
from unittest import TestCase
from yidang.indicators.interfaces import IFactSource
from yidang.indicators.scoreboard import ledger
from yidang.privacy.tokens import HOUSEHOLD
from yidang.privacy.tokens import token_of
from yidang.testing import YIDANG_INTEGRATION
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent


class AboutTest(TestCase):
    layer = YIDANG_INTEGRATION

    def setUp(self):
        self.portal = self.layer["portal"]
        setRoles(self.portal, TEST_USER_ID, ["Manager"])
        self.contract = a_contract(self.portal, start=date(2025, 1, 1), end=date(2025, 12, 31))
        self.day = date(2025, 3, 1)
        fields = {"recorded_on": date(2025, 1, 5), "birth_year": 2015, "categories": ("left_behind",)}
        self.child = a_record(self.contract, "Client", title="阿芳", household="3 组 12 号", gender="female", **fields)
        self.uid = self.child.UID()
        self.visits = [self.a_visit(self.day + timedelta(days=30 * number)) for number in range(4)]

    def a_visit(self, day: date, *others: str, **fields):
        fields = {"title": "家访", "kind": "visit", "date": day, "clients": (self.uid, *others), **fields}
        return a_record(self.contract, "ServiceRecord", **fields)

    def kept(self, record):
        """What the ledger holds of a record."""
        book, path = ledger(), "/".join(record.getPhysicalPath())
        return book.facts_of(self.portal.portal_catalog.getrid(path))[0]

    def change(self, **fields) -> int:
        """Save the file; how many things are to be indexed anew for it, the file itself left out."""
        processQueue()
        for name, value in fields.items():
            setattr(self.child, name, value)
        notify(ObjectModifiedEvent(self.child))
        paths = {"/".join(obj.getPhysicalPath()) for _, obj, *_ in getQueue().getState()}
        return len(paths - {"/".join(self.child.getPhysicalPath())})

    def tiers(self) -> list[str]:
        return [self.kept(visit).about[self.uid]["tier"] for visit in self.visits]

    def test_a_visit_says_who_the_child_was_and_nothing_of_the_identity(self):
        self.assertEqual(
            {
                "tier": "general",
                "age": 10,
                "gender": "female",
                "categories": ("left_behind",),
                "household": token_of(self.child, "3组12号", HOUSEHOLD),
            },
            self.kept(self.visits[0]).about[self.uid],
        )
        self.assertNotIn("组", repr(self.kept(self.visits[0])))

    def test_a_new_tier_holds_for_later_visits_and_only_they_are_looked_at_again(self):
        self.assertEqual(2, self.change(tier="key", tier_since=date(2025, 4, 15)))
        self.assertEqual(["general", "general", "key", "key"], self.tiers())

    def test_a_tier_that_changes_today_reindexes_no_visit_of_the_past(self):
        self.assertEqual(0, self.change(tier="key"))
        self.assertEqual(["general"] * 4, self.tiers())

    def test_the_day_of_a_change_may_be_put_right(self):
        self.change(tier="key", tier_since=date(2025, 4, 15))
        self.change(tier_since=date(2025, 3, 20))
        self.assertEqual(["general", "key", "key", "key"], self.tiers())

    def test_an_edit_of_what_no_record_says_reindexes_none(self):
        self.assertEqual(0, self.change(situation="搬家了", phone="13900000000", name="欧阳芳芳"))

    def test_an_edit_of_the_categories_is_heard_by_every_record(self):
        self.assertEqual(4, self.change(categories=("troubled_child",)))
        self.assertEqual(("troubled_child",), self.kept(self.visits[0]).about[self.uid]["categories"])

    def test_records_of_a_client_who_is_deleted_know_nothing_more_of_it(self):
        self.child.__parent__.manage_delObjects([self.child.getId()])
        self.assertEqual(({}, (self.uid,)), (self.kept(self.visits[0]).about, self.kept(self.visits[0]).subjects))

    def test_a_rebuild_of_the_catalog_finds_the_same_in_any_order(self):
        self.change(tier="key", tier_since=date(2025, 4, 15))
        before = [self.kept(visit) for visit in self.visits]
        self.portal.portal_catalog.clearFindAndRebuild()
        self.assertEqual(before, [self.kept(visit) for visit in self.visits])

    def test_households_come_from_the_clients_and_from_the_record_each_once(self):
        visit = self.a_visit(self.day, households=("3组12号", "5组1号"))
        self.assertEqual(2, len(self.kept(visit).attributes["households"]))

    def test_a_file_states_its_stretches_beside_itself(self):
        self.change(tier="key", tier_since=date(2025, 4, 15), ended=date(2025, 9, 30))
        file, general, key = IFactSource(self.child).facts()
        self.assertEqual(("client", date(2025, 1, 5)), (file.kind, file.date))
        self.assertEqual((date(2025, 4, 14), False), (general.until, general.attributes["key"]))
        self.assertEqual((date(2025, 9, 30), True), (key.until, key.attributes["key"]))

    def test_the_parts_of_the_file_are_documents_once_they_are_written(self):
        self.change(situation="独自带孩子", needs="课业")
        self.assertEqual(("basics", "needs"), next(iter(IFactSource(self.child).facts())).documents)

    def test_a_case_says_it_too(self):
        case = a_record(self.contract, "CaseFile", title="个案", opened=self.day, client=self.uid)
        self.assertEqual("general", self.kept(case).about[self.uid]["tier"])
