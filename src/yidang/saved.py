"""Which state of a stored object the transaction sees, for whoever keeps in memory what was worked out from it."""

from persistent import Persistent


NEVER = b"\0" * 8


def serial_of(stored: Persistent) -> bytes | None:
    """The state as the database names it; None while this transaction sees another one, or where it was never saved.

    A savepoint puts changed objects aside and lets them look unchanged; until the end of the transaction nothing is
    known then of any.
    """
    stored._p_activate()
    jar = stored._p_jar
    if jar is None or stored._p_changed or stored._p_serial == NEVER or jar._savepoint_storage is not None:
        return None
    return stored._p_serial
