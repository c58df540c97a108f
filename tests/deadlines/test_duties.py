"""Duties that lines fulfil: on time if they were met on the day that the contract names."""

from collections.abc import Collection
from datetime import date
from tests.deadlines.promises import YEAR
from unittest import TestCase
from yidang.deadlines.engine.duties import duty_deadlines
from yidang.deadlines.engine.promises import Reading
from yidang.indicators.engine.cells import Cells


DUTY = {"code": "S4-02", "title": "督导选聘", "due_on": "2024-02-28", "indicators": ["S4-I03", "S4-I01"]}


class DutyTest(TestCase):
    def found(self, today: date, met: dict[str, date], **duty) -> list:
        def unmet(codes: Collection[str], day: date) -> list[str]:
            return [code for code in codes if met.get(code, date.max) > day]

        reading = Reading(Cells(), YEAR, today, lambda kinds: ())
        return list(duty_deadlines([{**DUTY, **duty}], reading, unmet))

    def state(self, today: date, met: dict[str, date]) -> str:
        [one] = self.found(today, met)
        return one.state

    def test_it_is_owed_until_the_end_of_its_day(self):
        self.assertEqual("soon", self.state(date(2024, 2, 28), {"S4-I03": date(2024, 2, 1)}))
        self.assertEqual("overdue", self.state(date(2024, 2, 29), {"S4-I03": date(2024, 2, 1)}))

    def test_all_its_lines_must_be_met_and_the_last_one_decides(self):
        first, day = date(2024, 2, 1), date(2024, 2, 28)
        self.assertEqual("done", self.state(date(2024, 6, 1), {"S4-I03": first, "S4-I01": day}))
        self.assertEqual("late", self.state(date(2024, 6, 1), {"S4-I03": first, "S4-I01": date(2024, 3, 1)}))

    def test_a_duty_without_a_day_or_without_a_line_has_no_deadline(self):
        self.assertEqual([], self.found(date(2024, 6, 1), {}, due_on=None))
        self.assertEqual([], self.found(date(2024, 6, 1), {}, indicators=[]))
