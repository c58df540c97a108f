"""When a reminder is due."""

from datetime import date
from datetime import timedelta
from hypothesis import given
from hypothesis import strategies as st
from unittest import TestCase
from yidang.deadlines.engine.deadline import CONTRACT
from yidang.deadlines.engine.deadline import Deadline
from yidang.deadlines.engine.deadline import LINE
from yidang.deadlines.engine.deadline import state_of
from yidang.deadlines.engine.steps import step_of


DUE = date(2026, 11, 25)
BEFORE = (0, 1, 3, 7)


def step(days: int, done: bool = False, source: str = LINE, before=BEFORE, weeks: int = 4) -> str | None:
    """The step so many days before (or, negative, after) the day."""
    today = DUE - timedelta(days=days)
    one = Deadline("k", source, "简报", DUE, state_of(date(2026, 11, 1), DUE, today, done))
    return step_of(one, today, before, weeks)


class StepTest(TestCase):
    def test_seven_three_one_none_and_then_weekly(self):
        expected = {
            8: None, 7: "7", 6: "7", 4: "7", 3: "3", 2: "3", 1: "1", 0: "0",
            -1: "over-1", -7: "over-1", -8: "over-2", -22: "over-4", -28: "over-4", -29: None,
        }  # fmt: skip
        self.assertEqual(expected, {days: step(days) for days in expected})

    def test_what_is_done_is_not_reminded_of(self):
        self.assertIsNone(step(1, done=True))
        self.assertIsNone(step(-1, done=True))

    def test_the_end_of_the_term_is_announced_and_never_overdue(self):
        self.assertEqual("3", step(2, source=CONTRACT))
        self.assertIsNone(step(-1, source=CONTRACT))

    def test_settings_without_days_or_weeks_send_nothing(self):
        self.assertIsNone(step(0, before=()))
        self.assertIsNone(step(-1, weeks=0))

    @given(st.lists(st.integers(0, 20), max_size=5), st.integers(0, 10))
    def test_each_step_lasts_until_the_next_so_that_a_missed_day_is_made_good(self, before, weeks):
        steps = [step(days, before=before, weeks=weeks) for days in range(23, -80, -1)]
        seen = list(dict.fromkeys(one for one in steps if one is not None))
        self.assertEqual(len(set(before)) + weeks, len(seen))
        runs = [one for place, one in enumerate(steps) if place == 0 or steps[place - 1] != one]
        self.assertEqual(seen, [one for one in runs if one is not None])
