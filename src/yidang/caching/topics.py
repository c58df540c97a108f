"""Topics: what public pages show, each with a version that changes when, and only when, something public changes.

A page says which topics it shows and in which versions. Whoever keeps a page (the memory of a process, Varnish, a
browser) may give it out as long as these are the present ones. The versions lie in the database, so every process reads
the one that belongs to the content which it sees; no clock has to be trusted. Filing a record, which changes the
catalog all day long, changes none of them.
"""

from collections.abc import Iterable
from functools import cache
from hashlib import sha256
from pathlib import Path
from persistent import Persistent
from persistent.mapping import PersistentMapping
from plone import api
from secrets import token_hex
from time import time
from typing import NamedTuple
from zope.annotation.interfaces import IAnnotations
from zope.component.hooks import getSite


KEY = "yidang.public"
# What is published, in which order; what a published article says; its pictures.
NEWS, PICTURES = "news", "pictures"
STATIONS, ACTIVITIES, CONTRACTS, SETTINGS = "stations", "activities", "contracts", "settings"
# The program itself: a new version of it makes new pages of the same content.
PROGRAM = "program"
TOPICS = (NEWS, PICTURES, STATIONS, ACTIVITIES, CONTRACTS, SETTINGS)
SOURCES = (".py", ".pt", ".css", ".js", ".svg", ".zcml", ".xml")


class Mark(Persistent):
    """The version of one topic: a random word, and when it came to be (seconds since 1970)."""

    def __init__(self) -> None:
        self.turn()

    def turn(self) -> str:
        """A new version."""
        self.version, self.since = token_hex(6), time()
        return self.version

    def _p_resolveConflict(self, old: dict, saved: dict, new: dict) -> dict:
        """Two publish at once: what comes out is neither's, for no reader has seen it yet."""
        both = sorted((saved["version"], new["version"]))
        return {"version": sha256("".join(both).encode()).hexdigest()[:12], "since": max(saved["since"], new["since"])}


class Shown(NamedTuple):
    """The topics of a page with their versions, and since when nothing of it has changed (0: not known)."""

    versions: tuple[tuple[str, str], ...]
    since: float

    def __str__(self) -> str:
        """`;news=1f2e…;settings=…;`, as it stands in the header of a response."""
        return "".join(f";{topic}={version}" for topic, version in self.versions) + ";"


@cache
def program() -> tuple[str, float]:
    """The version of the program, which is a hash of its files, and when the newest of them was written."""
    digest, newest, root = sha256(), 0.0, Path(__file__).parents[1]
    for path in sorted(one for one in root.rglob("*") if one.suffix in SOURCES and one.is_file()):
        digest.update(path.read_bytes())
        newest = max(newest, path.stat().st_mtime)
    return digest.hexdigest()[:12], newest


def shown(topics: Iterable[str]) -> Shown:
    """The present versions; a topic that never changed has the version `0`."""
    marks = IAnnotations(api.portal.get()).get(KEY, {})
    version, since = program()
    versions = [(PROGRAM, version)]
    for topic in topics:
        mark = marks.get(topic)
        versions.append((topic, mark.version if mark is not None else "0"))
        since = max(since, mark.since if mark is not None else 0.0)
    return Shown(tuple(versions), since)


def turn(*topics: str) -> dict[str, str]:
    """New versions for these topics; nothing happens where there is no portal (yet). Twice in one transaction is
    once."""
    if getSite() is None:
        return {}
    kept = IAnnotations(api.portal.get())
    if KEY not in kept:
        kept[KEY] = PersistentMapping()
    marks = kept[KEY]
    for topic in topics:
        if topic not in marks:
            marks[topic] = Mark()
        elif not marks[topic]._p_changed:
            marks[topic].turn()
    return {topic: marks[topic].version for topic in topics}
