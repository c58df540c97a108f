"""The index of all words: finds what Zope's own does, whatever is asked, and weighs it well."""

from BTrees.IIBTree import IIBTree
from Products.CMFPlone.UnicodeSplitter.splitter import I18NNormalizer
from Products.CMFPlone.UnicodeSplitter.splitter import Splitter
from Products.ZCTextIndex.Lexicon import Lexicon
from Products.ZCTextIndex.OkapiIndex import OkapiIndex
from Products.ZCTextIndex.QueryParser import QueryParser
from random import Random
from unittest import TestCase
from yidang.pages.text_index import _breadth
from yidang.pages.text_index import TextIndex
from yidang.pages.words import query_of
from yidang.pages.words import words_of


# Few characters, so that pairs stand in most texts, and often not together.
LETTERS = "社区普法妇儿家"
LATIN = ("12338", "abc", "ABCD")


def a_text(chance: Random) -> str:
    """A text of a few sentences."""
    parts = ["".join(chance.choices(LETTERS, k=chance.randint(1, 9))) for _ in range(chance.randint(1, 12))]
    return "，".join([*parts, *chance.sample(LATIN, chance.randint(0, 2))])


class TextIndexTest(TestCase):
    def setUp(self):
        chance = self.chance = Random(4)
        self.texts = {number: a_text(chance) for number in chance.sample(range(10_000), 300)}
        self.lexicon = Lexicon(Splitter(), I18NNormalizer())
        self.own, self.zopes = TextIndex(self.lexicon), OkapiIndex(self.lexicon)
        for index in (self.own, self.zopes):
            for number, text in self.texts.items():
                index.index_doc(number, [text])

    def found(self, index, typed: str) -> dict[int, int]:
        """The numbers of the texts that are found, with their scores."""
        query = QueryParser(self.lexicon).parseQuery(query_of(words_of(typed)))
        return dict(query.executeQuery(index).items())

    def asked(self) -> list[str]:
        """Words of one to five characters, some of them twice, of which some stand nowhere."""
        words = ["".join(self.chance.choices(LETTERS, k=self.chance.randint(1, 5))) for _ in range(150)]
        pairs = [f"{one} {other}" for one, other in zip(words[:30], words[30:60], strict=True)]
        return [*words, *pairs, *LATIN, "社社社", "社区社区", "12338 普法", "无处", "社区无处", "ab"]

    def test_every_query_finds_the_same_as_in_zopes_own(self):
        several = 0
        for typed in self.asked():
            with self.subTest(typed):
                wanted = self.found(self.zopes, typed)
                self.assertEqual(set(wanted), set(self.found(self.own, typed)))
                several += len(wanted) > 10
        self.assertGreater(several, 50)

    def test_pairs_beginnings_and_letters_weigh_the_same_as_in_zopes_own(self):
        for typed in (
            *LETTERS,
            *(one + other for one in LETTERS for other in LETTERS),
            *LATIN,
            "社区 普法",
            "社 12338",
        ):
            with self.subTest(typed):
                self.assertEqual(self.found(self.zopes, typed), self.found(self.own, typed))

    def test_a_longer_word_weighs_as_much_as_one_of_its_pairs_the_rarest_as_far_as_can_be_seen(self):
        self.own.index_doc(20_000, ["社区稀社区"])
        self.assertEqual(self.found(self.own, "区稀"), self.found(self.own, "社区稀"))
        for typed in ("社区普", "普法妇", "妇儿家"):
            pairs = [self.found(self.own, typed[place : place + 2]) for place in range(len(typed) - 1)]
            found = self.found(self.own, typed)
            self.assertTrue(any(found == {text: pair[text] for text in found} for pair in pairs), typed)
            self.assertTrue(found, typed)

    def test_how_many_have_a_word_is_guessed_in_the_right_order(self):
        sizes = (1, 10, 100, 1_000, 10_000, 100_000)
        guessed = [_breadth({1: 1}), *(_breadth(IIBTree([(one, 1) for one in range(size)])) for size in sizes[2:])]
        self.assertEqual(sorted(set(guessed)), guessed)

    def test_a_chinese_word_is_found_in_every_text_that_has_it_and_in_no_other(self):
        for size in (1, 2, 3, 4):
            typed = "".join(self.chance.choices(LETTERS, k=size))
            with self.subTest(typed):
                wanted = {number for number, text in self.texts.items() if typed in text}
                self.assertEqual(wanted, set(self.found(self.own, typed)))

    def test_what_is_taken_out_or_rewritten_is_found_as_it_is_now(self):
        gone, changed, *_ = self.texts
        for index in (self.own, self.zopes):
            index.unindex_doc(gone)
            index.index_doc(changed, ["社区普法妇儿家"])
        self.assertIn(changed, self.found(self.own, "社区普法妇儿家"))
        for typed in self.asked():
            with self.subTest(typed):
                self.assertNotIn(gone, self.found(self.own, typed))
                self.assertEqual(set(self.found(self.zopes, typed)), set(self.found(self.own, typed)))

    def test_an_empty_index_finds_nothing(self):
        empty = TextIndex(self.lexicon)
        for typed in ("社", "社区", "社区普法", "12338"):
            self.assertEqual({}, self.found(empty, typed), typed)
