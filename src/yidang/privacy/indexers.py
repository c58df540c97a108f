"""By which client a record is found: the catalog keeps whom each record names."""

from Acquisition import aq_base
from plone.indexer import indexer
from yidang.archive.interfaces import IRecord


INDEX = "record_clients"


@indexer(IRecord)
def record_clients(record) -> tuple[str, ...]:
    """UIDs of the clients served, by a case or a record of service; other records name none."""
    own = aq_base(record)  # nothing of what surrounds it
    one, many = getattr(own, "client", None), getattr(own, "clients", None)
    return (one,) if isinstance(one, str) and one else tuple(many or ())
