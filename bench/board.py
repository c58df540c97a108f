"""Reading the whole S0 board from the ledger: 25 lines × 12 months × 24 stations, and the verdicts."""

from bench import others
from bench import s0_year
from bench.figures import AT_LEAST
from bench.figures import AT_MOST
from bench.figures import Figure
from bench.rounds import interleaved
from bench.rounds import medians
from bench.rounds import quick_quarter
from bench.rounds import ratio
from bench.rounds import Times
from bench.storage import database
from bench.storage import forget_objects
from bench.told import tell
from collections.abc import Iterator
from contextlib import contextmanager
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from yidang.indicators.engine import board
from yidang.indicators.ledger import Ledger

import transaction


Samples = dict[str, list[Times]]
ROUNDS = 41
TODAY = date(2024, 12, 1)
MONTHS = [bucket.label for bucket in s0_year.TERM.buckets("month")]


def cells(ledger: Ledger) -> dict[str, dict]:
    """Every number, by line, month and station."""
    source, rules = ledger.cells("c"), ledger.plan("c").ruleset().rules
    return {
        rule.code: {month: source.column((rule.code, "value", rule.basis, ""), (month, "")) for month in MONTHS}
        for rule in rules
    }


def verdicts(ledger: Ledger) -> dict:
    """Every line with value, target, pace, months and worst member, as the page of the board shows it."""
    ruleset = ledger.plan("c").ruleset()
    source = ledger.cells("c")
    found = board(ruleset.rules, source, ruleset.calendar, TODAY, stations=s0_year.stations())
    for tally in found.values():  # worked out when asked
        _ = tally.pace, tally.months, tally.buckets, tally.members, tally.worst, tally.hours, tally.verified_value
    return found


@contextmanager
def ledger_of(number: int, beside: int = 0) -> Iterator:
    """A connection to a database whose ledger has `number` facts of the contract, and some of others."""
    with database() as db:
        connection = db.open()
        ledger = connection.root()["ledger"] = Ledger("yidang_ledger")
        tell(ledger, "c", number, 1)
        for other in range(10 if beside else 0):
            tell(ledger, f"other-{other}", beside // 10, (other + 1) * 1_000_000)
        transaction.commit()
        yield connection
        transaction.abort()
        connection.close()


def measure(quick: bool) -> Iterator[Figure]:
    """All figures of the board."""
    sizes = (1_000, 3_000, 10_000) if quick else (1_000, 10_000, 100_000)
    with ExitStack() as stack:
        books = {f"{size:,}": stack.enter_context(ledger_of(size)) for size in sizes}
        books["beside"] = stack.enter_context(ledger_of(sizes[0], beside=sizes[-1]))
        rows = {f"{size:,}": list(_shares(books[f"{size:,}"], size)) for size in sizes}
        folder = Path(stack.enter_context(TemporaryDirectory(prefix="yidang-bench-")))
        questions = {}
        for size, found in rows.items():
            (folder / size).mkdir()
            questions[size] = others.sql(found, folder / size)
        read, judged, asked = _cold(books, questions)
    yield from _figures(read, judged, sizes)
    yield from _comparisons(rows, read, judged, asked)


def _shares(connection, size: int) -> Iterator:
    return others.shares(connection.root()["ledger"].plan("c").ruleset(), "c", size)


def _cold(books: dict, questions: dict) -> tuple[Samples, Samples, Samples]:
    """Times with the cache of objects emptied before each reading, and of the same by SQL in the same rounds."""
    readings = {}
    for name, book in books.items():
        readings["cells", name] = lambda book=book: cells(book.root()["ledger"])
        readings["verdicts", name] = lambda book=book: verdicts(book.root()["ledger"])
    for name, question in questions.items():
        readings["sql", name] = question

    def forget(name: tuple[str, str]) -> None:
        if name[0] != "sql":
            forget_objects(books[name[1]])
            books[name[1]].root()

    found = interleaved(readings, ROUNDS, forget)
    return tuple(
        {name: found[kind, name] for one, name in found if one == kind} for kind in ("cells", "verdicts", "sql")
    )


def _figures(read: Samples, judged: Samples, sizes: tuple[int, ...]) -> Iterator[Figure]:
    first, last = (f"{size:,}" for size in (sizes[0], sizes[-1]))
    for name, samples in (("every cell", read), ("lines with verdicts", judged)):
        for size in sizes:
            found = samples[f"{size:,}"]
            note = f"wall {medians(found).wall * 1000:.2f} ms; lower quartile {quick_quarter(found).cpu * 1000:.2f} ms"
            yield Figure("board", f"{name}, {size:,} facts, cold", medians(found).cpu * 1000, " ms", 5, AT_MOST, note)
        growth, beside = (ratio(samples[one], samples[first]).cpu for one in (last, "beside"))
        yield Figure("board", f"{name}, {last} : {first} facts", growth, "×", 1.5)
        yield Figure("board", f"{name}, {last} facts of others beside", beside, "×", 1.2)


def _comparisons(rows: dict[str, list], read: Samples, judged: Samples, asked: Samples) -> Iterator[Figure]:
    """SQL is warm and is asked for the cells alone; a query of the catalog for each cell is context."""
    for size, samples in asked.items():
        yield Figure("board", f"the same cells by SQL GROUP BY, {size} facts, warm", medians(samples).cpu * 1000, " ms")
    last = list(rows)[-1]
    for name, samples in (("every cell", read), ("lines with verdicts", judged)):
        faster = ratio(asked[last], samples[last]).cpu
        yield Figure("board", f"SQL GROUP BY, warm : {name}, cold, {last} facts", faster, "×", 3, AT_LEAST)
    size = list(rows)[1]
    one = medians(interleaved({"catalog": others.catalog(rows[size])}, 3)["catalog"])
    whole = one.cpu * 1000 * len(s0_year.rules()) * len(s0_year.stations()) * len(MONTHS) / others.SAMPLE
    yield Figure("board", f"a catalog query a cell, {size} facts, warm", whole, " ms", note="from 100 cells")
