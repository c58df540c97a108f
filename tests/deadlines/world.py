"""A contract with a promise for every kind of member, its people, and one demand for correction; over HTTP."""

from datetime import date
from datetime import timedelta
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
from tests.builders import an_account
from tests.builders import an_indicator
from tests.deadlines.promises import BRIEF
from tests.deadlines.promises import INSPECTED
from tests.deadlines.promises import SUPERVISED
from tests.visitors import token_of
from tests.visitors import WebTest
from yidang import clock
from yidang.archive.actions import fire
from yidang.testing import YIDANG_FIXTURE

import transaction


PEOPLE = {
    "worker": "Worker",
    "colleague": "Worker",
    "lead": "ProjectLead",
    "supervisor": "Supervisor",
    "purchaser": "Purchaser",
    "publicist": "Publicist",
}


class DeadlineLayer(PloneSandboxLayer):
    """Made once: a contract around today, its people, a second provider with a lead, an administrator."""

    defaultBases = (YIDANG_FIXTURE,)

    def setUpPloneSite(self, portal) -> None:
        """Terms of a year that began some time ago, so that something is over and something to come."""
        setRoles(portal, TEST_USER_ID, ["Manager"])
        today = clock.today()
        term = {"start": (today - timedelta(days=150)).replace(day=1), "end": today + timedelta(days=150)}
        contract = a_contract(portal, stations=("shiqi", "dongqu"), title="妇女维权项目", **term)
        for name, role in PEOPLE.items():
            an_account(name, contract, role)
        for rule in (BRIEF, SUPERVISED, INSPECTED):
            an_indicator(contract, rule)
        other = a_contract(portal, stations=("xiqu",), title="另一家的项目", **term)
        an_account("lead2", other, "ProjectLead")
        an_indicator(other, BRIEF)
        an_account("outsider")
        api.user.grant_roles(username=an_account("siteadmin"), roles=["Site Administrator"])
        setRoles(portal, TEST_USER_ID, ["Member"])


DEADLINE_FUNCTIONAL = FunctionalTesting(
    bases=(DeadlineLayer(), zope_testing.WSGI_SERVER_FIXTURE), name="Deadlines:Functional"
)


class DeadlineTest(WebTest):
    """Over HTTP, as any of these people."""

    layer = DEADLINE_FUNCTIONAL

    def setUp(self):
        super().setUp()
        setRoles(self.portal, TEST_USER_ID, ["Manager"])
        login(self.portal, TEST_USER_NAME)
        self.contract = next(one for one in self.portal["contracts"].objectValues() if one.title == "妇女维权项目")
        self.path = "/contracts/" + self.contract.getId()
        self.today = clock.today()

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

    def post(self, name: str, path: str, /, **fields):
        """Send a form of the page at `path`."""
        visitor = self.reader(name)
        proof = {"_authenticator": token_of(visitor.page(path).text)}
        return visitor._post(path, {**proof, **fields}, {})

    def a_brief(self, period: str, day: date):
        """A monthly brief, handed in by the lead on a day and submitted."""
        login(self.portal, "lead")
        fields = {"kind": "monthly_brief", "period": period, "submitted_on": day, "summary": "本月工作。"}
        record = a_record(self.contract, "Report", title="月简报", workers=("lead",), **fields)
        fire(record, "submit")
        login(self.portal, TEST_USER_NAME)
        transaction.commit()
        return record

    def a_demand(self, due: date, title: str = "补齐签名"):
        """A demand for correction, made by the purchaser."""
        login(self.portal, "purchaser")
        fields = {"date": self.contract.start, "due": due, "demand": "请补齐。"}
        record = a_record(self.contract, "Rectification", title=title, **fields)
        login(self.portal, TEST_USER_NAME)
        transaction.commit()
        return record

    def last_month(self) -> date:
        """The first day of the month before this one."""
        return (self.today.replace(day=1) - timedelta(days=1)).replace(day=1)
