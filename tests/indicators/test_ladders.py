"""Lines that fill one another: who counts where, against every possible allocation on small cases (S2-X14)."""

from datetime import date
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
from itertools import product
from tests.indicators.told import Contract
from tests.indicators.told import Line
from tests.indicators.told import Record
from tests.indicators.told import YEAR
from unittest import TestCase
from yidang.indicators.engine import as_of
from yidang.indicators.engine import board
from yidang.indicators.engine import describe
from yidang.indicators.engine import parse_rules
from yidang.indicators.engine import recount
from yidang.indicators.engine import rule_as_data
from yidang.indicators.engine import Ruleset
from yidang.indicators.engine.facts import Fact
from yidang.indicators.engine.ladders import ladder_of
from yidang.indicators.engine.ladders import pour
from yidang.indicators.engine.placing import Placing
from yidang.indicators.engine.problems import RuleError
from yidang.indicators.ledger import Ledger


LEVELS = ("national", "city", "district")
TODAY = date(2024, 12, 31)


def a_line(level, target, fills="", **more):
    """One line of media of a level."""
    where = [{"field": "levels", "in": [level]}]
    data = {"code": level, "title": level, "unit": "篇", "target": target, "basis": "verified", **more}
    data.setdefault("count", {"kinds": ["article"], "where": where})
    return {**data, "fills": fills} if fills else data


def the_ladder(*targets):
    """National, city and district; each fills the next."""
    return parse_rules(a_line(*one) for one in zip(LEVELS, targets, (*LEVELS[1:], ""), strict=True))


def an_article(number, *levels, day=None, **more):
    fields = {"standing": "verified", "contract": "c", "attributes": {"levels": levels}, **more}
    return Fact(kind="article", uid=f"u{number:02}", date=day or date(2024, 1 + number % 12, 1), **fields)


def told(facts, rules, today=TODAY):
    """The tallies and the placing of the same facts."""
    rules = list(rules)
    tallies = board(rules, recount(facts, rules, YEAR), YEAR, today)
    return tallies, Placing(facts, ladder_of(rules[0], rules), YEAR, today)


def values(tallies):
    return [tallies[one].value for one in LEVELS]


slots = st.lists(st.integers(0, 3), min_size=3, max_size=3)
levels = st.lists(st.sampled_from(LEVELS), unique=True, max_size=3).map(tuple)
days = st.dates(date(2023, 12, 20), date(2025, 1, 5))
standings = st.sampled_from(["verified", "verified", "verified", "submitted", "none"])
articles = st.lists(st.tuples(levels, days, standings), max_size=6).map(
    lambda rows: [an_article(at, *row[0], day=row[1], standing=row[2]) for at, row in enumerate(rows)]
)


def could_fill(fact, at):
    """Whether a record may count in a line: it names that level or a higher one (docs/indicators.md)."""
    return (
        fact.standing == "verified"
        and date(2024, 1, 1) <= fact.date <= date(2024, 12, 31)
        and bool(set(fact.attributes["levels"]) & set(LEVELS[: at + 1]))
    )


def best(facts, wanted):
    """By trying everything: the most slots that can be kept, the higher lines first where that is a choice."""
    found = (0, ())
    for places in product((None, 0, 1, 2), repeat=len(facts)):
        if all(at is None or could_fill(fact, at) for fact, at in zip(facts, places, strict=True)):
            kept = tuple(min(wanted[at], places.count(at)) for at in range(3))
            found = max(found, (sum(kept), kept))
    return found[1]


class EveryAllocation(TestCase):
    @settings(max_examples=150, deadline=None)
    @given(articles, slots)
    def test_no_allocation_keeps_more_promises_and_no_record_counts_twice(self, facts, wanted):
        tallies, placing = told(facts, the_ladder(*(f">= {one}" for one in wanted)))
        kept = tuple(min(number, limit) for number, limit in zip(values(tallies), wanted, strict=True))
        self.assertEqual(kept, best(facts, wanted) or (0, 0, 0))
        # Every record that could count somewhere counts once.
        self.assertEqual(sum(values(tallies)), sum(could_fill(fact, 2) for fact in facts))
        self.assertEqual(len({slot.fact.uid for slot in placing.slots}), len(placing.slots))

    @settings(max_examples=150, deadline=None)
    @given(articles, slots)
    def test_sums_and_lists_agree_by_line_and_by_month(self, facts, wanted):
        rules = the_ladder(*(f">= {one}" for one in wanted))
        tallies, placing = told(facts, rules)
        for rule in rules:
            counted = placing.evidence(rule).counted
            self.assertEqual(tallies[rule.code].value, len(counted))
            months = {label: number for label, number in tallies[rule.code].months.items() if number}
            by_month = [fact.date.isoformat()[:7] for fact in counted]
            self.assertEqual(months, {label: by_month.count(label) for label in by_month})
            came = [slot for slot in placing.counted(rule) if slot.owner.code != rule.code]
            self.assertEqual(sum(tallies[rule.code].received.values()), len(came))
            if came:  # only what was missing is filled
                self.assertLessEqual(tallies[rule.code].value, wanted[LEVELS.index(rule.code)])
            for fact, reasons in placing.evidence(rule).excluded:
                self.assertTrue(reasons, fact)

    @settings(max_examples=60, deadline=None)
    @given(articles, slots)
    def test_what_is_taken_back_leaves_no_trace(self, facts, wanted):
        ruleset = Ruleset(the_ladder(*(f">= {one}" for one in wanted)), YEAR)
        cells = recount(facts, ruleset.rules, YEAR)
        for fact in facts[1:]:
            cells.subtract(ruleset.contribute(fact))
        self.assertEqual(cells, recount(facts[:1], ruleset.rules, YEAR))


class WhoCountsWhere(TestCase):
    def setUp(self):
        self.rules = the_ladder(">= 1", ">= 1", ">= 4")

    def test_a_surplus_national_piece_fills_the_slot_of_the_city_and_says_so(self):
        facts = [an_article(1, "national"), an_article(2, "national"), an_article(3, "district")]
        tallies, placing = told(facts, self.rules)
        self.assertEqual(values(tallies), [1, 1, 1])
        self.assertEqual([tallies[one].met for one in LEVELS], [True, True, False])
        self.assertEqual((tallies["national"].given, tallies["city"].received), ({"city": 1}, {"national": 1}))
        national, city, district = (placing.evidence(rule) for rule in self.rules)
        self.assertEqual([fact.uid for fact in national.counted], ["u01"])
        self.assertEqual([fact.uid for fact in city.counted], ["u02"])
        gone = {fact.uid: [one.message for one in why] for fact, why in national.excluded}
        self.assertEqual(gone["u02"], ["富余，补入“city”（city），不重复计入"])
        told_of = placing.explain(facts[1], self.rules[1])
        self.assertEqual((told_of.counted, told_of.note), (True, "“national”（national）富余，补入本项"))

    def test_a_piece_in_two_papers_counts_in_the_higher_line_and_not_again(self):
        facts = [an_article(1, "district", "national")]
        tallies, placing = told(facts, self.rules)
        self.assertEqual(values(tallies), [1, 0, 0])
        reasons = placing.evidence(self.rules[2]).excluded[0][1]
        self.assertEqual([one.message for one in reasons], ["已用于“national”（national），不重复计入"])

    def test_a_surplus_that_nobody_needs_stays_and_the_nearest_line_gives_first(self):
        facts = [an_article(at, "national") for at in range(3)] + [an_article(at, "city") for at in range(5, 8)]
        tallies, _ = told(facts, the_ladder(">= 1", ">= 1", ">= 3"))
        self.assertEqual(values(tallies), [2, 1, 3])
        self.assertEqual(tallies["district"].received, {"city": 2, "national": 1})

    def test_a_past_day_is_told_from_what_was_there_then(self):
        facts = [an_article(1, "national"), an_article(2, "national"), an_article(3, "city")]
        early, late = date(2024, 3, 31), TODAY
        then, now = (told(list(as_of(facts, day)), self.rules, day)[0] for day in (early, late))
        self.assertEqual(values(then), [1, 1, 0])
        self.assertEqual(then["city"].received, {"national": 1})
        self.assertEqual((values(now), now["city"].received), ([1, 1, 1], {}))

    def test_the_target_of_the_day_decides(self):
        versions = [{"from": "2024-07-01", "target": ">= 2"}]
        rules = parse_rules(
            [a_line("national", ">= 1", "city", targets=versions), a_line("city", ">= 1"), a_line("district", "none")]
        )
        facts = [an_article(1, "national"), an_article(2, "national")]
        before, after = (told(facts, rules, day)[0] for day in (date(2024, 6, 30), date(2024, 7, 1)))
        self.assertEqual((values(before)[:2], values(after)[:2]), ([1, 1], [2, 0]))

    def test_more_than_and_exactly_have_slots_of_their_own(self):
        facts = [an_article(at, "national") for at in range(4)]
        self.assertEqual(values(told(facts, the_ladder("> 1", "= 1", ">= 4"))[0]), [2, 1, 1])
        self.assertEqual(pour([4, 0, 0], [None, 2, 2]), ())

    def test_completion_of_the_contract_knows_what_was_filled(self):
        share = {"code": "all", "unit": "%", "target": ">= 100%", "count": {"measure": {"total": "completion"}}}
        rules = parse_rules([a_line("national", ">= 1", "city"), a_line("city", ">= 1"), share])
        facts = [an_article(1, "national"), an_article(2, "national")]
        found = board(rules, recount(facts, rules, YEAR), YEAR, TODAY)
        self.assertEqual((found["all"].numerator, found["all"].denominator), (2, 2))


class InTheLedger(TestCase):
    """A ledger holds what a recount finds, in whatever order it is told."""

    LINES = (a_line("national", ">= 1", "city"), a_line("city", ">= 1", "district"), a_line("district", ">= 4"))
    FACTS = (an_article(1, "national"), an_article(2, "national", "city"), an_article(3, "city"))

    def told(self, order):
        things = {1: Contract(), **{2 + at: Line(rule) for at, rule in enumerate(self.LINES)}}
        things |= {100 + at: Record((fact,)) for at, fact in enumerate(self.FACTS)}
        ledger = Ledger("yidang_ledger")
        for rid in order(things):
            ledger.index_object(rid, things[rid])
        return ledger

    def values(self, ledger):
        rules = ledger.plan("c").ruleset().rules
        cells = recount(ledger.facts("c"), rules, YEAR)
        self.assertEqual(dict(ledger.numbers("c")), dict(cells.numbers()))
        return {code: one.value for code, one in board(rules, ledger.cells("c"), YEAR, TODAY).items()}

    def test_in_any_order_and_after_every_change(self):
        for order in (list, reversed, lambda things: sorted(things, key=lambda rid: rid % 7)):
            ledger = self.told(order)
            self.assertEqual(self.values(ledger), {"national": 1, "city": 1, "district": 1})
            ledger.index_object(2, Line(a_line("national", ">= 1")))
            self.assertEqual(self.values(ledger), {"national": 2, "city": 1, "district": 1})
            ledger.unindex_object(101)
            self.assertEqual(self.values(ledger), {"national": 1, "city": 1, "district": 0})
            ledger.unindex_object(4)  # the line that the city fills goes
            self.assertEqual(self.values(ledger), {"national": 1, "city": 1})


class HowItIsWritten(TestCase):
    def rules(self):
        return the_ladder(">= 1", ">= 1", ">= 4")

    def test_a_sentence_and_the_data_tell_it(self):
        rule = self.rules()[0]
        self.assertIn("富余的补入 city 的空缺，每篇只计一次", describe(rule))
        self.assertIn("空缺可由 city 的富余补入", describe(self.rules()[2]))
        self.assertEqual(rule_as_data(rule)["fills"], "city")

    def refused(self, *lines):
        with self.assertRaises(RuleError) as caught:
            parse_rules(lines)
        return "\n".join(one.message for one in caught.exception.problems)

    def test_an_unknown_line_is_refused_with_the_nearest_one(self):
        said = self.refused(a_line("national", ">= 1", "citty"), a_line("city", ">= 1"))
        self.assertEqual(said, "指标 national：fills 指向不存在的指标“citty”，是否想写“city”？")

    def test_lines_that_fill_one_another_are_refused(self):
        said = self.refused(a_line("national", ">= 1", "city"), a_line("city", ">= 1", "national"))
        self.assertIn("成环：national → city → national", said)
        self.assertIn("成环：city → city", self.refused(a_line("city", ">= 1", "city")))

    def test_a_line_is_filled_by_one_other_only(self):
        said = self.refused(
            a_line("national", ">= 1", "district"), a_line("city", ">= 1", "district"), a_line("district", ">= 1")
        )
        self.assertEqual(said, "指标 city：district 已由 national 补入，一项指标只能由一项补入")

    def test_lines_that_count_something_else_are_refused(self):
        visits = {"kinds": ["visit"]}
        cases = (
            ({"unit": "次"}, "单位是“篇”"),
            ({"count": visits}, "数的是 article，city 数的是 visit"),
            ({"basis": "submitted"}, "计数依据（basis）不同"),
            ({"per": ["month"]}, "city 分对象或时间考核（per）"),
            ({"also": [{"target": ">= 1", "per": ["station"]}]}, "有同时考核的内容"),
            ({"count": {"kinds": ["article"], "measure": {"distinct": "levels"}}}, "不是逐件计数"),
            ({"hours": {"unit": 2}}, "折算工时"),
        )
        for more, said in cases:
            with self.subTest(said):
                self.assertIn(said, self.refused(a_line("national", ">= 1", "city"), a_line("city", ">= 1", **more)))

    def test_a_line_without_a_number_has_nothing_to_spare(self):
        for target in ("none", "~ 3"):
            self.assertIn("谈不上富余", self.refused(a_line("national", target, "city"), a_line("city", ">= 1")))

    def test_parts_and_wholes_stay_out(self):
        part = a_line("part", ">= 1", count={}, part_of="city")
        said = self.refused(a_line("national", ">= 1", "city"), a_line("city", ">= 1"), part)
        self.assertIn("city 有其中项", said)
