"""Creating records through our own code path, against stock Plone's News Items."""

from bench.figures import AT_LEAST
from bench.figures import Figure
from bench.rounds import medians
from bench.rounds import ratio
from bench.workers import Worker
from collections.abc import Iterator


STEP = 100


def measure(ours: Worker, stock: Worker, quick: bool) -> Iterator[Figure]:
    """2,000 on each side, a hundred here, a hundred there."""
    number = 300 if quick else 2_000
    taken = {ours: [], stock: []}
    for _ in range(number // STEP):
        for worker, samples in taken.items():
            samples.append(worker.time("create_records", STEP))
    own, other, faster = medians(taken[ours]), medians(taken[stock]), ratio(taken[stock], taken[ours])
    note = f"{STEP / own.cpu:.1f} against {STEP / other.cpu:.1f} a second of processor; wall {faster.wall:.2f}×"
    yield Figure("creating", f"{number:,} records : News Items", faster.cpu, "×", 1.4, AT_LEAST, note)
