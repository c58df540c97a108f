"""The verdicts of the engine against the day-by-day oracle, over random rules of all shapes."""

from fractions import Fraction
from hypothesis import given
from hypothesis import strategies as st
from tests.indicators import oracle
from tests.indicators import oracle_units
from tests.indicators import strategies as some
from tests.indicators.test_engine_oracle import CALENDAR
from tests.indicators.test_engine_oracle import QUICK
from tests.indicators.test_engine_oracle import shown
from tests.indicators.test_engine_oracle import todays
from unittest import TestCase
from yidang.indicators.engine import contribute
from yidang.indicators.engine import parse_rule
from yidang.indicators.engine import recount
from yidang.indicators.engine import rule_as_data
from yidang.indicators.engine import tally
from yidang.indicators.engine.cells import Cells


given_spans = st.one_of(
    st.none(),
    st.dictionaries(st.sampled_from(["li", "wang", "c1", "east", "o1"]), st.lists(some.spans, min_size=1, max_size=2)),
)


def of_engine(found):
    """Units of a promise as the oracle has them: value, amount asked, verdict."""
    return {
        (one.member, one.bucket): (one.value, one.target and round(float(one.target.amount), 6), one.met())
        for one in found.details.units
    }


def of_oracle(units):
    return {
        key: (shown(value), target and round(float(target[1]), 6), met) for key, (value, target, met) in units.items()
    }


class Units(TestCase):
    def tallied(self, data, facts, today, spans):
        rule = parse_rule(data)
        dimension = oracle_units.dimensions(data)[0]
        expected = {f"{dimension}s": spans} if spans is not None and dimension else {}
        return tally(recount(facts, [rule], CALENDAR), rule, CALENDAR, today, **expected)

    @QUICK
    @given(some.wide_rule_data(), some.wide_fact_lists, todays, given_spans)
    def test_every_unit_of_every_promise_is_judged_as_by_hand(self, data, facts, today, spans):
        found = self.tallied(data, facts, today, spans)
        by_hand = []
        for one, promise in zip((found, *found.also), oracle_units.promises(data), strict=True):
            given = spans if oracle_units.dimensions(promise)[0] == oracle_units.dimensions(data)[0] else None
            units = oracle_units.units(facts, promise, data["basis"], some.TERM, today, given)
            self.assertEqual(of_engine(one), of_oracle(units), promise)
            by_hand.append(units)
        self.assertEqual(found.met, oracle_units.whole_verdict(by_hand))

    @QUICK
    @given(some.wide_rule_data(), some.wide_fact_lists, todays)
    def test_the_number_of_every_promise_is_the_one_counted_by_hand(self, data, facts, today):
        found = self.tallied(data, facts, today, None)
        for one, promise in zip((found, *found.also), oracle_units.promises(data), strict=True):
            measure = promise["count"]["measure"]
            if not promise["per"] or "ratio" in measure or "entered" in measure:
                by_hand = oracle.value_at(facts, promise, data["basis"], some.TERM, today)
            else:
                units = oracle_units.units(facts, promise, data["basis"], some.TERM, today)
                by_hand = sum(value for value, *_ in units.values())
                by_hand = round(float(by_hand), 3) if isinstance(by_hand, Fraction) else by_hand
            self.assertEqual(one.value, shown(by_hand))


class Metamorphic(TestCase):
    @QUICK
    @given(some.wide_rule_data(), some.wide_fact_lists, st.randoms())
    def test_filing_in_any_order_and_taking_back_leaves_nothing(self, data, facts, random):
        rule, cells = parse_rule(data), Cells()
        shuffled = random.sample(facts, len(facts))
        for fact in facts:
            cells.add(contribute(fact, rule, CALENDAR))
        self.assertEqual(cells, recount(shuffled, [rule], CALENDAR))
        for fact in shuffled:
            cells.subtract(contribute(fact, rule, CALENDAR))
        self.assertEqual(cells, Cells())

    @QUICK
    @given(some.wide_rule_data())
    def test_rules_go_into_the_data_form_and_come_back(self, data):
        rule = parse_rule(data)
        self.assertEqual(parse_rule(rule_as_data(rule)), rule)
