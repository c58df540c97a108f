"""Indicators that the engine cannot count are refused at their line; so are options of choices."""

from .file_samples import problems_of
from .file_samples import SMALL
from .file_samples import spoiled
from .file_samples import ZHONGSHAN
from unittest import TestCase
from yidang.contracts.file import read
from yidang.indicators.engine.parsing import parse_rules


MEASURE = "measure: count"
TARGET = 'target: ">= 3"'

# what is replaced, by what, the line, the path below indicators[0], and a piece of the sentence
MISTAKES = [
    (TARGET, "target: 三百", 15, "target", "目标“三百”不是数字"),
    (TARGET, "target: '<> 3'", 15, "target", "不是数字"),
    ("kinds: [case]", "kinds: [cases]", 16, "count.kinds[0]", "是否想写“case”？"),
    (MEASURE, "measure: counted", 16, "count.measure", "不认识的计量方式“counted”，是否想写“count”？"),
    (MEASURE, "measure: {total: hour}", 16, "count", ""),
    (MEASURE, "where: [{field: closed, is_in: [a]}]", 16, "count.where[0].is_in", "不认识的比较方式“is_in”"),
    (MEASURE, "where: [{filed: closed}]", 16, "count.where[0]", "每个条件须恰好有"),
    (MEASURE, "where: [{field: hours, '>=': many}]", 16, "count.where[0].>=", "不是数字"),
    (MEASURE, "measure: {ratio: {of: {}, to: {fixed: 0}}}", 16, "count.measure.ratio.to.fixed", "必须大于 0"),
    (MEASURE, "measure: {ratio: {of: {}}}", 16, "count.measure.ratio", "缺少“to”（分母）"),
    (TARGET, "per: [moon]", 15, "per[0]", "不认识的维度“moon”"),
    (TARGET, "per: [month, week]", 15, "per", "时间维度"),
    (TARGET, "due: {day: 25}", 15, "due", "须在 per 中写明时间维度"),
    (TARGET, "due: {day: 32}", 15, "due.day", "不能大于 31"),
    (TARGET, "part_of: A-9", 15, "part_of", "不存在的指标“A-9”"),
    (TARGET, "part_of: A-1", 15, "part_of", "成环"),
    (TARGET, "fills: A-9", 15, "fills", "fills 指向不存在的指标“A-9”"),
    (TARGET, "fills: A-1", 15, "fills", "成环：A-1 → A-1"),
]

PART = "  - {code: A-2, title: 专业个案, unit: 个, part_of: A-1, count: {measure: count}}\n"


class Rules(TestCase):
    """The engine has the last word."""

    def test_every_rule_that_cannot_be_counted_is_refused_at_its_line(self):
        for old, new, line, path, piece in MISTAKES:
            with self.subTest(new):
                found = problems_of(spoiled(old, new))
                self.assertTrue(found)
                self.assertEqual({line}, {one[0] for one in found})
                self.assertTrue(found[0][1].startswith(f"indicators[0].{path}"), found)
                self.assertIn(piece, found[0][2])

    def test_two_indicators_may_not_share_a_code(self):
        found = problems_of(
            SMALL + PART.replace("A-2", "A-1").replace("part_of: A-1, ", "").replace("{m", "{kinds: [case], m")
        )
        self.assertEqual([(17, "indicators[1].code")], [one[:2] for one in found])

    def test_a_circle_of_parts_is_refused(self):
        found = problems_of(spoiled(TARGET, "part_of: A-2") + PART)
        self.assertIn("A-1", found[0][2])
        self.assertIn("成环", found[0][2])

    def test_a_part_whose_whole_is_misspelt_is_not_blamed_for_it(self):
        found = problems_of(spoiled(TARGET, "targett: 3") + PART)
        self.assertEqual([(15, "indicators[0].targett")], [one[:2] for one in found])

    def test_an_option_that_could_not_be_counted_is_refused_at_its_line(self):
        choice = "choices:\n  - {code: C, question: 问, default: a, why: 因, options: [{code: a, title: 甲},\n      "
        option = "{code: b, title: 乙, set: {A-1: {count: {kinds: [cases]}}}}]}\n"
        [(line, path, message)] = problems_of(SMALL + choice + option)
        self.assertEqual((19, "choices[0].options[1].set.A-1.count.kinds[0]"), (line, path))
        self.assertTrue(message.startswith("选项“b”："))

    def test_every_reading_of_the_zhongshan_contract_gives_rules(self):
        file = read(ZHONGSHAN)
        for choice in file.data["choices"]:
            for option in choice["options"]:
                with self.subTest(choice["code"], option=option["code"]):
                    rules = parse_rules(file.indicators({choice["code"]: option["code"]}))
                    self.assertEqual(25, len(rules))
