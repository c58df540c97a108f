"""Run the tests with zope.testrunner and end with one line that tells how many passed and how many failed.

Without arguments every test runs, in two processes side by side where there are two processors (`lanes.py`); with the
arguments of zope.testrunner the tests that they name run in this process. `--lanes N` before them says otherwise.

A test module that cannot be imported, a layer that cannot be set up or that nobody has run, a process that ends before
its time and a skipped test count as failed: nothing is left out silently.
"""

from lanes import Lane
from lanes import run_in_lanes
from outcome import Outcome
from pathlib import Path
from zope.testrunner.runner import Runner

import os
import sys
import traceback


ROOT = Path(__file__).resolve().parent.parent
DEFAULTS = ["--path", str(ROOT), "--test-path", str(ROOT), "--tests-pattern", "^test_"]


def run_here(arguments: list[str]) -> Outcome | None:
    """Run in this process; None in a child of the runner's, which reports to it alone."""
    # The runner starts itself again for layers that cannot be torn down.
    is_child = "--resume-layer" in arguments
    runner = Runner(DEFAULTS, list(arguments), script_parts=[__file__], cwd=str(ROOT), warnings="ignore")
    try:
        runner.run()
    except Exception:
        # Not even found: the line must still come.
        traceback.print_exc()
        runner.errors.append("the runner itself")
    return None if is_child else Outcome.of(runner)


def main(script: str, *arguments: str) -> int:
    """Run what is asked for, say how it went, and give the exit status."""
    lanes = 1
    if not arguments:
        arguments, lanes = ("-s", "tests"), min(os.cpu_count() or 1, 2)
    elif arguments[0] == "--lanes":
        lanes, arguments = int(arguments[1]), arguments[2:]
    elif arguments[0] == "--lane":
        Lane(int(arguments[1]), Path(arguments[2]), DEFAULTS, [script, *arguments[3:]]).run()
        return 0
    outcome = run_in_lanes(lanes, [script, *arguments]) if lanes > 1 else run_here([script, *arguments])
    return outcome.told() if outcome else 0


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.exit(main(*sys.argv))
