"""The same rights over HTTP: nobody reaches by an address what the tables keep from them."""

from tests.roles.cast import ANONYMOUS
from tests.roles.cast import AWAY
from tests.roles.cast import CAST_FUNCTIONAL
from tests.roles.cast import HOME
from tests.roles.cast import NAME
from tests.roles.cast import TODAY
from tests.roles.expectations import EXPECTED
from tests.roles.rest import REFUSED
from tests.roles.rest import speaking
from unittest import TestCase


PEOPLE = ("worker2", "elsewhere", "publicist", "evaluator", "stranger", ANONYMOUS)


class RestRightsTest(TestCase):
    layer = CAST_FUNCTIONAL

    def setUp(self):
        self.portal = self.layer["portal"]
        self.things = self.layer["things"]
        self.contract = self.layer["contract"]

    def test_everything_answers_to_those_who_may_view_it_and_to_nobody_else(self):
        for person in PEOPLE:
            with speaking(self.portal, person) as speaker:
                for name, states in self.things.items():
                    for state, path in states.items():
                        seen = person in EXPECTED[name][state]["view"].split()
                        with self.subTest(person=person, what=name, state=state):
                            status = speaker.ask("GET", path).status_code
                            self.assertEqual(200, status) if seen else self.assertIn(status, REFUSED)

    def test_the_board_and_the_counts_of_another_provider_are_closed(self):
        closed = [f"{self.contract}/@indicators", f"{self.contract}/@indicators/T-1"]
        closed += [self.things["CaseFile"]["submitted"] + "/@counts", self.things["Article"]["published"] + "/@counts"]
        for person in ("worker2", "lead2", "purchaser2", "stranger", ANONYMOUS):
            with speaking(self.portal, person) as speaker:
                for path in closed:
                    with self.subTest(person=person, path=path):
                        self.assertIn(speaker.ask("GET", path).status_code, REFUSED)

    def test_counts_of_a_record_are_for_those_who_may_view_the_record(self):
        record = self.things["CaseFile"]["draft"]
        for person, seen in (("worker", True), ("bound", True), ("publicist", False), ("elsewhere", False)):
            with self.subTest(person=person), speaking(self.portal, person) as speaker:
                self.assertEqual(seen, speaker.ask("GET", f"{record}/@counts").status_code not in REFUSED)

    def test_the_words_of_the_reviewers_stay_in_the_house(self):
        article = self.things["Article"]["published"]
        for person, entries in ((ANONYMOUS, 0), ("worker2", 0), ("publicist", 5)):
            with self.subTest(person=person), speaking(self.portal, person) as speaker:
                answer = speaker.ask("GET", f"{article}/@workflow").json()
                self.assertEqual(entries, len(answer["history"]))

    def test_a_bound_worker_files_edits_and_submits_at_their_own_station(self):
        with speaking(self.portal, "bound") as speaker:
            answer = speaker.ask("POST", f"{self.contract}/archive/records", json=self._group(HOME))
            self.assertEqual(201, answer.status_code, answer.text)
            path = self._path(answer)
            session = {"@type": "GroupSession", "title": "第一节", "date": TODAY.isoformat()}
            self.assertEqual(201, speaker.ask("POST", path, json=session).status_code)
            self.assertEqual(204, speaker.ask("PATCH", path, json={"title": "亲子阅读小组"}).status_code)
            self.assertEqual(200, speaker.ask("POST", f"{path}/@workflow/submit").status_code)
            self.assertEqual("submitted", speaker.ask("GET", path).json()["review_state"])
        with speaking(self.portal, "elsewhere") as speaker:
            self.assertIn(speaker.ask("GET", path).status_code, REFUSED)

    def test_a_record_handed_to_another_station_changes_hands(self):
        with speaking(self.portal, "worker") as speaker:
            path = self._path(speaker.ask("POST", f"{self.contract}/archive/records", json=self._group(HOME)))
            speaker.ask("PATCH", path, json={"station": AWAY})
        for person, seen in (("bound", False), ("elsewhere", True), ("worker", True)):
            with self.subTest(person=person), speaking(self.portal, person) as speaker:
                self.assertEqual(seen, speaker.ask("GET", path).status_code not in REFUSED)

    def test_a_name_is_read_by_those_in_charge_only(self):
        path = self.things["Client"]["submitted"]
        told = {"worker": NAME, "bound": NAME, "lead": NAME}
        for person in ("worker", "bound", "lead", "supervisor", "purchaser", "evaluator", "siteadmin", "boss"):
            with self.subTest(person=person), speaking(self.portal, person) as speaker:
                self.assertEqual(told.get(person), speaker.ask("GET", path).json().get("name"))

    def test_a_bound_worker_files_a_client_with_the_name(self):
        client = {
            "@type": "Client",
            "title": "化名阿兰",
            "station": HOME,
            "recorded_on": TODAY.isoformat(),
            "name": NAME,
        }
        with speaking(self.portal, "bound") as speaker:
            answer = speaker.ask("POST", f"{self.contract}/archive/records", json=client)
            self.assertEqual(NAME, answer.json().get("name"), answer.text)

    def test_a_lead_answers_a_demand_and_changes_nothing_else_of_it(self):
        path = self.things["Rectification"]["filed"]
        with speaking(self.portal, "lead") as speaker:
            speaker.ask("PATCH", path, json={"answer": "已补齐。", "demand": "不用改了"})
            data = speaker.ask("GET", path).json()
        self.assertEqual(("已补齐。", "补齐签到表"), (data["answer"], data["demand"]))

    def test_no_manager_changes_what_is_sealed(self):
        with speaking(self.portal, "boss") as speaker:
            for name in ("CaseFile", "CaseSession", "CaseFile paper", "ServiceRecord", "Inspection", "Report"):
                path = self.things[name]["sealed"]
                with self.subTest(what=name):
                    self.assertIn(speaker.ask("PATCH", path, json={"title": "改过的"}).status_code, REFUSED)
                    self.assertIn(speaker.ask("DELETE", path).status_code, (400, *REFUSED))
                    self.assertNotEqual("改过的", speaker.ask("GET", path).json()["title"])

    def test_no_author_hides_a_record_from_the_purchaser(self):
        path = self.things["CaseFile"]["submitted"]
        with speaking(self.portal, "author") as speaker:
            answer = speaker.ask("POST", f"{path}/@sharing", json={"inherit": False})
            self.assertIn(answer.status_code, REFUSED)
        with speaking(self.portal, "purchaser") as speaker:
            self.assertEqual(200, speaker.ask("GET", path).status_code)

    def test_nobody_goes_round_the_states_by_the_property_sheet(self):
        path = self.things["CaseFile"]["sealed"]
        for person in ("author", "boss"):
            with self.subTest(person=person), speaking(self.portal, person) as speaker:
                address = speaker.url(path).replace("/++api++", "") + "/manage_changeProperties"
                answer = speaker.session.post(address, data={"title": "改过的"}, allow_redirects=False, timeout=60)
                self.assertNotEqual(200, answer.status_code)
                self.assertNotEqual("改过的", speaker.ask("GET", path).json()["title"])

    def test_the_members_of_another_team_are_not_listed(self):
        with speaking(self.portal, "worker2") as speaker:
            for path in ("/@users", "/@groups", "/@principals?search=lead"):
                with self.subTest(path=path):
                    self.assertIn(speaker.ask("GET", "/" + self.portal.getId() + path).status_code, REFUSED)

    @staticmethod
    def _group(station: str) -> dict:
        return {
            "@type": "GroupWork",
            "title": "阅读小组",
            "station": station,
            "workers": ["bound"],
            "opened": TODAY.isoformat(),
            "members": ["甲", "乙"],
        }

    def _path(self, answer) -> str:
        """The portal path of what was posted."""
        address = answer.json()["@id"].replace("/++api++", "")
        return address.replace(self.portal.absolute_url(), "/" + self.portal.getId())
