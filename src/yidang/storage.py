"""What the storage needs from us: a given-up transaction leaves nothing behind.

RelStorage (4.3) on SQLite puts what a transaction is about to write into a temporary table of its store connection,
and commits that table before it takes the lock. When a dependency of the transaction turns out to be stale right
then, the connection is in no transaction, nothing is rolled back, and it returns to its pool with the rows in place.
The next transaction on that connection then writes them with its own: an object gets a state that nobody committed.
So the table is emptied before it is filled.
"""

from relstorage.adapters.sqlite.mover import Sqlite3ObjectMover
from zope.component import adapter
from zope.processlifetime import IDatabaseOpenedWithRoot


_store_temps = Sqlite3ObjectMover.store_temps


def _store_temps_alone(self, cursor, state_oid_tid_iter) -> None:
    """Fill the table with what this transaction writes, and with nothing else."""
    cursor.execute("DELETE FROM temp_store")
    _store_temps(self, cursor, state_oid_tid_iter)


def empty_before_filling() -> None:
    """Make every SQLite storage of this process do so; doing it again changes nothing."""
    Sqlite3ObjectMover.store_temps = _store_temps_alone


@adapter(IDatabaseOpenedWithRoot)
def at_start(event) -> None:
    """As soon as the process has its database."""
    empty_before_filling()
