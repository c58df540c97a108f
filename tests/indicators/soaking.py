"""Many writers who do everything that can happen to records, lines and terms, in a random order and at once.

What is filed lies in the same database as the ledger, so that a change and what the ledger makes of it stand or fall
together, as they do in the portal.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from datetime import timedelta
from persistent import Persistent
from persistent.mapping import PersistentMapping
from random import Random
from tests.indicators.database import Writer
from tests.indicators.told import a_rule
from tests.indicators.told import CONTRACT
from tests.indicators.told import Contract
from tests.indicators.told import Line
from threading import Thread
from typing import Any
from yidang.indicators.engine.calendar import Calendar
from yidang.indicators.engine.facts import Child
from yidang.indicators.engine.facts import Fact
from yidang.indicators.interfaces import IFactSource
from yidang.indicators.ledger import Ledger
from ZODB.DB import DB
from zope.interface import implementer


START = date(2024, 1, 1)
GOOD = {"children": "session", "each": {"field": "attendance_rate", ">=": 0.6}}
PHONE = {"field": "mode", "not_in": ["phone"]}
# Each line in two readings: as the contract has it, and as somebody amends it or chooses otherwise.
READINGS = [
    (a_rule("I1"), a_rule("I1", where=[PHONE])),
    (a_rule("I2", {"sum": "hours"}, kinds=["visit", "group"]), a_rule("I2", {"sum": "hours"}, basis="verified")),
    (a_rule("I3", {"distinct": "subjects"}), a_rule("I3", {"distinct": "subjects"}, per=["worker", "month"])),
    (a_rule("I4", kinds=["group"], where=[GOOD]), a_rule("I4", kinds=["group"], per=["station", "quarter"])),
    (a_rule("I5", part_of="I1", where=[PHONE], per=["worker", "month"]), a_rule("I5", kinds=["group"], per=["week"])),
    (
        a_rule("I6", {"ratio": {"of": {"where": [PHONE]}, "to": {}}}, kinds=["visit", "group"]),
        a_rule("I6", {"ratio": {"of": {"measure": {"distinct": "subjects"}}, "to": {"fixed": 20}}}),
    ),
    (a_rule("I7", kinds=["staff"], as_of="today"), a_rule("I7", {"entered": "hours"}, kinds=["staff"])),
    # A ladder: what feeds the one feeds the other no more, as long as the one fills the other.
    (a_rule("I8", where=[PHONE], fills="I9"), a_rule("I8", where=[PHONE])),
    (a_rule("I9"), a_rule("I9", where=[{"field": "mode", "is": "home"}])),
]


@implementer(IFactSource)
class Filed(Persistent):
    """A record that lies in the database."""

    def __init__(self, fact: Fact) -> None:
        self.fact = fact

    def facts(self) -> tuple[Fact, ...]:
        """What it states."""
        return (self.fact,)


def prepare(db: DB) -> None:
    """A contract with its lines, and nothing filed."""
    with db.transaction() as connection:
        root, ledger = connection.root(), Ledger("yidang_ledger")
        root["ledger"], root["content"], root["readings"] = ledger, PersistentMapping(), PersistentMapping()
        ledger.index_object(1, Contract())
        for number in range(len(READINGS)):
            _read(root, number, 0)


def _read(root: Any, number: int, reading: int | None) -> None:
    """Let a line be read in one way or the other, or take it out."""
    root["readings"][number] = reading
    if reading is None:
        root["ledger"].unindex_object(2 + number)
    else:
        root["ledger"].index_object(2 + number, Line(READINGS[number][reading]))


def a_fact(chance: Random, uid: str) -> Fact:
    """A draft of a visit, a group with sessions, or somebody on the staff."""
    sessions = [Child("session", attributes={"attendance_rate": chance.choice((0.5, 0.6, 1))}) for _ in range(2)]
    kind = chance.choice(("visit", "visit", "group", "staff"))
    return Fact(
        kind,
        uid,
        CONTRACT,
        station=chance.choice(("", "east", "west")),
        workers=tuple(chance.sample(("li", "wang", "zhao"), 2)),
        date=START + timedelta(days=chance.randrange(-30, 400)),
        standing="none",
        amounts={"hours": chance.randrange(1, 4000) / 1000},
        attributes={"mode": chance.choice(("home", "phone"))},
        subjects=tuple(f"s{chance.randrange(30)}" for _ in range(2)),
        children=tuple(sessions) if kind == "group" else (),
    )


# What happens to a record that is filed: a new statement, or None when it is deleted.
CHANGES: dict[str, Callable[[Random, Fact], Fact | None]] = {
    "submit": lambda chance, fact: replace(fact, standing="submitted"),
    "verify": lambda chance, fact: replace(fact, standing="verified"),
    "return": lambda chance, fact: replace(fact, standing="none"),
    "amount": lambda chance, fact: replace(fact, amounts={"hours": chance.randrange(1, 9000) / 1000}),
    "no amount": lambda chance, fact: replace(fact, amounts={}),
    "station": lambda chance, fact: replace(fact, station=chance.choice(("", "east", "west", "north"))),
    "date": lambda chance, fact: replace(fact, date=START + timedelta(days=chance.randrange(366))),
    "client": lambda chance, fact: replace(fact, subjects=(f"s{chance.randrange(30)}",)),
    "leave": lambda chance, fact: replace(fact, until=START + timedelta(days=chance.randrange(366))),
    "rename": lambda chance, fact: fact,
    "delete": lambda chance, fact: None if fact.standing == "none" else fact,
}


def an_edit(chance: Random, rids: range) -> Callable[[Any], None]:
    """Something that happens, as a change of the root that may be tried again."""
    seed, dice = chance.getrandbits(60), chance.random()
    if dice < 0.004:
        return lambda root: _amend(Random(seed), root)
    rid, step = chance.choice(rids), chance.choice(sorted(CHANGES))

    def change(root: Any) -> None:
        again, content = Random(seed), root["content"]
        filed = content.get(rid)
        fact = a_fact(again, f"u{rid}") if filed is None else CHANGES[step](again, filed.fact)
        if fact is None:
            del content[rid]
            root["ledger"].unindex_object(rid)
            return
        if filed is None:
            filed = content[rid] = Filed(fact)
        filed.fact = fact
        root["ledger"].index_object(rid, filed)

    return change


def _amend(chance: Random, root: Any) -> None:
    """Another reading of a line, a line taken out, or another term; the whole (其中) stays while it has a part."""
    if chance.random() < 0.2:
        months = Calendar(
            START, START + timedelta(days=chance.choice((180, 365, 396))), chance.choice(("calendar", "contract"))
        )
        root["ledger"].index_object(1, Contract(months))
    else:
        number = chance.randrange(len(READINGS))
        _read(root, number, chance.choice((0, 1) if number == 0 else (0, 1, None)))


def soak(db: DB, edits: int, threads: int, seed: int) -> dict[str, int]:
    """Do so many edits with several writers at once on records that each of them may meet; commits and retries."""
    writers = [Writer(db) for _ in range(threads)]
    failed: list[BaseException] = []

    def work(number: int) -> None:
        chance = Random(seed * 100 + number)
        try:
            for _ in range(edits // threads):
                writers[number].write(an_edit(chance, range(100, 100 + max(60, edits // 20))))
        except BaseException as error:  # told by the thread that waits
            failed.append(error)

    running = [Thread(target=work, args=(number,)) for number in range(threads)]
    for one in running:
        one.start()
    for one in running:
        one.join()
    for writer in writers:
        writer.close()
    if failed:
        raise failed[0]
    return {"commits": sum(one.commits for one in writers), "retries": sum(one.retries for one in writers)}
