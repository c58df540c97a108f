"""Reading rules: what is accepted, and every mistake told with its place and the line's code."""

from copy import deepcopy
from datetime import date
from hypothesis import given
from hypothesis import settings
from tests.indicators.s0_rules import S0
from tests.indicators.strategies import rule_data
from unittest import TestCase
from yidang.indicators.engine import parse_rule
from yidang.indicators.engine import parse_rules
from yidang.indicators.engine import rule_as_data
from yidang.indicators.engine import RuleError
from yidang.indicators.engine.facts import Child
from yidang.indicators.engine.facts import Fact
from yidang.indicators.engine.targets import parse_target

import pickle


GOOD = {"code": "S0-I01", "target": ">= 300", "count": {"kinds": ["article"]}}


WHERE = {"any": [{"standing": "verified"}, {"field": "mode", "is": "home"}]}


def problems(**changes):
    """What is said about the good rule with these changes; `count__x` changes the count."""
    data = deepcopy(GOOD)
    for key, value in changes.items():
        place, _, inner = key.partition("__")
        (data[place] if inner else data).__setitem__(inner or place, value)
    try:
        parse_rule(data)
    except RuleError as error:
        return error.problems
    return []


class Targets(TestCase):
    def test_operators_in_every_spelling(self):
        for spelling, expected in (
            (">= 300", ">= 300"), ("≥300", ">= 300"), ("不少于 300", ">= 300"), (300, ">= 300"),
            ("至少1,000", ">= 1000"),
            ("＞６０００", "> 6000"), ("超过 6000", "> 6000"), ("= 4", "= 4"), ("5..6", "5..6"), ("5至6", "5..6"),
            ("5–6", "5..6"), ("~ 16", "~ 16"), ("约16", "~ 16"), ("80%", ">= 80%"),
            (">= 82.5 %", ">= 82.5%"), ("0.5", ">= 0.5"),
        ):  # fmt: skip
            with self.subTest(spelling):
                self.assertEqual(str(parse_target(spelling)), expected)

    def test_percentages_are_rounded_so_that_four_of_five_reach_eighty(self):
        target = parse_target("80%")
        self.assertTrue(target.percent and target.met(4 / 5) and target.met(28 / 35))
        self.assertFalse(target.met(27 / 35))

    def test_no_target(self):
        self.assertEqual([parse_target(one) for one in (None, "none", "无", "")], [None] * 4)

    def test_strictly_more_is_not_at_least(self):
        self.assertEqual([parse_target("> 6000").met(n) for n in (6000, 6000.5)], [False, True])

    def test_what_is_no_number_is_refused(self):
        for bad in ("≥ 三百", "many", ">=", "6..5", True, ">= -3", [3], "300 篇"):
            with self.subTest(bad), self.assertRaises(ValueError):
                parse_target(bad)


class Mistakes(TestCase):
    def assert_says(self, found, path, *words):
        told = {problem.path: problem.message for problem in found}
        self.assertIn(path, told)
        for word in ("S0-I01", *words):
            self.assertIn(word, told[path])

    def test_a_target_that_is_no_number(self):
        self.assert_says(problems(target="≥ 三百"), ("target",), "≥ 三百", "不是数字")

    def test_unknown_keys_with_the_nearest_known_one(self):
        self.assert_says(problems(targt=">= 3"), ("targt",), "targt", "是否想写“target”")
        self.assert_says(problems(count__kind=["article"]), ("count", "kind"), "是否想写“kinds”")

    def test_unknown_kinds_measures_dimensions_and_operators(self):
        self.assert_says(problems(count__kinds=["artcle"]), ("count", "kinds", 0), "是否想写“article”")
        self.assert_says(problems(count__measure="cuont"), ("count", "measure"), "是否想写“count”")
        self.assert_says(problems(per=["mounth"]), ("per", 0), "是否想写“month”")
        self.assert_says(problems(count__where=[{"field": "hours", "=>": 3}]), ("count", "where", 0, "=>"), "比较方式")
        self.assert_says(problems(basis="verifed"), ("basis",), "是否想写“verified”")

    def test_kinds_of_an_installation_may_be_given(self):
        self.assertEqual(parse_rule({**GOOD, "count": {"kinds": ["camp"]}}, kinds={"camp"}).kinds, ("camp",))

    def test_a_ratio_needs_both_sides_and_a_denominator_that_is_not_zero(self):
        self.assert_says(problems(count__measure={"ratio": {"of": {}}}), ("count", "measure", "ratio", "to"), "分母")
        self.assert_says(problems(count__measure="ratio"), ("count", "measure", "ratio", "of"), "分子")
        self.assert_says(
            problems(count__measure={"ratio": {"of": {}, "to": {"fixed": 0}}}),
            ("count", "measure", "ratio", "to"),
            "不能为 0",
        )

    def test_a_dimension_that_the_kind_does_not_have(self):
        self.assert_says(problems(per=["client"]), ("per",), "没有服务对象")

    def test_two_members_or_two_periods_cannot_be_crossed(self):
        self.assert_says(problems(per=["station", "worker"]), ("per",), "对象维度")
        self.assert_says(problems(per=["week", "month"]), ("per",), "时间维度")

    def test_hours_without_unit_and_due_without_period(self):
        self.assert_says(problems(hours={"by": {"field": "mode", "values": {"phone": 1}}}), ("hours", "unit"), "时数")
        self.assert_says(problems(due={"day": 25}), ("due",), "时间维度")
        self.assert_says(problems(due={"day": 32}, per=["month"]), ("due", "day"), "32")

    def test_conditions_that_say_nothing_or_too_much(self):
        for condition, path, word in (
            ({"field": "mode"}, (), "应满足什么"),
            ({}, (), "恰好"),
            ({"field": "hours", ">=": "三"}, (">=",), "不是数字"),
            ({"children": "session"}, (), "children"),
            ({"children": "session", "count": "six"}, ("count",), "six"),
            ({"children": "session", "each": {"documents": ["plan"]}}, ("each", 0), "字段条件"),
            ({"field": "mode", "in": "home"}, ("in",), "列表"),
        ):
            with self.subTest(condition):
                self.assert_says(problems(count__where=[condition]), ("count", "where", 0, *path), word)

    def test_every_mistake_is_told_at_once(self):
        self.assertEqual(len(problems(target="many", per=["client"], basis="x", count__measure="x", note=["y"])), 5)

    def test_a_part_of_its_own_part_and_of_nothing(self):
        a, b = (
            {"code": one, "part_of": other, "count": {"kinds": ["case"]}} for one, other in (("A", "B"), ("B", "A"))
        )
        with self.assertRaises(RuleError) as caught:
            parse_rules([a, b])
        self.assertEqual([problem.path for problem in caught.exception.problems], [(0, "part_of"), (1, "part_of")])
        self.assertIn("A → B → A", str(caught.exception))
        with self.assertRaisesRegex(RuleError, "指标 C：part_of 互相包含成环：A → B → A"):
            parse_rules([{"code": "C", "part_of": "A", "count": {}}, a, b])
        with self.assertRaisesRegex(RuleError, "不存在的指标“S0-I99”"):
            parse_rules([{"code": "S0-I01", "part_of": "S0-I99", "count": {}}])

    def test_a_part_counts_no_kind_that_the_whole_does_not(self):
        with self.assertRaisesRegex(RuleError, "指标 B：是 A 的一部分，但 visit 不在其中"):
            parse_rules(
                [
                    {"code": "A", "count": {"kinds": ["case"]}},
                    {"code": "B", "part_of": "A", "count": {"kinds": ["visit"]}},
                ]
            )

    def test_double_codes_and_rules_without_kinds(self):
        with self.assertRaises(RuleError) as caught:
            parse_rules([GOOD, GOOD])
        self.assertIn("编号重复", str(caught.exception))
        with self.assertRaisesRegex(RuleError, "没有写明数哪类记录"):
            parse_rules([{"code": "A", "count": {}}])

    def test_garbage_is_refused_with_a_sentence_and_never_a_crash(self):
        for bad in (None, [], "x", 3, {"count": 3}, {"code": {}, "count": {"measure": {"sum": None}}},
                    {**GOOD, "count": {"kinds": 3, "where": "x", "measure": []}}, {**GOOD, "also": 3, "targets": [3]},
                    {**GOOD, "hours": "two", "due": "x", "printed": [1], "per": 3}, {**GOOD, "per": [[1]]},
                    {**GOOD, "count": {"kinds": [{}], "measure": {"ratio": 3}}}):  # fmt: skip
            with self.subTest(bad), self.assertRaisesRegex(RuleError, "指标"):
                parse_rule(bad)


class RoundTrip(TestCase):
    def test_the_lines_of_s0_go_and_come_back(self):
        for data in S0:
            with self.subTest(data["code"]):
                rule = parse_rule(data)
                self.assertEqual(parse_rule(rule_as_data(rule)), rule)

    @settings(max_examples=60, deadline=None)
    @given(rule_data())
    def test_random_rules_go_and_come_back(self, data):
        rule = parse_rule(data)
        self.assertEqual(parse_rule(rule_as_data(rule)), rule)

    def test_everything_around_the_count_comes_back(self):
        data = {
            "code": "S4-I05", "title": "督导", "group": "督导", "unit": "次", "target": "5..6",
            "per": ["worker", "month"],
            "targets": [{"from": date(2022, 7, 1), "target": "~ 16", "reason": "补充协议"}],
            "count": {"kinds": ["supervision"], "measure": {"sum": "hours"}, "where": [WHERE]},
            "also": [{"per": ["station"], "target": "> 1"}], "due": {"day": 25, "after": 1, "of": "period"},
            "hours": {"unit": 2, "by": {"field": "mode", "values": {"phone": 1}}}, "professional": True,
            "basis": "verified", "printed": {"per_month": 16}, "note": "约",
        }  # fmt: skip
        self.assertEqual(rule_as_data(parse_rule(data)), data)


class Facts(TestCase):
    def test_facts_are_frozen_and_pickle_small(self):
        fact = Fact("visit", "u", "c", "s", ("li",), date(2024, 1, 1), children=(Child("session", date(2024, 1, 1)),))
        self.assertEqual(pickle.loads(pickle.dumps(fact)), fact)
        self.assertLess(len(pickle.dumps(fact, 3)), 260)
        with self.assertRaises(AttributeError):
            fact.kind = "case"
