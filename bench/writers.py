"""Two processes that file into one contract for a minute, and a soak of many edits by several threads."""

from bench.figures import Figure
from collections.abc import Iterator
from tempfile import TemporaryDirectory
from tests.indicators import filing
from tests.indicators import soaking
from tests.indicators.database import opened
from tests.indicators.differing import differences
from tests.indicators.told import CONTRACT
from time import perf_counter


def measure(quick: bool) -> Iterator[Figure]:
    """Lost records, retries, and every number in which the ledger differs from a recount afterwards."""
    yield from _two_processes(10 if quick else 60)
    yield from _soak(2_000 if quick else 20_000)


def _two_processes(seconds: int) -> Iterator[Figure]:
    with TemporaryDirectory(prefix="yidang-bench-") as folder:
        filing.prepare(folder)
        told = filing.both(folder, seconds)
        commits, retries = (sum(one[name] for one in told) for name in ("commits", "retries"))
        db = opened(folder)
        with db.transaction() as connection:
            ledger = connection.root()["ledger"]
            facts = list(ledger.facts(CONTRACT))
            wrong = differences(ledger, CONTRACT, facts)
        db.close()
    what = f"two processes, {seconds} s, {commits:,} commits"
    yield Figure("writers", f"{what}: lost records", 2 * filing.FILED + commits - len(facts), "", 0)
    yield Figure("writers", f"{what}: numbers unlike a recount", len(wrong), "", 0)
    yield Figure("writers", f"{what}: tried again because of the ledger", 100 * retries / commits, " %", 1)


def _soak(edits: int) -> Iterator[Figure]:
    with TemporaryDirectory(prefix="yidang-bench-") as folder:
        db, begun = opened(folder), perf_counter()
        soaking.prepare(db)
        told = soaking.soak(db, edits, threads=4, seed=edits)
        taken = perf_counter() - begun
        with db.transaction() as connection:
            root = connection.root()
            stated = [fact for filed in root["content"].values() for fact in filed.facts()]
            wrong = differences(root["ledger"], CONTRACT, stated)
        db.close()
    note = f"4 threads, {taken:.0f} s, {told['retries']:,} tries again; {len(stated):,} records at the end"
    yield Figure("writers", f"{told['commits']:,} random edits: numbers unlike a recount", len(wrong), "", 0, note=note)
