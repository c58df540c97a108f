"""What the number of a line is: counts, sums, ratios, entered values, existence, hours, or none."""

from datetime import date
from tests.indicators.shapes import fact
from tests.indicators.shapes import rule
from tests.indicators.shapes import ShapesTest


class MeasureShapesTest(ShapesTest):
    def test_s1_i07_hours_come_from_the_kind_of_event(self):
        hours = {"unit": 40, "by": {"field": "activity_type", "values": {"large": 60, "lecture": 20}}}
        line = rule("S1-I07", ">= 70", ["activity"], hours=hours)
        types = ["large"] * 10 + ["medium"] * 40 + ["lecture"] * 20
        found = self.board(
            line,
            [fact("activity", date(2024, 2, 2), n, attributes={"activity_type": one}) for n, one in enumerate(types)],
        )
        self.assertEqual((found.value, found.hours.done, found.hours.planned), (70, 2600, 2800))

    def test_s1_i12_a_ratio_of_two_sums(self):
        measure = {
            "ratio": {
                "of": {"where": [{"field": "professional", "is": True}], "measure": {"sum": "hours"}},
                "to": {"measure": {"sum": "hours"}},
            }
        }
        line = rule("S1-I12", ">= 70%", ["visit", "work"], measure)
        facts = [
            fact("visit", date(2024, 1, 2), amounts={"hours": 6.9}, attributes={"professional": True}),
            fact("work", date(2024, 1, 2), amounts={"hours": 3.1}),
        ]
        found = self.board(line, facts)
        self.assertEqual((found.value, found.met, found.numerator, found.denominator), (0.69, False, 6.9, 10))

    def test_s2_i50_the_smallest_of_the_entered_values_must_be_more_than_6000(self):
        line = rule("S2-I50", "> 6000", ["household"], {"entered": {"amount": "income", "take": "min"}})
        self.assertIsNone(self.board(line, []).value)
        facts = [
            fact("household", date(2024, 9, 1), 1, amounts={"income": 6000}),
            fact("household", date(2024, 9, 1), 2, amounts={"income": 7000}),
        ]
        self.assertEqual((self.board(line, facts).value, self.board(line, facts).met), (6000, False))
        self.assertTrue(self.board(line, facts[1:]).met)

    def test_s2_i67_the_last_entered_satisfaction_counts(self):
        line = rule("S2-I67", ">= 90%", ["survey"], {"entered": "satisfaction"})
        facts = [
            fact("survey", date(2024, 11, 1), amounts={"satisfaction": 0.905}),
            fact("survey", date(2024, 6, 1), amounts={"satisfaction": 0.7}),
        ]
        self.assertEqual((self.board(line, facts).value, self.board(line, facts).met), (0.905, True))

    def test_s2_i40_existence_is_yes_or_no(self):
        line = rule("S2-I40", ">= 1", ["fund"], "exists")
        self.assertEqual(self.board(line, [fact("fund", date(2024, 2, 2), n) for n in range(3)]).value, 1)
        self.assertEqual((self.board(line, []).value, self.board(line, []).met), (0, False))

    def test_s3_i02_a_line_without_a_number_is_neither_met_nor_missed(self):
        line = rule("S3-I02", "none", ["client"], per=["station"])
        found = self.board(line, [fact("client", date(2024, 2, 2))], stations=["a", "b"])
        self.assertEqual((found.value, found.target, found.met, found.state, found.pace), (1, None, None, "none", None))

    def test_thousandths_are_neither_cut_off_nor_piled_up(self):
        line = rule("A", ">= 1", ["visit"], {"sum": "hours"})
        facts = [fact("visit", date(2024, 3, 1), n, amounts={"hours": 1.001}) for n in range(1000)]
        self.assertEqual(self.board(line, facts).value, 1001)
