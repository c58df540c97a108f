"""The people of the tables in `expectations.py`, and what they act upon: made once for all tests of this room."""

from datetime import date
from plone import api
from plone.app.testing import FunctionalTesting
from plone.app.testing import IntegrationTesting
from plone.app.testing import PloneSandboxLayer
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from plone.app.textfield.value import RichTextValue
from plone.dexterity.utils import createContentInContainer
from plone.testing import zope as zope_testing
from tests.builders import a_contract
from tests.builders import a_record
from tests.builders import a_station
from tests.builders import an_account
from tests.builders import an_indicator
from yidang.archive.actions import fire
from yidang.testing import YIDANG_FIXTURE

import time
import transaction


WEEK = 7 * 86_400
HOME, AWAY, FAR = "zhongshan", "shiqi", "xiaolan"
TEAM = {
    "worker": ("Worker",),
    "bound": ("Worker", HOME),
    "elsewhere": ("Worker", AWAY),
    "publicist": ("Publicist",),
    "lead": ("ProjectLead",),
    "writer": ("ProjectLead",),
    "supervisor": ("Supervisor",),
    "author": ("Supervisor",),
    "purchaser": ("Purchaser",),
    "evaluator": ("Evaluator",),
    "reviewer1": ("Reviewer1",),
    "reviewer2": ("Reviewer2",),
    "reviewer3": ("Reviewer3",),
}
OTHERS = {"worker2": "Worker", "lead2": "ProjectLead", "publicist2": "Publicist", "purchaser2": "Purchaser"}
PORTAL = {"siteadmin": ("Member", "Site Administrator"), "boss": ("Member", "Manager"), "stranger": ("Member",)}
ANONYMOUS = "anonymous"
EVERYBODY = (*TEAM, *OTHERS, *PORTAL, ANONYMOUS)
TODAY = date.today()
NAME = "王小荷"

# Who takes which steps to bring a new object into a state; the roads of everyday work.
RECORD_ROADS = {
    "draft": (),
    "submitted": (("author", "submit"),),
    "returned": (("author", "submit"), ("purchaser", "return")),
    "verified": (("author", "submit"), ("purchaser", "verify")),
}
ARTICLE_ROADS = {
    "draft": (),
    "review1": (("writer", "submit"),),
    "review2": (("writer", "submit"), ("reviewer1", "approve")),
    "review3": (("writer", "submit"), ("reviewer1", "approve"), ("reviewer2", "approve")),
}
ARTICLE_ROADS["scheduled"] = (*ARTICLE_ROADS["review3"], ("reviewer3", "approve"))
ARTICLE_ROADS["published"] = (*ARTICLE_ROADS["review3"], ("reviewer3", "approve"))
ARTICLE_ROADS["withdrawn"] = (*ARTICLE_ROADS["published"], ("purchaser", "withdraw"))
CONTRACT_ROADS = {
    "draft": (),
    "active": (("boss", "activate"),),
    "closing": (("boss", "activate"), ("lead", "close")),
    "accepted": (("boss", "activate"), ("lead", "close"), ("purchaser", "accept")),
    "terminated": (("boss", "activate"), ("purchaser", "terminate")),
}


def walk(obj, road) -> None:
    """Let each person take their step."""
    for person, step in road:
        with api.env.adopt_user(username=person):
            fire(obj, step, comment="因工作需要")


def record_fields(portal_type: str, client: str, case: str) -> dict:
    """A record with all that its submission asks for."""
    common = {"title": f"{portal_type}一件", "station": HOME, "workers": ("worker",)}
    return {
        "Client": {**common, "title": "化名小荷", "recorded_on": TODAY, "name": NAME, "phone": "13800000000"},
        "CaseFile": {**common, "client": client, "opened": TODAY},
        "GroupWork": {**common, "opened": TODAY, "members": ("甲", "乙")},
        "ServiceRecord": {**common, "kind": "training", "date": TODAY, "hours": 2.0},
        "Report": {**common, "kind": "case_study", "submitted_on": TODAY, "summary": "一段经过。", "source_case": case},
        "ArchiveDocument": {"title": "值班制度", "document_kind": "regulation", "date": TODAY},
    }[portal_type]


def seal(obj) -> None:
    """What the acceptance of a contract does to each record."""
    with api.env.adopt_roles(["Sealer"]):
        fire(obj, "seal")


class CastLayer(PloneSandboxLayer):
    """Two providers with a contract each, and in the first one something of every type in every state."""

    defaultBases = (YIDANG_FIXTURE,)

    def setUpPloneSite(self, portal) -> None:
        """Everything once; `things` maps portal type -> state -> path."""
        setRoles(portal, TEST_USER_ID, ["Manager"])
        self.portal, self.things = portal, {}
        for station in (HOME, AWAY, FAR):
            a_station(portal, station)
        for name, roles in PORTAL.items():
            an_account(name)
            api.user.grant_roles(username=name, roles=list(roles))
        self._contracts()
        self._records()
        self._articles()
        self._reviews()
        self._stations()
        self["things"] = self.things
        transaction.commit()  # the indexing queue needs the site, which the layer takes away before its own commit

    def _note(self, obj, state: str) -> None:
        self.things.setdefault(obj.portal_type, {})[state] = "/".join(obj.getPhysicalPath())

    def _contracts(self) -> None:
        self.other = a_contract(self.portal, number="B-1", provider="乙机构", stations=(FAR,))
        for name, role in OTHERS.items():
            an_account(name, self.other, role)
        for state, road in CONTRACT_ROADS.items():
            contract = a_contract(self.portal, state="draft", number=f"A-{state}", stations=(HOME, AWAY))
            for name, (role, *stations) in TEAM.items():
                an_account(name, contract, role, tuple(stations))
            line = {"code": "T-1", "title": "探访", "unit": "次", "target": ">= 1", "count": {"kinds": ["visit"]}}
            indicator = an_indicator(contract, line)
            walk(contract, road)
            archive = contract["archive"]
            for obj in (contract, archive, archive["records"], contract["indicators"], indicator):
                self._note(obj, state)
            if state == "active":
                self.contract = contract
        self["contract"] = "/".join(self.contract.getPhysicalPath())

    def _file(self, portal_type: str, person: str, **fields):
        with api.env.adopt_user(username=person):
            return a_record(self.contract, portal_type, **fields)

    def _records(self) -> None:
        client = self._file("Client", "author", title="化名阿梅", station=HOME, recorded_on=TODAY).UID()
        case = self._file("CaseFile", "author", **record_fields("CaseFile", client, "")).UID()
        for portal_type in ("Client", "CaseFile", "GroupWork", "ServiceRecord", "Report"):
            for state in (*RECORD_ROADS, "sealed"):
                record = self._file(portal_type, "author", **record_fields(portal_type, client, case))
                self._parts(record, state)
                self._bring(record, state)
        for state in (*RECORD_ROADS, "sealed"):
            with api.env.adopt_user(username="author"):
                section = self.contract["archive"]["regulations"]
                fields = record_fields("ArchiveDocument", client, case)
                paper = createContentInContainer(section, "ArchiveDocument", checkConstraints=False, **fields)
            self._bring(paper, state)

    def _bring(self, record, state: str) -> None:
        walk(record, RECORD_ROADS["verified" if state == "sealed" else state])
        if state == "sealed":
            seal(record)
        self._note(record, state)

    def _parts(self, record, state: str) -> None:
        kind = {"CaseFile": "CaseSession", "GroupWork": "GroupSession"}.get(record.portal_type)
        if kind is None:
            return
        with api.env.adopt_user(username="author"):
            fields = {"title": "面谈", "date": TODAY, "minutes": 60}
            session = createContentInContainer(record, kind, checkConstraints=False, **fields)
            fields = {"title": "服务计划书", "document_kind": "service_plan", "date": TODAY}
            paper = createContentInContainer(record, "ArchiveDocument", checkConstraints=False, **fields)
        self._note(session, state)
        self.things.setdefault(f"{record.portal_type} paper", {})[state] = "/".join(paper.getPhysicalPath())

    def _articles(self) -> None:
        text = RichTextValue("<p>早上七点，社工到了市场门口。</p>", "text/html", "text/x-html-safe")
        for state, road in ARTICLE_ROADS.items():
            article = self._file("Article", "writer", title=f"社工走进菜市场（{state}）", text=text)
            if state == "scheduled":
                article.publish_at = int(time.time()) + WEEK
            walk(article, road)
            self._note(article, state)

    def _reviews(self) -> None:
        fields = {"title": "季度检查", "date": TODAY, "due": TODAY}
        fields |= {"station": HOME, "text": "收了材料费。", "contact": ""}
        fields |= {"demand": "补齐签到表", "kind": "midterm", "answers": 1}
        names = {
            "Inspection": ("title", "date"),
            "Rectification": ("title", "date", "due", "demand"),
            "Evaluation": ("title", "kind", "date"),
            "Survey": ("title", "date", "answers"),
            "Complaint": ("title", "date", "station", "text", "contact"),
        }
        for portal_type, wanted in names.items():
            for state in ("filed", "sealed"):
                obj = self._file(portal_type, "purchaser", **{name: fields[name] for name in wanted})
                if state == "sealed":
                    seal(obj)
                self._note(obj, state)

    def _stations(self) -> None:
        station = self.portal["stations"][HOME]
        fields = {"name": "社工甲", "started": TODAY}
        member = createContentInContainer(station, "StaffMember", checkConstraints=False, **fields)
        for obj, state in ((station, "open"), (member, "filed"), (self.portal["stations"], "open")):
            self._note(obj, state)
        self._note(self.portal["contracts"], "internal")


CAST = CastLayer()
CAST_INTEGRATION = IntegrationTesting(bases=(CAST,), name="Yidang:Cast")
CAST_FUNCTIONAL = FunctionalTesting(bases=(CAST, zope_testing.WSGI_SERVER_FIXTURE), name="Yidang:CastHTTP")
