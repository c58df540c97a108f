"""Limits, gates, bids and options that move dates: what cannot be judged is refused at its line."""

from .file_samples import problems_of
from .file_samples import SMALL
from unittest import TestCase
from yidang.contracts.file import read
from yidang.contracts.file.choices import settings_under
from yidang.contracts.file.choices import term_under
from yidang.contracts.file.choices import thresholds_under


LIMIT = "thresholds:\n  - {code: T, title: 中期, of: evaluation, kind: midterm, when: '<= 80', then: [rectify]}\n"

# what is replaced in LIMIT, by what, the path below thresholds[0], and a piece of the sentence
MISTAKES = [
    ("'<= 80'", "80分以下", "when", "应写成“<= 80”这样的比较"),
    ("'<= 80'", "'=< 80'", "when", "应写成“<= 80”这样的比较"),
    ("[rectify]", "[rectfy]", "then[0]", "是否想写“rectify”？"),
    ("[rectify]", "[]", "then", "至少要有 1 项"),
    ("[rectify]", "[extend]", "months", "须写明延长几个月"),
    ("[rectify]", "[rectify], months: 1", "months", "须写明延长几个月"),
    ("kind: midterm, ", "", "kind", "须写明评估种类"),
    ("of: evaluation", "of: survey", "kind", "须写明评估种类"),
    ("of: evaluation, kind: midterm", "of: indicator", "indicator", "须写明指标"),
    ("of: evaluation, kind: midterm", "of: indicator, indicator: A-2", "indicator", "没有指标“A-2”"),
    ("[rectify]", "[rectify], overrides: [U]", "overrides[0]", "没有界限“U”"),
    ("[rectify]", "[rectify], overrides: [T]", "overrides", "不能优先于自己"),
    ("[rectify]", "[rectify], where: [{documents: [plan]}]", "where", "只能写字段条件"),
    ("[rectify]", "[rectify], where: [{field: late, is_in: [a]}]", "where[0].is_in", "不认识的比较方式"),
]

# added to the small file, the path, and a piece of the sentence
ADDED = [
    ("gates: [{code: G, title: 结项, needs: [{title: 甲}]}]", "gates[0].needs[0]", "须恰好写明 indicator"),
    (
        "gates: [{code: G, title: 结项, needs: [{title: 甲, indicator: B}]}]",
        "gates[0].needs[0].indicator",
        "没有指标“B”",
    ),
    ("bid: {A-1: '>= 3'}", "bid.A-1", "没有写 promised: bid"),
    ("bid: {A-7: '>= 3'}", "bid.A-7", "没有指标“A-7”"),
    ("bid: {A-1: 三百}", "bid.A-1", "不是数字"),
    ("staff: [{code: P, applies_to: lead, title: 主管, age: 四十五}]", "staff[0].age", "这样的比较"),
    ("media: {levels: [district, district]}", "media.levels", "中有重复的项"),
]

QUESTION = "choices:\n  - {code: C, question: 问, default: a, why: 因, options: [{code: a, title: 甲},\n"
OPTION = QUESTION + "      {code: b, title: 乙, %s}]}\n"
SUPERVISED = (
    "  - {code: A-2, title: 督导, unit: 次, target: 2, per: [worker], member: supervised,\n"
    "     count: {kinds: [supervision]}}\n"
)


class Limits(TestCase):
    """Every mistake at its line."""

    def test_a_good_limit_is_read(self):
        self.assertEqual("<= 80", read(SMALL + LIMIT).data["thresholds"][0]["when"])

    def test_a_limit_that_cannot_be_judged_is_refused(self):
        for old, new, path, piece in MISTAKES:
            with self.subTest(new):
                found = problems_of(SMALL + LIMIT.replace(old, new))
                self.assertIn(f"thresholds[0].{path}", [one[1] for one in found])
                self.assertIn(piece, "".join(one[2] for one in found))
                self.assertEqual({18}, {one[0] for one in found})

    def test_gates_bids_and_staff_rules_that_cannot_be_judged_are_refused(self):
        for text, path, piece in ADDED:
            with self.subTest(text):
                found = [one[2] for one in problems_of(SMALL + text + "\n") if one[1] == path]
                self.assertIn(piece, "".join(found))


class Options(TestCase):
    """An option may move the term, the quarters and a limit."""

    def test_an_option_rewrites_only_what_it_names(self):
        text = (
            SMALL
            + LIMIT
            + OPTION % "term: {end: 2025-01-31}, settings: {quarters: contract}, thresholds: {T: {when: '< 80'}}"
        )
        data = read(text).data
        self.assertEqual(("2024-01-01", "2025-01-31"), tuple(term_under(data, {"C": "b"}).values()))
        self.assertEqual("contract", settings_under(data, {"C": "b"})["quarters"])
        self.assertEqual(data["settings"]["review"], settings_under(data, {"C": "b"})["review"])
        self.assertEqual("< 80", thresholds_under(data, {"C": "b"})[0]["when"])
        self.assertEqual(data["thresholds"], thresholds_under(data, {"C": "a"}))

    def test_a_default_may_rewrite_none_of_it(self):
        text = SMALL + OPTION.replace("default: a", "default: b") % "term: {end: 2025-01-31}"
        [(_, path, message)] = problems_of(text)
        self.assertEqual("choices[0].default", path)
        self.assertIn("不能有 term", message)

    def test_a_term_without_days_and_an_unknown_limit_are_refused(self):
        [(_, path, message)] = problems_of(SMALL + OPTION % "term: {end: 2023-12-31}")
        self.assertEqual("choices[0].options[1].term", path)
        self.assertIn("早于开始日期", message)
        [(_, path, message)] = problems_of(SMALL + LIMIT + OPTION % "thresholds: {S: {when: '< 80'}}")
        self.assertIn("没有界限“S”", message)

    def test_an_option_may_take_keys_away(self):
        text = SMALL + SUPERVISED + OPTION % "set: {A-2: {per: [], unset: [member]}}"
        self.assertNotIn("member", read(text).indicators({"C": "b"})[1])
        self.assertIn("member", read(text).indicators({"C": "a"})[1])

    def test_taking_away_too_little_is_refused(self):
        found = problems_of(SMALL + SUPERVISED + OPTION % "set: {A-2: {per: []}}")
        self.assertIn("选项“b”", found[0][2])
