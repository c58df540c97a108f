"""Mistakes in whom a promise is made for, in shares of a term and in further promises; each names the line."""

from tests.indicators.test_rules_parsing import problems
from unittest import TestCase
from yidang.indicators.engine import parse_rules
from yidang.indicators.engine import RuleError


VISIT = {"kinds": ["visit"]}


class Mistakes(TestCase):
    def assert_says(self, path, word, **changes):
        told = {problem.path: problem.message for problem in problems(count=dict(VISIT), **changes)}
        self.assertIn(path, told)
        self.assertIn("指标 S0-I01：", told[path])
        self.assertIn(word, told[path])

    def test_members_expected_of_nobody(self):
        for key, value in (("among", ["a"]), ("pro_rata", True), ("member", "town")):
            self.assert_says((key,), "per 没有对象维度", **{key: value})

    def test_a_population_without_kinds_or_of_unknown_ones(self):
        per = ["client"]
        self.assert_says(("among", "kinds"), "没有写明由哪类记录", per=per, among={"where": []})
        self.assert_says(("among", "kinds", 0), "是否想写“client_tier”", per=per, among={"kinds": ["client_teir"]})
        self.assert_says(("among",), "名单", per=per, among="client_tier")
        self.assert_says(("among", "wher"), "是否想写“where”", per=per, among={"kinds": ["staff"], "wher": []})

    def test_names_for_two_sorts_of_members(self):
        also = [{"per": ["worker"], "target": ">= 1"}]
        self.assert_says(("among",), "名单只能对应一种对象", per=["station"], among=["a"], also=also)

    def test_a_share_of_what_cannot_be_shared_out(self):
        ratio = {"ratio": {"of": {}, "to": {}}}
        self.assert_says(("pro_rata",), "折算", per=["worker"], pro_rata=True, count__measure=ratio)
        self.assert_says(("pro_rata",), "恰好等于", per=["worker"], pro_rata=True, target="= 4")
        self.assert_says(("pro_rata",), "恰好等于", per=["worker"], pro_rata=True, target="5..6")

    def test_a_dimension_that_the_kinds_do_not_have(self):
        for per, word in (("theme", "没有主题"), ("organisation", "没有组织"), ("household", "没有农户")):
            told = [one.message for one in problems(per=[per])]
            self.assertIn(word, "".join(told))

    def test_a_part_has_only_the_dimensions_of_its_whole(self):
        whole, part = {"code": "A", "count": {"kinds": ["article"]}}, {"code": "B", "part_of": "A", "per": ["client"]}
        with self.assertRaisesRegex(RuleError, "指标 B：article 没有服务对象，不能按 client 计"):
            parse_rules([whole, {**part, "count": {}}])

    def test_further_promises_that_cannot_be_counted(self):
        self.assert_says(("also", 0, "measure"), "total", also=[{"target": ">= 1", "measure": {"total": "hours"}}])
        self.assert_says(("also", 0, "measure"), "计量方式", also=[{"target": ">= 1", "measure": "cuont"}])
        self.assert_says(("also", 0, "where", 0, "is"), "多个值", also=[{"where": [{"field": "mode", "is": ["home"]}]}])
        self.assert_says(("also", 0, "targets", 0, "from"), "生效日期", also=[{"targets": [{"target": ">= 1"}]}])

    def test_words_without_a_number_promise_none(self):
        self.assert_says(("target",), "narrative", count__measure="narrative")
        self.assert_says(("per",), "narrative", count__measure="narrative", per=["worker"])
        self.assert_says(("promised",), "narrative", count__measure="narrative", promised="bid")
        self.assert_says(("promised",), "promised", promised="bit")

    def test_conditions_on_clients(self):
        where = ("count", "where", 0)
        for condition, path, word in (
            ({"subjects": []}, ("subjects",), "没有写明"),
            ({"subjects": {"documents": ["plan"]}}, ("subjects", 0), "只能写字段条件"),
            ({"subjects": {"field": "tier"}}, ("subjects", 0), "应满足什么"),
            ({"any": [{"subjects": {"field": "tier", "is": "key"}}]}, (), "不能写在 any 之中"),
        ):
            self.assert_says((*where, *path), word, count__where=[condition])
