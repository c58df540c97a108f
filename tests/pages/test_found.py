"""What a word was found in is remembered until a text changes, and only as it was saved."""

from Products.CMFPlone.UnicodeSplitter.splitter import I18NNormalizer
from Products.CMFPlone.UnicodeSplitter.splitter import Splitter
from Products.ZCTextIndex.Lexicon import Lexicon
from transaction import TransactionManager
from unittest import TestCase
from yidang.pages import text_index
from yidang.pages.found import Findings
from yidang.pages.text_index import TextIndex
from ZODB.MappingStorage import MappingStorage

import ZODB


TEXTS = {1: "社区普法", 2: "妇儿之家", 3: "社区之家普法"}
QUESTIONS = (("search", "社区"), ("search_phrase", ["之家", "家普"]), ("search_glob", "社*"))


class FindingsTest(TestCase):
    def setUp(self):
        self.manager = TransactionManager()
        self.db = ZODB.DB(MappingStorage())
        self.addCleanup(self.db.close)
        self.root = self.db.open(self.manager).root()
        self.addCleanup(self.manager.abort)
        self.root["index"] = TextIndex(Lexicon(Splitter(), I18NNormalizer()))
        for number, text in TEXTS.items():
            self.index.index_doc(number, [text])
        self.manager.commit()
        self.addCleanup(setattr, text_index, "FINDINGS", text_index.FINDINGS)
        text_index.FINDINGS = Findings()

    @property
    def index(self) -> TextIndex:
        return self.root["index"]

    def ask(self, index=None) -> list:
        return [getattr(index or self.index, how)(what) for how, what in QUESTIONS]

    def found(self, index=None) -> list[list[int]]:
        return [list(one) for one in self.ask(index)]

    def assert_remembered(self, same: bool) -> None:
        for first, second in zip(self.ask(), self.ask(), strict=True):
            self.assertIs(same, first is second)

    def test_what_was_asked_is_not_looked_up_again(self):
        self.assertEqual([[1, 3], [3], [1, 3]], self.found())
        self.assert_remembered(True)

    def test_another_connection_that_sees_the_same_texts_is_answered_from_memory_too(self):
        first = self.ask()
        other = self.db.open(TransactionManager()).root()["index"]
        for one, again in zip(first, self.ask(other), strict=True):
            self.assertIs(one, again)

    def test_a_text_that_is_added_changed_or_taken_out_is_known_at_once(self):
        self.found()
        self.index.index_doc(4, ["社区之家普及"])
        self.assertEqual([[1, 3, 4], [3, 4], [1, 3, 4]], self.found())
        self.manager.commit()
        self.assertEqual([[1, 3, 4], [3, 4], [1, 3, 4]], self.found())
        self.index.index_doc(3, ["六个别的字眼"])  # as long as it was
        self.manager.commit()
        self.assertEqual([[1, 4], [4], [1, 4]], self.found())
        self.index.unindex_doc(1)
        self.manager.commit()
        self.assertEqual([[4], [4], [4]], self.found())

    def test_what_is_not_saved_is_not_remembered(self):
        self.index.index_doc(4, ["社区之家普及"])
        self.assert_remembered(False)
        self.manager.abort()
        self.assertEqual([[1, 3], [3], [1, 3]], self.found())

    def test_what_a_savepoint_put_aside_is_not_taken_for_saved(self):
        before = self.found()
        self.index.index_doc(4, ["社区之家普及"])
        self.manager.savepoint()
        self.assertEqual([[1, 3, 4], [3, 4], [1, 3, 4]], self.found())
        self.assert_remembered(False)
        self.manager.abort()
        self.assertEqual(before, self.found())

    def test_who_still_sees_the_older_texts_is_answered_with_these(self):
        late = self.db.open(TransactionManager()).root()["index"]
        self.found(late)
        self.index.index_doc(4, ["社区之家普及"])
        self.manager.commit()
        self.assertEqual([[1, 3, 4], [3, 4], [1, 3, 4]], self.found())
        self.assertEqual([[1, 3], [3], [1, 3]], self.found(late))

    def test_what_was_asked_longest_ago_makes_room(self):
        text_index.FINDINGS = Findings(room=4)
        first = self.index.search("社区")
        self.index.search("普法")
        self.assertIs(first, self.index.search("社区"))
        self.index.search("之家")
        self.assertIs(first, self.index.search("社区"))
        self.assertEqual(4, text_index.FINDINGS.held)

    def test_what_is_larger_than_the_room_is_not_kept(self):
        text_index.FINDINGS = Findings(room=0)
        self.assert_remembered(False)
        self.assertEqual(0, text_index.FINDINGS.held)
