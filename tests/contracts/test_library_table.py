"""The ten contract files against a table transcribed from the five source documents.

`transcribed.csv` holds the 137 lines in the words of the sources: code, title, operator, target, unit, per, measure;
`read_as` names the measure of the file where the source's word is not the engine's (公众号 5 条 a month are different
articles placed there). A year of a one-year contract is its term, so "each worker × year" reads `worker`.
"""

from .file_samples import LIBRARY
from csv import DictReader
from functools import cache
from pathlib import Path
from unittest import TestCase
from yidang.contracts.file import ContractFile
from yidang.contracts.file import read
from yidang.indicators.engine import parse_rules
from yidang.indicators.engine.rules import Rule


TABLE = Path(__file__).with_name("transcribed.csv")
# How many lines each file holds; the four last lines of S2 stand in each of its six packages.
LINES = {
    "jiangxi-civil-affairs-2024": 17,
    "nanchuan-1-management-2024": 18,
    "nanchuan-2-children-2024": 12,
    "nanchuan-3-elderly-2024": 12,
    "nanchuan-4-governance-2024": 20,
    "nanchuan-5-farming-2024": 11,
    "nanchuan-6-village-2024": 16,
    "qiongzhong-stations-2023": 13,
    "zhongshan-supervision-2022": 13,
    "zhongshan-women-2024": 25,
}
IN_EVERY_PACKAGE = ["S2-I66", "S2-I67", "S2-I68", "S2-I69"]
REQUIREMENTS = {"S0": 21, "S1": 25, "S2": 37, "S3": 22, "S4": 11}
DOUBTS = {"S0": 17, "S1": 14, "S2": 17, "S3": 11, "S4": 11}


@cache
def library() -> dict[str, ContractFile]:
    """Every file that ships, by its id."""
    return {path.stem: read(path) for path in sorted(LIBRARY.glob("*.yaml"))}


@cache
def library_rules() -> dict[str, list[Rule]]:
    """The rules of every file under its default readings."""
    return {id_: parse_rules(file.indicators()) for id_, file in library().items()}


def transcribed() -> list[dict[str, str]]:
    """The table, row by row."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        return list(DictReader(file))


def measure_of(rule: Rule) -> str:
    """`count`, `sum participants`, `ratio`."""
    return rule.measure.kind if rule.is_plain() and rule.measure.kind == "ratio" else " ".join(
        filter(None, (rule.measure.kind, rule.measure.field))
    )  # fmt: skip


def target_of(rule: Rule) -> tuple[str, str]:
    """Operator and amount as the table writes them."""
    if rule.target is None:
        return "", ""
    operator, _, amount = str(rule.target).rpartition(" ")
    return (operator, amount) if operator else ("..", amount)


class TheTenFiles(TestCase):
    """Each line of each source, once, as printed."""

    def setUp(self):
        self.files, self.rules = library(), library_rules()

    def test_there_are_ten_files_with_their_lines(self):
        self.assertEqual(LINES, {id_: len(rules) for id_, rules in self.rules.items()})

    def test_the_table_holds_the_137_lines_of_the_sources(self):
        rows = transcribed()
        self.assertEqual(137, len(rows))
        self.assertEqual(137, len({row["code"] for row in rows}))

    def test_every_line_of_the_table_stands_in_one_file_and_no_other_line_does(self):
        found = [rule.code for rules in self.rules.values() for rule in rules]
        once = [row["code"] for row in transcribed() if row["code"] not in IN_EVERY_PACKAGE]
        self.assertEqual(sorted(once + 6 * IN_EVERY_PACKAGE), sorted(found))

    def test_every_line_is_as_in_its_source(self):
        wanted = {row["code"]: row for row in transcribed()}
        for id_, rules in self.rules.items():
            for rule in rules:
                row = wanted[rule.code]
                with self.subTest(id_, code=rule.code):
                    self.assertEqual((row["title"], row["unit"]), (rule.title, rule.unit))
                    self.assertEqual((row["operator"], row["target"]), target_of(rule))
                    self.assertEqual(tuple(row["per"].split()), rule.per)
                    self.assertEqual(self.worded(row), measure_of(rule))

    def worded(self, row: dict[str, str]) -> str:
        return row["read_as"] or row["measure"]

    def test_every_requirement_of_the_sources_is_named_by_a_file(self):
        named = {code for file in self.files.values() for code in file.data["source"]["ids"]}
        wanted = {f"{source}-{number:02}" for source, count in REQUIREMENTS.items() for number in range(1, count + 1)}
        self.assertEqual(wanted, named)

    def test_every_doubt_of_the_sources_is_kept_as_a_note(self):
        named = {note["code"] for file in self.files.values() for note in file.data["notes"]}
        wanted = {f"{source}-X{number:02}" for source, count in DOUBTS.items() for number in range(1, count + 1)}
        self.assertEqual(wanted, named)

    def test_every_reading_of_every_contract_gives_rules(self):
        for id_, file in self.files.items():
            for choice in file.data["choices"]:
                for option in choice["options"]:
                    with self.subTest(id_, choice=choice["code"], option=option["code"]):
                        rules = parse_rules(file.indicators({choice["code"]: option["code"]}))
                        self.assertEqual(LINES[id_], len(rules))

    def test_every_option_beside_the_default_changes_something(self):
        for id_, file in self.files.items():
            for choice in file.data["choices"]:
                for option in choice["options"]:
                    with self.subTest(id_, choice=choice["code"], option=option["code"]):
                        changes = set(option) - {"code", "title"}
                        self.assertEqual(option["code"] != choice["default"], bool(changes))

    def test_no_two_contracts_share_a_number_or_a_station(self):
        numbers = [file.data["number"] for file in self.files.values()]
        stations = [station["code"] for file in self.files.values() for station in file.data["stations"]]
        self.assertEqual((10, len(stations)), (len(set(numbers)), len(set(stations))))

    def test_nobody_asks_about_the_health_of_staff(self):
        """S1-X13: the clause of the source stands in no rule, only as the doubt that says why."""
        for file in self.files.values():
            for rule in file.data["staff"]:
                self.assertNotRegex(str(rule), "残疾|病史|生理|传染|身体健康")


class TheDoubts(TestCase):
    """What the sources leave open is a visible choice, and what they contradict is computed beside the print."""

    def setUp(self):
        self.files = library()

    def choices(self, id_: str) -> set[str]:
        return {choice["code"] for choice in self.files[id_].data["choices"]}

    def test_the_readings_that_change_a_verdict_are_choices(self):
        self.assertLessEqual(
            {"S1-X02", "S1-X03", "S1-X04", "S1-X08", "S1-X11"}, self.choices("jiangxi-civil-affairs-2024")
        )
        self.assertLessEqual({"S4-X01", "S4-X03", "S4-X04"}, self.choices("zhongshan-supervision-2022"))
        self.assertLessEqual({"S3-X05", "S3-X06", "S3-X11"}, self.choices("qiongzhong-stations-2023"))
        for id_ in (one for one in LINES if one.startswith("nanchuan")):
            self.assertLessEqual({"S2-08", "S2-X03", "S2-X05", "S2-X08"}, self.choices(id_))
        self.assertLessEqual({"S2-X14", "S2-X15"}, self.choices("nanchuan-1-management-2024"))
        self.assertIn("S2-X10", self.choices("nanchuan-4-governance-2024"))
        self.assertIn("S2-X10", self.choices("nanchuan-6-village-2024"))
