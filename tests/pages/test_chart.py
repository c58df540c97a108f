"""A chart as data: its table, its plain drawing, the sentence for those who see neither, the data for the script."""

from lxml import etree
from unittest import TestCase
from yidang.pages.chart import amount
from yidang.pages.chart import BEFORE
from yidang.pages.chart import Chart
from yidang.pages.chart import LINE
from yidang.pages.chart import PLAN
from yidang.pages.chart import Series

import json


def a_chart(**fields) -> Chart:
    """Three months with done and planned numbers."""
    told = {
        "title": "累计完成",
        "labels": ("1月", "2月", "3月"),
        "series": (Series("完成", (3, 1200.5, None)), Series("匀速应到", (100, 200, 300), PLAN, LINE)),
        "unit": "篇",
    }
    return Chart(**(told | fields))


class ChartTest(TestCase):
    def test_the_table_has_a_row_for_each_series_and_leaves_empty_what_has_not_come(self):
        rows = a_chart(beside=(Series("当月", (3, 1197.5, None)),)).rows
        self.assertEqual(["完成", "匀速应到", "当月"], [row["name"] for row in rows])
        self.assertEqual(["3", "1,200.5", ""], rows[0]["cells"])

    def test_what_stands_in_the_table_only_is_not_drawn(self):
        chart = a_chart(beside=(Series("当月", (3, 1, None)),))
        self.assertEqual(2, len(json.loads(chart.json)["series"]))

    def test_a_chart_without_labels_or_series_is_none(self):
        self.assertFalse(a_chart(labels=()))
        self.assertFalse(a_chart(series=()))
        self.assertTrue(a_chart())

    def test_the_summary_tells_the_highest_with_its_label_and_the_latest(self):
        summary = a_chart(titles=("2026年1月", "2026年2月", "2026年3月")).summary
        self.assertIn("累计完成（篇）", summary)
        self.assertIn("完成最多 1,200.5（2026年2月），最近 1,200.5", summary)

    def test_a_series_without_any_number_says_so(self):
        self.assertIn("完成暂无数字", a_chart(series=(Series("完成", (None, None, None)),)).summary)

    def test_the_data_for_the_script_cannot_end_its_element(self):
        chart = a_chart(title="</script><b>&", series=(Series("</script>", (1, 2, 3)),))
        self.assertNotIn("<", chart.json)
        self.assertEqual("</script>", json.loads(chart.json)["series"][0]["name"])

    def test_heads_lead_to_the_records_where_addresses_are_given(self):
        self.assertEqual(["a", "b", "c"], [head["url"] for head in a_chart(links=("a", "b", "c")).heads])
        self.assertEqual(["", "", ""], [head["url"] for head in a_chart().heads])

    def test_amounts_are_told_without_needless_digits(self):
        self.assertEqual(["", "0", "3", "2.5", "12,345"], [amount(one) for one in (None, 0, 3.0, 2.46, 12345)])


class DrawingTest(TestCase):
    def drawn(self, chart: Chart):
        return etree.fromstring(chart.svg)

    def test_it_is_well_formed_and_hidden_from_readers_who_have_the_sentence(self):
        self.assertEqual("true", self.drawn(a_chart(labels=("<1月", "2&月", "3月"))).get("aria-hidden"))

    def test_there_is_a_column_for_each_number_and_none_where_there_is_none(self):
        self.assertEqual(2, len(list(self.drawn(a_chart()).iter("rect"))))

    def test_columns_are_as_high_as_their_numbers(self):
        root = self.drawn(a_chart(series=(Series("完成", (10, 20, 0)),)))
        heights = [float(one.get("height")) for one in root.iter("rect")]
        self.assertAlmostEqual(2, heights[1] / heights[0], places=1)
        self.assertGreater(heights[2], 0, "a zero is drawn as a thin line, not left out")

    def test_two_series_of_columns_stand_side_by_side(self):
        root = self.drawn(a_chart(series=(Series("上一合同", (1, 2, 3), BEFORE), Series("本合同", (1, 2, 3)))))
        xs = [float(one.get("x")) for one in root.iter("rect")]
        self.assertEqual(6, len(set(xs)))
        self.assertEqual(["before", "done"], [one.get("data-role") for one in root.iter("g")])

    def test_a_line_is_interrupted_where_there_is_no_number(self):
        root = self.drawn(a_chart(series=(Series("目标", (1, None, 3), PLAN, LINE),)))
        self.assertEqual(2, next(root.iter("path")).get("d").count("M"))

    def test_the_scale_is_in_whole_round_steps(self):
        for most, top in ((1, "4"), (7, "8"), (299, "400"), (3028, "4,000")):
            root = self.drawn(a_chart(series=(Series("完成", (most, 0, 0)),)))
            texts = [one.text for one in root.iter("text")]
            self.assertEqual(top, texts[4], most)

    def test_many_labels_do_not_run_into_each_other(self):
        labels = tuple(f"{week}周" for week in range(53))
        root = self.drawn(Chart("每周", labels, (Series("完成", (1,) * 53),)))
        self.assertLess(len([one for one in root.iter("text") if one.text.endswith("周")]), 14)

    def test_nothing_but_zeros_is_drawn_without_harm(self):
        self.assertEqual(3, len(list(self.drawn(a_chart(series=(Series("完成", (0, 0, 0)),))).iter("rect"))))
