"""The parent's end of the two children, ours and stock Plone's."""

from bench.rounds import Times
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import json
import subprocess
import sys


class Worker:
    """One child process with one site."""

    def __init__(self, side: str, folder: Path) -> None:
        command = [sys.executable, "-P", "-m", "bench.worker", f"bench.{side}", str(folder)]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def ask(self, name: str, *arguments: Any) -> Any:
        """Carry out a command; what it returns."""
        return self._ask(name, arguments)["value"]

    def time(self, name: str, *arguments: Any) -> Times:
        """Carry out a command; how long it took there."""
        answer = self._ask(name, arguments)
        return Times(answer["wall"], answer["cpu"])

    def _ask(self, name: str, arguments: tuple) -> dict:
        print(json.dumps([name, arguments]), file=self.process.stdin, flush=True)
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError(f"the process with the site ended while doing {name}")
        return json.loads(line)

    def stop(self) -> None:
        """End the child."""
        self.process.stdin.close()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


@contextmanager
def both_sites():
    """Our portal and a stock site beside it, each in its own process and folder."""
    with TemporaryDirectory(prefix="yidang-bench-") as folder:
        workers = [Worker(side, Path(folder) / side) for side in ("ours", "stock")]
        try:
            for worker in workers:
                worker.ask("make")
            yield workers
        finally:
            for worker in workers:
                worker.stop()
