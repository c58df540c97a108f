"""Kept captures (留存): what a placement looked like, with hash and time, so that a dead link loses nothing.

They lie beside the articles, in a list of the section that holds them, and not on the article: an article has versions,
and going back to an old one must not take away what was kept since.
"""

from BTrees.OOBTree import OOBTree
from collections.abc import Iterator
from datetime import date
from datetime import datetime
from hashlib import sha256
from persistent import Persistent
from plone.namedfile.file import NamedBlobFile
from typing import NamedTuple
from yidang.archive.place import section_of
from yidang.clock import BEIJING
from yidang.publicity.placements import key_of
from yidang.publicity.placements import rows_of
from zope.annotation.interfaces import IAnnotations


CAPTURES = "yidang.captures"
DEAD_LINKS = "yidang.dead_links"
LAST = "\uffff"


class Capture(Persistent):
    """One kept file; nothing of it is ever written again."""

    def __init__(self, placement: str, words: str, file: NamedBlobFile, filed: datetime, person: str) -> None:
        data = file.data
        self.placement, self.words, self.file = placement, words, file
        self.sha256, self.size = sha256(data).hexdigest(), len(data)
        # As seconds: a zone of Python's own cannot be stored.
        self._filed, self.person = filed.timestamp(), person

    @property
    def filed(self) -> datetime:
        """When it was filed, in Beijing."""
        return datetime.fromtimestamp(self._filed, BEIJING)

    @property
    def id(self) -> str:
        """Names it within its article: which placement, which bytes."""
        return f"{self.placement[:12]}-{self.sha256[:24]}"

    def is_intact(self) -> bool:
        """Whether the file still is what was filed."""
        return sha256(self.file.data).hexdigest() == self.sha256


class DeadLink(NamedTuple):
    """What somebody noted about an address that leads nowhere any more."""

    note: str
    day: date
    person: str


def shelf(section, name: str, make: bool = False) -> OOBTree:
    """A list of the section: (UID of the article, key) -> what is kept."""
    kept = IAnnotations(section)
    if make and name not in kept:
        kept[name] = OOBTree()
    return kept.get(name, OOBTree())


def _of(article, name: str) -> Iterator[tuple[str, object]]:
    section = section_of(article)
    if section is None:
        return
    uid = article.UID()
    for (_, key), value in shelf(section, name).items(min=(uid, ""), max=(uid, LAST)):
        yield key, value


def captures_of(article) -> list[Capture]:
    """What is kept of an article's placements, the oldest first."""
    return sorted((one for _, one in _of(article, CAPTURES)), key=lambda one: one.filed)


def capture_of(article, id_: str) -> Capture | None:
    """One of them."""
    return shelf(section_of(article), CAPTURES).get((article.UID(), id_))


def dead_links_of(article) -> dict[str, DeadLink]:
    """The notes by the key of the placement."""
    return dict(_of(article, DEAD_LINKS))


def missing_of(article) -> list[dict]:
    """The placements of which nothing is kept."""
    held = {one.placement for one in captures_of(article)}
    return [row for row in rows_of(article) if key_of(row) not in held]


def marks_of(article) -> list[str]:
    """What the catalog keeps of each placement: channel, level, whether something is kept, whether the link is dead."""
    held = {one.placement for one in captures_of(article)}
    dead = dead_links_of(article)
    return sorted({mark_of(row, key_of(row) in held, key_of(row) in dead) for row in rows_of(article)})


def mark_of(row, held: bool, dead: bool) -> str:
    """One placement in a word: `newspaper/city/kept/live`."""
    state = ("kept" if held else "missing", "dead" if dead else "live")
    return "/".join((row["channel"] or "", row.get("level") or "none", *state))


def forget(article, event) -> None:
    """What was kept of an article that goes, goes with it (only a draft that was never filed can)."""
    section = section_of(event.oldParent) if event.oldParent is not None else None
    if section is None:
        return
    uid = article.UID()
    for name in (CAPTURES, DEAD_LINKS):
        held = shelf(section, name)
        for key in list(held.keys(min=(uid, ""), max=(uid, LAST))):
            del held[key]
