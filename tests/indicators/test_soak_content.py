"""Random edits of real content: after each handful the ledger holds what a recount finds and what the records say."""

from datetime import date
from datetime import timedelta
from plone import api
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from random import Random
from tests.builders import a_contract
from tests.builders import a_record
from tests.builders import an_indicator
from tests.indicators.differing import differences
from tests.indicators.soaking import READINGS
from unittest import TestCase
from yidang.archive.actions import fire
from yidang.archive.record import state_of
from yidang.contracts.actions import extend
from yidang.indicators.audit import contract_problems
from yidang.indicators.scoreboard import ledger
from yidang.indicators.scoreboard import Scoreboard
from yidang.testing import YIDANG_INTEGRATION
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent


START, END = date(2025, 1, 1), date(2025, 12, 31)
STATIONS = ("east", "west")
LINES = range(3)  # of READINGS: counts, a sum, distinct clients
STEPS = {"draft": ("submit",), "submitted": ("verify", "return"), "verified": ("unverify",), "returned": ("submit",)}


class ContentSoakTest(TestCase):
    layer = YIDANG_INTEGRATION

    def setUp(self):
        self.portal = self.layer["portal"]
        setRoles(self.portal, TEST_USER_ID, ["Manager", "Worker", "Purchaser"])
        self.contract, self.lines = self.a_contract()
        self.clients = [self.a_client(number) for number in range(4)]

    def a_contract(self):
        contract = a_contract(self.portal, stations=STATIONS, start=START, end=END)
        return contract, [an_indicator(contract, READINGS[number][0]) for number in LINES]

    def a_client(self, number: int) -> str:
        fields = {"station": "east", "workers": (TEST_USER_ID,), "recorded_on": START}
        return a_record(self.contract, "Client", title=f"阿{number}", **fields).UID()

    def a_visit(self, contract, chance: Random):
        return a_record(
            contract,
            "ServiceRecord",
            kind="visit",
            title="探访",
            date=START + timedelta(days=chance.randrange(380)),
            hours=float(chance.randrange(1, 5)),
            mode=chance.choice(("home", "phone")),
            station=chance.choice(STATIONS),
            workers=(TEST_USER_ID,),
            clients=(chance.choice(self.clients),),
        )

    def edit(self, thing, **fields) -> None:
        for name, value in fields.items():
            setattr(thing, name, value)
        notify(ObjectModifiedEvent(thing))

    def step(self, chance: Random, visits: list) -> None:
        """Something that happens to the contract, to a line, or to a record."""
        dice, visit = chance.random(), chance.choice(visits) if visits else None
        if visit is None or dice < 0.25:
            visits.append(self.a_visit(self.contract, chance))
        elif dice < 0.65:
            fire(visit, chance.choice(STEPS[state_of(visit)]), "请补材料")
        elif dice < 0.75:
            self.edit(visit, station=chance.choice(STATIONS), hours=float(chance.randrange(1, 9)))
        elif dice < 0.8:
            self.edit(visit, title="改名", clients=(chance.choice(self.clients),))
        elif dice < 0.9 and state_of(visit) == "draft":
            visits.remove(visit)
            visit.__parent__.manage_delObjects([visit.getId()])
        elif dice < 0.96:
            number = chance.choice(LINES)
            rule = READINGS[number][chance.randrange(2)]
            self.edit(self.lines[number], rule={key: rule[key] for key in ("count", "per", "basis") if key in rule})
        else:
            extend(self.contract, self.contract.end + timedelta(days=chance.randrange(1, 20)), "工期顺延")

    def assert_right(self) -> None:
        uid = self.contract.UID()
        self.assertEqual([], Scoreboard(self.contract).differences())
        self.assertEqual([], list(contract_problems(self.contract)))
        self.assertEqual([], differences(ledger(), uid, list(ledger().facts(uid))))

    def test_random_edits_leave_what_a_recount_finds(self):
        chance, visits = Random(11), []
        for number in range(120):
            self.step(chance, visits)
            if number % 20 == 19:
                self.assert_right()
        self.assertGreater(len(visits), 15)

    def test_the_order_of_filing_does_not_matter(self):
        other, _ = self.a_contract()
        for contract, order in ((self.contract, range(12)), (other, reversed(range(12)))):
            for seed in order:
                fire(self.a_visit(contract, Random(seed)), "submit")
        first, second = (dict(ledger().numbers(one.UID())) for one in (self.contract, other))
        self.assertNotEqual({}, first)
        self.assertEqual(first, second)

    def test_another_title_of_a_station_changes_nothing(self):
        fire(self.a_visit(self.contract, Random(1)), "submit")
        before = dict(ledger().numbers(self.contract.UID()))
        self.edit(self.portal["stations"]["east"], title="东区新站")
        api.portal.get_tool("portal_catalog").clearFindAndRebuild()
        self.assertEqual(before, dict(ledger().numbers(self.contract.UID())))
