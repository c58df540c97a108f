"""The closing line of `make test` hides nothing."""

from pathlib import Path
from tests.command.portal import ROOT

import subprocess
import sys
import tempfile
import unittest


TEST = "import unittest\nclass One(unittest.TestCase):\n    def test_it(self):\n        {}\n"
LAYER = """
import unittest
class Layer:
    @classmethod
    def setUp(cls):
        {}
class Two(unittest.TestCase):
    layer = Layer
    def test_it(self):
        {}
    def test_beside_it(self):
        pass
"""


class RunTestsCase(unittest.TestCase):
    """Run the tests of a package that is made for the purpose."""

    def run_tests(self, *options: str, **modules: str) -> tuple[list[str], int]:
        """What is said, and the exit status."""
        with tempfile.TemporaryDirectory() as directory:
            package = Path(directory) / "sample"
            package.mkdir()
            (package / "__init__.py").touch()
            for name, text in modules.items():
                (package / f"test_{name}.py").write_text(text)
            script = str(ROOT / "instance" / "run_tests.py")
            command = [sys.executable, script, *options, "--path", directory, "--test-path", directory, "-s", "sample"]
            done = subprocess.run(command, capture_output=True, text=True)
        return done.stdout.strip().splitlines(), done.returncode


class ClosingLineTest(RunTestsCase):
    """What counts as failed."""

    def closing_line(self, **modules: str) -> tuple[str, int]:
        said, status = self.run_tests(**modules)
        return said[-1], status

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


class LanesTest(RunTestsCase):
    """Two processes side by side, one count."""

    def closing_lines(self, **modules: str) -> tuple[list[str], int]:
        """The closing line with what is told before it, and the exit status."""
        said, status = self.run_tests("--lanes", "2", **modules)
        return [line for line in said if line.startswith("counted as failed") or line.endswith(" failed")], status

    def test_each_layer_runs_once_whichever_lane_takes_it(self):
        modules = {f"layer{number}": LAYER.format("pass", "pass") for number in range(3)}
        said, status = self.run_tests("--lanes", "2", good=TEST.format("pass"), **modules)
        self.assertEqual(("7 passed, 0 failed", 0), (said[-1], status))
        taken = [line.split(" takes ")[1] for line in said if " takes " in line]
        layers = [f"sample.test_layer{number}.Layer" for number in range(3)]
        self.assertEqual([*layers, "zope.testrunner.layer.UnitTests"], sorted(taken))

    def test_what_fails_in_any_lane_fails_and_is_counted_once(self):
        broken = "import nothing_of_that_name\n"
        modules = {"good": TEST.format("pass"), "bad": TEST.format("self.fail()"), "broken": broken}
        layers = {"layer": LAYER.format("pass", "1 / 0"), "unmade": LAYER.format("1 / 0", "pass")}
        told = ["counted as failed: Layer: sample.test_unmade.Layer.setUp", "2 passed, 4 failed"]
        self.assertEqual((told, 1), self.closing_lines(**modules, **layers))

    def test_a_lane_that_is_killed_fails_with_the_layer_that_it_was_at_while_the_other_goes_on(self):
        killed = LAYER.format("pass", "import os, signal; os.kill(os.getpid(), signal.SIGKILL)")
        said, status = self.closing_lines(good=TEST.format("pass"), layer=killed, other=LAYER.format("pass", "pass"))
        self.assertRegex(said[0], r"^counted as failed: lane [01] ended before its time$")
        self.assertEqual("counted as failed: layer sample.test_layer.Layer was not run to its end", said[1])
        self.assertEqual(("3 passed, 2 failed", 1), (said[-1], status))

    def test_a_module_that_leaves_the_process_fails(self):
        self.assertEqual(1, self.closing_lines(good=TEST.format("pass"), bad="raise SystemExit")[1])
