"""The names of the clients of one contract, as words that may not stand in anything public (domain.md 4.6).

Read without regard to who asks: a publicist may not see the names and yet must not publish them. They never leave this
module but as matches in a text that the reader has before them.
"""

from functools import lru_cache
from plone import api
from yidang.privacy.content import IClient
from yidang.proofreading.engine.findings import BLOCK
from yidang.proofreading.engine.wordbook import Entry
from yidang.proofreading.engine.wordbook import Wordbook


SHORTEST = 2


def client_names(contract) -> Wordbook:
    """The book of names of the contract as its files stand now."""
    catalog = api.portal.get_tool("portal_catalog")
    path = "/".join(contract.getPhysicalPath())
    query = {"portal_type": "Client", "path": path}
    newest = catalog.unrestrictedSearchResults(sort_on="modified", sort_order="descending", **query)
    key = (contract.UID(), len(newest), newest[0].modified.micros() if newest else 0)
    if key not in _KNOWN:
        _KNOWN.take(key, tuple(sorted({one for brain in newest for one in _names(brain)})))
    return _book(_KNOWN[key])


def _names(brain) -> list[str]:
    client = brain._unrestrictedGetObject()
    name = (getattr(client, "name", None) or "").strip() if IClient.providedBy(client) else ""
    return [name] if len(name) >= SHORTEST else []


@lru_cache(maxsize=32)
def _book(names: tuple[str, ...]) -> Wordbook:
    return Wordbook("client_name", "服务对象的真实姓名", [Entry(name, BLOCK, "化名") for name in names])


class _Kept(dict):
    """The names last read, one set for each contract, so that a long-lived process keeps few of them."""

    def take(self, key: tuple, names: tuple[str, ...]) -> None:
        """Remember the names of a contract and forget what was known of it before."""
        for old in [old for old in self if old[0] == key[0]]:
            del self[old]
        self[key] = names


_KNOWN = _Kept()
