"""The engine against the brute-force oracle, over random rules and facts."""

from datetime import date
from fractions import Fraction
from hypothesis import given
from hypothesis import HealthCheck
from hypothesis import settings
from hypothesis import strategies as st
from tests.indicators import oracle
from tests.indicators import strategies as some
from unittest import TestCase
from yidang.indicators.engine import contribute
from yidang.indicators.engine import evidence
from yidang.indicators.engine import parse_rule
from yidang.indicators.engine import recount
from yidang.indicators.engine import tally
from yidang.indicators.engine.calendar import Calendar
from yidang.indicators.engine.cells import Cells
from yidang.indicators.engine.rules import member_dimension
from yidang.indicators.engine.rules import period_dimension

import os
import pickle


CALENDAR = Calendar(*some.TERM)
EXAMPLES = int(os.environ.get("EXAMPLES", "50"))
QUICK = settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
todays = st.dates(date(2024, 1, 1), date(2024, 12, 31))


def shown(number):
    """A number counted by hand as a reader sees it."""
    return float(number) if isinstance(number, Fraction) else number


def units(found, dimension, period):
    """What a tally says of each member and period."""
    if dimension and period:
        return {(member, bucket): n for member, row in found.table.items() for bucket, n in row.items()}
    if dimension:
        return {(one.member, ""): one.value for one in found.members}
    return {("", one.bucket): one.value for one in found.buckets} if period else {("", ""): found.value}


class Oracle(TestCase):
    @QUICK
    @given(some.rule_data(), some.fact_lists, todays)
    def test_every_number_of_a_tally_is_the_one_counted_by_hand(self, data, facts, today):
        rule = parse_rule(data)
        dimension, period = member_dimension(rule.per), period_dimension(rule.per)
        found = tally(recount(facts, [rule], CALENDAR), rule, CALENDAR, today)
        for (member, bucket), value in units(found, dimension, period).items():
            by_hand = oracle.value_at(facts, data, rule.basis, some.TERM, today, dimension, member, period, bucket)
            self.assertEqual(value, shown(by_hand), (member, bucket))

    @QUICK
    @given(some.rule_data(), some.fact_lists, todays)
    def test_the_whole_is_the_sum_of_its_units_or_the_rate_of_the_contract(self, data, facts, today):
        rule = parse_rule(data)
        dimension, period = member_dimension(rule.per), period_dimension(rule.per)
        found = tally(recount(facts, [rule], CALENDAR), rule, CALENDAR, today)
        for basis, value in (("submitted", found.submitted_value), ("verified", found.verified_value)):
            if rule.is_plain() or not rule.per:
                by_hand = oracle.value_at(facts, data, basis, some.TERM, today)
            else:
                by_hand = sum(self.by_hand_units(facts, data, basis, today, dimension, period))
            self.assertEqual(value, shown(by_hand), basis)

    def by_hand_units(self, facts, data, basis, today, dimension, period):
        names = {one for fact in facts for one in oracle.members(fact, data, dimension)} - {""} if dimension else {""}
        buckets = oracle.periods_of(some.TERM, period) if period else {"": None}
        for member in names:
            for bucket in buckets:
                yield oracle.value_at(facts, data, basis, some.TERM, today, dimension, member, period, bucket)

    @QUICK
    @given(some.rule_data(), some.fact_lists, todays)
    def test_months_and_stations_beside_the_verdict_are_counted_by_hand_too(self, data, facts, today):
        rule = parse_rule(data)
        found = tally(recount(facts, [rule], CALENDAR), rule, CALENDAR, today)
        for month, value in found.months.items():
            by_hand = oracle.value_at(facts, data, rule.basis, some.TERM, today, period="month", bucket=month)
            self.assertEqual(value, shown(by_hand), month)
        data = {key: value for key, value in data.items() if key != "member"}
        for station, value in found.stations.items():
            by_hand = oracle.value_at(facts, data, rule.basis, some.TERM, today, "station", station)
            self.assertEqual(value, shown(by_hand), station)

    @QUICK
    @given(some.rule_data(), some.fact_lists)
    def test_evidence_is_what_counts_and_everything_left_out_has_a_reason(self, data, facts):
        rule = parse_rule(data)
        if rule.measure.kind == "ratio" or rule.as_of:
            return
        found = evidence(facts, rule, CALENDAR)
        by_hand = oracle.counting(facts, data, data["count"], rule.basis, some.TERM, some.END)
        self.assertEqual({fact.uid for fact in found.counted}, {fact.uid for fact in by_hand})
        self.assertTrue(all(reasons for _, reasons in found.excluded))
        misses = [sum(max(0.1, one.distance) for one in reasons) for _, reasons in found.excluded]
        self.assertEqual([round(one, 3) for one in misses], sorted(round(one, 3) for one in misses))


class Metamorphic(TestCase):
    @QUICK
    @given(some.rule_data(), some.fact_lists, st.randoms())
    def test_the_order_of_filing_does_not_matter(self, data, facts, random):
        rule, shuffled = parse_rule(data), list(facts)
        random.shuffle(shuffled)
        self.assertEqual(recount(facts, [rule], CALENDAR), recount(shuffled, [rule], CALENDAR))

    @QUICK
    @given(some.rule_data(), some.fact_lists)
    def test_filing_and_withdrawing_leaves_nothing(self, data, facts):
        rule, cells = parse_rule(data), Cells()
        for fact in facts:
            cells.add(contribute(fact, rule, CALENDAR))
        for fact in facts:
            cells.subtract(contribute(pickle.loads(pickle.dumps(fact)), rule, CALENDAR))
        self.assertEqual(cells, Cells())

    @QUICK
    @given(some.rule_data(), some.fact_lists)
    def test_the_stations_add_up_to_the_contract(self, data, facts):
        rule = parse_rule(data)
        found = tally(recount(facts, [rule], CALENDAR), rule, CALENDAR, some.END)
        if found.stations and not rule.per and rule.measure.kind in ("count", "sum"):
            self.assertEqual(round(sum(found.stations.values()), 3), found.value)
            self.assertEqual(round(sum(found.months.values()), 3), found.value)

    @QUICK
    @given(
        st.lists(some.rule_data(), min_size=1, max_size=3),
        st.lists(st.tuples(st.integers(0, 5), st.one_of(st.none(), some.facts)), max_size=25),
    )
    def test_random_edits_end_where_a_recount_does(self, several, edits):
        rules = [parse_rule({**data, "code": f"T-{place}"}) for place, data in enumerate(several)]
        cells, shelf = Cells(), {}
        for place, fact in edits:
            before = shelf.pop(place, None)
            for rule in rules:
                if before is not None:
                    cells.subtract(contribute(before, rule, CALENDAR))
                if fact is not None:
                    cells.add(contribute(fact, rule, CALENDAR))
            if fact is not None:
                shelf[place] = fact
        self.assertEqual(cells, recount(shelf.values(), rules, CALENDAR))
