"""Role × type × state × verb: what the tables say, and nothing more, holds for real people and real content."""

from AccessControl import getSecurityManager
from Acquisition import aq_inner
from Acquisition import aq_parent
from contextlib import contextmanager
from plone import api
from plone.app.testing import login
from plone.app.testing import logout
from tests.roles.cast import ANONYMOUS
from tests.roles.cast import CAST_INTEGRATION
from tests.roles.cast import EVERYBODY
from tests.roles.expectations import EXPECTED
from unittest import TestCase
from yidang import permissions
from yidang.archive.actions import open_steps
from yidang.publicity.schedule.checks import may_schedule
from yidang.staying import StayingContents
from zope.annotation.interfaces import IAnnotations
from zope.globalrequest import getRequest


CHILD = {"CaseFile": "CaseSession", "GroupWork": "GroupSession", "Station": "StaffMember"}
CHILD |= {"Stations": "Station", "Contracts": "Contract"}
VERBS = {
    "view": ("View",),
    "edit": ("Modify portal content",),
    "place": (permissions.RECORD_PLACEMENT,),
    "invite guest": (permissions.INVITE_GUEST,),
    "remark": ("View", permissions.REMARK),
    "read remarks": ("View", permissions.READ_REMARKS),
    "board": (permissions.VIEW_SCOREBOARD,),
    "manage team": (permissions.MANAGE_TEAM,),
    "file record": ("Add portal content", permissions.ADD_RECORD),
    "write article": ("Add portal content", permissions.ADD_ARTICLE),
    "open progress": (permissions.OPEN_PROGRESS,),
    "file review": ("Add portal content", permissions.ADD_REVIEW),
}
ONLY_FOR = dict.fromkeys(("place", "invite guest", "remark", "read remarks"), ("Article",))
OF_CONTRACTS = ("board", "manage team", "file record", "write article", "file review", "open progress")
ONLY_FOR |= dict.fromkeys(OF_CONTRACTS, ("Contract",))
STEPS = ("submit", "verify", "return", "unverify", "seal", "approve", "withdraw", "release", "unschedule")
STEPS += ("activate", "close", "accept", "terminate")
# Steps that no person takes: acceptance seals, the tick publishes and takes down.
NOBODY_S = {"seal", "appear", "expire"}


@contextmanager
def acting(portal, person: str):
    """Act as one of the cast, as in a request of their own: local roles are remembered for the length of a request."""
    IAnnotations(getRequest()).clear()
    logout() if person == ANONYMOUS else login(portal, person)
    try:
        yield
    finally:
        logout()


def holds(obj, *names: str) -> bool:
    """Whether the current user holds all the permissions on `obj`."""
    check = getSecurityManager().checkPermission
    return all(check(name, obj) for name in names)


def may_delete(obj) -> bool:
    """The permission, and nothing that keeps it there for everybody."""
    parent = aq_parent(aq_inner(obj))
    kept = parent.why_kept(obj) if isinstance(parent, StayingContents) else ""
    return holds(obj, "Delete objects") and not kept


def may_add(obj) -> bool:
    """Both permissions that a child needs."""
    child = CHILD.get(obj.portal_type)
    if child is None:
        return False
    permission = api.portal.get_tool("portal_types")[child].add_permission
    title = {zcml_id(name): name for name in vars(permissions).values() if str(name).startswith("Yidang: ")}[permission]
    return holds(obj, "Add portal content", title)


def zcml_id(title: str) -> str:
    """`Yidang: Add Record` is declared as `yidang.AddRecord`."""
    return title.replace("Yidang: ", "yidang.").replace(" ", "")


def verbs_of(obj) -> set[str]:
    """Everything that the current user may do with `obj`."""
    meant = [verb for verb in VERBS if obj.portal_type in ONLY_FOR.get(verb, (obj.portal_type,))]
    found = {verb for verb in meant if holds(obj, *VERBS[verb])}
    found |= {"delete"} if may_delete(obj) else set()
    found |= {"add"} if may_add(obj) else set()
    found |= {"schedule"} if obj.portal_type == "Article" and may_schedule(obj) else set()
    return found | set(open_steps(obj))


def expected_of(verbs: dict[str, str], person: str, addable: bool) -> set[str]:
    """What the table grants to one person."""
    return {verb for verb, people in verbs.items() if person in people.split() and (addable or verb != "add")}


class TableTest(TestCase):
    layer = CAST_INTEGRATION

    def setUp(self):
        self.portal = self.layer["portal"]
        self.things = self.layer["things"]

    def _thing(self, path: str):
        return self.portal.unrestrictedTraverse(path)

    def _check(self, name: str) -> None:
        for state, path in self.things[name].items():
            obj = self._thing(path)
            for person in EVERYBODY:
                wanted = expected_of(EXPECTED[name][state], person, obj.portal_type in CHILD)
                with self.subTest(what=name, state=state, person=person), acting(self.portal, person):
                    self.assertEqual(wanted, verbs_of(obj))
                    self.assertEqual("view" in wanted, holds(obj, "Access contents information"))

    def test_everybody_may_do_what_the_tables_say_and_nothing_else(self):
        for name in EXPECTED:
            self._check(name)

    def test_the_tables_leave_out_no_type_and_no_state(self):
        types = api.portal.get_tool("portal_types")
        ours = {name for name in types.objectIds() if getattr(types[name], "klass", "").startswith("yidang.")}
        self.assertEqual(ours, {name for name in EXPECTED if " " not in name})
        for name, states in EXPECTED.items():
            self.assertEqual(set(states), set(self.things[name]), name)

    def test_every_state_and_step_of_the_workflows_is_in_the_tables(self):
        workflows = api.portal.get_tool("portal_workflow")
        for name in ours_with_workflow(workflows):
            flow = workflows[workflows.getChainForPortalType(name)[0]]
            with self.subTest(type=name):
                self.assertEqual(set(flow.states.objectIds()), set(EXPECTED[name]))
                named = {verb for verbs in EXPECTED[name].values() for verb in verbs}
                self.assertEqual(set(flow.transitions.objectIds()) - NOBODY_S, named & set(STEPS))

    def test_the_catalog_finds_what_one_may_view_and_nothing_else(self):
        catalog = api.portal.get_tool("portal_catalog")
        for person in EVERYBODY:
            with acting(self.portal, person):
                found = {brain.getPath() for brain in catalog()}
            for name, states in self.things.items():
                for state, path in states.items():
                    with self.subTest(what=name, state=state, person=person):
                        self.assertEqual(person in EXPECTED[name][state]["view"].split(), path in found)


def ours_with_workflow(workflows) -> list[str]:
    """Portal types of ours that have states."""
    return [name for name in EXPECTED if " " not in name and workflows.getChainForPortalType(name)]
