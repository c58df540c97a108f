"""What came of a run of the tests, or of a part of one."""

from __future__ import annotations

from dataclasses import asdict
from dataclasses import dataclass
from dataclasses import field
from pathlib import Path
from zope.testrunner.runner import Runner
from zope.testrunner.runner import SetUpLayerFailure
from zope.testrunner.runner import TearDownLayerFailure

import json
import os


OF_A_LAYER = (SetUpLayerFailure, TearDownLayerFailure)


def names(entries: list) -> list[str]:
    """The runner keeps tests alone, or with what was wrong."""
    return [str(entry[0] if isinstance(entry, tuple) else entry) for entry in entries]


@dataclass
class Outcome:
    """Counted tests, and the names of those that are not in order."""

    ran: int = 0
    unsound: list[str] = field(default_factory=list)
    """Failures and errors of tests that ran."""
    skipped: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    """Modules that cannot be imported."""
    missing: list[str] = field(default_factory=list)
    """What should have happened around the tests and has not."""
    found: list[str] = field(default_factory=list)
    """Layers that have tests."""
    done: list[str] = field(default_factory=list)
    """Layers whose tests have run."""
    ended: bool = False
    """The run came to its end by itself."""

    @classmethod
    def of(cls, runner: Runner, **more) -> Outcome:
        """What `runner` has counted until now."""
        told = [*runner.failures, *runner.errors]
        layers = [entry for entry in told if isinstance(entry, tuple) and isinstance(entry[0], OF_A_LAYER)]
        unsound = names([entry for entry in told if entry not in layers])
        unread = names(runner.import_errors)
        return cls(runner.ran, unsound, names(runner.skipped), unread, names(layers), **more)

    @classmethod
    def read(cls, path: Path) -> Outcome:
        """As another process has left it; nothing, if it has not come so far."""
        return cls(**json.loads(path.read_text())) if path.exists() else cls()

    def write(self, path: Path) -> None:
        """Leave it to another process: the whole or nothing."""
        beside = path.with_suffix(".new")
        beside.write_text(json.dumps(asdict(self)))
        os.replace(beside, path)

    @classmethod
    def together(cls, parts: list[Outcome]) -> Outcome:
        """One run of several lanes. Each has tried to import every module: that is told once."""
        whole = cls(sum(part.ran for part in parts), ended=all(part.ended for part in parts))
        for part in parts:
            whole.unsound += part.unsound
            whole.skipped += part.skipped
            whole.done += part.done
            whole.missing += part.missing
        whole.found = sorted({name for part in parts for name in part.found})
        whole.unread = sorted({name for part in parts for name in part.unread})
        whole.missing += [f"lane {lane} ended before its time" for lane, part in enumerate(parts) if not part.ended]
        whole.missing += [f"layer {name} was not run to its end" for name in whole.found if name not in whole.done]
        return whole

    def told(self) -> int:
        """Print the closing line; 1 when anything failed."""
        for name in self.skipped:
            print(f"skipped, counted as failed: {name}")
        for name in self.missing:
            print(f"counted as failed: {name}")
        failed = len(self.unsound) + len(self.skipped) + len(self.unread) + len(self.missing)
        passed = max(self.ran - len(self.unsound) - len(self.skipped), 0)
        failed += not passed and not failed
        print(f"{passed} passed, {failed} failed", flush=True)
        return 1 if failed else 0
