"""Portals made by the real `bin/yidang` in a directory of their own; zope.testrunner shares them as layers."""

from pathlib import Path

import os
import shutil
import subprocess
import sys
import tempfile


ROOT = Path(__file__).resolve().parents[2]
CONF = ROOT / "parts" / "instance" / "etc" / "zope.conf"
LIBRARY = ROOT / "src" / "yidang" / "contracts" / "library"
FILE = LIBRARY / "zhongshan-women-2024.yaml"


class Place:
    """One data directory, and the commands that work on it."""

    def __init__(self) -> None:
        self.directory = Path(tempfile.mkdtemp(prefix="yidang-test-"))
        self.var = self.directory / "var"
        self.conf = self.directory / "zope.conf"
        self.conf.write_text(CONF.read_text().replace(str(ROOT / "instance" / "var"), str(self.var)))

    @property
    def environment(self) -> dict[str, str]:
        """The environment that points a command here."""
        sources = os.pathsep.join((str(ROOT / "src"), str(ROOT)))
        here = {"YIDANG_ZOPE_CONF": str(self.conf), "YIDANG_VAR": str(self.var), "PYTHONPATH": sources}
        return {**os.environ, **here}

    def run(self, *arguments, answer: str = "") -> subprocess.CompletedProcess:
        """Run one command to its end; `answer` is typed in."""
        command = [str(ROOT / "bin" / "yidang"), *map(str, arguments)]
        return subprocess.run(command, env=self.environment, input=answer, capture_output=True, text=True)

    def start(self, *arguments) -> subprocess.Popen:
        """Run one command in the background."""
        command = [str(ROOT / "bin" / "yidang"), *map(str, arguments)]
        with (self.directory / "server.log").open("w") as log:
            return subprocess.Popen(command, env=self.environment, stdout=log, stderr=log)

    def begin(self, *arguments) -> subprocess.Popen:
        """Run one command beside others; `communicate()` waits for it and gives what it said."""
        command = [str(ROOT / "bin" / "yidang"), *map(str, arguments)]
        streams = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT, "text": True}
        return subprocess.Popen(command, env=self.environment, **streams)

    def python(self, line: str) -> None:
        """Run one line with the Zope root `app` and the `portal` at hand, and commit."""
        script = (
            "import transaction\nfrom yidang.command.opening import enter, open_app\n"
            f"with open_app() as app:\n    portal = enter(app['portal'])\n    {line}\n    transaction.commit()\n"
        )
        subprocess.run([sys.executable, "-c", script], env=self.environment, check=True, capture_output=True)

    def remove(self) -> None:
        """Leave nothing behind."""
        shutil.rmtree(self.directory)


class LoadedPortal:
    """Layer: a portal by `init`, with one contract by `load`."""

    place: Place
    made: subprocess.CompletedProcess
    loaded: subprocess.CompletedProcess

    @classmethod
    def setUp(cls) -> None:
        """Make it once."""
        cls.place = Place()
        cls.made = cls.place.run("init")
        cls.loaded = cls.place.run("load", FILE)

    @classmethod
    def tearDown(cls) -> None:
        """Remove it."""
        cls.place.remove()


class DemoPortal:
    """Layer: the demonstration portal by `init --demo`."""

    place: Place
    made: subprocess.CompletedProcess

    @classmethod
    def setUp(cls) -> None:
        """Make it once."""
        cls.place = Place()
        cls.made = cls.place.run("init", "--demo")

    @classmethod
    def tearDown(cls) -> None:
        """Remove it."""
        cls.place.remove()
