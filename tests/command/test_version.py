"""A portal made by another program is refused with a sentence that says what to do."""

from unittest import TestCase
from yidang.command.version import refuse_foreign
from yidang.errors import Refused
from yidang.indicators.scoreboard import ledger
from yidang.testing import YIDANG_INTEGRATION


class VersionTest(TestCase):
    layer = YIDANG_INTEGRATION

    def setUp(self):
        self.portal = self.layer["portal"]

    def test_a_portal_made_by_this_program_is_taken(self):
        refuse_foreign(self.portal)

    def test_a_ledger_laid_out_in_another_way_is_refused(self):
        ledger().layout = 1
        with self.assertRaises(Refused) as caught:
            refuse_foreign(self.portal)
        self.assertIn("make start", caught.exception.message)

    def test_a_ledger_from_before_layouts_were_numbered_is_refused(self):
        del ledger().layout
        with self.assertRaises(Refused):
            refuse_foreign(self.portal)

    def test_a_cleared_catalog_has_the_layout_of_this_program(self):
        ledger().layout = 1
        ledger().clear()
        refuse_foreign(self.portal)
