"""Telling the proxies in front what has changed.

Right after the transaction is through, each proxy is told to forget every page that shows the topic in another version
than the present one. That order can be repeated at will: pages that are new already stay. It is repeated half a second
later, because a page that was being made while the change was saved reaches the proxy after the first order; and
`bin/yidang tick` repeats it until the proxy has said yes, should it have been out of reach.
"""

from collections.abc import Mapping
from persistent.mapping import PersistentMapping
from plone import api
from threading import Timer
from yidang.caching.proxies import forget
from yidang.caching.proxies import proxies
from yidang.caching.topics import shown
from yidang.caching.topics import TOPICS
from yidang.caching.topics import turn
from zope.annotation.interfaces import IAnnotations

import transaction


TOLD = "yidang.told"
# Longer than a page takes to be made.
AGAIN_AFTER = 0.5
# Under this name the transaction remembers what it has changed.
PENDING = "yidang.caching.pending"


def change(*topics: str) -> None:
    """New versions for these topics; the proxies hear of it when the transaction is through."""
    versions = turn(*topics)
    if not versions:
        return
    current, servers = transaction.get(), proxies()
    if not servers:
        return
    try:
        pending = current.data(PENDING)
    except KeyError:
        pending = {}
        current.set_data(PENDING, pending)
        current.addAfterCommitHook(_tell_after, (servers, pending))
    pending.update(versions)


def _tell_after(saved: bool, servers: tuple[str, ...], pending: Mapping[str, str]) -> None:
    if saved:
        told_after(servers, pending)


def told_after(servers: tuple[str, ...], versions: Mapping[str, str]) -> Timer:
    """Tell now, and once more in a moment. No content is looked at here: the transaction is over."""
    tell(servers, versions)
    again = Timer(AGAIN_AFTER, tell, (servers, versions))
    again.start()
    return again


def tell(servers: tuple[str, ...], versions: Mapping[str, str]) -> list[str]:
    """Tell each proxy each topic; those that could not be told."""
    return [server for server in servers if not all(forget(server, *pair) for pair in versions.items())]


def missing_of(server: str) -> dict[str, str]:
    """The topics that this proxy has not confirmed in their present version."""
    told = IAnnotations(api.portal.get()).get(TOLD, {}).get(server, {})
    return {topic: version for topic, version in shown(TOPICS).versions if told.get(topic) != version}


def tell_again(server: str) -> bool:
    """Tell whatever this proxy has not confirmed; whether it has confirmed it now. The caller commits."""
    versions = dict(shown(TOPICS).versions)
    if tell((server,), missing_of(server)):
        return False
    kept = IAnnotations(api.portal.get())
    if TOLD not in kept:
        kept[TOLD] = PersistentMapping()
    kept[TOLD][server] = versions
    return True
