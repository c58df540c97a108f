"""Printed tables that add up, and ones that do not."""

from .file_samples import SMALL
from unittest import TestCase
from yidang.contracts.file import arithmetic
from yidang.contracts.file import Finding
from yidang.contracts.file import read


def row(code: str, quantity: float, hours: float, total: float) -> str:
    """One line of an hours table."""
    printed = f"{{quantity: {quantity}, unit_hours: {hours}, total_hours: {total}}}"
    count = "{kinds: [visit]}"
    return f"  - {{code: {code}, title: 行, group: 组, unit: 次, count: {count}, printed: {printed}}}\n"


def total(hours: float) -> str:
    """The last line of an hours table."""
    count = "{measure: {total: hours}}"
    return f"  - {{code: T, title: 合计, unit: 小时, count: {count}, printed: {{total_hours: {hours}}}}}\n"


def findings(*lines: str) -> list[Finding]:
    """What is found in the small contract with these lines after its own."""
    return arithmetic(read(SMALL + "".join(lines)))


def summary(found: list[Finding]) -> list[tuple]:
    """Severity, code, printed and computed figure."""
    return [(one.severity, one.code, one.printed, one.computed) for one in found]


class Arithmetic(TestCase):
    """Both figures are kept whatever is wrong."""

    def test_a_table_without_hours_has_nothing_to_say(self):
        self.assertEqual([], arithmetic(read(SMALL)))

    def test_a_row_that_does_not_multiply_is_an_error_with_both_figures(self):
        found = findings(row("R", 14, 200, 4800))
        self.assertEqual([("error", "R", 4800, 2800)], summary(found))
        self.assertIn("14 × 200 = 2800，印刷为 4800", found[0].message)
        self.assertEqual(17, found[0].line)

    def test_a_total_that_agrees_with_a_wrong_row_is_found_too(self):
        """S1-X02: 22676 is the sum only because one row is wrong."""
        found = findings(row("R", 14, 200, 4800), row("S", 10, 2, 20), total(4820))
        self.assertEqual([("error", "R", 4800, 2800), ("error", "T", 4820, 2820)], summary(found))
        self.assertIn("与各行印刷数相符", found[1].message)

    def test_a_total_that_agrees_with_nothing_is_an_error(self):
        self.assertEqual(
            [("error", "T", 31, 30)], summary(findings(row("R", 10, 2, 20), row("S", 5, 2, 10), total(31)))
        )

    def test_a_right_total_is_confirmed_with_its_parts(self):
        found = findings(row("R", 10, 2, 20), total(20))
        self.assertEqual([("notice", "T", 20, 20)], summary(found))
        self.assertIn("组 20 = 20", found[0].message)

    def test_fractions_of_an_hour_are_no_rounding_errors(self):
        self.assertEqual([("notice", "T", 0.3, 0.3)], summary(findings(row("R", 3, 0.1, 0.3), total(0.3))))
