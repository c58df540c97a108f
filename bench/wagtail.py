"""The second yardstick: a small Wagtail site with the same articles, in an environment and a folder of its own."""

from bench import varied
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tests.caching.proxies import free_port
from tests.caching.proxies import running

import json
import os
import shutil
import subprocess
import sys


RECIPE = Path(__file__).parent / "wag"
PACKAGES = ("wagtail<8", "gunicorn")
PAGES = {"article": "/news/a0/", "home": "/", "listing": "/news/"}


class Wagtail:
    """The site in `folder`."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.bin = folder, folder / "venv" / "bin"

    def make(self, number: int) -> None:
        """Packages from PyPI, the database, the articles."""
        subprocess.run([sys.executable, "-m", "venv", str(self.folder / "venv")], check=True)
        install = [str(self.bin / "pip"), "install", "-q", "--disable-pip-version-check", *PACKAGES]
        subprocess.run(install, check=True, stderr=subprocess.DEVNULL)
        shutil.copytree(RECIPE, self.folder, dirs_exist_ok=True)
        lines = [json.dumps(fields_of(serial), ensure_ascii=False) for serial in range(number)]
        (self.folder / "articles.jsonl").write_text("\n".join(lines), encoding="utf-8")
        subprocess.run([str(self.bin / "python"), "fill.py", "articles.jsonl"], **self._place(), check=True)

    @contextmanager
    def served(self, workers: int = 1, kept: bool = False) -> Iterator[tuple[str, int]]:
        """Its address and its first process, with so many processes, pages kept in their memory or not."""
        port = free_port()
        place = self._place(WAG_CACHE="1" if kept else "0")
        options = ["-w", str(workers), "-b", f"127.0.0.1:{port}", "--log-level", "critical"]
        command = [str(self.bin / "gunicorn"), *options, "wsgi:application"]
        with running(command, f"http://127.0.0.1:{port}/", **place) as pid:
            yield f"http://127.0.0.1:{port}", pid

    def _place(self, **environment: str) -> dict:
        return {"cwd": self.folder, "env": {**os.environ, "WAG_DIR": str(self.folder), **environment}}


def fields_of(serial: int) -> dict[str, str]:
    """One article."""
    return {"title": varied.title(serial), "intro": varied.title(serial), "body": varied.html(serial)}
