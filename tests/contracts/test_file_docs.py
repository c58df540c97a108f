"""docs/contract-format.md against the schema: every key is documented, and nothing else is."""

from .file_samples import LIBRARY
from collections.abc import Iterator
from jsonschema import Draft202012Validator
from pathlib import Path
from unittest import TestCase
from yidang.contracts.file import read
from yidang.contracts.file.schema import CONTRACT_SCHEMA
from yidang.contracts.file.schema import INDICATOR_SCHEMA
from yidang.contracts.file.schema import load_schema
from yidang.contracts.file.schema import resolve

import re


DOCUMENT = Path(__file__).parents[2] / "docs" / "contract-format.md"
# The inside of measures is told in § 8.1; what a choice may set are the keys of an indicator, told in § 7.
TOLD_ELSEWHERE = (
    "indicators[].count.measure.",
    "indicators[].also[].measure.",
    "choices[].options[].set.",
    "choices[].options[].thresholds.",
)


def keys(schema: dict, root: dict, path: str = "") -> Iterator[tuple[str, bool]]:
    """Every key of the schema as `a.b[].c`, and whether it must be there."""
    for name, raw in schema.get("properties", {}).items():
        part, home = resolve(raw, root)
        place = f"{path}{name}"
        yield place, name in schema.get("required", ())
        yield from keys(part, home, f"{place}.")
        if "items" in part:
            item, home = resolve(part["items"], home)
            yield from keys(item, home, f"{place}[].")


def schema_keys() -> dict[str, bool]:
    """The keys that § 3 to § 10 must document."""
    found = keys(load_schema(), load_schema())
    return {place: needed for place, needed in found if not place.startswith(TOLD_ELSEWHERE)}


def documented_keys() -> dict[str, bool]:
    """The keys in the first column of the tables, and whether they bear the mark of a key that must be there."""
    found = {}
    for line in DOCUMENT.read_text(encoding="utf-8").splitlines():
        cell = re.match(r"\| (`[^|]*?) \|", line)
        if cell and "{" not in cell[1]:
            found |= dict.fromkeys(re.findall(r"`([^`]+)`", cell[1]), "**" in cell[1])
    return {name: needed for name, needed in found.items() if name not in ("count", "exists", "entered", "narrative")}


class TheFormatDocument(TestCase):
    """One page tells all."""

    def test_every_key_is_documented_and_every_documented_key_exists(self):
        self.assertEqual(sorted(schema_keys()), sorted(documented_keys()))

    def test_the_document_marks_exactly_the_keys_that_must_be_there(self):
        self.assertEqual(schema_keys(), documented_keys())

    def test_the_first_example_is_a_good_file(self):
        text = DOCUMENT.read_text(encoding="utf-8")
        [example] = [block for block in re.findall(r"```yaml\n(.*?)```", text, re.S) if "format: 1" in block]
        self.assertEqual("XS2024", read(example).data["number"])

    def test_every_key_has_a_chinese_name(self):
        for place, _ in keys(load_schema(), load_schema()):
            with self.subTest(place):
                schema, root = load_schema(), load_schema()
                for step in place.split("."):
                    schema, root = resolve(schema["properties"][step.removesuffix("[]")], root)
                    if step.endswith("[]"):
                        title = schema.get("title")
                        schema, root = resolve(schema["items"], root)
                        self.assertTrue(title)
                self.assertRegex(schema.get("title", ""), "[\u4e00-\u9fff]")

    def test_the_schemas_are_schemas(self):
        for name in (CONTRACT_SCHEMA, INDICATOR_SCHEMA):
            Draft202012Validator.check_schema(load_schema(name))


class TheLibrary(TestCase):
    """Every file that ships."""

    def test_every_shipped_file_is_good_and_named_after_its_id(self):
        for path in sorted(LIBRARY.glob("*.yaml")):
            with self.subTest(path.name):
                self.assertEqual(path.stem, read(path).data["id"])
