"""The commands explain themselves in Chinese."""

from contextlib import redirect_stderr
from contextlib import redirect_stdout
from io import StringIO
from yidang.command.main import COMMANDS
from yidang.command.main import main

import re
import unittest


ENGLISH = re.compile(r"\b(usage|options|positional|arguments?|required|error|show this|invalid|choose from)\b")


class ArgumentsTest(unittest.TestCase):
    """Help and complaints."""

    def said(self, *arguments: str) -> tuple[int, str]:
        out = StringIO()
        with redirect_stdout(out), redirect_stderr(out), self.assertRaises(SystemExit) as left:
            main(list(arguments))
        return left.exception.code, out.getvalue()

    def test_every_command_has_help_in_chinese(self):
        for name in COMMANDS:
            with self.subTest(name):
                code, text = self.said(name, "--help")
                self.assertEqual(code, 0)
                self.assertIn("用法：", text)
                self.assertNotRegex(text, ENGLISH)

    def test_wrong_use_is_refused_in_chinese(self):
        for arguments in ([], ["nothing"], ["load"], ["serve", "--port", "x"], ["serve", "--port"], ["init", "--what"]):
            with self.subTest(arguments):
                code, text = self.said(*arguments)
                self.assertEqual(code, 2)
                self.assertNotRegex(text, ENGLISH)

    def test_a_wrong_value_is_shown(self):
        self.assertIn("--port 的值“x”写法不对", self.said("serve", "--port", "x")[1])
