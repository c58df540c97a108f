"""A contract with two lines, a few meetings and somebody in every role; over HTTP."""

from datetime import date
from plone import api
from plone.app.testing import FunctionalTesting
from plone.app.testing import login
from plone.app.testing import PloneSandboxLayer
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from plone.app.testing import TEST_USER_NAME
from plone.testing import zope as zope_testing
from tests.builders import a_contract
from tests.builders import a_record
from tests.builders import a_station
from tests.builders import an_account
from tests.builders import an_indicator
from tests.visitors import token_of
from tests.visitors import WebTest
from yidang.archive.actions import fire
from yidang.testing import YIDANG_FIXTURE

import transaction


ROLES = ("Publicist", "Worker", "ProjectLead", "Supervisor", "Purchaser", "Evaluator", "Reviewer1")
PEOPLE = {role.lower(): role for role in ROLES}
MEETINGS = {
    "code": "T-01",
    "title": "工作会议",
    "group": "专业性工作",
    "unit": "次",
    "target": ">= 4",
    "count": {"kinds": ["meeting"], "measure": "count"},
    "hours": {"unit": 2},
    "professional": True,
}
LONG = {
    "code": "T-02",
    "title": "满两小时的会议",
    "group": "专业性工作",
    "unit": "次",
    "target": ">= 2",
    "part_of": "T-01",
    "count": {"kinds": ["meeting"], "measure": "count", "where": [{"field": "hours", ">=": 2}]},
}


class DeskLayer(PloneSandboxLayer):
    """Made once for all these tests: people of all roles, one outsider, one administrator, two lines."""

    defaultBases = (YIDANG_FIXTURE,)

    def setUpPloneSite(self, portal) -> None:
        """The contract, its people, its lines."""
        setRoles(portal, TEST_USER_ID, ["Manager"])
        a_station(portal, "shiqi", title="石岐站")
        contract = a_contract(portal, stations=("zhongshan", "shiqi"))
        for name, role in PEOPLE.items():
            an_account(name, contract, role)
        an_account("outsider")
        api.user.grant_roles(username=an_account("siteadmin"), roles=["Site Administrator"])
        for rule in (MEETINGS, LONG):
            an_indicator(contract, rule)
        setRoles(portal, TEST_USER_ID, ["Member"])


DESK_FUNCTIONAL = FunctionalTesting(bases=(DeskLayer(), zope_testing.WSGI_SERVER_FIXTURE), name="Desk:Functional")


class DeskTest(WebTest):
    """Over HTTP, as any of these people."""

    layer = DESK_FUNCTIONAL

    def setUp(self):
        super().setUp()
        setRoles(self.portal, TEST_USER_ID, ["Manager"])
        login(self.portal, TEST_USER_NAME)

    def a_meeting(self, *steps: str, title: str = "例会", hours: float = 1.0, **fields):
        """A meeting of the worker's, taken through the given steps by those who may."""
        actors = {"submit": "worker", "verify": "purchaser", "return": "purchaser"}
        login(self.portal, "worker")
        fields = {"date": self.contract.start, "station": "zhongshan", "workers": ("worker",), **fields}
        record = a_record(self.contract, "ServiceRecord", kind="meeting", title=title, hours=hours, **fields)
        for step in steps:
            login(self.portal, actors[step])
            fire(record, step, "时长写的是 0 分钟。" if step == "return" else "")
        login(self.portal, TEST_USER_NAME)
        transaction.commit()
        return record

    def some_meetings(self, number: int) -> None:
        """Many drafts at once."""
        login(self.portal, "worker")
        for place in range(number):
            fields = {"date": self.contract.start, "workers": ("worker",), "station": "zhongshan"}
            a_record(self.contract, "ServiceRecord", kind="meeting", title=f"会议{place:03}", **fields)
        login(self.portal, TEST_USER_NAME)
        transaction.commit()

    def reader(self, name: str):
        """A person at a browser."""
        visitor = self.as_user(name)
        visitor.session.headers["Accept"] = "text/html"
        return visitor

    def text(self, name: str, path: str) -> str:
        """The page that a person gets."""
        answer = self.reader(name).page(path)
        self.assertEqual(200, answer.status_code, answer.text[:300])
        return answer.text

    def status(self, name: str, path: str) -> int:
        """The status of a page for a person."""
        return self.reader(name).page(path).status_code

    def post(self, name: str, path: str, token: bool = True, **fields):
        """Press a button of the page at `path`; `token` False leaves out what proves that it was shown."""
        visitor = self.reader(name)
        shown = path.replace("@@step", "view")
        proof = {"_authenticator": token_of(visitor.page(shown).text)} if token else {}
        return visitor._post(path, {**proof, **fields}, {})

    def assert_may(self, path: str, *names: str) -> None:
        """Exactly these people may open the page; the others get 403 and a Chinese page."""
        found = {name: self.status(name, path) for name in (*PEOPLE, "siteadmin", "outsider")}
        self.assertEqual({name: 200 if name in names else 403 for name in found}, found)

    @property
    def today(self) -> date:
        """Today."""
        return date.today()
