"""The load generator wrk: requests a second, and how long the median and the slowest twentieth took."""

from os import sysconf
from pathlib import Path
from statistics import median
from tempfile import NamedTemporaryFile
from typing import NamedTuple

import shutil
import subprocess


SCRIPT = """\
done = function(summary, latency, requests)
  local e = summary.errors
  io.write(string.format("RESULT %.2f %.3f %.3f %d %d\\n",
    summary.requests / summary.duration * 1e6, latency:percentile(50) / 1000, latency:percentile(95) / 1000,
    e.status + e.connect + e.read + e.timeout, summary.requests))
end
"""


# With fewer answers than these it is measured again, for longer.
FEWEST, LONGEST = 3, 16


class Load(NamedTuple):
    """Requests a second; milliseconds of the median and of the slowest twentieth; milliseconds of processor time a
    request."""

    rate: float
    p50: float
    p95: float
    cpu: float


def used(roots: tuple[int, ...]) -> float:
    """Seconds of processor time of these processes and of what they have started (Linux)."""
    found, waiting = 0.0, list(roots)
    while waiting:
        place = Path(f"/proc/{waiting.pop()}")
        found += sum(map(int, (place / "stat").read_text().rsplit(")", 1)[1].split()[11:13])) / sysconf("SC_CLK_TCK")
        waiting += [int(one) for task in (place / "task").iterdir() for one in (task / "children").read_text().split()]
    return found


def load(url: str, readers: int, seconds: float, servers: tuple[int, ...] = ()) -> Load:
    """Ask for one page with so many readers at once, who take it packed; RuntimeError when any answer was an error.
    `servers`: the processes that answer."""
    program = shutil.which("wrk")
    if not program:
        raise RuntimeError("wrk is missing: apt-get install wrk")
    with NamedTemporaryFile("w", suffix=".lua") as script:
        Path(script.name).write_text(SCRIPT)
        command = [program, "-t1", f"-c{readers}", f"-d{max(1, round(seconds))}s", "--timeout", "30s"]
        # Stock Plone leaves its theme out on 127.0.0.1, so the host is named in the address.
        command += ["-s", script.name, "-H", "Accept: text/html", "-H", "Accept-Encoding: gzip", url]
        before = used(servers)
        done = subprocess.run(command, capture_output=True, text=True)
        cpu = used(servers) - before
    rate, p50, p95, errors, asked = map(float, done.stdout.split("RESULT")[1].split())
    if errors:
        raise RuntimeError(f"{url}: {errors:.0f} answers were errors")
    if asked < FEWEST and seconds < LONGEST:
        return load(url, readers, seconds * 4, servers)
    return Load(rate, p50, p95, cpu * 1000 / max(asked, 1))


def medians(samples: list[Load]) -> Load:
    """The median of each column by itself."""
    return Load(*(median(column) for column in zip(*samples, strict=True)))
