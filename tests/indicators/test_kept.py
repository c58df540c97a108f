"""The overview of a contract is worked out once, and anew as soon as anything differs from which it was worked out."""

from datetime import date
from tests.indicators.told import a_rule
from tests.indicators.told import a_visit
from tests.indicators.told import Contract
from tests.indicators.told import Line
from tests.indicators.told import Record
from tests.indicators.told import YEAR
from transaction import TransactionManager
from unittest import TestCase
from uuid import uuid4
from yidang.indicators.engine.calendar import Calendar
from yidang.indicators.kept import kept
from yidang.indicators.ledger import Ledger
from yidang.indicators.overview import overview_of
from yidang.indicators.scoreboard import Scoreboard
from ZODB.MappingStorage import MappingStorage

import ZODB


TODAY = date(2024, 8, 20)
WORKERS = a_rule("I2", per=["worker", "month"], target=">= 1")


class Team(Contract):
    """A contract that says who works in it."""

    workers = ("li",)

    def UID(self) -> str:
        """As content answers."""
        return self.uid

    def expected(self) -> dict:
        """The team."""
        return {"workers": {one: [(None, None)] for one in self.workers}}


class KeptTest(TestCase):
    def setUp(self):
        self.manager = TransactionManager()
        self.db = ZODB.DB(MappingStorage())
        self.addCleanup(self.db.close)
        self.root = self.db.open(self.manager).root()
        self.addCleanup(self.manager.abort)
        self.contract = Team(uid=uuid4().hex)
        self.root["ledger"] = Ledger("yidang_ledger")
        self.tell(1, self.contract)
        self.tell(2, Line(a_rule("I1"), self.contract.uid))
        self.file(1)
        self.manager.commit()
        self.worked_out = 0

    def tell(self, rid: int, obj) -> None:
        self.root["ledger"].index_object(rid, obj)

    def file(self, number: int) -> None:
        self.tell(100 + number, Record((a_visit(number, contract=self.contract.uid, workers=("li",)),)))

    def look(self, day: date = TODAY) -> dict:
        """Values by line; how often they had to be worked out is told by `worked_out`."""

        def work_out(board):
            self.worked_out += 1
            return {code: (one.value, one.target) for code, one in board.tallies().items()}

        return kept(Scoreboard(self.contract, day, self.root["ledger"]), work_out)

    def test_it_is_worked_out_once_while_nothing_changes(self):
        self.assertEqual([{"I1": (1, 10)}] * 3, [self.look() for _ in range(3)])
        self.assertEqual(1, self.worked_out)

    def test_a_record_that_is_filed_or_taken_back_is_seen(self):
        for change, value in ((lambda: self.file(2), 2), (lambda: self.root["ledger"].unindex_object(102), 1)):
            self.look()
            change()
            self.manager.commit()
            self.assertEqual(value, self.look()["I1"][0])

    def test_what_is_not_committed_is_neither_kept_nor_taken_from_memory(self):
        self.look()
        self.file(2)
        self.assertEqual(2, self.look()["I1"][0])
        self.manager.abort()
        self.assertEqual(1, self.look()["I1"][0])
        self.assertEqual(2, self.worked_out)

    def test_what_a_savepoint_put_aside_is_not_taken_for_committed(self):
        self.look()
        self.file(2)
        self.manager.savepoint()
        self.assertEqual(2, self.look()["I1"][0])
        self.manager.abort()
        self.assertEqual(1, self.look()["I1"][0])

    def test_another_connection_that_still_sees_the_old_state_gets_the_old_numbers(self):
        old = self.db.open(TransactionManager())
        held = old.root()["ledger"]
        held.face(self.contract.uid).filed  # noqa: B018  loaded, so that it stands before the change
        self.file(2)
        self.manager.commit()
        self.assertEqual(2, self.look()["I1"][0])
        past = kept(Scoreboard(self.contract, TODAY, held), lambda board: board.tallies()["I1"].value)
        self.assertEqual(1, past)
        old.transaction_manager.abort()
        old.close()

    def test_a_changed_rule_term_or_day_is_seen(self):
        self.look()
        self.tell(2, Line(a_rule("I1", target=">= 7"), self.contract.uid))
        self.manager.commit()
        self.assertEqual((1, 7), self.look()["I1"])
        self.contract.days = Calendar(date(2024, 3, 1), YEAR.end)
        self.tell(1, self.contract)
        self.manager.commit()
        self.assertEqual(0, self.look()["I1"][0])
        before = self.worked_out
        self.look(date(2024, 8, 21))
        self.assertEqual(before + 1, self.worked_out)

    def test_who_joins_is_seen_where_a_line_asks_something_of_each(self):
        self.look()
        self.contract.workers = ("li", "wang")
        self.look()
        self.assertEqual(1, self.worked_out, "no line asks for workers")
        self.tell(3, Line({**WORKERS}, self.contract.uid))
        self.manager.commit()
        self.assertEqual(24, self.look()["I2"][1])
        self.contract.workers = ("li",)
        self.assertEqual(12, self.look()["I2"][1])

    def test_the_overview_from_memory_is_the_one_that_is_worked_out(self):
        self.tell(3, Line({**WORKERS}, self.contract.uid))
        self.manager.commit()
        board = Scoreboard(self.contract, TODAY, self.root["ledger"])
        first, again = overview_of(board), overview_of(board)
        self.assertEqual(
            (dict(first.counts), first.worst, first.completion), (dict(again.counts), again.worst, again.completion)
        )
        self.assertEqual({"I1", "I2"}, {rule.code for rule, _ in again.worst})
        for rule, verdict in again.worst:
            self.assertEqual(board.tallies()[rule.code].value, verdict.value)
            self.assertIsNone(verdict.details, "nothing of the database is kept")
