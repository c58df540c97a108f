"""The closing line of `make test` hides nothing."""

from pathlib import Path
from tests.command.portal import ROOT

import subprocess
import sys
import tempfile
import unittest


TEST = "import unittest\nclass One(unittest.TestCase):\n    def test_it(self):\n        {}\n"


class ClosingLineTest(unittest.TestCase):
    """What counts as failed."""

    def closing_line(self, **modules: str) -> tuple[str, int]:
        with tempfile.TemporaryDirectory() as directory:
            package = Path(directory) / "sample"
            package.mkdir()
            (package / "__init__.py").touch()
            for name, text in modules.items():
                (package / f"test_{name}.py").write_text(text)
            script = str(ROOT / "instance" / "run_tests.py")
            command = [sys.executable, script, "--path", directory, "--test-path", directory, "-s", "sample"]
            done = subprocess.run(command, capture_output=True, text=True)
        return done.stdout.strip().splitlines()[-1], done.returncode

    def test_passed_tests_pass(self):
        self.assertEqual(self.closing_line(good=TEST.format("pass")), ("1 passed, 0 failed", 0))

    def test_failures_and_errors_fail(self):
        modules = {"good": TEST.format("pass"), "bad": TEST.format("self.fail()"), "worse": TEST.format("1 / 0")}
        self.assertEqual(self.closing_line(**modules), ("1 passed, 2 failed", 1))

    def test_a_module_that_cannot_be_imported_fails(self):
        modules = {"good": TEST.format("pass"), "broken": "import nothing_of_that_name\n"}
        self.assertEqual(self.closing_line(**modules), ("1 passed, 1 failed", 1))

    def test_a_skipped_test_fails(self):
        self.assertEqual(self.closing_line(lazy=TEST.format("self.skipTest('later')")), ("0 passed, 1 failed", 1))

    def test_a_module_that_leaves_the_process_fails(self):
        self.assertEqual(self.closing_line(good="raise SystemExit"), ("0 passed, 1 failed", 1))

    def test_no_tests_at_all_fail(self):
        self.assertEqual(self.closing_line(), ("0 passed, 1 failed", 1))
