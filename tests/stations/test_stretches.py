"""One person on any day: certificates, the year to get one, ages with and without 含, five years of training."""

from datetime import date
from datetime import timedelta
from hypothesis import given
from hypothesis import strategies as st
from unittest import TestCase
from yidang.stations.stretches import Card
from yidang.stations.stretches import state_on
from yidang.stations.stretches import stretches
from yidang.stations.stretches import training_hours
from yidang.stations.stretches import years_since


SINCE, UNTIL = date(2023, 1, 1), date(2026, 1, 1)


def certificate(kind="social_worker", issued=None, expires=None):
    return {"certificate": kind, "issued": issued, "expires": expires}


def training(day, hours, organiser="authority"):
    return {"date": day, "hours": hours, "organiser": organiser, "title": None}


def on(card, day):
    attributes, amounts = state_on(card, day)
    return {**attributes, **amounts}


class CertificatesTest(TestCase):
    def test_a_certificate_counts_from_the_day_of_issue_to_its_last_day(self):
        card = Card(
            "worker", date(2024, 1, 1), certificates=(certificate(issued=date(2024, 6, 1), expires=date(2024, 8, 31)),)
        )
        held = [
            on(card, day)["certified"]
            for day in (date(2024, 5, 31), date(2024, 6, 1), date(2024, 8, 31), date(2024, 9, 1))
        ]
        self.assertEqual([False, True, True, False], held)

    def test_a_certificate_without_a_day_has_always_been_held(self):
        self.assertTrue(
            on(Card("worker", date(2020, 1, 1), certificates=(certificate(),)), date(2020, 1, 1))["certified"]
        )

    def test_a_family_counsellor_is_qualified_but_not_certified(self):
        found = on(Card("worker", SINCE, certificates=(certificate("family_counsellor"),)), SINCE)
        self.assertEqual((True, False), (found["qualified"], found["certified"]))

    def test_a_local_social_worker_holds_no_national_certificate(self):
        found = on(Card("worker", SINCE, certificates=(certificate("local_social_worker"),)), SINCE)
        self.assertEqual(
            (False, False, ("local_social_worker",)), (found["qualified"], found["certified"], found["certificates"])
        )

    def test_the_certificate_may_come_until_the_corresponding_day_of_the_next_year(self):
        card = Card("worker", date(2024, 3, 1))
        self.assertTrue(on(card, date(2025, 3, 1))["certified_in_time"])
        self.assertFalse(on(card, date(2025, 3, 2))["certified_in_time"])
        self.assertEqual(date(2025, 3, 1), on(card, date(2024, 3, 1))["certificate_due"])

    def test_a_certificate_that_came_too_late_was_not_in_time_though_it_is_held(self):
        late = Card("worker", date(2024, 3, 1), certificates=(certificate(issued=date(2025, 4, 1)),))
        found = on(late, date(2025, 5, 1))
        self.assertEqual(
            (True, False, None), (found["certified"], found["certified_in_time"], found.get("certificate_due"))
        )

    def test_one_issued_on_the_last_day_was_in_time(self):
        card = Card("worker", date(2024, 2, 29), certificates=(certificate(issued=date(2025, 2, 28)),))
        self.assertTrue(on(card, date(2026, 1, 1))["certified_in_time"])


class YearsTest(TestCase):
    def test_a_year_is_full_on_the_birthday(self):
        born = date(1984, 5, 12)
        self.assertEqual([39, 40], [years_since(born, day) for day in (date(2024, 5, 11), date(2024, 5, 12))])

    def test_born_on_a_leap_day(self):
        self.assertEqual(
            [40, 41], [years_since(date(1984, 2, 29), day) for day in (date(2025, 2, 27), date(2025, 2, 28))]
        )

    def test_experience_that_has_not_begun_is_unknown(self):
        self.assertIsNone(years_since(date(2025, 1, 1), date(2024, 12, 31)))


class TrainingTest(TestCase):
    def test_hours_count_for_five_years(self):
        rows = [training(date(2020, 6, 15), 80)]
        hours = [
            training_hours(rows, day)
            for day in (date(2020, 6, 14), date(2020, 6, 15), date(2025, 6, 15), date(2025, 6, 16))
        ]
        self.assertEqual([0, 80, 80, 0], hours)

    def test_only_recognised_organisers_count(self):
        rows = [training(date(2024, 1, 1), 60), training(date(2024, 1, 2), 70, "other")]
        self.assertEqual(60, training_hours(rows, date(2024, 2, 1)))


class StretchesTest(TestCase):
    def test_somebody_of_whom_little_is_known_is_cut_once_when_the_year_is_over(self):
        found = stretches(Card("worker", date(2024, 1, 1)), SINCE, UNTIL)
        self.assertEqual([(date(2024, 1, 1), date(2025, 1, 1)), (date(2025, 1, 2), None)], [one[:2] for one in found])

    def test_nothing_is_cut_after_leaving(self):
        found = stretches(Card("worker", date(2024, 1, 1), date(2024, 6, 30), born=date(1990, 3, 3)), SINCE, UNTIL)
        self.assertEqual(
            [(date(2024, 1, 1), date(2024, 3, 2)), (date(2024, 3, 3), date(2024, 6, 30))], [one[:2] for one in found]
        )

    def test_years_before_the_window_make_no_stretches(self):
        card = Card("worker", date(2005, 1, 1), certificates=(certificate(),), born=date(1980, 7, 1))
        self.assertEqual(
            [date(2005, 1, 1), date(2023, 7, 1), date(2024, 7, 1), date(2025, 7, 1)],
            [one.first for one in stretches(card, SINCE, UNTIL)],
        )

    def test_the_birth_date_itself_is_never_told(self):
        card = Card("worker", date(2024, 1, 1), born=date(1990, 3, 3))
        for one in stretches(card, SINCE, UNTIL):
            self.assertNotIn(card.born, [*one.attributes.values(), *one.amounts.values()])


days = st.dates(date(2018, 1, 1), date(2027, 12, 31))
rows = st.builds(certificate, st.sampled_from(["social_worker", "teacher"]), st.none() | days, st.none())
cards = st.builds(
    Card,
    role=st.just("worker"),
    started=days,
    left=st.none(),
    certificates=st.lists(rows, max_size=3).map(tuple),
    born=st.none() | st.dates(date(1960, 1, 1), date(2004, 12, 31)),
    experience_since=st.none() | days,
    trainings=st.lists(st.builds(training, days, st.integers(1, 90)), max_size=4).map(tuple),
)


class AnyDayTest(TestCase):
    @given(cards, st.none() | st.integers(0, 3000), st.dates(SINCE, UNTIL))
    def test_the_stretch_of_a_day_says_what_the_card_says_of_that_day(self, card, stay, day):
        left = None if stay is None else card.started + timedelta(days=stay)
        card = Card(**{**{name: getattr(card, name) for name in Card.__dataclass_fields__}, "left": left})
        found = [
            one for one in stretches(card, SINCE, UNTIL) if one.first <= day and (one.last is None or day <= one.last)
        ]
        present = card.started <= day and (left is None or day <= left)
        self.assertEqual([state_on(card, day)] if present else [], [(one.attributes, one.amounts) for one in found])
