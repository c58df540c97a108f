"""Run the tests with zope.testrunner and end with one line that tells how many passed and how many failed.

A test module that cannot be imported, a layer that cannot be set up, and a skipped test count as failed: nothing is
left out silently.
"""

from pathlib import Path
from zope.testrunner.runner import Runner

import sys
import traceback


ROOT = Path(__file__).resolve().parent.parent
DEFAULTS = ["--path", str(ROOT), "--test-path", str(ROOT), "--tests-pattern", "^test_"]


def run_all(arguments: list[str]) -> int:
    """Run, report, and give the exit status."""
    # The runner starts itself again for layers that cannot be torn down; that process reports to this one.
    is_child = "--resume-layer" in arguments
    runner = Runner(DEFAULTS, list(arguments), script_parts=[__file__], cwd=str(ROOT), warnings="ignore")
    try:
        runner.run()
    except Exception:
        # Not even found: the line must still come.
        traceback.print_exc()
        runner.errors.append("the runner itself")
    if is_child:
        return int(runner.failed)
    broken = [*runner.import_errors, *runner.failures, *runner.errors]
    for name in runner.skipped:
        print(f"skipped, counted as failed: {name[0] if isinstance(name, tuple) else name}")
    failed = len(broken) + len(runner.skipped)
    passed = max(runner.ran - len(runner.failures) - len(runner.errors) - len(runner.skipped), 0)
    failed += not passed and not failed
    print(f"{passed} passed, {failed} failed", flush=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    sys.exit(run_all([*sys.argv, "-s", "tests"] if len(sys.argv) == 1 else sys.argv))
