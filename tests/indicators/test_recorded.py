"""Recorded hours beside standard hours: each written hour once, volunteers apart (S1-11, S1-X03)."""

from datetime import date
from pathlib import Path
from unittest import TestCase
from yidang.contracts.file import read
from yidang.indicators.engine import parse_rules
from yidang.indicators.engine import Ruleset
from yidang.indicators.engine.calendar import Calendar
from yidang.indicators.engine.facts import Child
from yidang.indicators.engine.facts import Fact
from yidang.indicators.planned import planned_shares
from yidang.indicators.planned import yearly_share
from yidang.indicators.recorded import recorded

import yidang.contracts


LIBRARY = Path(yidang.contracts.__file__).parent / "library"
YEAR = Calendar(date(2024, 1, 1), date(2024, 12, 31))
DAY = date(2024, 3, 5)


def rule(code, kinds, unit_hours=None, quantity=None, total=None, professional=False, **more):
    data = {"code": code, "title": code, "unit": "次", "count": {"kinds": kinds, **more.pop("count", {})}, **more}
    if unit_hours is not None:
        data["hours"] = unit_hours
    if quantity is not None:
        data["printed"] = {
            "quantity": quantity,
            "unit_hours": unit_hours,
            "total_hours": total or quantity * unit_hours,
        }
    return {**data, "professional": professional}


def rules(*data):
    return Ruleset(parse_rules(data), YEAR)


VISITS = rule("I01", ["visit"], {"unit": 2, "by": {"field": "mode", "values": {"phone": 1}}}, professional=True)
OFFICE = rule("I21", ["meeting"], 15)


def fact(kind, hours=None, workers=("anna",), uid="", day=DAY, **more):
    amounts = {**({} if hours is None else {"hours": hours}), **more.pop("amounts", {})}
    return Fact(kind, uid or f"{kind}-{hours}-{day}", "c", workers=workers, date=day, amounts=amounts, **more)


class RecordedTest(TestCase):
    def hours(self, *facts, data=(VISITS, OFFICE), **more):
        return recorded(facts, rules(*data), **more)

    def test_each_worker_in_charge_spent_the_hours(self):
        found = self.hours(fact("visit", 1.5, workers=("anna", "bo")))
        self.assertEqual(3, found.whole.recorded)
        self.assertEqual({"anna": 1.5, "bo": 1.5}, {one: share.recorded for one, share in found.by_worker.items()})

    def test_sessions_count_in_their_own_months_for_every_worker(self):
        children = (
            Child("session", date(2024, 3, 1), {"minutes": 60}),
            Child("session", date(2024, 5, 1), {"minutes": 90}),
        )
        found = self.hours(fact("case", 2.5, workers=("anna", "bo"), children=children))
        months = {label: share.recorded for label, share in found.by_month.items() if share.recorded}
        self.assertEqual({"2024-03": 2, "2024-05": 3}, months)
        self.assertEqual(2.5, found.by_worker["anna"].recorded)

    def test_a_session_after_the_term_does_not_count(self):
        children = (Child("session", date(2025, 1, 1), {"minutes": 60}),)
        self.assertEqual(0, self.hours(fact("case", 1, children=children)).whole.recorded)

    def test_a_draft_counts_nowhere(self):
        self.assertEqual(0, self.hours(fact("visit", 2, standing="none")).whole.recorded)

    def test_work_that_feeds_a_professional_line_is_professional(self):
        found = self.hours(fact("visit", 2), fact("meeting", 3))
        self.assertEqual((5, 2), (found.whole.recorded, found.whole.professional))

    def test_standard_hours_follow_the_kind_of_the_record(self):
        found = self.hours(
            fact("visit", 1, uid="a"), fact("visit", 1, uid="b", attributes={"mode": "phone"}), fact("meeting", 1)
        )
        self.assertEqual(
            (3, 15, 18), (found.by_kind["visit"].standard, found.by_kind["meeting"].standard, found.whole.standard)
        )

    def test_volunteers_hours_are_never_those_of_staff(self):
        line = rule("I10", ["volunteer_work"], 1, count={"measure": {"sum": "volunteer_hours"}})
        found = self.hours(fact("volunteer_work", 4, amounts={"volunteer_hours": 40}), data=(VISITS, line))
        self.assertEqual((0, 40, 0), (found.whole.recorded, found.whole.volunteers, found.whole.standard))
        self.assertEqual({}, dict(found.by_worker))

    def test_an_activity_with_volunteers_is_work_of_staff_and_of_volunteers(self):
        found = self.hours(fact("volunteer_activity", 3, amounts={"volunteer_hours": 30}))
        self.assertEqual((3, 30), (found.whole.recorded, found.whole.volunteers))

    def test_as_of_a_past_day(self):
        facts = (fact("visit", 2, uid="a"), fact("visit", 2, uid="b", day=date(2024, 4, 1)))
        self.assertEqual(2, self.hours(*facts, until=date(2024, 3, 31)).whole.recorded)

    def test_the_order_of_facts_does_not_matter(self):
        facts = [fact("visit", number, uid=str(number)) for number in (1, 2, 3)]
        self.assertEqual(self.hours(*facts), self.hours(*reversed(facts)))


class PlannedTest(TestCase):
    def test_the_printed_total_of_s1_the_right_one_and_that_without_volunteers(self):
        found = planned_shares(parse_rules(read(LIBRARY / "jiangxi-civil-affairs-2024.yaml").indicators()), 27440)
        self.assertEqual([22676, 20676, 17876], [hours for _, hours, _ in found][:3])
        # Rounded from two places, as the contract's readers do: 82.6, 75.4 and 65.1 %.
        self.assertEqual(["82.64", "75.35", "65.15"], [f"{100 * share:.2f}" for _, _, share in found][:3])

    def test_nothing_printed_gives_no_table(self):
        self.assertEqual([], planned_shares(parse_rules([VISITS]), 27440))

    def test_a_whole_year_owes_a_whole_year(self):
        self.assertEqual(1, yearly_share([(None, None)], YEAR))

    def test_joiners_leavers_and_returners_owe_their_days(self):
        stay = [(date(2023, 5, 1), date(2024, 1, 31)), (date(2024, 12, 1), None)]
        self.assertAlmostEqual((31 + 31) / 366, yearly_share(stay, YEAR))

    def test_half_a_year_of_contract_is_half_the_hours(self):
        self.assertEqual(0.5, yearly_share([(None, None)], Calendar(date(2024, 1, 1), date(2024, 6, 30))))

    def test_until_today(self):
        self.assertAlmostEqual(31 / 366, yearly_share([(None, None)], YEAR, date(2024, 1, 31)))
