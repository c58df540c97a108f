"""The languages that a process loads."""

from pathlib import Path
from unittest import TestCase
from yidang.command.opening import TRANSLATIONS
from zope.i18n.negotiator import normalize_langs

import re


NAME = "zope_i18n_allowed_languages"
BUILDOUT = Path(__file__).parents[2] / "buildout.cfg"


class Languages(TestCase):
    def test_none_is_allowed_under_two_spellings(self):
        # Zope keeps them in a set: of zh_CN and zh-CN the one that happens to come last would be asked for, and only
        # one of them has catalogues. Every third start or so would then speak English.
        names = TRANSLATIONS[NAME].split(",")
        self.assertEqual(len(names), len(normalize_langs(names)))
        self.assertIn("zh_CN", names)

    def test_the_server_of_the_buildout_allows_the_same(self):
        self.assertEqual([TRANSLATIONS[NAME]], re.findall(rf"{NAME} (\S+)", BUILDOUT.read_text("utf-8")))
