"""Bad contract files: each mistake is named, with its line, and nothing is half-loaded."""

from .file_samples import problems_of
from .file_samples import SMALL
from .file_samples import spoiled
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest import TestCase
from yidang.contracts.file import ContractFile
from yidang.contracts.file import ContractFileError
from yidang.contracts.file import read
from yidang.contracts.file.reader import MAX_BYTES


# what is replaced, by what, line, path, and a piece of the sentence
MISTAKES = [
    ("title: 小合同", "titel: 小合同", 4, "titel", "不认识的键“titel”，是否想写“title”？"),
    ("number: XS2024", "number: 2024", 3, "number", "应是文字，请给“2024”加上引号"),
    ("number: XS2024", "number: ' '", 3, "number", "首尾不能有空格"),
    ("provider: 某社工中心", "provider:", 6, "provider", "没有填写，应是文字"),
    ("id: small", "id: Small One", 2, "id", "只能用小写字母"),
    ("id: small", "id: small--lead", 2, "id", "只能用小写字母"),
    ("format: 1", "format: 2", 1, "format", "只能是 1"),
    ("2024-01-01", "2024-02-30", 7, "term.start", "“2024-02-30”不是存在的日期"),
    ("2024-01-01", "2024-1-1", 7, "term.start", "“2024-1-1”不是存在的日期"),
    ("2024-01-01", "2024年1月1日", 7, "term.start", "不是存在的日期"),
    ("end: 2024-12-31", "end: 2023-12-31", 7, "term.end", "结束日期 2023-12-31 早于开始日期 2024-01-01"),
    ("code: east", "code: main", 10, "stations[1].code", "“main”重复"),
    ("kind: substation", "kind: sub", 10, "stations[1].kind", "不认识“sub”"),
    ("kind: substation}", "kind: substation, kind: main}", 10, "stations[1].kind", "“kind”重复，第 10 行已经写过"),
    ("unit: 个", "unit: 个\n    unit: 件", 15, "indicators[0].unit", "“unit”重复，第 14 行已经写过"),
    ("unit: 个", "units: 个", 14, "indicators[0].units", "是否想写“unit”？"),
]

# added at the end of the small file, path, and a piece of the sentence
ADDED = [
    ("archive_number: '{contract}-{serail:04}'", "archive_number", "占位符“{serail}”，是否想写“serial”？"),
    ("archive_number: '{contract}-{year}'", "archive_number", "“{serial}”（件号）必须出现一次，现在是 0 次"),
    ("archive_number: '{serial}'", "archive_number", "“{contract}”（合同编号）必须出现一次"),
    ("archive_number: '{contract}-{serial}{serial}'", "archive_number", "现在是 2 次"),
    ("archive_number: '{contract-{serial}'", "archive_number", "花括号没有成对"),
    ("archive_number: '{contract}-}{serial}'", "archive_number", "花括号没有成对"),
    ("archive_number: '{contract}-{serial:x}'", "archive_number", "格式有误"),
    ("archive_number: '{contract!r}-{serial}'", "archive_number", "格式有误"),
    ("archive_number: '{contract.__class__}-{serial}'", "archive_number", "占位符"),
    ("archive_number: '{contract} {serial}'", "archive_number", "不能有空格或斜线"),
    ("settings: {quarters: calender}", "settings.quarters", "是否想写“calendar”？"),
    ("settings: {review: {steps: 4}}", "settings.review.steps", "不能大于 3，现在是 4"),
    ("settings: {review: {distinct_persons: yes}}", "settings.review.distinct_persons", "应是“true”或“false”"),
    ("money: {amount: -1}", "money.amount", "不能小于 0"),
    ("money: {amount: 三百}", "money.amount", "应是数字，现在是“三百”"),
    (
        "reports: [{kind: summary, title: 小结, indicator: A-2}]",
        "reports[0].indicator",
        "没有指标“A-2”，是否想写“A-1”？",
    ),
    ("staff: [{code: P, applies_to: lead, title: 主管, indicator: B}]", "staff[0].indicator", "没有指标“B”"),
    (
        "obligations: [{code: O, title: 义务, text: 内容, indicators: [B]}]",
        "obligations[0].indicators[0]",
        "没有指标“B”",
    ),
    ("notes: [{code: N, text: 甲}, {code: N, text: 乙}]", "notes[1].code", "“N”重复"),
    ("source: {ids: [S0-01]}", "source", "缺少“document”（文件名）"),
]

# content that is no contract at all, line, and a piece of the sentence
NO_CONTRACT = [
    ("", 0, "文件是空的"),
    (" \n\n", 0, "文件是空的"),
    ("# 只有注释\n", 0, "文件里没有内容"),
    ("a: 1\n---\nb: 2\n", 2, "一个文件只能写一份合同"),
    ("a:\n\tb: 1\n", 2, "有制表符"),
    ("a: &one 1\nb: *one\n", 1, "不能使用 YAML 的锚点"),
    ("a: 1\nb: !!python/object:os.system x\n", 2, "不能使用 YAML 标签"),
    ("a: 1\n'b\n", 2, "引号没有成对"),
    ("a: [1, 2\nb: 3\n", 1, "括号没有成对"),
    ("a: b: c\n", 1, "这里不应出现冒号"),
    ("[" * 5000, 1, "层次太深"),
    ("? [a]\n: b\n", 1, "冒号前面只能是一个词"),
    ("a: \x07", 1, "控制字符"),
    ("- 1\n- 2\n", 1, "应是一组“键: 值”"),
    ("null", 1, "没有填写"),
    ("名称: 合同\n".encode("gbk"), 1, "不是 UTF-8 编码"),
    ("a: 1\n".encode("utf-16"), 1, "不是 UTF-8 编码"),
    (b"a: 1\n# \xff\n", 2, "不是 UTF-8 编码"),
    ("x" * (MAX_BYTES + 1), 0, "文件太大"),
]


class GoodFiles(TestCase):
    """What is understood."""

    def test_a_small_file_is_read_with_its_defaults_and_its_lines(self):
        file = read(SMALL)
        self.assertEqual("calendar", file.data["settings"]["quarters"])
        self.assertEqual(3, file.data["settings"]["review"]["steps"])
        self.assertEqual("{contract}-{section}·{year}-{serial:04}", file.data["archive_number"])
        self.assertEqual(10, file.line(("stations", 1, "kind")))
        self.assertEqual(15, file.line(("indicators", 0, "target")))

    def test_a_path_bytes_and_a_byte_order_mark_are_read_alike(self):
        with TemporaryDirectory() as folder:
            path = Path(folder, "small.yaml")
            path.write_bytes(b"\xef\xbb\xbf" + SMALL.encode().replace(b"\n", b"\r\n"))
            self.assertEqual(read(SMALL).data, read(path).data)
        self.assertEqual(read(SMALL).data, read(SMALL.encode()).data)

    def test_words_that_yaml_takes_for_truth_stay_words(self):
        file = read(spoiled("title: 小合同", "title: no"))
        self.assertEqual("no", file.data["title"])

    def test_a_part_that_is_not_in_the_file_has_the_line_of_what_is_around_it(self):
        self.assertEqual(11, read(SMALL).line(("indicators",)))
        self.assertEqual(12, read(SMALL).line(("indicators", 0, "printed", "quantity")))
        self.assertEqual(0, ContractFile({}).line(("title",)))


class BadFiles(TestCase):
    """What is refused."""

    def test_every_mistake_is_named_alone_with_its_line(self):
        for old, new, line, path, piece in MISTAKES:
            with self.subTest(new):
                self.assert_one_problem(spoiled(old, new), line, path, piece)

    def test_every_mistake_in_the_optional_parts_is_named_alone(self):
        line = SMALL.count("\n") + 1
        for added, path, piece in ADDED:
            with self.subTest(added):
                self.assert_one_problem(SMALL + added, line, path, piece)

    def test_what_is_no_contract_at_all_is_refused_at_its_line(self):
        for content, line, piece in NO_CONTRACT:
            with self.subTest(content[:20]):
                found = problems_of(content)
                self.assertTrue([one for one in found if one[0] == line and piece in one[2]], found)

    def assert_one_problem(self, text: str, line: int, path: str, piece: str):
        found = [one for one in problems_of(text) if "缺少" not in one[2] or "缺少" in piece]
        self.assertEqual([(line, path)], [one[:2] for one in found], found)
        self.assertIn(piece, found[0][2])

    def test_a_missing_key_is_named_with_its_chinese_name(self):
        found = problems_of(SMALL.replace("purchaser: 某市妇联\n", ""))
        self.assertEqual([(1, "", "“合同文件”缺少“purchaser”（采购方）")], found)

    def test_all_mistakes_come_at_once_in_the_order_of_lines(self):
        text = SMALL.replace("2024-01-01", "2024-02-30").replace("code: east", "code: main").replace("个案", "''")
        lines = [line for line, *_ in problems_of(text)]
        self.assertEqual([7, 10, 13], lines)

    def test_a_file_that_is_not_there_is_said_to_be_missing(self):
        with TemporaryDirectory() as folder:
            self.assertIn("找不到文件", problems_of(Path(folder, "none.yaml"))[0][2])
            self.assertIn("无法读取文件", problems_of(Path(folder))[0][2])

    def test_the_refusal_carries_every_problem_as_a_field_error(self):
        with self.assertRaises(ContractFileError) as caught:
            read(spoiled("2024-01-01", "2024-02-30"))
        data = caught.exception.as_data()
        self.assertEqual("term.start", data["errors"][0]["field"])
        self.assertTrue(data["errors"][0]["message"].startswith("第 7 行："))
        self.assertIn("1 处错误", data["message"])
        self.assertIn("第 7 行", str(caught.exception))


class Choices(TestCase):
    """Readings that the file offers."""

    CHOICE = "choices: [{{code: C, question: 问, default: {}, why: 因, options: [{{code: a, title: 甲}}, {}]}}]\n"

    def problems(self, default: str, option: str) -> list[tuple]:
        return [one[1:] for one in problems_of(SMALL + self.CHOICE.format(default, option))]

    def test_the_default_must_be_one_of_the_options(self):
        [(path, message)] = self.problems("x", "{code: b, title: 乙}")
        self.assertEqual("choices[0].default", path)
        self.assertIn("没有选项“x”", message)

    def test_two_options_may_not_share_a_code(self):
        self.assertIn("choices[0].options[1].code", dict(self.problems("a", "{code: a, title: 乙}")))

    def test_an_option_may_only_rewrite_indicators_that_exist(self):
        [(path, message)] = self.problems("a", "{code: b, title: 乙, set: {A-2: {unit: 件}}}")
        self.assertEqual("choices[0].options[1].set.A-2", path)
        self.assertIn("是否想写“A-1”", message)

    def test_the_default_may_not_rewrite_what_is_already_written_so(self):
        [(path, message)] = self.problems("b", "{code: b, title: 乙, set: {A-1: {unit: 件}}}")
        self.assertEqual("choices[0].default", path)
        self.assertIn("不能有 set", message)

    def test_a_choice_rewrites_the_indicator(self):
        file = read(SMALL + self.CHOICE.format("a", "{code: b, title: 乙, set: {A-1: {unit: 件}}}"))
        self.assertEqual(["个", "件"], [file.indicators({"C": code})[0]["unit"] for code in "ab"])
        with self.assertRaises(KeyError):
            file.indicators({"C": "c"})
