"""Taking the evidence of the longest line away, as a workbook and as comma-separated text."""

from bench.figures import AT_LEAST
from bench.figures import Figure
from bench.load import content_of
from bench.load import Page
from bench.rounds import medians
from bench.rounds import Times
from bench.workers import Worker
from collections.abc import Iterator
from time import perf_counter

import csv
import io


LEAD = "lead-zswq2024"
DOORS = {"text": "collective.excelexportcsv", "workbook": "collective.excelexport"}


def measure(ours: Worker, quick: bool) -> Iterator[Figure]:
    """Rows a second over HTTP, by turns; the first round warms up."""
    port, line = ours.ask("serve"), ours.ask("longest_line")
    query = f"excelexport.policy=evidence&code={line['code']}"
    taken: dict[str, list[Times]] = {name: [] for name in DOORS}
    rows = 0
    for number in range(2 if quick else 6):
        for name, door in DOORS.items():
            page = Page(ours, port, f"{line['contract']}/@@{door}?{query}", LEAD)
            cpu, begun = ours.ask("usage")["cpu"], perf_counter()
            content = content_of(page)
            rows = rows_of(content) if name == "text" else rows
            if number:
                taken[name].append(Times(perf_counter() - begun, ours.ask("usage")["cpu"] - cpu))
    for name, samples in taken.items():
        one = medians(samples)
        note = f"{rows:,} rows of {line['code']}; by processor {rows / one.cpu:,.0f} a second"
        yield Figure("exports", f"evidence as a {name}, rows a second", rows / one.wall, "", 1_400, AT_LEAST, note)


def rows_of(text: bytes) -> int:
    """How many rows a file of comma-separated text has."""
    return sum(1 for _ in csv.reader(io.StringIO(text.decode("utf-8-sig"))))
