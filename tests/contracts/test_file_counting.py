"""What the lines of the Zhongshan contract count, record by record: the file and the engine together."""

from .file_samples import ZHONGSHAN
from datetime import date
from unittest import TestCase
from yidang.contracts.file import read
from yidang.indicators.engine import explain
from yidang.indicators.engine import parse_rules
from yidang.indicators.engine.calendar import Calendar
from yidang.indicators.engine.facts import Fact
from yidang.indicators.engine.facts import VERIFIED


DAY = date(2024, 5, 20)
NEWS = {"origin": "original", "station_activity": True, "channels": ("portal",)}

# kind, attributes, the lines it feeds (all amounts are given; totals and ratios are told apart below)
FEEDS = [
    ("consultation", {}, "I01"),
    ("visit", {"mode": "home"}, "I01"),
    ("case", {"professional": True}, "I02 I03"),
    ("case", {"professional": False}, "I02"),
    ("case", {"professional": True, "closed": DAY}, "I02 I03 I04"),
    ("group", {"group_type": "supportive"}, "I06"),
    ("group", {"group_type": "other"}, ""),
    ("article", NEWS, "I07 I08"),
    ("article", {**NEWS, "station_activity": False}, "I07"),
    ("article", {**NEWS, "origin": "compiled"}, "I07 I08"),
    ("article", {**NEWS, "origin": "reprint"}, ""),
    ("forum", {}, "I09"),
    ("activity", {}, "I10 I11"),
    ("outreach", {}, "I10 I11"),
    ("lecture", {}, "I10 I11"),
    ("volunteer_activity", {}, "I10 I11 I19"),
    ("inspection", {"visited_station": "zs-shiqi"}, "I12 I14"),
    ("supervision", {"mode": "online"}, "I14"),
    ("guidance", {}, "I13"),
    ("meeting", {}, "I15"),
    ("report", {"report_kind": "hotline_analysis"}, "I16"),
    ("report", {"report_kind": "other"}, "I16"),
    ("report", {"report_kind": "monthly_summary"}, "I22"),
    ("report", {"report_kind": "case_study", "source_closed": DAY}, "I05"),
    ("report", {"report_kind": "case_study", "source_closed": date(2023, 12, 31)}, ""),
    ("review_meeting", {}, "I17"),
    ("volunteer_team", {}, "I18"),
    ("publicity_day", {}, "I20"),
    ("office_day", {}, "I21"),
    ("staff", {"qualified": True, "lead": True}, "I24 I25"),
    ("staff", {"qualified": True, "lead": False}, "I24"),
    ("training", {}, ""),
]


def fact(kind: str, attributes: dict, **changes) -> Fact:
    """A verified record of the contract year."""
    amounts = {"participants": 60, "days": 1, "hours": 2}
    given = {"date": DAY, "standing": VERIFIED, "amounts": amounts, "attributes": attributes, **changes}
    return Fact(kind, "uid", "contract", station="zs-city", **given)


class Counting(TestCase):
    """Every line hears of the records it is about, and of no others."""

    def setUp(self):
        self.file = read(ZHONGSHAN)
        self.calendar = Calendar(date(2024, 1, 1), date(2024, 12, 31))

    def fed(self, one: Fact, chosen: dict[str, str] | None = None) -> str:
        rules = parse_rules(self.file.indicators(chosen))
        return " ".join(line.code[3:] for line in explain(one, rules, self.calendar) if line.counted)

    def test_every_kind_of_record_feeds_its_lines(self):
        for kind, attributes, codes in FEEDS:
            with self.subTest(kind, **attributes):
                self.assertEqual(codes, self.fed(fact(kind, attributes)))

    def test_an_article_that_is_not_published_feeds_nothing(self):
        self.assertEqual("", self.fed(fact("article", NEWS, standing="submitted")))

    def test_work_that_is_only_submitted_counts(self):
        self.assertEqual("I09", self.fed(fact("forum", {}, standing="submitted")))

    def test_work_outside_the_term_feeds_nothing(self):
        self.assertEqual("", self.fed(fact("forum", {}, date=date(2025, 1, 1))))

    def test_the_choices_turn_records_on_and_off(self):
        weibo = fact("article", {**NEWS, "channels": ("weibo",)})
        self.assertEqual("I07 I08", self.fed(weibo, {"S0-X13": "text"}))
        self.assertEqual("", self.fed(weibo, {"S0-X13": "table"}))
        self.assertEqual("", self.fed(fact("visit", {}), {"S0-X05": "consultation"}))
        self.assertEqual("I19", self.fed(fact("volunteer_activity", {}), {"S0-X08": "once"}))
        self.assertEqual(
            "I12", self.fed(fact("inspection", {"visited_station": "zs-shiqi"}), {"S0-X09": "supervision"})
        )
        self.assertEqual(
            "I07 I08", self.fed(fact("article", {**NEWS, "origin": "reprint"}), {"S0-11": "with_reprints"})
        )
