"""A process that files records into one contract as fast as it can: `python -m tests.indicators.filing FOLDER 1 5`.

It files for so many seconds and prints, as JSON, how many commits that made and how many had to be tried again.
"""

from datetime import date
from datetime import timedelta
from random import Random
from tests.indicators.database import opened
from tests.indicators.database import Writer
from tests.indicators.told import a_rule
from tests.indicators.told import Contract
from tests.indicators.told import Line
from tests.indicators.told import Record
from time import monotonic
from yidang.indicators.engine.facts import Fact
from yidang.indicators.ledger import Ledger

import json
import subprocess
import sys


# Counts, sums, members by month, and distinct clients: of the contract, of each worker, and of a ratio.
RULES = (
    a_rule("I1"),
    a_rule("I2", measure={"sum": "hours"}, per=["worker", "month"]),
    a_rule("I3", measure={"distinct": "subjects"}),
    a_rule("I4", measure={"distinct": "subjects"}, per=["worker", "month"], part_of="I3"),
    a_rule("I5", measure={"ratio": {"of": {"measure": {"distinct": "subjects"}}, "to": {"fixed": 200}}}),
)
CLIENTS = 200
FILED = 200  # what each process has filed before
FAR = 10_000_000


def prepare(folder: str) -> None:
    """A database with a contract in which both processes have filed before, as in any portal but a new one."""
    db = opened(folder)
    ledger = Ledger("yidang_ledger")
    ledger.index_object(1, Contract())
    for number, rule in enumerate(RULES):
        ledger.index_object(2 + number, Line(rule))
    for process in (1, 2):
        chance = Random(-process)
        for number in range(FILED):
            ledger.index_object(process * FAR + number, Record((a_visit_of(chance, process, -number),)))
    with db.transaction() as connection:
        connection.root()["ledger"] = ledger
    db.close()


def a_visit_of(chance: Random, process: int, number: int) -> Fact:
    """A visit by one of ten workers to one of the clients, who are the same for both processes."""
    return Fact(
        "visit",
        f"{process}-{number}",
        "c",
        station=chance.choice(("east", "west", "north")),
        workers=(f"worker{chance.randrange(10)}",),
        date=date(2024, 1, 1) + timedelta(days=chance.randrange(366)),
        standing=chance.choice(("submitted", "verified")),
        amounts={"hours": 2},
        subjects=(f"client{chance.randrange(CLIENTS)}",),
    )


def file(folder: str, process: int, seconds: float) -> dict[str, int]:
    """File for so many seconds; record ids are far apart, as the catalog's are."""
    db = opened(folder)
    writer, chance, number = Writer(db), Random(process), 0
    until = monotonic() + seconds
    while monotonic() < until:
        record, rid = Record((a_visit_of(chance, process, number),)), process * FAR + FILED + number
        writer.write(lambda root, rid=rid, record=record: root["ledger"].index_object(rid, record))
        number += 1
    found = {"commits": writer.commits, "retries": writer.retries}
    writer.close()
    db.close()
    return found


def both(folder: str, seconds: float) -> list[dict[str, int]]:
    """Two processes at once; what each of them tells."""
    command = [sys.executable, "-W", "ignore", "-m", "tests.indicators.filing", folder]
    paths = {"PYTHONPATH": ":".join(sys.path)}
    running = [
        subprocess.Popen([*command, str(process), str(seconds)], stdout=subprocess.PIPE, text=True, env=paths)
        for process in (1, 2)
    ]
    return [json.loads(one.communicate()[0]) for one in running]


if __name__ == "__main__":
    print(json.dumps(file(sys.argv[1], int(sys.argv[2]), float(sys.argv[3]))))
