"""Remarks (批注): what reviewers and the author say about a place in the text, answered and settled.

They lie beside the articles, in a list of the section (captures.py), and not on the article: going back to an old
version takes none away, and nothing that shows an article shows them by accident.
"""

from persistent import Persistent
from typing import NamedTuple
from yidang.archive.place import section_of
from yidang.publicity.captures import LAST
from yidang.publicity.captures import shelf
from yidang.publicity.reviewing.anchors import Anchor

import datetime


REMARKS = "yidang.remarks"


class Said(NamedTuple):
    """An answer, or the settling of a remark: who, when (seconds since 1970), what."""

    person: str
    time: float
    text: str


class Remark(Persistent):
    """One remark. `state` is the step of the article in which it was made; `settled` by whom, or None while open."""

    def __init__(self, id_: str, anchor: Anchor, text: str, person: str, moment: datetime.datetime, state: str) -> None:
        self.id, self.text, self.person, self.state = id_, text, person, state
        # As plain values: a stored class of ours could never be renamed.
        self._anchor = tuple(anchor)
        self.time = moment.timestamp()
        self._answers: tuple[tuple[str, float, str], ...] = ()
        self._settled: tuple[str, float, str] | None = None

    @property
    def anchor(self) -> Anchor:
        """Where it belongs."""
        return Anchor(*self._anchor)

    @property
    def answers(self) -> list[Said]:
        """The oldest first."""
        return [Said(*one) for one in self._answers]

    @property
    def settled(self) -> Said | None:
        """Who settled it."""
        return Said(*self._settled) if self._settled else None

    def add_answer(self, said: Said) -> None:
        """Keep an answer."""
        self._answers = (*self._answers, tuple(said))

    def settle(self, said: Said | None) -> None:
        """Settled by somebody; None opens it again."""
        self._settled = tuple(said) if said else None


def remarks_of(article) -> list[Remark]:
    """All of them, the oldest first."""
    section = section_of(article)
    if section is None:
        return []
    uid = article.UID()
    held = shelf(section, REMARKS).values(min=(uid, ""), max=(uid, LAST))
    return sorted(held, key=lambda one: (one.time, one.id))


def open_remarks(article) -> list[Remark]:
    """Those that nobody has settled."""
    return [one for one in remarks_of(article) if one.settled is None]


def remark_of(article, id_: str) -> Remark | None:
    """One of them."""
    section = section_of(article)
    return shelf(section, REMARKS).get((article.UID(), id_)) if section is not None else None


def keep(article, remark: Remark) -> None:
    """Put a new one on the shelf."""
    shelf(section_of(article), REMARKS, make=True)[article.UID(), remark.id] = remark
