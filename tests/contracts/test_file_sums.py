"""What the library's figures add up to, and what they do not: both are kept."""

from .file_samples import LIBRARY
from .file_samples import SMALL
from unittest import TestCase
from yidang.contracts.file import arithmetic
from yidang.contracts.file import Finding
from yidang.contracts.file import read
from yidang.contracts.file.arithmetic import ERROR
from yidang.contracts.file.arithmetic import NOTICE


def found(name: str, chosen: dict[str, str] | None = None) -> list[Finding]:
    """The findings of a shipped file."""
    return arithmetic(read(LIBRARY / f"{name}.yaml"), chosen)


def small(addition: str) -> list[tuple]:
    """Severity, printed and computed figure of the small contract with something added."""
    return [(one.severity, one.printed, one.computed) for one in arithmetic(read(SMALL + addition))]


class TheSources(TestCase):
    """The contradictions of the five sources."""

    def test_s1_prints_4800_where_14_times_200_is_2800_and_a_total_that_carries_it(self):
        """S1-X01, S1-X02."""
        row, total, *_ = found("jiangxi-civil-affairs-2024")
        self.assertEqual((ERROR, "S1-I10", 4800, 2800), (row.severity, row.code, row.printed, row.computed))
        self.assertEqual((ERROR, "S1-I17", 22676, 20676), (total.severity, total.code, total.printed, total.computed))
        self.assertIn("与各行印刷数相符", total.message)

    def test_s1_the_professional_share_depends_on_the_rows(self):
        """S1-X03: 82.6, 75.4 and 65.1 % in the words of the source; to two decimals here."""
        shares = [(one.computed, one.severity) for one in found("jiangxi-civil-affairs-2024") if one.printed == 70]
        self.assertEqual([(82.64, NOTICE), (75.35, NOTICE), (65.15, ERROR)], shares)

    def test_s1_which_rows_are_professional_is_a_choice_that_the_share_follows(self):
        def last(option: str) -> float:
            return found("jiangxi-civil-affairs-2024", {"S1-X03": option})[-1].computed

        self.assertEqual([65.15, 75.35, 60.86], [last(option) for option in ("staff", "all_rows", "direct")])

    def test_s1_the_bought_hours_are_right(self):
        [hours] = [one for one in found("jiangxi-civil-affairs-2024") if one.printed == 27440]
        self.assertEqual((NOTICE, 27440), (hours.severity, hours.computed))

    def test_s3_the_money_is_right(self):
        """S3-X01."""
        sums = [(one.severity, one.printed, one.computed) for one in found("qiongzhong-stations-2023")]
        self.assertEqual([(NOTICE, 212000, 212000), (NOTICE, 2120000, 2120000)], sums)

    def test_s4_16_a_month_does_not_reach_180(self):
        """S4-X02."""
        [pace] = found("zhongshan-supervision-2022")
        self.assertEqual((ERROR, "S4-I05", 16, 165), (pace.severity, pace.code, pace.printed, pace.computed))
        self.assertIn("到不了 180 次；每月须约 17.4 次", pace.message)

    def test_s4_in_the_longer_term_it_still_does_not(self):
        [pace] = found("zhongshan-supervision-2022", {"S4-X03": "year_end"})
        self.assertEqual((ERROR, 176), (pace.severity, pace.computed))

    def test_s0_is_right(self):
        self.assertEqual([(NOTICE, 10632)], [(one.severity, one.computed) for one in found("zhongshan-women-2024")])


class AnyContract(TestCase):
    """The same sums on figures of a test."""

    def test_people_times_hours_that_give_another_total(self):
        text = "workload: {workers: 3}\nsettings: {hours: {total: 6000, per_worker_year: 1960}}\n"
        self.assertEqual([("error", 6000, 5880)], small(text))

    def test_a_monthly_figure_that_reaches_the_target(self):
        line = "  - {code: B, title: 探访, unit: 次, target: 36, count: {kinds: [visit]}, printed: {per_month: 3}}\n"
        self.assertEqual([("notice", 3, 36)], small(line))

    def test_a_monthly_figure_of_a_line_that_only_plans_says_nothing(self):
        line = (
            "  - {code: B, title: 探访, unit: 次, target: '~ 40', count: {kinds: [visit]}, printed: {per_month: 3}}\n"
        )
        self.assertEqual([], small(line))

    def test_a_price_that_its_parts_or_its_stations_do_not_give(self):
        parts = "[{title: 人员, amount: 60}, {title: 运营, amount: 30}]"
        text = f"money: {{amount: 250, per_station: 100, parts: {parts}}}\n"
        self.assertEqual([("error", 100, 90), ("error", 250, 100)], small(text))
