"""Filed records make the lines of the Zhongshan contract (S0) count, by the rules of its own file."""

from datetime import date
from importlib.resources import files
from plone.app.testing import IntegrationTesting
from plone.app.testing import PloneSandboxLayer
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from tests.builders import a_record
from unittest import TestCase
from yidang.archive.actions import fire
from yidang.contracts.file import read
from yidang.contracts.load import load
from yidang.indicators.scoreboard import Scoreboard
from yidang.testing import YIDANG_FIXTURE


FILE = "contracts/library/zhongshan-women-2024.yaml"
DAY = date(2024, 3, 9)
SERVED = {"hours": 1.5, "clients": ("a",)}
# kind of service, its fields, the lines to which one record gives, and how much
GIVES = (
    ("visit", SERVED, {"S0-I01": 1}),
    ("consultation", {}, {"S0-I01": 1}),
    ("forum", {}, {"S0-I09": 1}),
    ("activity", {"participants": 80}, {"S0-I10": 1, "S0-I11": 80}),
    ("outreach", {"participants": 60}, {"S0-I10": 1, "S0-I11": 60}),
    ("volunteer_activity", {"participants": 20}, {"S0-I10": 1, "S0-I11": 20, "S0-I19": 1}),
    ("inspection", {"visited_station": "zs-shiqi"}, {"S0-I12": 1, "S0-I14": 1}),
    ("guidance", {}, {"S0-I13": 1}),
    ("supervision", {}, {"S0-I14": 1}),
    ("meeting", {}, {"S0-I15": 1}),
    ("review_meeting", {}, {"S0-I17": 1}),
    ("volunteer_team", {}, {"S0-I18": 1}),
    ("publicity_day", {"days": 0.5}, {"S0-I20": 0.5}),
    ("office_day", {"days": 1.0}, {"S0-I21": 1}),
)


class S0Layer(PloneSandboxLayer):
    """The contract, loaded once for all these tests."""

    defaultBases = (YIDANG_FIXTURE,)

    def setUpPloneSite(self, portal) -> None:
        """From the file that the product ships."""
        setRoles(portal, TEST_USER_ID, ["Manager"])
        load(portal, read((files("yidang") / FILE).read_text("utf-8")))


S0_INTEGRATION = IntegrationTesting(bases=(S0Layer(),), name="S0:Integration")


class S0RecordsTest(TestCase):
    layer = S0_INTEGRATION

    def setUp(self):
        setRoles(self.layer["portal"], TEST_USER_ID, ["Manager"])
        self.contract = self.layer["portal"]["contracts"]["zhongshan-women-2024"]

    def filed(self, portal_type: str, **fields):
        record = a_record(self.contract, portal_type, title="记录", **{"workers": ("worker",), **fields})
        fire(record, "submit")
        return record

    def values(self) -> dict[str, float]:
        """The lines that have a value, without those of staff and hours."""
        tallies = Scoreboard(self.contract).tallies()
        return {code: tally.value for code, tally in tallies.items() if tally.value and code != "S0-I23"}

    def test_each_kind_of_service_gives_to_its_lines(self):
        for kind, fields, given in GIVES:
            with self.subTest(kind):
                record = self.filed("ServiceRecord", kind=kind, date=DAY, **fields)
                counts = {
                    rule.code: one.amount for rule, one in Scoreboard(self.contract).counts(record) if one.counted
                }
                self.assertEqual(given, counts)

    def test_cases_count_and_closed_ones_make_the_rate(self):
        for closed in (date(2024, 6, 1), None):
            self.filed("CaseFile", client="a", opened=DAY, closed=closed, professional=bool(closed))
        values = self.values()
        self.assertEqual((2, 1, 0.5), (values["S0-I02"], values["S0-I03"], float(values["S0-I04"])))

    def test_a_case_study_needs_a_case_closed_in_the_term(self):
        case = self.filed("CaseFile", client="a", opened=DAY, closed=date(2024, 6, 1))
        fields = {"kind": "case_study", "submitted_on": date(2024, 9, 1), "summary": "……"}
        self.filed("Report", source_case=case.UID(), **fields)
        self.assertEqual(1, self.values()["S0-I05"])

    def test_groups_of_the_three_kinds_count(self):
        for kind in ("educational", "growth"):
            self.filed("GroupWork", opened=DAY, members=("阿英",), group_type=kind)
        self.assertEqual(1, self.values()["S0-I06"])

    def test_work_reports_and_monthly_summaries_are_counted_apart(self):
        fields = {"submitted_on": date(2024, 3, 25), "summary": "……", "period": "2024-03"}
        self.filed("Report", kind="hotline_analysis", **fields)
        self.filed("Report", kind="monthly_summary", **fields)
        self.assertEqual((1, 1), (self.values()["S0-I16"], self.values()["S0-I22"]))

    def test_a_draft_counts_nowhere(self):
        a_record(self.contract, "CaseFile", title="草稿", opened=DAY, client="a", workers=("worker",))
        self.assertEqual({}, self.values())

    def test_the_running_sums_agree_with_a_recount(self):
        for kind, fields, _ in GIVES:
            self.filed("ServiceRecord", kind=kind, date=DAY, **fields)
        self.assertEqual([], Scoreboard(self.contract).differences())
