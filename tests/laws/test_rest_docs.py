"""docs/rest.md: its requests are sent, and the answers hold what its examples show."""

from datetime import date
from datetime import timedelta
from tests.laws.test_docs import text_of
from tests.roles.cast import CAST_FUNCTIONAL
from tests.roles.rest import REFUSED
from tests.roles.rest import speaking
from unittest import TestCase
from yidang.publicity.content import IArticle
from zope.schema import getFieldNames

import json
import re


SECTION = re.compile(r"(?ms)^### `([A-Z]+) <(\w+)>(/@[\w-]+)?`[^\n]*\n(.*?)(?=^##|\Z)")
BLOCK = re.compile(r"(?ms)^```json\n(.*?)^```")


def sections() -> list[tuple[str, str, list]]:
    """(method, service, examples) of each documented service; what an article answers itself is called `article`."""
    return [
        (method, service.removeprefix("/") or kind * (kind == "article"), list(map(json.loads, BLOCK.findall(text))))
        for method, kind, service, text in SECTION.findall(text_of("rest.md"))
    ]


class RestDocsTest(TestCase):
    layer = CAST_FUNCTIONAL

    def setUp(self):
        self.portal = self.layer["portal"]
        self.contract = self.layer["contract"]
        self.examples = {(method, service): examples for method, service, examples in sections()}
        [self.board, self.line] = [examples[0] for _, service, examples in sections() if service == "@indicators"]

    def _path(self, name: str, state: str) -> str:
        return self.layer["things"][name][state]

    def _ask(self, person: str, method: str, path: str, **more):
        with speaking(self.portal, person) as speaker:
            return speaker.ask(method, path, **more)

    def _shows(self, example: dict, answer) -> dict:
        """The answer has every key of the example; ours say nothing that is not documented."""
        self.assertLess(answer.status_code, 300, answer.text)
        self.assertEqual(set(), set(example) - set(answer.json()))
        return answer.json()

    def test_the_board_is_as_documented(self):
        data = self._shows(self.board, self._ask("purchaser", "GET", f"{self.contract}/@indicators"))
        self.assertEqual(set(self.board["items"][0]), set(data["items"][0]))

    def test_one_line_is_as_documented(self):
        data = self._shows(self.line, self._ask("purchaser", "GET", f"{self.contract}/@indicators/T-1"))
        self.assertEqual(set(self.board["items"][0]) | set(self.line), set(data))

    def test_months_are_as_documented(self):
        [example] = self.examples["GET", "@monthly"]
        self._shows(example, self._ask("purchaser", "GET", f"{self.contract}/@monthly"))

    def test_deadlines_are_as_documented(self):
        [example] = self.examples["GET", "@deadlines"]
        data = self._shows(example, self._ask("purchaser", "GET", f"{self.contract}/@deadlines"))
        self.assertEqual((set(example), set(example["items"][0])), (set(data), set(data["items"][0])))

    def test_counts_are_as_documented(self):
        [example] = self.examples["GET", "@counts"]
        data = self._shows(example, self._ask("worker", "GET", self._path("CaseFile", "submitted") + "/@counts"))
        self.assertEqual(set(example), set(data))

    def test_a_step_is_as_documented(self):
        request, answer = self.examples["POST", "@workflow"]
        path = self._path("GroupWork", "submitted") + "/@workflow/return"
        data = self._shows(answer, self._ask("purchaser", "POST", path, json=request))
        self.assertEqual((answer["review_state"], answer["comments"]), (data["review_state"], data["comments"]))

    def test_remarks_and_the_mark_of_the_reader_are_as_documented(self):
        article = self._path("Article", "review1")
        request, answer = self.examples["POST", "@remarks"]
        made = self._shows(answer, self._ask("reviewer1", "POST", f"{article}/@remarks", json=request))
        self.assertEqual({**answer, **{name: made[name] for name in ("@id", "id", "person", "time")}}, made)
        [change] = self.examples["PATCH", "@remarks"]
        data = self._shows(answer, self._ask("writer", "PATCH", f"{article}/@remarks/{made['id']}", json=change))
        [example] = self.examples["GET", "@remarks"]
        listed = self._shows(example, self._ask("purchaser", "GET", f"{article}/@remarks"))
        self.assertEqual((set(example), set(example["items"][0])), (set(listed), set(listed["items"][0])))
        self.assertEqual(data, listed["items"][0])
        [example] = self.examples["POST", "@reading"]
        data = self._shows(example, self._ask("reviewer1", "POST", f"{article}/@reading"))
        self.assertEqual(set(example), set(data))
        [example] = self.examples["GET", "@review-queue"]
        queue = self._shows(example, self._ask("reviewer1", "GET", f"/{self.portal.getId()}/@review-queue"))
        self.assertEqual((set(example), set(example["items"][0])), (set(queue), set(queue["items"][0])))
        self.assertEqual(204, self._ask("reviewer1", "DELETE", f"{article}/@reading").status_code)

    def test_a_comparison_is_as_documented(self):
        [example] = self.examples["GET", "@compare"]
        article = self._path("Article", "review2")
        data = self._shows(example, self._ask("reviewer2", "GET", f"{article}/@compare?from=0"))
        self.assertEqual((set(example), set(example["versions"][0])), (set(data), set(data["versions"][0])))
        self.assertEqual(set(example["items"][0]), set(data["items"][0]))
        self.assertEqual(set(example["items"][0]["new"]), set(data["items"][0]["new"]))
        for version, status, type_ in (("99", 404, "NoVersion"), ("x", 400, "Refused")):
            answer = self._ask("reviewer2", "GET", f"{article}/@compare?to={version}")
            self.assertEqual((status, type_), (answer.status_code, answer.json()["type"]))
        for name in ("worker", "publicist2", "anonymous"):
            self.assertIn(self._ask(name, "GET", f"{article}/@compare").status_code, REFUSED)

    def test_an_article_is_as_documented(self):
        [example, refused], [change] = self.examples["GET", "article"], self.examples["PATCH", "article"]
        path, names = self._path("Article", "draft"), {field: example[field] for field in getFieldNames(IArticle)}
        told = {name: example[name] for name in ("text", "description", "keywords", "event_date", "event_place")}
        tag = self._ask("publicist", "GET", path).headers["ETag"]
        self.assertEqual(204, self._ask("publicist", "PATCH", path, json={**told, **change}).status_code)
        data = self._shows(example, self._ask("publicist", "GET", path))
        for name in (*told, "event_participants", "genre", "origin"):
            self.assertEqual(names[name], data[name], name)
        answer = self._ask("publicist", "PATCH", path, json=change, headers={"If-Match": tag})
        self.assertEqual((412, refused["type"]), (answer.status_code, answer.json()["type"]))
        self.assertEqual(set(refused), set(answer.json()))

    def test_a_verdict_is_as_documented(self):
        request, answer = self.examples["POST", "@verdict"]
        path = self._path("GroupWork", "submitted") + "/@verdict"
        data = self._shows(answer, self._ask("purchaser", "POST", path, json=request))
        self.assertEqual({**answer, "@id": data["@id"]}, data)
        kept = self._ask("purchaser", "GET", self._path("GroupWork", "submitted")).json()["review_state"]
        self.assertEqual(answer["state"]["id"], kept)

    def test_a_schedule_is_as_documented(self):
        [request], [answer] = self.examples["POST", "@schedule"], self.examples["GET", "@schedule"]
        path = self._path("Article", "review3") + "/@schedule"
        later = f"{date.today() + timedelta(days=3)}T09:00"
        data = self._shows(answer, self._ask("reviewer3", "POST", path, json={**request, "publish_at": later}))
        self.assertEqual((set(answer), f"{later}:00+08:00"), (set(data), data["publish_at"]))
        self.assertEqual(data, self._shows(answer, self._ask("reviewer3", "GET", path)))

    def test_content_is_made_changed_and_deleted_as_documented(self):
        request, answer = self.examples["POST", ""]
        made = self._ask("worker", "POST", f"{self.contract}/archive/records", json=request)
        self._shows(answer, made)
        inner = made.json()["@id"].split("/++api++", 1)[-1].removeprefix(self.portal.absolute_url())
        path = f"/{self.portal.getId()}{inner}"
        [change] = self.examples["PATCH", ""]
        self.assertEqual(204, self._ask("worker", "PATCH", path, json=change).status_code)
        self.assertEqual(change["title"], self._ask("worker", "GET", path).json()["title"])
        self.assertEqual(204, self._ask("worker", "DELETE", path).status_code)

    def test_what_stays_says_so_in_the_one_shape(self):
        shape = json.loads(BLOCK.findall(text_of("rest.md"))[0])
        source = {"source": self.contract.removeprefix(f"/{self.portal.getId()}") + "/archive"}
        tries = [("DELETE", self._path("CaseFile", "submitted"), None)]
        tries += [("POST", f"/{self.portal.getId()}/contracts/{service}", source) for service in ("@copy", "@move")]
        for method, path, body in tries:
            with self.subTest(method=method, path=path):
                answer = self._ask("boss", method, path, json=body)
                self.assertEqual((400, "Protected"), (answer.status_code, answer.json().get("type")))
                self.assertEqual(set(shape), set(answer.json()))
