"""The shipped Zhongshan contract against a table transcribed from the source document."""

from .file_samples import ZHONGSHAN
from unittest import TestCase
from yidang.contracts.file import arithmetic
from yidang.contracts.file import read
from yidang.contracts.file.arithmetic import subtotals
from yidang.indicators.engine.targets import parse_target


# code, title, operator, target, unit, per, measure, and (quantity, hours of one, total hours) where the table has them
TABLE = [
    ("S0-I01", "咨询/探访", ">=", 1000, "人次", (), "count", (1000, 2, 2000)),
    ("S0-I02", "个案", ">=", 35, "个", (), "count", (35, 40, 1400)),
    ("S0-I03", "专业个案", ">=", 15, "个", (), "count", None),
    ("S0-I04", "结案率", ">=", 0.8, "%", (), "ratio", None),
    ("S0-I05", "专业服务案例", ">=", 3, "份", (), "count", (3, 40, 120)),
    ("S0-I06", "小组", ">=", 4, "个", (), "count", (4, 64, 256)),
    ("S0-I07", "原创、采编和发布的信息", ">=", 300, "篇", (), "count", None),
    ("S0-I08", "本站活动新闻稿", ">=", 60, "篇", (), "count", None),
    ("S0-I09", "民生座谈会", ">=", 4, "次", (), "count", (4, 80, 320)),
    ("S0-I10", "社区活动", ">=", 40, "场", (), "count", (40, 40, 1600)),
    ("S0-I11", "社区活动服务人次", ">=", 3000, "人次", (), "sum participants", None),
    ("S0-I12", "分站工作检查", ">=", 23, "个分站", (), "distinct visited_station", None),
    ("S0-I13", "镇街分站工作指导", ">=", 4, "次", (), "count", (4, 80, 320)),
    ("S0-I14", "服务督导工作", ">=", 92, "次", (), "count", (92, 8, 736)),
    ("S0-I15", "工作会议", ">=", 12, "次", (), "count", (12, 15, 180)),
    ("S0-I16", "工作报告", ">=", 6, "份", (), "count", (6, 40, 240)),
    ("S0-I17", "“家添能量”妇女儿童和家庭发展项目评估会", ">=", 1, "场", (), "count", (1, 40, 40)),
    ("S0-I18", "志愿者队伍建设与管理", ">=", 1, "支", (), "count", (1, 100, 100)),
    ("S0-I19", "志愿服务队伍建设活动", ">=", 2, "场", (), "count", None),
    ("S0-I20", "宣传策划", ">=", 50, "天", (), "sum days", (50, 8, 400)),
    ("S0-I21", "日常行政", ">=", 365, "天", (), "sum days", (365, 8, 2920)),
    ("S0-I22", "每月工作小结", ">=", 1, "份", ("month",), "count", None),
    ("S0-I23", "项目合计工作总时数", ">=", 10632, "小时", (), "total hours", None),
    ("S0-I24", "资格人员比例", ">=", 0.8, "%", (), "ratio", None),
    ("S0-I25", "项目主管比例", ">=", 0.2, "%", (), "ratio", None),
]

# The 8 sub-districts and 15 towns of Zhongshan since Dongsheng was merged into Xiaolan in 2021.
TOWNS = [
    "石岐街道",
    "东区街道",
    "西区街道",
    "南区街道",
    "五桂山街道",
    "中山港街道",
    "民众街道",
    "南朗街道",
    "黄圃镇",
    "东凤镇",
    "古镇镇",
    "沙溪镇",
    "坦洲镇",
    "港口镇",
    "三角镇",
    "横栏镇",
    "南头镇",
    "阜沙镇",
    "三乡镇",
    "板芙镇",
    "大涌镇",
    "神湾镇",
    "小榄镇",
]


def measure_of(indicator: dict) -> str:
    """`count`, `sum participants`, `ratio`."""
    measure = indicator["count"]["measure"]
    if isinstance(measure, str):
        return measure
    (kind, field), *_ = measure.items()
    return kind if kind == "ratio" else f"{kind} {field}"


def row_of(indicator: dict) -> tuple:
    """An indicator in the columns of TABLE."""
    target = parse_target(indicator["target"])
    printed = indicator.get("printed", {})
    hours = tuple(printed[key] for key in ("quantity", "unit_hours", "total_hours")) if "quantity" in printed else None
    per, measure = tuple(indicator.get("per", ())), measure_of(indicator)
    return indicator["code"], indicator["title"], target.operator, target.amount, indicator["unit"], per, measure, hours


class TheZhongshanContract(TestCase):
    """One file, 24 stations, 25 lines."""

    def setUp(self):
        self.file = read(ZHONGSHAN)
        self.indicators = {one["code"]: one for one in self.file.data["indicators"]}

    def test_every_line_is_as_in_the_source(self):
        self.assertEqual(TABLE, [row_of(indicator) for indicator in self.file.data["indicators"]])

    def test_standard_hours_are_the_printed_hours(self):
        for code, *_, hours in TABLE:
            with self.subTest(code):
                self.assertEqual({"unit": hours[1]} if hours else None, self.indicators[code].get("hours"))

    def test_the_fourteen_rows_and_the_total_add_up(self):
        [finding] = arithmetic(self.file)
        self.assertEqual(("notice", "S0-I23", 10632, 10632),
                         (finding.severity, finding.code, finding.printed, finding.computed))  # fmt: skip
        hours = subtotals(self.file.data["indicators"])
        self.assertEqual({"专业性工作": 7312, "行政性工作": 3320}, hours)
        self.assertEqual(14, sum("quantity" in one.get("printed", ()) for one in self.indicators.values()))

    def test_the_city_station_and_all_23_towns_have_a_station(self):
        main, *substations = self.file.data["stations"]
        self.assertEqual("main", main["kind"])
        self.assertEqual({"substation"}, {station["kind"] for station in substations})
        self.assertEqual(sorted(TOWNS), sorted(station["town"] for station in substations))

    def test_station_news_is_part_of_the_300_and_only_published_articles_count(self):
        self.assertEqual("S0-I07", self.indicators["S0-I08"]["part_of"])
        for code in ("S0-I07", "S0-I08"):
            self.assertEqual("verified", self.indicators[code]["basis"])

    def test_every_requirement_and_every_doubt_of_the_source_is_kept(self):
        data = self.file.data
        self.assertEqual([f"S0-{number:02}" for number in range(1, 22)], data["source"]["ids"])
        self.assertEqual([f"S0-X{number:02}" for number in range(1, 18)], [note["code"] for note in data["notes"]])

    def test_every_reading_that_changes_a_verdict_is_a_choice_with_a_reason(self):
        choices = {choice["code"]: choice for choice in self.file.data["choices"]}
        wanted = {"S0-X03", "S0-X05", "S0-X06", "S0-X08", "S0-X09", "S0-X10", "S0-X13", "S0-X14", "S0-11"}
        self.assertEqual(wanted, set(choices))
        self.assertTrue(all(choice["why"] for choice in choices.values()))

    def test_a_chosen_reading_rewrites_its_indicators_and_no_other(self):
        default, chosen = self.file.indicators(), self.file.indicators({"S0-X08": "once"})
        changed = [old["code"] for old, new in zip(default, chosen, strict=True) if old != new]
        self.assertEqual(["S0-I10", "S0-I11"], changed)
        self.assertNotIn("volunteer_activity", chosen[9]["count"]["kinds"])

    def test_the_default_readings_leave_the_indicators_as_they_are_written(self):
        for written, counted in zip(self.file.data["indicators"], self.file.indicators(), strict=True):
            self.assertEqual({"basis": "submitted", **written}, counted)

    def test_the_basis_of_the_contract_holds_where_an_indicator_names_none(self):
        text = ZHONGSHAN.read_text(encoding="utf-8").replace("basis: submitted", "basis: verified")
        self.assertEqual({"verified"}, {one["basis"] for one in read(text).indicators()})
