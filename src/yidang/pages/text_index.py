"""The catalog's index of all words, as a search page needs it: what it does not find it does not weigh.

It keeps what Zope's own index keeps, finds the same, and weighs single words and beginnings by the same numbers (Okapi
BM25). Chinese is kept as pairs of characters, so that every longer word is a phrase. Zope's, asked for a phrase, weighs
each text that has any of its pairs, and then looks where they stand together. Here only the rarest pair is looked up;
what has it is looked at once for the whole, and weighed by that pair: a word stands in a text at most as often as its
rarest pair, so this comes closer to how often it does than the sum over all pairs.
"""

from Acquisition import aq_base
from BTrees.IIBTree import IIBTree
from BTrees.IIBTree import IIBucket
from BTrees.IIBTree import IISet
from BTrees.IIBTree import multiunion
from BTrees.IIBTree import weightedIntersection
from collections.abc import Iterable
from collections.abc import Mapping
from Products.ZCTextIndex.BaseIndex import inverse_doc_frequency
from Products.ZCTextIndex.OkapiIndex import OkapiIndex
from Products.ZCTextIndex.WidCode import encode
from Products.ZCTextIndex.ZCTextIndex import ZCTextIndex
from yidang.pages.found import Findings


# How many numbers a leaf of a tree has, and how many leaves a branch, where numbers come in order.
LEAF = 60
SPREAD = 250
# A set so much smaller than the other is looked up number by number.
MUCH_SMALLER = 10
# The unit of a score: an inverse frequency of 1.
UNIT = 1024.0
FINDINGS = Findings()


class TextIndex(OkapiIndex):
    """`words`: ids of the lexicon; `texts`: numbers of the catalog."""

    def search(self, term: str | list[str]) -> IIBucket | None:
        """Where a word stands: text -> score; None when nothing was asked."""
        return FINDINGS.of(self, ("word", _name(term)), lambda: super(TextIndex, self).search(term))

    def search_phrase(self, phrase: str | list[str]) -> IIBTree | IIBucket:
        """Where the words of a phrase stand one after another: text -> score."""
        return FINDINGS.of(self, ("phrase", _name(phrase)), lambda: self._phrase(phrase))

    def search_glob(self, pattern: str) -> IIBucket:
        """Where any word stands that begins so."""
        return FINDINGS.of(self, ("beginning", _name(pattern)), lambda: self._glob(pattern))

    def _phrase(self, phrase: str | list[str]) -> IIBTree | IIBucket:
        words = self._lexicon.termToWordIds(phrase)
        if not words or any(word not in self._wordinfo for word in words):
            return IIBTree()
        rarest = min(words, key=lambda word: _breadth(self._wordinfo[word]))
        held, code, kept = self._wordinfo[rarest], encode(words), self._docwords
        found = IISet([text for text in held if code in kept[text]])
        scores = self._scores(rarest, _values(held, found), self._slow(found))
        return IIBucket(list(zip(found, scores, strict=True)))

    def _glob(self, pattern: str) -> IIBucket:
        """A single character begins hundreds of pairs: all of them in one pass."""
        words = self._remove_oov_wids(self._lexicon.globToWordIds(pattern))
        texts = multiunion([_keys(self._wordinfo[word]) for word in words])
        slow = dict(zip(texts, self._slow(texts), strict=True))
        scores = dict.fromkeys(texts, 0)
        for word in words:
            held = self._wordinfo[word]
            for text, score in zip(held, self._scores(word, held.values(), map(slow.get, held)), strict=True):
                scores[text] += score
        return IIBucket(list(scores.items()))

    def _scores(self, word: int, often: Iterable[int], slow: Iterable[float]) -> list[int]:
        """The scores of a word in texts where it stands so often, and whose scores grow so slowly. The fewer texts have
        the word, the more it says."""
        above, rarity = self.K1 + 1.0, inverse_doc_frequency(len(self._wordinfo[word]), float(self.document_count()))
        rarity *= UNIT
        return [int(many * above / (many + one) * rarity + 0.5) for many, one in zip(often, slow, strict=True)]

    def _slow(self, texts: IISet) -> list[float]:
        """How slowly the score of each text grows with each time that a word stands in it: longer texts, slower."""
        if not texts:
            return []
        mean = self._totaldoclen() / float(self.document_count())
        factor, share, rest = self.K1, self.B, 1.0 - self.B
        return [factor * (rest + share * length / mean) for length in _values(self._docweight, texts)]


def _name(asked: str | list[str]) -> str | tuple[str, ...]:
    return asked if isinstance(asked, str) else tuple(asked)


def weigh_only_what_is_found(index: ZCTextIndex) -> None:
    """Make Zope's index one of ours, with all that it holds; again changes nothing."""
    if not isinstance(index.index, TextIndex):
        own = TextIndex(aq_base(index.getLexicon()))
        own.__setstate__(index.index.__getstate__())
        index.index = own
    index._index_factory = TextIndex  # what a rebuilt catalog makes anew


def _breadth(held: Mapping[int, int]) -> int:
    """About how many texts there are under a word. A count would fetch them all: read off the root of their tree."""
    if isinstance(held, dict):
        return len(held)
    children = (held.__getstate__() or ((),))[0][::2]
    if len(children) < 2:
        return LEAF
    return len(children) * LEAF * (SPREAD if isinstance(children[0], IIBTree) else 1)


def _keys(held: Mapping[int, int]) -> IISet:
    """The keys of what the index has under a word: a dictionary while there are few."""
    return IISet(sorted(held) if isinstance(held, dict) else held.keys())


def _values(held: Mapping[int, int], keys: IISet) -> Iterable[int]:
    """What is held under each of the keys, which are all there; many of them are merged, few are looked up."""
    if isinstance(held, dict) or len(keys) * MUCH_SMALLER < len(held):
        return [held[key] for key in keys]
    return weightedIntersection(keys, held, 0, 1)[1].values()
