"""The verdict on many units at once is the verdict on each of them."""

from hypothesis import given
from tests.indicators import oracle_units
from tests.indicators import strategies as some
from tests.indicators.test_engine_oracle import CALENDAR
from tests.indicators.test_engine_oracle import QUICK
from tests.indicators.test_engine_oracle import todays
from tests.indicators.test_engine_oracle_units import given_spans
from unittest import TestCase
from yidang.indicators.engine import parse_rule
from yidang.indicators.engine import recount
from yidang.indicators.engine import tally
from yidang.indicators.engine.judge import all_met
from yidang.indicators.engine.judge import worst_state
from yidang.indicators.engine.views import total


class CrowdTest(TestCase):
    @QUICK
    @given(some.wide_rule_data(), some.wide_fact_lists, todays, given_spans)
    def test_the_lowest_and_the_highest_decide_for_all(self, data, facts, today, spans):
        rule = parse_rule({key: value for key, value in data.items() if key != "also"})
        dimension = oracle_units.dimensions(data)[0]
        expected = {f"{dimension}s": spans} if spans is not None and dimension else {}
        found = tally(recount(facts, [rule], CALENDAR), rule, CALENDAR, today, **expected)
        units = found.details.units
        judged = [unit for unit in units if unit.judged()]
        amounts = [unit.target.amount for unit in units if unit.target]
        self.assertEqual(
            (
                any(unit.start <= today for unit in units),
                total(amounts[-1:] if rule.is_plain() else amounts),
                all_met(judged),
                worst_state([unit.state(today, rule.grows()) for unit in judged]),
            ),
            (found.begun, found.target, found.met, found.state),
        )
