"""Whatever is written into an article runs nowhere: not in its text, and on no page, feed or export that shows it."""

from tests.publicity.attacks import ALL
from tests.publicity.attacks import CLASSES
from tests.publicity.attacks import LINKS
from tests.publicity.harmless import faults
from tests.publicity.harmless import scheme_of
from unittest import TestCase
from yidang.publicity.cleaning import cleaned
from yidang.publicity.cleaning import TAGS
from yidang.publicity.links import link_problem

import re


WRAPPED = ("{}", "<p>前{}后</p>", "<table><tr><td>{}</td></tr></table>", "<ul><li>{}", "<svg>{}</svg>", "<pre>{}</pre>")
ELEMENT = re.compile(r"<\s*([a-zA-Z!?/][^\s/>]*)")


class TextTest(TestCase):
    def test_every_class_of_attack_is_there(self):
        self.assertGreaterEqual(len(ALL), 140)
        self.assertEqual(len(ALL), len(set(ALL)))
        self.assertTrue(all(len(attacks) >= 10 for attacks in CLASSES.values()))

    def test_nothing_runs_in_a_cleaned_text_wherever_the_attack_stands(self):
        for name, attacks in CLASSES.items():
            for attack in attacks:
                for around in WRAPPED:
                    with self.subTest(attack, kind=name, around=around):
                        self.assertEqual([], faults(cleaned(around.format(attack))))

    def test_what_stays_are_the_elements_of_the_list_alone(self):
        for attack in ALL:
            with self.subTest(attack):
                found = {tag.lower().lstrip("/") for tag in ELEMENT.findall(cleaned(f"<p>{attack}</p>"))}
                self.assertEqual(set(), found - set(TAGS))

    def test_cleaning_what_was_cleaned_changes_nothing(self):
        for attack in ALL:
            with self.subTest(attack):
                once = cleaned(f"<p>前{attack}后</p>")
                self.assertEqual(once, cleaned(once))

    def test_the_check_itself_finds_what_runs(self):
        harmless = set()
        for name in ("events", "addresses", "elements", "foreign"):
            harmless |= {attack for attack in CLASSES[name] if not faults(attack)}
        self.assertLess(len(harmless), 12, harmless)
        self.assertEqual("javascript", scheme_of(" java&#9;script:alert(1)"))


class AddressTest(TestCase):
    def test_no_dangerous_address_is_a_placement_s(self):
        for address in LINKS:
            with self.subTest(address):
                self.assertTrue(link_problem(address), address)
