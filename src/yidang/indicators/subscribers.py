"""A change of state changes what counts: workflow reindexes by index name and would pass the ledger by."""

from yidang.indicators.interfaces import IFactSource
from yidang.indicators.scoreboard import touch


def recount_on_transition(obj, event) -> None:
    """Let the ledger look again at whatever states facts; what is just made it will see anyway."""
    if event.transition is not None and IFactSource(obj, None) is not None:
        touch(obj)
