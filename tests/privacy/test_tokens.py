"""Tokens: who is the same is known, who it is is not."""

from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from tests.builders import a_contract
from unittest import TestCase
from yidang.privacy.tokens import HOUSEHOLD
from yidang.privacy.tokens import plain
from yidang.privacy.tokens import token_of
from yidang.privacy.tokens import tokens_of
from yidang.testing import YIDANG_INTEGRATION


class TokensTest(TestCase):
    layer = YIDANG_INTEGRATION

    def setUp(self):
        setRoles(self.layer["portal"], TEST_USER_ID, ["Manager"])
        self.archive = a_contract(self.layer["portal"])["archive"]

    def test_a_name_in_other_blanks_and_widths_is_the_same_person(self):
        self.assertEqual(plain("Ｌｉ　 明"), plain("li明"))
        self.assertEqual(1, len(tokens_of(self.archive, ("李明", "李 明", " 李　明"))))

    def test_different_names_are_different_people_in_their_order(self):
        first, second = tokens_of(self.archive, ("李明", "王芳"))
        self.assertEqual((first, second), (token_of(self.archive, "李明"), token_of(self.archive, "王芳")))
        self.assertNotEqual(first, second)

    def test_blank_lines_and_no_names_are_nobody(self):
        self.assertEqual((), tokens_of(self.archive, ("", "  ")))
        self.assertEqual("", token_of(self.archive, None))

    def test_nobody_is_recognised_in_another_contract_or_as_a_household(self):
        other = a_contract(self.layer["portal"])["archive"]
        found = {token_of(self.archive, "李明"), token_of(other, "李明"), token_of(self.archive, "李明", HOUSEHOLD)}
        self.assertEqual(3, len(found))

    def test_a_token_tells_nothing_of_the_name(self):
        self.assertRegex(token_of(self.archive, "李明"), r"\A[\w-]{12}\Z")
