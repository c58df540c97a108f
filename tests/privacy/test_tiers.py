"""Tiers over time, by themselves."""

from datetime import date
from types import SimpleNamespace
from unittest import TestCase
from yidang.privacy.subscribers import first_difference
from yidang.privacy.tiers import stretches
from yidang.privacy.tiers import tier_on
from yidang.privacy.tiers import with_step


BEGUN = date(2026, 1, 10)
STEPS = ((BEGUN, "general"), (date(2026, 3, 1), "key"), (date(2026, 6, 1), "watch"))


def a_file(tiers=STEPS, begun=BEGUN, ended=None):
    return SimpleNamespace(recorded_on=begun, ended=ended, tiers=tiers, tier=tiers[-1][1] if tiers else "general")


class TiersTest(TestCase):
    def test_each_stretch_ends_on_the_day_before_the_next(self):
        found = [(one.since.isoformat(), one.until and one.until.isoformat(), one.tier) for one in stretches(a_file())]
        self.assertEqual(
            [
                ("2026-01-10", "2026-02-28", "general"),
                ("2026-03-01", "2026-05-31", "key"),
                ("2026-06-01", None, "watch"),
            ],
            found,
        )

    def test_the_end_of_the_service_ends_the_last_stretch_and_drops_later_ones(self):
        found = stretches(a_file(ended=date(2026, 4, 30)))
        self.assertEqual([date(2026, 2, 28), date(2026, 4, 30)], [one.until for one in found])

    def test_a_file_dated_later_drops_what_lay_before_it(self):
        found = stretches(a_file(begun=date(2026, 4, 1)))
        self.assertEqual(
            [(date(2026, 4, 1), "key"), (date(2026, 6, 1), "watch")], [(one.since, one.tier) for one in found]
        )

    def test_the_tier_on_a_day_is_the_one_that_held_then(self):
        days = (date(2026, 1, 1), date(2026, 2, 28), date(2026, 3, 1), date(2026, 12, 31), None)
        self.assertEqual(["general", "general", "key", "watch", "watch"], [tier_on(a_file(), day) for day in days])

    def test_a_step_takes_the_place_of_what_was_told_for_later(self):
        self.assertEqual((STEPS[0], (date(2026, 2, 1), "watch")), with_step(STEPS, date(2026, 2, 1), "watch"))

    def test_a_step_to_the_same_tier_is_none(self):
        self.assertEqual(STEPS[:2], with_step(STEPS, date(2026, 5, 1), "key"))


class WithoutADayTest(TestCase):
    """A draft of which nobody has written yet when it was made: its first tier holds from ever."""

    STEPS = ((None, "general"), (date(2026, 3, 1), "key"))

    def test_its_first_tier_holds_on_every_day_before_the_second(self):
        draft = a_file(self.STEPS, begun=None)
        days = (date(2020, 1, 1), date(2026, 2, 28), date(2026, 3, 1))
        self.assertEqual(["general", "general", "key"], [tier_on(draft, day) for day in days])

    def test_its_stretches_have_no_first_day(self):
        found = stretches(a_file(self.STEPS, begun=None, ended=date(2026, 5, 1)))
        self.assertEqual(
            [(None, date(2026, 2, 28), "general"), (date(2026, 3, 1), date(2026, 5, 1), "key")],
            [tuple(one) for one in found],
        )

    def test_a_step_comes_after_it(self):
        self.assertEqual(self.STEPS, with_step(self.STEPS[:1], date(2026, 3, 1), "key"))

    def test_a_change_of_it_concerns_all_days(self):
        about = ("female", 2015, (), None)
        self.assertIsNone(first_difference((self.STEPS, about), (((BEGUN, "general"), self.STEPS[1]), about)))
