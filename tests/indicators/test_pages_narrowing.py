"""The records of one cell: of a station, a member, a period; those that count and those that do not."""

from datetime import date
from tests.indicators.told import YEAR
from unittest import TestCase
from yidang.indicators.engine import evidence
from yidang.indicators.engine import parse_rule
from yidang.indicators.engine.facts import Fact
from yidang.indicators.engine.facts import NONE
from yidang.indicators.pages.narrowing import bucket_of
from yidang.indicators.pages.narrowing import Cut
from yidang.indicators.pages.narrowing import narrowed


SUPERVISION = {
    "code": "T-1",
    "title": "督导",
    "unit": "小时",
    "target": ">= 2",
    "count": {"kinds": ["supervision"], "measure": {"sum": "hours"}},
    "per": ["worker", "month"],
}
REPORTS = {
    "code": "T-2",
    "title": "月报",
    "unit": "份",
    "target": ">= 1",
    "count": {"kinds": ["report"]},
    "per": ["month"],
    "due": {"day": 25, "after": 1, "of": "period"},
}


def a_fact(uid: str, day: date, **fields) -> Fact:
    """One supervision of two hours."""
    told = {"kind": "supervision", "contract": "c", "amounts": {"hours": 2}, "workers": ("li",)}
    return Fact(uid=uid, date=day, **(told | fields))


class NarrowingTest(TestCase):
    def uids(self, rule: dict, facts, **cut) -> tuple[list[str], list[str]]:
        line = parse_rule(rule)
        label = cut.pop("bucket", "")
        cut = Cut(**cut, bucket=bucket_of(label, YEAR) if label else None)
        found = narrowed(evidence(facts, line, YEAR), cut, line, YEAR)
        return [fact.uid for fact in found.counted], [fact.uid for fact, _ in found.excluded]

    def test_nothing_asked_leaves_everything(self):
        facts = [a_fact("a", date(2024, 1, 5)), a_fact("b", date(2024, 2, 5), standing=NONE)]
        self.assertEqual((["a"], ["b"]), self.uids(SUPERVISION, facts))

    def test_one_cell_is_a_member_in_a_period(self):
        facts = [
            a_fact("li-1", date(2024, 1, 5)),
            a_fact("li-2", date(2024, 2, 5)),
            a_fact("wang-1", date(2024, 1, 5), workers=("wang",)),
            a_fact("both", date(2024, 1, 9), workers=("li", "wang")),
            a_fact("draft", date(2024, 1, 8), standing=NONE),
        ]
        found = self.uids(SUPERVISION, facts, member="li", bucket="2024-01")
        self.assertEqual((["li-1", "both"], ["draft"]), found)

    def test_a_station_and_the_work_of_no_station(self):
        facts = [a_fact("a", date(2024, 1, 5), station="shiqi"), a_fact("b", date(2024, 1, 5))]
        self.assertEqual(["a"], self.uids(SUPERVISION, facts, station="shiqi")[0])
        self.assertEqual(["b"], self.uids(SUPERVISION, facts, station="-")[0])

    def test_a_report_belongs_to_the_month_it_is_for(self):
        facts = [
            Fact("report", "march", "c", date=date(2024, 4, 3), attributes={"period": "2024-03"}),
            Fact("report", "april", "c", date=date(2024, 4, 30), attributes={"period": "2024-04"}),
        ]
        self.assertEqual(["march"], self.uids(REPORTS, facts, bucket="2024-03")[0])
        self.assertEqual(["april"], self.uids(REPORTS, facts, bucket="2024-04")[0])

    def test_periods_of_every_length_are_known_and_others_are_none(self):
        for label in ("2024-03", "2024-Q1", "2024-H2", "2024-W05", "2024", "M02"):
            self.assertEqual(label, bucket_of(label, YEAR).label)
        for label in ("2023-12", "2024-13", "Q1", "", "x"):
            self.assertIsNone(bucket_of(label, YEAR))

    def test_the_cut_of_counted_and_excluded_adds_up_over_the_months(self):
        facts = [
            a_fact(f"u{month}", date(2024, month, 3), standing=NONE if month % 3 else "submitted")
            for month in range(1, 13)
        ]
        line = parse_rule(SUPERVISION)
        whole = evidence(facts, line, YEAR)
        parts = [narrowed(whole, Cut(bucket=one), line, YEAR) for one in YEAR.buckets("month")]
        self.assertEqual(len(whole.counted), sum(len(one.counted) for one in parts))
        self.assertEqual(len(whole.excluded), sum(len(one.excluded) for one in parts))
