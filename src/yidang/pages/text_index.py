"""The catalog's index of all words, as a search page needs it: what it does not find it does not weigh.

The ranking is that of Zope's own index (Okapi BM25), number by number, and so is all that is stored. Zope's, asked for
a phrase, weighs each text that has any part of it, and then looks where the parts stand together. Chinese is kept as
pairs of characters, so that every longer word is a phrase, and its pairs may stand in most articles.
"""

from Acquisition import aq_base
from BTrees.IIBTree import IIBTree
from BTrees.IIBTree import IIBucket
from BTrees.IIBTree import IISet
from BTrees.IIBTree import intersection
from BTrees.IIBTree import multiunion
from BTrees.IIBTree import weightedIntersection
from collections.abc import Iterable
from collections.abc import Mapping
from Products.ZCTextIndex.BaseIndex import inverse_doc_frequency
from Products.ZCTextIndex.OkapiIndex import OkapiIndex
from Products.ZCTextIndex.WidCode import encode
from Products.ZCTextIndex.ZCTextIndex import ZCTextIndex


# A set so much smaller than the other is looked up number by number.
MUCH_SMALLER = 10
# The unit of a score: an inverse frequency of 1.
UNIT = 1024.0


class TextIndex(OkapiIndex):
    """`words`: ids of the lexicon; `texts`: numbers of the catalog."""

    def search_phrase(self, phrase: str | list[str]) -> IIBTree | IIBucket:
        """Where the words of a phrase stand one after another: text -> score."""
        words = self._lexicon.termToWordIds(phrase)
        if not words or any(word not in self._wordinfo for word in words):
            return IIBTree()
        code, kept = encode(words), self._docwords
        found = IISet([text for text in self._with_all(set(words)) if code in kept[text]])
        slow = self._slow(found)
        scores = [self._scores(word, _values(self._wordinfo[word], found), slow) for word in words]
        return IIBucket(list(zip(found, map(sum, zip(*scores, strict=True)), strict=True)))

    def search_glob(self, pattern: str) -> IIBucket:
        """Where any word stands that begins so: a single character begins hundreds of pairs."""
        words = self._remove_oov_wids(self._lexicon.globToWordIds(pattern))
        texts = multiunion([_keys(self._wordinfo[word]) for word in words])
        slow = dict(zip(texts, self._slow(texts), strict=True))
        scores = dict.fromkeys(texts, 0)
        for word in words:
            held = self._wordinfo[word]
            for text, score in zip(held, self._scores(word, held.values(), map(slow.get, held)), strict=True):
                scores[text] += score
        return IIBucket(list(scores.items()))

    def _with_all(self, words: set[int]) -> Iterable[int]:
        """The texts that have all of the words, wherever they stand."""
        kept = sorted((self._wordinfo[word] for word in words), key=len)
        found = _keys(kept[0])
        for other in kept[1:]:
            if isinstance(other, dict) or len(found) * MUCH_SMALLER < len(other):
                found = IISet([text for text in found if text in other])
            else:
                found = intersection(found, other)
        return found

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


def weigh_only_what_is_found(index: ZCTextIndex) -> None:
    """Make Zope's index one of ours, with all that it holds; again changes nothing."""
    if not isinstance(index.index, TextIndex):
        own = TextIndex(aq_base(index.getLexicon()))
        own.__setstate__(index.index.__getstate__())
        index.index = own
    index._index_factory = TextIndex  # what a rebuilt catalog makes anew


def _keys(held: Mapping[int, int]) -> IISet:
    """The keys of what the index has under a word: a dictionary while there are few."""
    return IISet(sorted(held) if isinstance(held, dict) else held.keys())


def _values(held: Mapping[int, int], keys: IISet) -> Iterable[int]:
    """What is held under each of the keys, which are all there; many of them are merged, few are looked up."""
    if isinstance(held, dict) or len(keys) * MUCH_SMALLER < len(held):
        return [held[key] for key in keys]
    return weightedIntersection(keys, held, 0, 1)[1].values()
