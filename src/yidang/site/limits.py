"""How often one visitor may send something, counted by all processes together.

Nothing tells who it was: of an address only a mark is kept that many thousands of addresses share, reckoned with a
secret of the portal, and no longer than the limit lasts. The count is written in a transaction of its own, so that it
stays when what was sent is refused.
"""

from BTrees.OOBTree import OOBTree
from hashlib import blake2b
from ipaddress import ip_address
from ipaddress import ip_network
from persistent.mapping import PersistentMapping
from secrets import token_bytes
from transaction import TransactionManager
from transaction.interfaces import TransientError
from zope.annotation.interfaces import IAnnotations
from zope.component.hooks import getSite

import logging
import time


LOG = logging.getLogger(__name__)
KEY = "yidang.limits"
SALT = "salt"
# 16 million marks for 4,300 million addresses of the old kind, and many more of the new.
MARK_BYTES = 3
TRIES = 5


class Limit:
    """At most `most` times in `seconds` from one address."""

    def __init__(self, name: str, most: int, seconds: int) -> None:
        self.name, self.most, self.seconds = name, most, seconds

    def take(self, address: str, now: float | None = None) -> bool:
        """Whether one more is allowed; if so it is counted. Where nothing can be written, nothing is allowed."""
        now = time.time() if now is None else now
        site = getSite()
        for _ in range(TRIES):
            manager = TransactionManager()
            connection = site._p_jar.db().open(manager)
            try:
                manager.begin()
                allowed = self._counted(_shelf(connection.get(site._p_oid)), address, now)
                manager.commit()
                return allowed
            except TransientError:
                manager.abort()
            finally:
                manager.abort()
                connection.close()
        LOG.warning("The limit %s was too busy to be counted.", self.name)
        return False

    def clear(self) -> None:
        """Forget everybody, within the transaction of the caller."""
        IAnnotations(getSite()).pop(KEY, None)

    def _counted(self, shelf: PersistentMapping, address: str, now: float) -> bool:
        """A key is the stretch of time and the mark; a count looks at this stretch and the one before."""
        if self.name not in shelf:
            shelf[self.name] = OOBTree()
        held, slot, mark = shelf[self.name], int(now // self.seconds), mark_of(address, shelf[SALT])
        for old in list(held.keys(max=(slot - 1, ""), excludemax=True)):
            del held[old]
        times = (*held.get((slot - 1, mark), ()), *held.get((slot, mark), ()))
        if sum(1 for one in times if one > now - self.seconds) >= self.most:
            return False
        held[(slot, mark)] = (*held.get((slot, mark), ()), now)
        return True


def _shelf(portal) -> PersistentMapping:
    """What is kept of all limits, and the secret."""
    kept = IAnnotations(portal)
    if KEY not in kept:
        kept[KEY] = PersistentMapping({SALT: token_bytes(16)})
    return kept[KEY]


def mark_of(address: str, secret: bytes) -> str:
    """What is kept of an address; one household has one, for an address of the new kind is its network."""
    return blake2b(_network(address).encode(), key=secret, digest_size=MARK_BYTES).hexdigest()


def _network(address: str) -> str:
    try:
        found = ip_address(address.strip())
    except ValueError:
        return address[:100]
    if found.version == 6 and found.ipv4_mapped is None:
        return str(ip_network((found, 64), strict=False))
    return str(found.ipv4_mapped or found if found.version == 6 else found)
