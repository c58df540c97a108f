"""Articles of one contract that are nearly the same: one article counts once, so its copy must not (S0-X14)."""

from collections.abc import Iterator
from plone import api
from plone.indexer import indexer
from yidang.archive.place import contract_of
from yidang.proofreading.engine.findings import BLOCK
from yidang.proofreading.engine.findings import Finding
from yidang.proofreading.engine.findings import finding
from yidang.proofreading.engine.findings import Piece
from yidang.proofreading.engine.findings import WARN
from yidang.proofreading.engine.likeness import ALIKE
from yidang.proofreading.engine.likeness import bands
from yidang.proofreading.engine.likeness import likeness
from yidang.proofreading.engine.likeness import SAME
from yidang.proofreading.engine.likeness import shingles
from yidang.publicity.content import IArticle
from yidang.publicity.prose import plain


SHOWN = 3
# Below this a text is too short to be told from others of its kind.
SHORTEST = 30


def text_of(article) -> str:
    """What is compared: the text alone, for a copy often gets another title."""
    return plain(article.text)


@indexer(IArticle)
def text_bands(article) -> tuple[str, ...]:
    """For the index by which candidates are found."""
    return bands(text_of(article))


def twins(article) -> list[tuple[float, object]]:
    """The articles most like this one and how much, of the same contract, most alike first."""
    text = text_of(article)
    own = shingles(text)
    if len(own) < SHORTEST:
        return []
    found = []
    for brain in _candidates(article, text):
        other = brain._unrestrictedGetObject()
        found.append((likeness(own, shingles(text_of(other))), other))
    alike = [pair for pair in found if pair[0] >= ALIKE]
    return sorted(alike, key=lambda pair: (-pair[0], pair[1].getId()))[:SHOWN]


def _candidates(article, text: str) -> Iterator:
    catalog = api.portal.get_tool("portal_catalog")
    path = "/".join(contract_of(article).getPhysicalPath())
    for brain in catalog.unrestrictedSearchResults(text_bands=bands(text), path=path):
        if brain.UID != article.UID():
            yield brain


def twin_findings(article) -> list[Finding]:
    """Near-copies as findings; `text` names the other article, so that an answer holds for this pair only."""
    return [finding_of(share, other) for share, other in twins(article)]


def finding_of(share: float, other) -> Finding:
    """That another article is like this one, by so much."""
    level = BLOCK if share >= SAME else WARN
    word = "几乎相同，同一篇稿件只计一次" if level == BLOCK else "有较多相同的段落"
    number = getattr(other, "archive_number", None) or other.getId()
    piece = Piece("text", "全文", number)
    return finding(
        piece, (0, len(number)), "twin", level, f"与本合同的“{other.title}”（{number}）{share:.0%} 相同，{word}。"
    )
