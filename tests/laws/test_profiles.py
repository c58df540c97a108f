"""Profiles: what is declared, is registered and bound; applied twice they change nothing; they go out again."""

from plone import api
from plone.app.testing import applyProfile
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from plone.browserlayer.utils import registered_layers
from tests.laws.sources import elements
from tests.laws.sources import PROFILES
from tests.laws.sources import SRC
from unittest import TestCase
from yidang.interfaces import IYidangLayer
from yidang.testing import YIDANG_INTEGRATION

import io
import re
import tarfile


WORKFLOWS = PROFILES / "default" / "workflows"
STEPS = ("typeinfo", "rolemap", "plone.app.registry", "catalog", "browserlayer")
# Some defaults in Plone's registry are the moment of the export.
MOMENT = re.compile(rb"\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d[.\d]*")


class ProfilesTest(TestCase):
    layer = YIDANG_INTEGRATION

    def setUp(self):
        self.portal = self.layer["portal"]
        setRoles(self.portal, TEST_USER_ID, ["Manager"])

    def test_folder_id_and_registration_of_each_workflow_agree(self):
        registered = re.findall(
            r'name="(yidang_\w+)"', (PROFILES / "default" / "workflows.xml").read_text(encoding="utf-8")
        )
        folders = {path.parent.name for path in WORKFLOWS.glob("*/definition.xml")}
        self.assertEqual(folders, set(registered))
        for name in folders:
            text = (WORKFLOWS / name / "definition.xml").read_text(encoding="utf-8")
            with self.subTest(workflow=name):
                self.assertIn(f'workflow_id="{name}"', text)
                self.assertIn(name, api.portal.get_tool("portal_workflow").objectIds())

    def test_every_workflow_is_bound_and_every_type_says_which(self):
        text = (PROFILES / "default" / "workflows.xml").read_text(encoding="utf-8")
        bound = set(re.findall(r'bound-workflow workflow_id="(\w+)"', text))
        self.assertEqual({path.parent.name for path in WORKFLOWS.glob("*/definition.xml")}, bound)
        types = {path.stem for path in (PROFILES / "default" / "types").glob("*.xml")} - {"Plone_Site"}
        self.assertEqual(types, set(re.findall(r'type type_id="(\w+)"', text)))

    def test_every_permission_that_a_workflow_manages_exists(self):
        known = set(self.portal.possible_permissions())
        for name in (path.parent.name for path in WORKFLOWS.glob("*/definition.xml")):
            flow = api.portal.get_tool("portal_workflow")[name]
            with self.subTest(workflow=name):
                self.assertEqual(set(), set(flow.permissions) - known)

    def test_no_workflow_forgets_a_state(self):
        for flow in self._flows():
            for state in flow.states.objectValues():
                with self.subTest(workflow=flow.getId(), state=state.getId()):
                    self.assertEqual(set(flow.permissions), set(state.permission_roles or {}))
                    acquired = [name for name, roles in state.permission_roles.items() if isinstance(roles, list)]
                    self.assertEqual([], acquired)

    def test_no_workflow_lets_a_manager_through(self):
        for flow in self._flows():
            with self.subTest(workflow=flow.getId()):
                self.assertFalse(flow.manager_bypass)

    def test_the_profile_applies_twice_unchanged(self):
        before = snapshot()
        applyProfile(self.portal, "yidang:default")
        after = snapshot()
        self.assertEqual(set(before), set(after))
        self.assertGreater(len(before), 100)
        for name in before:
            with self.subTest(part=name):
                self.assertEqual(before[name], after[name])

    def test_the_profile_goes_out_and_comes_back(self):
        setup = api.portal.get_tool("portal_setup")
        setup.runAllImportStepsFromProfile("profile-yidang:uninstall")
        self.assertNotIn(IYidangLayer, registered_layers())
        applyProfile(self.portal, "yidang:default")
        self.assertIn(IYidangLayer, registered_layers())

    def test_every_profile_folder_is_registered(self):
        registered = {one.get("name") for _, one in elements("registerProfile")}
        self.assertEqual({path.name for path in PROFILES.iterdir() if path.is_dir()}, registered)
        self.assertTrue((SRC / "profiles" / "default" / "metadata.xml").exists())

    def _flows(self):
        tool = api.portal.get_tool("portal_workflow")
        return [tool[path.parent.name] for path in WORKFLOWS.glob("*/definition.xml")]


def snapshot() -> dict[str, object]:
    """What the setup tool exports of the parts that our profile sets, file by file; and the workflows."""
    archive = api.portal.get_tool("portal_setup")._doRunExportSteps(STEPS)["tarball"]
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        members = [member for member in tar.getmembers() if member.isfile()]
        found = {member.name: MOMENT.sub(b"", tar.extractfile(member).read()) for member in members}
    return {**found, **workflows()}


def workflows() -> dict[str, object]:
    """States, rights, steps and bindings; the setup tool cannot export a workflow class of one's own."""
    tool = api.portal.get_tool("portal_workflow")
    found = {f"chain of {name}": tool.getChainForPortalType(name) for name in tool.listChainOverrides()}
    for flow in tool.objectValues():
        for state in flow.states.objectValues() if hasattr(flow, "states") else ():
            found[f"{flow.getId()} {state.getId()}"] = (
                state.title,
                state.transitions,
                dict(state.permission_roles or {}),
            )
        for step in flow.transitions.objectValues() if hasattr(flow, "transitions") else ():
            guard = step.getGuard()
            found[f"{flow.getId()} -> {step.getId()}"] = (step.title, step.new_state_id, guard.permissions, guard.roles)
    return found
