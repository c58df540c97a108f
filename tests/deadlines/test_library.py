"""The ten contracts of the library: what each of them owes by period."""

from collections import Counter
from datetime import date
from pathlib import Path
from unittest import TestCase
from yidang.contracts.file import read
from yidang.deadlines.engine.deadline import Deadline
from yidang.deadlines.engine.deadline import STATES
from yidang.deadlines.engine.papers import report_deadlines
from yidang.deadlines.engine.papers import with_due_days
from yidang.deadlines.engine.promises import line_deadlines
from yidang.deadlines.engine.promises import Reading
from yidang.indicators.engine import parse_rules
from yidang.indicators.engine import recount
from yidang.indicators.engine.calendar import Calendar

import yidang.contracts


LIBRARY = sorted((Path(yidang.contracts.__file__).parent / "library").glob("*.yaml"))
MEMBERS = {"workers": ["a", "b"], "stations": ["s", "t"], "organisations": ["o"], "clients": ["c"]}


def owed(path: Path, days: int = 100) -> tuple[Calendar, list[Deadline]]:
    """The term of a contract and its deadlines on a day of it, nothing being filed."""
    file = read(path)
    term = file.data["term"]
    calendar = Calendar(*map(date.fromisoformat, (term["start"], term["end"])), file.data["settings"]["quarters"])
    reports = file.data["reports"]
    rules = with_due_days(parse_rules(file.indicators()), reports)
    today = date.fromordinal(calendar.start.toordinal() + days)
    reading = Reading(recount((), rules, calendar), calendar, today, lambda kinds: (), MEMBERS)
    return calendar, [*line_deadlines(rules, reading), *report_deadlines(reports, rules, reading)]


class LibraryTest(TestCase):
    def found(self, name: str) -> list[Deadline]:
        [path] = [one for one in LIBRARY if one.stem == name]
        return owed(path)[1]

    def test_ten_contracts_are_looked_at(self):
        self.assertEqual(10, len(LIBRARY))

    def test_every_deadline_of_every_contract_has_a_name_a_day_and_a_state(self):
        for path in LIBRARY:
            calendar, found = owed(path)
            with self.subTest(file=path.name):
                self.assertEqual(len(found), len({one.key for one in found}))
                for one in found:
                    self.assertIn(one.state, STATES)
                    self.assertTrue(one.title)
                    self.assertGreaterEqual(one.due, calendar.start)

    def test_the_brief_and_the_summary_are_due_on_the_twenty_fifth_of_every_month(self):
        found = self.found("nanchuan-1-management-2024")
        for code in ("S2-I03", "S2-I04"):
            days = [one.due.day for one in found if one.code == code]
            self.assertEqual([25] * 12, days, code)

    def test_the_report_on_all_projects_is_due_every_quarter(self):
        found = [one for one in self.found("nanchuan-1-management-2024") if one.code == "S2-I06"]
        self.assertEqual(4, len({one.due for one in found}))

    def test_two_hours_of_supervision_are_owed_to_every_worker_every_month(self):
        found = [one for one in self.found("jiangxi-civil-affairs-2024") if one.code == "S1-I08"]
        self.assertEqual({"a": 12, "b": 12}, Counter(one.member for one in found))

    def test_the_final_papers_of_the_supervision_contract_have_their_day(self):
        found = {one.title: one.due for one in self.found("zhongshan-supervision-2022")}
        self.assertEqual(date(2022, 12, 10), found["项目整体总结报告"])

    def test_a_planning_figure_owes_nothing(self):
        self.assertEqual([], [one for one in self.found("zhongshan-supervision-2022") if one.code == "S4-I06"])
