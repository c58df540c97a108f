"""`GET <contract>/@deadlines`."""

from datetime import timedelta
from tests.deadlines.world import DeadlineTest


class RestTest(DeadlineTest):
    def ask(self, name: str, query: str = ""):
        return self.as_user(name).rest("GET", f"{self.path}/@deadlines{query}")

    def items(self, name: str, query: str = "") -> list[dict]:
        answer = self.ask(name, query)
        self.assertEqual(200, answer.status_code, answer.text)
        return answer.json()["items"]

    def test_a_lead_gets_all_of_it_and_a_worker_their_own(self):
        members = {one["member"] for one in self.items("lead") if one["code"] == "S1-I08"}
        self.assertEqual({"worker", "colleague"}, members)
        self.assertEqual({"worker"}, {one["member"] for one in self.items("worker") if one["code"] == "S1-I08"})

    def test_the_second_provider_gets_nothing(self):
        self.assertIn(self.ask("lead2").status_code, (401, 403))

    def test_an_item_says_what_is_owed(self):
        last = self.last_month()
        self.a_brief(f"{last:%Y-%m}", last + timedelta(days=9))
        [one] = [item for item in self.items("lead", "?state=done") if item["code"] == "S2-I03"]
        day = (last + timedelta(days=9)).isoformat()
        self.assertEqual(
            (f"{last:%Y-%m}", "done", day, 1), tuple(one[key] for key in ("period", "state", "done_on", "value"))
        )
        self.assertEqual(f"{last:%Y-%m}-25", one["due"])

    def test_filters(self):
        states = {one["state"] for one in self.items("lead", "?state=open")}
        self.assertTrue(states <= {"overdue", "soon", "due"})
        first, last = self.last_month(), self.today
        for one in self.items("lead", f"?from={first}&to={last}"):
            self.assertTrue(str(first) <= one["due"] <= str(last))

    def test_a_bad_filter_is_refused_at_its_field(self):
        for query, field in (("?state=x", "state"), ("?from=heute", "from"), ("?to=1", "to")):
            with self.subTest(query=query):
                answer = self.ask("lead", query)
                self.assertEqual((400, field), (answer.status_code, answer.json()["errors"][0]["field"]))
