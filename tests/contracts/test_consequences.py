"""What follows from scores, demands and surveys, under both readings of 以下."""

from .file_samples import LIBRARY
from datetime import date
from unittest import TestCase
from yidang.contracts.consequences import consequences
from yidang.contracts.consequences import Gate
from yidang.contracts.consequences import gates
from yidang.contracts.consequences import Reached
from yidang.contracts.file import read
from yidang.contracts.file.choices import thresholds_under
from yidang.indicators.engine.facts import Fact


PACKAGE = read(LIBRARY / "nanchuan-2-children-2024.yaml").data
JUNE = date(2024, 6, 20)
TODAY = date(2024, 7, 1)


def scored(kind: str, score: float | None, day: date = JUNE, uid: str = "e") -> Fact:
    """An evaluation."""
    amounts = {} if score is None else {"score": score}
    return Fact("evaluation", uid, "c", date=day, amounts=amounts, attributes={"evaluation_kind": kind})


def demanded(uid: str, due: date, settled: date | None = None) -> Fact:
    """A demand for correction, as the review room states it."""
    attributes = {"open": settled is None, "late": bool(settled and settled > due), "due": due, "settled": settled}
    return Fact("rectification", uid, "c", date=date(2024, 5, 1), attributes=attributes)


def reached(*facts: Fact, chosen: dict[str, str] | None = None, day: date = TODAY) -> dict[str, Reached]:
    """Every limit of a package as of a day, by code."""
    return {one.code: one for one in consequences(thresholds_under(PACKAGE, chosen), facts, {}, day)}


def in_force(*facts: Fact, chosen: dict[str, str] | None = None, day: date = TODAY) -> dict[str, tuple[str, ...]]:
    """What follows now, by limit."""
    return {code: one.then for code, one in reached(*facts, chosen=chosen, day=day).items() if one.in_force}


class Scores(TestCase):
    """S2-08 and S2-X01."""

    def test_without_an_evaluation_no_limit_is_reached_and_nothing_is_said_of_the_score(self):
        self.assertEqual({}, in_force())
        self.assertIsNone(reached()["S2-08-mid-80"].value)

    def test_an_evaluation_without_a_score_reaches_no_limit(self):
        self.assertEqual({}, in_force(scored("midterm", None)))

    def test_75_at_mid_term_asks_for_correction_and_a_month_more(self):
        self.assertEqual({"S2-08-mid-80": ("rectify", "extend")}, in_force(scored("midterm", 75)))
        self.assertEqual(1, reached(scored("midterm", 75))["S2-08-mid-80"].months)

    def test_65_at_mid_term_terminates_and_the_milder_limit_gives_way(self):
        self.assertEqual({"S2-08-mid-70": ("terminate",)}, in_force(scored("midterm", 65)))
        milder = reached(scored("midterm", 65))["S2-08-mid-80"]
        self.assertEqual((True, "S2-08-mid-70"), (milder.reached, milder.by))

    def test_exactly_80_and_exactly_70_follow_the_chosen_reading(self):
        strict = {"S2-08": "exclusive"}
        self.assertIn("S2-08-mid-80", in_force(scored("midterm", 80.0)))
        self.assertEqual({}, in_force(scored("midterm", 80.0), chosen=strict))
        self.assertIn("S2-08-mid-70", in_force(scored("midterm", 70.0)))
        self.assertEqual({"S2-08-mid-80": ("rectify", "extend")}, in_force(scored("midterm", 70.0), chosen=strict))
        self.assertEqual({}, in_force(scored("midterm", 80.1)))

    def test_a_final_score_between_70_and_80_has_no_consequence(self):
        """S2-X02."""
        self.assertEqual({}, in_force(scored("final", 75)))
        self.assertEqual({"S2-08-final-70": ("rectify",)}, in_force(scored("final", 69.5)))

    def test_the_latest_evaluation_of_a_kind_counts(self):
        again = scored("midterm", 90, date(2024, 6, 30), "f")
        self.assertEqual({}, in_force(scored("midterm", 65), again))
        self.assertEqual(
            {"S2-08-mid-70": ("terminate",)}, in_force(scored("midterm", 65), again, day=date(2024, 6, 29))
        )

    def test_a_score_of_tomorrow_is_not_known_today(self):
        self.assertEqual({}, in_force(scored("midterm", 65, date(2024, 7, 2))))


class Demands(TestCase):
    """S2-06 and S2-X05: three demands that were not met."""

    def late(self, count: int) -> list[Fact]:
        return [demanded(str(number), date(2024, 6, 1)) for number in range(count)]

    def test_the_third_overdue_demand_lets_the_purchaser_terminate(self):
        self.assertEqual({}, in_force(*self.late(2)))
        self.assertEqual({"S2-06": ("may_terminate",)}, in_force(*self.late(3)))

    def test_a_demand_that_is_not_yet_due_is_not_unmet(self):
        soon = demanded("x", date(2024, 7, 2))
        self.assertEqual({}, in_force(*self.late(2), soon))
        self.assertIn("S2-06", in_force(*self.late(2), soon, day=date(2024, 7, 3)))
        self.assertIn("S2-06", in_force(*self.late(2), soon, chosen={"S2-X05": "all_open"}))

    def test_a_demand_met_late_counts_only_where_the_contract_says_so(self):
        afterwards = demanded("x", date(2024, 6, 1), date(2024, 6, 10))
        self.assertEqual({}, in_force(*self.late(2), afterwards))
        self.assertIn("S2-06", in_force(*self.late(2), afterwards, chosen={"S2-X05": "ever_late"}))
        self.assertIn("S2-06", in_force(*self.late(2), afterwards, day=date(2024, 6, 5)))


class Gates(TestCase):
    """S2-X04: an evaluation that is passed does not close a contract."""

    def gates(self, *facts: Fact, **met: bool | None) -> dict[str, Gate]:
        limits = consequences(PACKAGE["thresholds"], facts, {}, TODAY)
        values = {code.replace("_", "-"): one for code, one in met.items()}
        return {one.code: one for one in gates(PACKAGE["gates"], limits, facts, values, TODAY)}

    def test_a_passed_evaluation_opens_its_own_gate_and_not_the_closing(self):
        found = self.gates(scored("final", 75), scored("third_party", 80), S2_I66=False, S2_I67=True)
        self.assertEqual((True, False), (found["S2-07"].open, found["S2-10"].open))
        self.assertEqual([False, True, True], [need.holds for need in found["S2-10"].needs])

    def test_the_closing_needs_all_three(self):
        self.assertTrue(self.gates(scored("final", 75), S2_I66=True, S2_I67=True)["S2-10"].open)
        self.assertFalse(self.gates(scored("final", 75), S2_I66=True, S2_I67=None)["S2-10"].open)
        self.assertFalse(self.gates(S2_I66=True, S2_I67=True)["S2-10"].open)

    def test_a_failed_evaluation_closes_both(self):
        found = self.gates(scored("final", 60), scored("third_party", 90), S2_I66=True, S2_I67=True)
        self.assertEqual((False, False), (found["S2-07"].open, found["S2-10"].open))
        self.assertIn("60 分", found["S2-07"].needs[0].why)

    def test_what_is_not_known_is_neither_held_nor_failed(self):
        found = self.gates()
        self.assertEqual([None, None], [need.holds for need in found["S2-07"].needs])


class Indicators(TestCase):
    """S1: a line with a consequence."""

    def test_a_share_below_the_limit_is_reached_and_one_without_a_value_is_not(self):
        limits = read(LIBRARY / "jiangxi-civil-affairs-2024.yaml").data["thresholds"]
        found = consequences(limits, (), {"S1-I12": 0.65, "S1-I16": None}, TODAY)
        self.assertEqual([("S1-E1", True), ("S1-E2", False)], [(one.code, one.reached) for one in found])
        self.assertEqual([False], [one.reached for one in consequences(limits, (), {"S1-I12": 0.7}, TODAY)][:1])
