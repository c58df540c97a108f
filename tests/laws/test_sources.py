"""The house rules that a machine can hold: sizes, names, words, no secrets, nothing from outside."""

from tests.laws.sources import files
from tests.laws.sources import PROFILES
from tests.laws.sources import ROOT
from tests.laws.sources import short
from tests.laws.sources import SRC
from tests.laws.sources import tree_of
from unittest import TestCase

import ast
import re


LINES = {"*.py": 300, "*.zcml": 100, "*.pt": 150}
FUNCTION_LINES = 40
ATTICS = ("utils.py", "helpers.py", "common.py", "misc.py", "util.py", "helper.py")
OUTSIDE = re.compile(r"""(?:https?:)?//(?!www\.w3\.org/|xml\.zope\.org/)[a-z0-9-]+\.[a-z]{2,}""", re.IGNORECASE)
# Where addresses of the wide world are data, not something that a page loads.
SHOWN = ("*.pt", "*.css", "*.js", "*.svg")
SECRET = re.compile(r"passw(or)?d|secret|token", re.IGNORECASE)
CHINESE = re.compile(r"[\u4e00-\u9fff]")


def functions(path):
    """Every function and method of a file."""
    return [node for node in ast.walk(tree_of(path)) if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))]


def public_things(path):
    """Functions and classes of a file that others may use: (name, node)."""
    for node in tree_of(path).body:
        if not isinstance(node, (ast.FunctionDef, ast.ClassDef)) or node.name.startswith("_"):
            continue
        yield node.name, node
        if isinstance(node, ast.ClassDef):
            yield from (
                (f"{node.name}.{one.name}", one)
                for one in node.body
                if isinstance(one, ast.FunctionDef) and not one.name.startswith("_") and not inherits(node)
            )


def sets_doc(node) -> bool:
    """Whether a class has `__doc__ = _("…")`: the sentence that a validation error shows."""
    return any(name == "__doc__" for one in node.body for name, _ in assigned(one))


def inherits(node: ast.ClassDef) -> bool:
    """Whether a class fills in methods that its base has described."""
    return bool(node.bases)


class SourcesTest(TestCase):
    def test_no_file_is_longer_than_the_house_allows(self):
        for pattern, limit in LINES.items():
            for path in files(pattern):
                with self.subTest(file=short(path)):
                    self.assertLessEqual(len(path.read_text(encoding="utf-8").splitlines()), limit)

    def test_no_test_file_is_longer_than_the_house_allows(self):
        for path in files("*.py", ROOT / "tests"):
            with self.subTest(file=short(path)):
                self.assertLessEqual(len(path.read_text(encoding="utf-8").splitlines()), 350)

    def test_no_function_is_longer_than_the_house_allows(self):
        for path in files("*.py"):
            for function in functions(path):
                with self.subTest(file=short(path), function=function.name):
                    self.assertLessEqual(function.end_lineno - function.lineno + 1, FUNCTION_LINES)

    def test_there_is_no_attic(self):
        self.assertEqual([], [short(path) for path in files("*.py", ROOT / "src") if path.name in ATTICS])

    def test_every_module_says_what_it_is_for(self):
        for path in files("*.py"):
            with self.subTest(file=short(path)):
                self.assertTrue(not path.read_text(encoding="utf-8").strip() or ast.get_docstring(tree_of(path)))

    def test_everything_public_says_what_it_is(self):
        for path in files("*.py"):
            for name, node in public_things(path):
                with self.subTest(file=short(path), name=name):
                    self.assertTrue(ast.get_docstring(node) or sets_doc(node))

    def test_code_speaks_english_in_its_names_and_docs(self):
        for path in files("*.py"):
            for function in functions(path):
                with self.subTest(file=short(path), function=function.name):
                    self.assertNotRegex(function.name, CHINESE)

    def test_pages_load_nothing_from_outside(self):
        for pattern in SHOWN:
            for path in files(pattern):
                with self.subTest(file=short(path)):
                    self.assertEqual([], OUTSIDE.findall(path.read_text(encoding="utf-8")))

    def test_no_secret_is_written_into_the_code(self):
        for path in files("*.py"):
            for node in ast.walk(tree_of(path)):
                for name, value in assigned(node):
                    if SECRET.search(name) and isinstance(value, ast.Constant) and isinstance(value.value, str):
                        with self.subTest(file=short(path), line=value.lineno, name=name):
                            self.assertTrue(is_no_secret(value.value))

    def test_profiles_hold_no_python(self):
        self.assertEqual([], [short(path) for path in PROFILES.rglob("*.py")])

    def test_the_package_carries_the_profiles_by_a_relative_link(self):
        link = SRC / "profiles"
        self.assertTrue(link.is_symlink())
        self.assertEqual("../../profiles", str(link.readlink()))


def assigned(node) -> list[tuple[str, ast.expr]]:
    """Names and values of an assignment or of a call's keyword arguments."""
    if isinstance(node, ast.Assign):
        return [(target.id, node.value) for target in node.targets if isinstance(target, ast.Name)]
    if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value is not None:
        return [(node.target.id, node.value)]
    if isinstance(node, ast.keyword) and node.arg:
        return [(node.arg, node.value)]
    return []


def is_no_secret(value: str) -> bool:
    """A sentence for people, a file name or nothing at all."""
    return not value or CHINESE.search(value) is not None or value.endswith(".json") or " " in value
