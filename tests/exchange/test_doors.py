"""Who may take what away: nobody without an account, nobody more than they may see, nothing under a wrong name."""

from openpyxl import load_workbook
from tests.desk.world import DeskTest
from tests.desk.world import PEOPLE
from tests.exchange.written import rows_of
from urllib.parse import unquote

import io


EXCEL, CSV = "@@collective.excelexport", "@@collective.excelexportcsv"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class TakingTest(DeskTest):
    """Asks for files as a person does."""

    def file(self, name: str, path: str, view: str = EXCEL, **query):
        """The answer to a person's request; `policy` and what the source asks."""
        query = {"excelexport.policy" if key == "policy" else key: value for key, value in query.items()}
        visitor = self.reader(name) if name else self._nobody()
        return visitor.session.get(f"{visitor.base}{path}/{view}", params=query, allow_redirects=False)

    def _nobody(self):
        visitor = self.reader("worker")
        visitor.session.auth = None
        return visitor

    def book(self, name: str, path: str, **query):
        """A workbook that a person gets."""
        answer = self.file(name, path, **query)
        self.assertEqual((200, XLSX), (answer.status_code, answer.headers["Content-Type"]), answer.text[:300])
        return load_workbook(io.BytesIO(answer.content))

    def csv(self, name: str, path: str, **query) -> list[list[str]]:
        """A comma-separated file that a person gets."""
        answer = self.file(name, path, view=CSV, **query)
        self.assertEqual((200, "text/csv; charset=utf-8"), (answer.status_code, answer.headers["Content-Type"]))
        return rows_of(answer.content)


class DoorsTest(TakingTest):
    def test_nobody_without_an_account_gets_a_file_anywhere(self):
        for path in ("", "/stations", "/stations/zhongshan", "/contracts", self.path, self.section("records")):
            for view in (EXCEL, CSV):
                for policy in ("", "scoreboard", "excelexport.search", "overview"):
                    answer = self.file("", path, view, policy=policy)
                    with self.subTest(path=path, view=view, policy=policy):
                        self.assertIn("/login", answer.headers.get("Location", ""))
                        self.assertNotIn("attachment", answer.headers.get("Content-Disposition", ""))

    def test_the_stock_sources_are_closed(self):
        for path in ("/stations", "/contracts", "", "/stations/zhongshan", self.path + "/archive"):
            for view in (EXCEL, CSV):
                answer = self.file("siteadmin", path, view)
                with self.subTest(path=path, view=view):
                    self.assertEqual(404, answer.status_code)

    def test_an_unknown_name_is_refused_in_chinese(self):
        for policy in ("foo", "excelexport.search", "excelexport.restapi.search", "=1"):
            answer = self.file("worker", self.path, policy=policy)
            with self.subTest(policy=policy):
                self.assertEqual(400, answer.status_code)
                self.assertIn("没有名为", answer.text)

    def test_a_source_of_something_else_is_not_found(self):
        self.assertEqual(404, self.file("worker", self.path, policy="overview").status_code)
        self.assertEqual(404, self.file("worker", "/contracts", policy="scoreboard").status_code)
        self.a_meeting()
        record = self.contract["archive"]["records"].objectValues()[0]
        self.assertEqual(404, self.file("worker", record.absolute_url_path()[len("/plone") :], policy="").status_code)

    def test_the_services_of_the_package_tell_nobody_anything(self):
        for name, expected in (("", {401}), ("worker", {400, 404})):
            visitor = self.reader(name or "worker")
            if not name:
                visitor.session.auth = None
            for service in ("@collective.excelexport", "@collective.excelexportcsv"):
                answer = visitor.rest("GET", f"{self.path}/{service}")
                with self.subTest(name=name, service=service):
                    self.assertIn(answer.status_code, expected, answer.text[:200])

    def test_the_board_is_for_those_who_may_see_it(self):
        for policy in ("scoreboard", "months", "matrix", "grid", "hours", "publicity"):
            found = {name: self.file(name, self.path, policy=policy).status_code for name in (*PEOPLE, "outsider")}
            with self.subTest(policy=policy):
                self.assertEqual({**dict.fromkeys(PEOPLE, 200), "outsider": 403}, found)

    def test_the_file_has_a_chinese_name_and_stays_with_the_reader(self):
        answer = self.file("worker", self.path, policy="scoreboard")
        self.assertIn("指标进度", unquote(answer.headers["Content-Disposition"].partition("UTF-8''")[2]))
        self.assertTrue(answer.headers["Content-Disposition"].endswith(f"{self.today}.xlsx"))
        self.assertIn("no-store", answer.headers["Cache-Control"])
        self.assertEqual(len(answer.content), int(answer.headers["Content-Length"]))

    def test_bad_questions_are_refused_in_chinese(self):
        for query, words in (
            ({"policy": "scoreboard", "day": "foo"}, "日期须写成"),
            ({"policy": "scoreboard", "day": "2999-01-01"}, "还没有到"),
            ({"policy": "evidence", "code": "X-99"}, "没有编号为"),
            ({"policy": "months", "code": "X-99"}, "没有编号为"),
            ({"policy": "grid", "code": "T-01"}, "没有这张表"),
            ({"policy": "official-form"}, "没有印刷的工时表"),
        ):
            answer = self.file("worker", self.path, **query)
            with self.subTest(query=query):
                self.assertEqual(400, answer.status_code)
                self.assertIn(words, answer.text)
        answer = self.file("worker", self.path, view=CSV, policy="evidence", code="T-01", sheet="9")
        self.assertEqual(400, answer.status_code)

    def test_one_page_offers_all_files_of_a_contract(self):
        page = self.text("purchaser", self.path + "/@@exports")
        for words in (
            "policy=matrix",
            "policy=publicity",
            "policy=evidence&code=T-02",
            "records/@@collective.excelexport?",
        ):
            with self.subTest(words=words):
                self.assertIn(words, page)
        self.assertNotIn("official-form", page)
        self.assertEqual(403, self.status("outsider", self.path + "/@@exports"))
        self.assertIn("/@@exports", self.text("worker", self.path + "/@@scoreboard"))

    def test_the_buttons_stand_on_the_pages(self):
        self.assertIn("excelexport.policy=scoreboard", self.text("worker", self.path + "/@@scoreboard"))
        page = self.text("worker", self.path + "/@@indicator?code=T-01")
        self.assertIn("excelexport.policy=evidence&code=T-01", page)
        self.assertIn("excelexport.policy=section&q=x", self.text("worker", self.section("records") + "?q=x"))
