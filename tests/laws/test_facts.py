"""The page on facts tells every kind and field that the rooms state, and each has its Chinese word."""

from tests.laws.sources import DOCS
from tests.laws.sources import SRC
from unittest import TestCase
from yidang.fieldwork.facts import AMOUNTS
from yidang.fieldwork.facts import TERMS
from yidang.fieldwork.facts import TICKED
from yidang.fieldwork.facts import WRITTEN
from yidang.fieldwork.forms import ASKED
from yidang.fieldwork.vocabularies import PAPERS
from yidang.fieldwork.vocabularies import SERVICE_KINDS
from yidang.indicators.engine import words
from yidang.privacy.content import PARTS

import ast
import re


ROOMS = ("archive", "cases", "fieldwork", "groups", "privacy", "publicity", "reports", "review")
# Own fields of a fact, and words that no line counts by.
PLAIN = {"state"}


def stated(room: str) -> tuple[set[str], set[str]]:
    """Kinds and names of attributes and amounts that a room's adapters write as text in the code."""
    tree = ast.parse((SRC / room / "facts.py").read_text(encoding="utf-8"))
    kinds = {
        call.args[1].value
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") == "fact_of" and len(call.args) > 1
        if isinstance(call.args[1], ast.Constant)
    }
    # A fact made from another one: the placements of an article.
    kinds |= {
        word.value.value
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") == "replace"
        for word in call.keywords
        if word.arg == "kind" and isinstance(word.value, ast.Constant)
    }
    names = {
        key.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Dict)
        for key in node.keys
        if isinstance(key, ast.Constant)
    }
    return kinds, names - {"content"}


def every(index: int) -> set[str]:
    return set().union(*(stated(room)[index] for room in ROOMS))


class FactsTest(TestCase):
    def setUp(self):
        self.page = (DOCS / "facts.md").read_text(encoding="utf-8")
        self.told = set(re.findall(r"`(\w+)`", self.page))

    def test_every_kind_is_told_with_its_word(self):
        kinds = every(0) | set(SERVICE_KINDS)
        self.assertGreater(len(kinds), 40)
        for kind in kinds:
            with self.subTest(kind=kind):
                self.assertIn(f"| `{kind}` | {words.KINDS[kind]} |", self.page)

    def test_every_field_is_told_and_has_a_word(self):
        fields = every(1) | {*AMOUNTS, *TERMS, *TICKED} - PLAIN
        fields -= {*WRITTEN, *PARTS} - {"content"}
        for field in fields - PLAIN:
            with self.subTest(field=field):
                self.assertIn(field, self.told)
                self.assertIn(field, words.FIELDS)

    def test_every_paper_has_a_word(self):
        written = {kind for kinds in WRITTEN.values() for kind in kinds}
        for paper in {*PAPERS, *written, *PARTS.values()}:
            with self.subTest(paper=paper):
                self.assertIn(paper, words.PAPERS)

    def test_the_page_tells_no_kind_that_is_gone(self):
        kinds = self.page.partition("## 2.")[2].partition("## 4.")[0]
        told = set(re.findall(r"(?m)^\| `(\w+)` \|", kinds))
        self.assertEqual(set(), told - every(0) - set(SERVICE_KINDS) - {"staff"})

    def test_every_kind_of_service_has_a_form_of_its_own(self):
        self.assertEqual(set(SERVICE_KINDS), set(ASKED))
