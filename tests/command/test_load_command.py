"""`init`, `load`, `accounts` and `serve` on a portal with one contract."""

from tests.command.portal import FILE
from tests.command.portal import LoadedPortal

import socket
import unittest


class LoadCommandTest(unittest.TestCase):
    """The commands one after another."""

    layer = LoadedPortal

    def setUp(self) -> None:
        self.place = self.layer.place

    def amended(self, old: str, new: str):
        path = self.place.directory / "amended.yaml"
        path.write_text(FILE.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
        return path

    def test_init_tells_the_administrators_password_once(self):
        self.assertEqual(self.layer.made.returncode, 0, self.layer.made.stderr)
        self.assertRegex(self.layer.made.stdout, r"siteadmin，密码 [a-z2-9-]{19}")

    def test_a_second_init_is_refused_and_if_missing_accepts_it(self):
        self.assertEqual(self.place.run("init").returncode, 1)
        self.assertEqual(self.place.run("init", "--if-missing").returncode, 0)

    def test_the_root_of_zope_has_no_accounts(self):
        self.place.python("assert not app.acl_users.users.listUserIds()")

    def test_loading_twice_changes_nothing_and_says_so(self):
        self.assertEqual(self.layer.loaded.returncode, 0, self.layer.loaded.stderr)
        again = self.place.run("load", FILE)
        self.assertEqual(again.returncode, 0)
        self.assertIn("没有改动", again.stdout)

    def test_an_amended_file_shows_the_difference_and_takes_no_for_an_answer(self):
        path = self.amended('target: ">= 40"', 'target: ">= 44"')
        done = self.place.run("load", path, answer="n\n")
        self.assertEqual(done.returncode, 1)
        self.assertIn("由“>= 40”改为“>= 44”", done.stdout)
        self.assertIn("没有改动", self.place.run("load", FILE).stdout)

    def test_an_agreed_amendment_is_written(self):
        path = self.amended('target: ">= 4"', 'target: ">= 5"')
        self.assertEqual(self.place.run("load", path, "--yes").returncode, 0)
        back = self.place.run("load", FILE, answer="y\n")
        self.assertIn("由“>= 5”改为“>= 4”", back.stdout)
        self.assertEqual(back.returncode, 0)

    def test_one_bad_file_keeps_the_other_out(self):
        bad = self.place.directory / "bad.yaml"
        bad.write_text("format: 1\n", encoding="utf-8")
        path = self.amended('target: ">= 12"', 'target: ">= 13"')
        done = self.place.run("load", path, bad, "--yes")
        self.assertEqual(done.returncode, 1)
        self.assertIn("bad.yaml", done.stderr)
        self.assertIn("没有改动", self.place.run("load", FILE).stdout)

    def test_a_password_can_be_reset_and_a_stranger_is_refused(self):
        self.assertIn("siteadmin 的新密码", self.place.run("accounts", "--reset", "siteadmin").stdout)
        self.assertEqual(self.place.run("accounts", "--reset", "nobody").returncode, 1)
        self.assertIn("系统管理员", self.place.run("accounts").stdout)

    def test_recount_takes_a_number_and_refuses_an_unknown_one(self):
        self.assertEqual(self.place.run("recount", "ZSWQ2024").returncode, 0)
        self.assertIn("没有合同", self.place.run("recount", "X").stderr)

    def test_a_taken_port_is_told(self):
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            done = self.place.run("serve", "--port", taken.getsockname()[1])
        self.assertEqual(done.returncode, 1)
        self.assertIn("已被其他程序占用", done.stderr)

    def test_an_older_portal_is_told_what_to_do(self):
        change = "portal.portal_setup.setLastVersionForProfile('yidang:default', {})"
        self.place.python(change.format("'0'"))
        done = self.place.run("verify")
        self.place.python(change.format("portal.portal_setup.getVersionForProfile('yidang:default')"))
        self.assertEqual(done.returncode, 1)
        self.assertIn("mv instance/var", done.stderr)
        self.assertEqual(self.place.run("verify").returncode, 0)
