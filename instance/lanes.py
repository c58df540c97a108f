"""Run the layers of the tests in several processes at once, the lanes, to use more than one processor.

zope.testrunner has `-j` for this, but starts a process for every layer, and each sets up the portal anew. A lane is
one process that takes one layer after another, so what layers have in common is set up once a lane. All lanes find
the same tests and look at the same list of layers; one goes through it from the front, the other from the back, until
nothing is left between them. A layer is taken by making a file with its name, which only one process can. So no table
of who does what can be wrong: at worst one lane waits for the other.
"""

from outcome import Outcome
from pathlib import Path
from threading import Lock
from threading import Thread
from urllib.parse import quote
from zope.testrunner.runner import gather_layers
from zope.testrunner.runner import run_layer
from zope.testrunner.runner import Runner
from zope.testrunner.runner import tear_down_unneeded

import signal
import subprocess
import sys
import tempfile
import time


PORTAL = "yidang.testing.YidangLayer"
# How long a layer takes on a calm machine, in seconds, where the number of its tests does not tell. Only the balance of
# the lanes depends on it.
SECONDS = {"tests.stories.layer.Yidang:Browser": 150}
SECONDS_A_TEST = 0.4
ENOUGH = 10  # seconds to wait for the last words of a lane that has ended


def in_order(layers: list[tuple]) -> list[tuple]:
    """From both ends to the middle: the long layers that share the portal in front, those without it at the back.

    Layers that stand on each other stay neighbours at the back, and unit tests are the last."""
    sharing, alone = [], []
    for name, layer, tests in layers:
        below: list = []
        gather_layers(layer, below)
        shares = any(f"{one.__module__}.{one.__name__}" == PORTAL for one in below)
        (sharing if shares else alone).append((name, layer, tests))
    sharing.sort(key=lambda one: SECONDS.get(one[0], SECONDS_A_TEST * one[2].countTestCases()), reverse=True)
    return [*sharing, *reversed(alone)]


class Lane(Runner):
    """A runner that takes its layers from the board, a directory that the lanes share."""

    def __init__(self, number: int, board: Path, defaults: list[str], arguments: list[str]) -> None:
        super().__init__(defaults, arguments, warnings="ignore")
        self.number, self.board = number, board
        self.found: list[str] = []
        self.done: list[str] = []

    def run(self) -> None:
        """Run what this lane gets; what comes of it stands on the board."""
        super().run()
        self.leave(ended=True)

    def run_tests(self) -> None:
        """Layer by layer."""
        layers = in_order(list(self.ordered_layers()))
        self.found = [name for name, _, _ in layers]
        set_up: dict = {}
        for name, layer, tests in reversed(layers) if self.number % 2 else layers:
            if self.takes(name):
                for feature in self.features:
                    feature.layer_setup(layer)
                counted = (self.failures, self.errors, self.skipped, self.import_errors)
                self.ran += run_layer(self.options, name, layer, tests, set_up, *counted)
                self.done.append(name)
                self.leave()
        tear_down_unneeded(self.options, (), set_up, self.errors, optional=True)
        self.failed = bool(self.import_errors or self.failures or self.errors)

    def takes(self, name: str) -> bool:
        """Whether this lane is the first that wants the layer."""
        try:
            (self.board / f"{quote(name, safe='')}.taken").touch(exist_ok=False)
        except FileExistsError:
            return False
        return True

    def leave(self, ended: bool = False) -> None:
        """Write down how far it has come."""
        outcome = Outcome.of(self, found=self.found, done=self.done, ended=ended)
        outcome.write(self.board / f"{self.number}.json")


class Listener(Thread):
    """Passes on what a lane says, a layer at a time, so that two lanes do not talk across each other."""

    mouth = Lock()

    def __init__(self, number: int, lane: subprocess.Popen) -> None:
        super().__init__(daemon=True)
        self.number, self.lane, self.begun = number, lane, time.monotonic()
        self.held: list[str] = []

    def run(self) -> None:
        """Until the lane has no more to say."""
        for line in self.lane.stdout:
            if line.startswith("Running ") and line.endswith(" tests:\n"):
                self.say()
                self.held = [f"lane {self.number} takes {line.split()[1]}\n"]
                self.say()
            self.held.append(line)
        self.held.append(f"lane {self.number} ended after {time.monotonic() - self.begun:.0f} seconds\n")
        self.say()

    def say(self) -> None:
        """Let go of what is held."""
        with self.mouth:
            sys.stdout.write("".join(self.held))
            sys.stdout.flush()
        self.held = []


def run_in_lanes(number: int, arguments: list[str]) -> Outcome:
    """Run the tests that `arguments` name in so many lanes, and count them together."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    script, *rest = arguments
    with tempfile.TemporaryDirectory(prefix="yidang-lanes-") as board:
        streams = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
        command = [sys.executable, script, "--lane"]
        lanes = [
            subprocess.Popen([*command, str(lane), board, *rest], text=True, errors="replace", **streams)
            for lane in range(number)
        ]
        try:
            listeners = [Listener(lane, process) for lane, process in enumerate(lanes)]
            for listener in listeners:
                listener.start()
            for listener, process in zip(listeners, lanes, strict=True):
                process.wait()
                # What a lane that was killed had started may still hold the other end.
                listener.join(ENOUGH)
        finally:
            for process in lanes:
                process.kill()
        return Outcome.together([Outcome.read(Path(board) / f"{lane}.json") for lane in range(number)])
