"""All ten contracts of the library in one portal."""

from .file_samples import LIBRARY
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from yidang.contracts.file import read
from yidang.contracts.load import changes
from yidang.contracts.load import load
from yidang.indicators.scoreboard import Scoreboard
from yidang.testing import YIDANG_INTEGRATION

import unittest


class TheLibraryInOnePortal(unittest.TestCase):
    """Ten files, 157 lines: S2's four common lines stand in each of its six packages."""

    layer = YIDANG_INTEGRATION

    def test_all_ten_load_and_loading_them_again_changes_nothing(self):
        portal = self.layer["portal"]
        setRoles(portal, TEST_USER_ID, ["Manager"])
        files = [read(path) for path in sorted(LIBRARY.glob("*.yaml"))]
        contracts = [load(portal, file) for file in files]
        boards = [Scoreboard(contract).tallies() for contract in contracts]
        self.assertEqual(157, sum(map(len, boards)))
        self.assertEqual([], [code for board in boards for code, tally in board.items() if tally.met])
        for file, contract in zip(files, contracts, strict=True):
            with self.subTest(file.data["id"]):
                self.assertLessEqual(set(contract.stations), set(portal.stations.objectIds()))
                before = self.modified(contract)
                self.assertEqual([], changes(portal, file))
                load(portal, file)
                self.assertEqual(before, self.modified(contract))

    def modified(self, contract) -> list:
        return [contract.modified(), *(line.modified() for line in contract["indicators"].objectValues())]
