"""An amended contract file, told as sentences."""

from .file_samples import SMALL
from .file_samples import spoiled
from .file_samples import ZHONGSHAN
from unittest import TestCase
from yidang.contracts.file import Change
from yidang.contracts.file import difference
from yidang.contracts.file import read


def changes(text: str) -> list[Change]:
    """What the text changes in the small contract."""
    return difference(read(SMALL).data, read(text).data)


class Difference(TestCase):
    """Nothing that differs is passed over, nothing that is equal is named."""

    def test_the_same_contract_has_no_difference(self):
        self.assertEqual([], difference(read(ZHONGSHAN).data, read(ZHONGSHAN).data))

    def test_writing_out_a_default_is_no_difference(self):
        self.assertEqual([], changes(SMALL + "settings: {quarters: calendar, review: {steps: 3}}\n"))

    def test_another_order_of_lines_is_no_difference(self):
        first, second = SMALL.splitlines()[8:10]
        self.assertEqual([], changes(SMALL.replace(f"{first}\n{second}", f"{second}\n{first}")))

    def test_a_changed_target_names_the_indicator_and_both_figures(self):
        [change] = changes(spoiled('">= 3"', '">= 5"'))
        self.assertEqual(("indicators.A-1.target", ">= 3", ">= 5"), (change.path, change.old, change.new))
        self.assertEqual("指标“A-1 个案”的目标由“>= 3”改为“>= 5”", change.sentence)

    def test_a_new_station_and_a_station_that_is_gone_are_told_apart(self):
        gone, new = changes(spoiled("{code: east, title: 东区分站,", "{code: west, title: 西区分站,"))
        self.assertEqual("删去站点“east 东区分站”", gone.sentence)
        self.assertEqual("新增站点“west 西区分站”", new.sentence)
        self.assertIsNone(gone.new)
        self.assertIsNone(new.old)

    def test_settings_are_told_in_words_and_not_in_codes(self):
        quarters, persons = changes(SMALL + "settings: {quarters: contract, review: {distinct_persons: false}}\n")
        self.assertIn("由“自然季度”改为“自合同开始日起每三个月”", quarters.sentence)
        self.assertIn("且都不是作者由“是”改为“否”", persons.sentence)

    def test_true_is_not_one(self):
        old = {"indicators": [{"code": "A", "count": {"where": [{"field": "lead", "is": True}]}}]}
        new = {"indicators": [{"code": "A", "count": {"where": [{"field": "lead", "is": 1}]}}]}
        self.assertEqual(["indicators.A.count.where"], [change.path for change in difference(old, new)])

    def test_a_term_that_is_extended_is_one_change(self):
        [change] = changes(spoiled("end: 2024-12-31", "end: 2025-01-31"))
        self.assertEqual("合同期的结束日期由“2024-12-31”改为“2025-01-31”", change.sentence)

    def test_a_new_part_without_a_name_of_its_own_is_told_with_its_content(self):
        [place] = changes(SMALL + "place: 某市\n")
        self.assertEqual("新增服务地点：某市", place.sentence)
        [choice] = changes(
            SMALL + "choices: [{code: C, question: 问？, default: a, why: 因, options: [{code: a, title: 甲}]}]\n"
        )
        self.assertEqual("新增选项“C 问？”", choice.sentence)
        [hours] = changes(spoiled("unit: 个", "unit: 个\n    hours: {unit: 40}"))
        self.assertEqual("新增指标“A-1 个案”的工时：{unit: 40}", hours.sentence)
