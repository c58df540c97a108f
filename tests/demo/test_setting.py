"""The accounts of the demonstration."""

from plone import api
from yidang.demo.setting import ADMINISTRATOR
from yidang.demo.setting import make_accounts
from yidang.errors import Conflict
from yidang.people.accounts import make_account
from yidang.people.accounts import reset_password
from yidang.testing import YIDANG_INTEGRATION

import unittest


class AccountsTest(unittest.TestCase):
    """Made once, with full names."""

    layer = YIDANG_INTEGRATION

    def test_everyone_has_a_chinese_full_name(self):
        for name in make_accounts():
            self.assertRegex(api.user.get(userid=name).getProperty("fullname"), r"^[\u4e00-\u9fff]{3,6}$")

    def test_an_administrator_who_is_there_keeps_the_password(self):
        password = make_account(ADMINISTRATOR, "系统管理员", ("Site Administrator",))
        self.assertNotIn(ADMINISTRATOR, make_accounts())
        self.assertTrue(self.signs_in(ADMINISTRATOR, password))

    def test_an_account_is_made_once(self):
        make_account("someone", "某某某")
        with self.assertRaises(Conflict):
            make_account("someone", "某某某")

    def test_a_reset_password_replaces_the_old_one(self):
        old = make_account("someone", "某某某")
        new = reset_password("someone")
        self.assertTrue(self.signs_in("someone", new))
        self.assertFalse(self.signs_in("someone", old))

    def signs_in(self, name: str, password: str) -> bool:
        people = api.portal.get_tool("acl_users")
        return people.authenticate(name, password, self.layer["request"]) is not None
