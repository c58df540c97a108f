"""The ledger keeps what a recount finds, in whatever order it is told and whatever is changed."""

from dataclasses import replace
from datetime import date
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
from tests.indicators.strategies import facts
from tests.indicators.strategies import TERM
from tests.indicators.told import a_rule
from tests.indicators.told import a_visit
from tests.indicators.told import CONTRACT
from tests.indicators.told import Contract
from tests.indicators.told import Line
from tests.indicators.told import Record
from unittest import TestCase
from yidang.indicators.engine import recount
from yidang.indicators.engine.calendar import Calendar
from yidang.indicators.ledger import Ledger
from ZODB.MappingStorage import MappingStorage

import ZODB


RULES = (
    a_rule("I1"),
    a_rule("I2", measure={"sum": "hours"}, kinds=["visit", "activity"]),
    a_rule("I3", measure={"distinct": "subjects"}, kinds=["visit", "case"]),
    a_rule("I4", part_of="I1", where=[{"field": "mode", "is": "home"}]),
    a_rule("I5", kinds=["activity"], per=["worker", "month"]),
)
# Which line is told anew, by the rule of which; None takes it out. The first stays as it is, another is part of it.
CHANGES = [(place, other) for place in range(1, 5) for other in (*range(5), None)] + [(0, 0), (0, None)]


def told(calendar=None, rules=RULES) -> Ledger:
    """A ledger that knows the contract."""
    ledger = Ledger("yidang_ledger")
    ledger.index_object(1, Contract(calendar) if calendar else Contract())
    for number, rule in enumerate(rules):
        ledger.index_object(2 + number, Line(rule))
    return ledger


def kept(ledger: Ledger) -> dict:
    """Every number that the ledger holds."""
    return dict(ledger.numbers(CONTRACT))


def found(ledger: Ledger) -> dict:
    """Every number that a recount of its facts finds."""
    ruleset = ledger.plan(CONTRACT).ruleset()
    return dict(recount(ledger.facts(CONTRACT), ruleset.rules, ruleset.calendar).numbers())


class LedgerTest(TestCase):
    def test_a_record_counts_once_however_often_it_is_indexed(self):
        ledger = told()
        for _ in range(3):
            ledger.index_object(100, Record((a_visit(1),)))
        self.assertEqual(1, ledger.records(CONTRACT)["I1"])

    def test_what_is_taken_out_leaves_nothing_behind(self):
        ledger = told()
        ledger.index_object(100, Record((a_visit(1, subjects=("li",)),)))
        ledger.unindex_object(100)
        self.assertEqual({}, kept(ledger))
        self.assertEqual([], list(ledger.facts(CONTRACT)))
        self.assertEqual(0, ledger.numObjects())

    def test_a_record_told_before_its_contract_counts_as_soon_as_rules_and_term_are_known(self):
        ledger = Ledger("yidang_ledger")
        ledger.index_object(100, Record((a_visit(1),)))
        ledger.index_object(2, Line(RULES[0]))
        ledger.index_object(1, Contract())
        self.assertEqual(1, ledger.records(CONTRACT)["I1"])

    def test_a_part_that_is_told_before_its_whole_counts_as_soon_as_the_whole_is_told(self):
        ledger = Ledger("yidang_ledger")
        ledger.index_object(1, Contract())
        ledger.index_object(100, Record((a_visit(1, attributes={"mode": "home"}),)))
        ledger.index_object(3, Line(RULES[3]))
        self.assertEqual({}, kept(ledger))
        ledger.index_object(2, Line(RULES[0]))
        self.assertEqual(1, ledger.records(CONTRACT)["I4"])

    def test_a_part_whose_whole_goes_stops_counting(self):
        ledger = told(rules=(RULES[0], RULES[3]))
        ledger.index_object(100, Record((a_visit(1, attributes={"mode": "home"}),)))
        ledger.unindex_object(2)
        self.assertEqual({}, kept(ledger))

    def test_an_indicator_that_moves_to_another_contract_leaves_the_first(self):
        ledger = told(rules=RULES[:1])
        ledger.index_object(100, Record((a_visit(1),)))
        ledger.index_object(2, Line(RULES[0], uid="other"))
        self.assertEqual({}, kept(ledger))

    def test_a_changed_rule_recounts_its_contract(self):
        ledger = told()
        ledger.index_object(100, Record((a_visit(1, amounts={"hours": 2}),)))
        ledger.index_object(3, Line({**RULES[1], "count": {"kinds": ["activity"], "measure": "count"}}))
        self.assertEqual(found(ledger), kept(ledger))
        self.assertNotIn("I2", ledger.records(CONTRACT))

    def test_a_shorter_term_takes_out_what_now_lies_outside(self):
        ledger = told()
        ledger.index_object(100, Record((a_visit(11),)))
        ledger.index_object(1, Contract(Calendar(date(2024, 1, 1), date(2024, 6, 30))))
        self.assertEqual({}, kept(ledger))

    def test_a_record_that_moves_to_another_contract_leaves_the_first(self):
        ledger = told()
        ledger.index_object(100, Record((a_visit(1),)))
        ledger.index_object(100, Record((a_visit(1, contract="other"),)))
        self.assertEqual({}, kept(ledger))
        self.assertEqual(1, len(list(ledger.facts("other"))))

    def test_a_contract_whose_uid_begins_like_another_keeps_to_itself(self):
        ledger = told()
        ledger.index_object(50, Contract(uid="c2"))
        ledger.index_object(51, Line(RULES[0], uid="c2"))
        ledger.index_object(100, Record((a_visit(1, contract="c2"),)))
        self.assertEqual([], list(ledger.facts(CONTRACT)))
        self.assertEqual(1, ledger.records("c2")["I1"])

    def test_a_contract_that_goes_takes_its_rows_along(self):
        ledger = told()
        ledger.index_object(100, Record((a_visit(1),)))
        ledger.unindex_object(1)
        self.assertEqual({}, kept(ledger))

    def test_clear_and_a_new_telling_in_any_order_give_the_same_numbers(self):
        ledger = told()
        told_things = {1: Contract(), **{2 + n: Line(rule) for n, rule in enumerate(RULES)}}
        told_things |= {100 + n: Record((a_visit(n, subjects=(f"s{n % 3}",), station="a"),)) for n in range(20)}
        for rid, thing in told_things.items():
            ledger.index_object(rid, thing)
        before = kept(ledger)
        ledger.clear()
        for rid, thing in reversed(told_things.items()):
            ledger.index_object(rid, thing)
        self.assertEqual(before, kept(ledger))

    @settings(max_examples=40, deadline=None)
    @given(st.lists(facts, max_size=12), st.lists(st.sampled_from(CHANGES), max_size=8))
    def test_any_sequence_of_changed_rules_leaves_what_a_recount_finds(self, stated, changes):
        ledger = told(Calendar(*TERM))
        for rid, fact in enumerate(stated, 100):
            ledger.index_object(rid, Record((replace(fact, contract=CONTRACT),)))
        for place, other in changes:
            if other is None:
                ledger.unindex_object(2 + place)
            else:
                whole = RULES[place].get("part_of", "") if other == place else ""
                ledger.index_object(2 + place, Line({**RULES[other], "code": RULES[place]["code"], "part_of": whole}))
            self.assertEqual(found(ledger), kept(ledger))

    def test_a_new_line_leaves_the_records_of_other_kinds_alone(self):
        ledger = told(rules=RULES[:1])
        ledger.index_object(100, Record((a_visit(1),)))
        with ZODB.DB(MappingStorage()).transaction() as connection:
            connection.root()["ledger"] = ledger
            connection.transaction_manager.commit()
            ledger.index_object(50, Line(a_rule("I9", kinds=["activity"])))
            self.assertFalse(ledger.entries[100]._p_changed)

    @settings(max_examples=60, deadline=None)
    @given(st.lists(st.tuples(st.integers(100, 106), st.one_of(st.none(), facts)), max_size=25))
    def test_any_sequence_of_edits_leaves_what_a_recount_finds(self, edits):
        ledger = told(Calendar(*TERM))
        for rid, fact in edits:
            if fact is None:
                ledger.unindex_object(rid)
            else:
                own = type(fact)(**{**{name: getattr(fact, name) for name in fact.__slots__}, "contract": CONTRACT})
                ledger.index_object(rid, Record((own,)))
        self.assertEqual(found(ledger), kept(ledger))
