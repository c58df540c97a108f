"""Belonging to a contract: what joins with a person leaves with them; nothing leaks from one contract to another."""

from plone import api
from tests.builders import a_contract
from tests.builders import a_record
from tests.roles.cast import CAST_INTEGRATION
from tests.roles.cast import HOME
from tests.roles.cast import TODAY
from tests.roles.test_table import acting
from tests.roles.test_table import verbs_of
from unittest import TestCase
from yidang import permissions
from yidang.people.team import group_id
from yidang.people.team import join
from yidang.people.team import leave
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent


class MembershipTest(TestCase):
    layer = CAST_INTEGRATION

    def setUp(self):
        self.portal = self.layer["portal"]
        self.contract = self.portal.unrestrictedTraverse(self.layer["contract"])

    def _thing(self, name: str, state: str):
        return self.portal.unrestrictedTraverse(self.layer["things"][name][state])

    def _verbs(self, person: str, obj) -> set[str]:
        with acting(self.portal, person):
            return verbs_of(obj)

    def test_who_leaves_the_team_keeps_nothing_that_they_filed(self):
        with api.env.adopt_roles(["Manager"]):
            leave(self.contract, "author")
        for name in ("Client", "CaseFile", "CaseSession", "CaseFile paper"):
            for state in ("draft", "submitted", "verified"):
                with self.subTest(what=name, state=state):
                    self.assertEqual(set(), self._verbs("author", self._thing(name, state)))
        with acting(self.portal, "author"):
            self.assertEqual(0, len(api.content.find(context=self.contract, portal_type="CaseFile")))
        self.assertEqual(("author",), self._thing("CaseFile", "draft").listCreators())

    def test_who_comes_back_finds_what_they_filed(self):
        with api.env.adopt_roles(["Manager"]):
            leave(self.contract, "author")
            join(self.contract, "author", "Supervisor")
        self.assertIn("edit", self._verbs("author", self._thing("CaseFile", "draft")))

    def test_leaving_one_of_two_groups_is_not_leaving(self):
        with api.env.adopt_roles(["Manager"]):
            join(self.contract, "author", "Worker")
            api.group.remove_user(groupname=group_id(self.contract.UID(), "Worker"), username="author")
        self.assertIn("edit", self._verbs("author", self._thing("CaseFile", "draft")))

    def test_the_user_administration_takes_rights_away_like_leaving_does(self):
        with api.env.adopt_roles(["Manager"]):
            api.group.remove_user(groupname=group_id(self.contract.UID(), "Supervisor"), username="author")
        self.assertEqual(set(), self._verbs("author", self._thing("CaseFile", "draft")))

    def test_whoever_sets_a_contract_up_owns_nothing_in_it(self):
        with acting(self.portal, "siteadmin"):
            contract = a_contract(self.portal, number="C-1")
        with acting(self.portal, "boss"):
            client = a_record(contract, "Client", title="化名小荷", recorded_on=TODAY)
        self.assertEqual({"view"}, self._verbs("siteadmin", client))
        for part in (contract, contract["archive"], contract["archive"]["records"]):
            self.assertNotIn("Owner", {role for _, roles in part.get_local_roles() for role in roles})

    def test_an_administrator_does_not_read_who_a_client_is(self):
        client = self._thing("Client", "submitted")
        for person in ("worker", "bound", "lead", "siteadmin", "purchaser"):
            with self.subTest(person=person), acting(self.portal, person):
                self.assertEqual(
                    person in ("worker", "bound", "lead"),
                    api.user.has_permission(permissions.VIEW_CLIENT_IDENTITY, obj=client),
                )

    def test_a_role_on_the_folder_of_contracts_ends_at_the_contract(self):
        self.portal["contracts"].manage_setLocalRoles("stranger", ["ProjectLead", "Owner"])
        for name, state in (("Contract", "active"), ("CaseFile", "draft"), ("Article", "draft")):
            with self.subTest(what=name):
                self.assertEqual(set(), self._verbs("stranger", self._thing(name, state)))

    def test_a_lead_of_two_contracts_is_a_lead_of_these_only(self):
        with api.env.adopt_roles(["Manager"]):
            third = a_contract(self.portal, number="C-2")
            join(third, "lead2", "ProjectLead")
        self.assertEqual(set(), self._verbs("lead2", self._thing("Contract", "active")))
        self.assertIn("file record", self._verbs("lead2", third))

    def test_a_team_sees_the_staff_of_its_stations_while_its_contract_runs(self):
        staff = self._thing("StaffMember", "filed")
        with api.env.adopt_roles(["Manager"]):
            contract = a_contract(self.portal, number="C-3", stations=(HOME,))
            join(contract, "lead2", "ProjectLead")
        self.assertEqual({"view", "edit"}, self._verbs("lead2", staff))
        with api.env.adopt_roles(["ProjectLead", "Purchaser"]):
            api.content.transition(contract, "terminate", comment="双方协商解除")
        self.assertEqual(set(), self._verbs("lead2", staff))

    def test_a_station_that_leaves_a_contract_closes_its_staff_to_the_team(self):
        staff = self._thing("StaffMember", "filed")
        with api.env.adopt_roles(["Manager"]):
            contract = a_contract(self.portal, number="C-4", stations=(HOME,))
            join(contract, "lead2", "ProjectLead")
            contract.stations = ()
            notify(ObjectModifiedEvent(contract))
        self.assertEqual(set(), self._verbs("lead2", staff))
