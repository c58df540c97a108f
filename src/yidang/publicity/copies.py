"""A near-copy of another article of the contract does not count (S0-X14), unless somebody answers for it with a reason.

Which of two is the copy: the one that was published later, or not at all; of two drafts the one that was begun later.
The article keeps what it copies (`copy_of`), so that its facts depend on it alone. It is looked at whenever it is
saved, takes a step, is answered for or read over again.
"""

from collections.abc import Iterator
from DateTime import DateTime
from datetime import date
from plone import api
from yidang.archive.place import contract_of
from yidang.indicators.scoreboard import touch
from yidang.proofreading.engine.likeness import bands
from yidang.proofreading.engine.likeness import likeness
from yidang.proofreading.engine.likeness import SAME
from yidang.proofreading.engine.likeness import shingles
from yidang.publicity.proofs import answers
from yidang.publicity.twins import finding_of
from yidang.publicity.twins import SHORTEST
from yidang.publicity.twins import text_of


INDEX = "text_bands"
MOST = 20  # candidates that are compared; a text on a template shares bands with many others
NEVER = date.max


def copied(article) -> str:
    """Title and number of the article of which this one is a copy; an empty string when it is none."""
    return getattr(article.aq_base, "copy_of", "") or ""


def note_copy(article) -> None:
    """Look whether it is a copy, keep that, and let the ledger know when it changes."""
    original = original_of(article)
    said = "" if original is None else name_of(original)
    if said != copied(article):
        article.copy_of = said
        touch(article)


def original_of(article):
    """The article that this one copies; None for an original, and for a copy for which somebody answers."""
    if contract_of(article) is None:
        return None
    text = text_of(article)
    near = list(_candidates(article, text))
    own = shingles(text) if near else ()
    if len(own) < SHORTEST:
        return None
    answered = answers(article)
    for other in near:
        share = likeness(own, shingles(text_of(other)))
        if share >= SAME and _first(other) < _first(article) and finding_of(share, other).key not in answered:
            return other
    return None


def name_of(article) -> str:
    """`社工走进菜市场（ZS-2026-03-0012）`."""
    number = getattr(article.aq_base, "archive_number", None)
    return f"{article.title}（{number}）" if number else article.title


def _first(article) -> tuple[date, DateTime, str]:
    """What stands before what."""
    return article.published_on or NEVER, article.created(), article.getId()


def _candidates(article, text: str) -> Iterator:
    """Articles of the contract that share a band; the index is asked by itself, for a query of the catalog would
    first work off everything that waits to be indexed."""
    catalog = api.portal.get_tool("portal_catalog")._catalog
    index, place = catalog.indexes[INDEX]._index, "/".join(contract_of(article).getPhysicalPath()) + "/"
    own, found = "/".join(article.getPhysicalPath()), set()
    for band in bands(text):
        rids = index.get(band, ())
        found.update([rids] if isinstance(rids, int) else rids)
    paths = sorted(catalog.paths[rid] for rid in found if rid in catalog.paths)
    near = [path for path in paths if path.startswith(place) and path != own]
    portal = api.portal.get()
    others = (portal.unrestrictedTraverse(path, None) for path in near[:MOST])
    return (one for one in others if one is not None)


def on_change(article, event) -> None:
    """Whatever happens to an article may make it a copy, or no copy any more."""
    note_copy(article)
