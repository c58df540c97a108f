"""Loading contract files into the portal."""

from .loaded import LIBRARY_INTEGRATION
from .loaded import S0
from .loaded import the_contract
from copy import deepcopy
from plone import api
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from tests.builders import a_record
from yidang.contracts.actions import choose
from yidang.contracts.file import ContractFile
from yidang.contracts.load import changes
from yidang.contracts.load import chosen_options
from yidang.contracts.load import load
from yidang.errors import Conflict
from yidang.errors import Refused
from yidang.indicators.scoreboard import Scoreboard

import unittest


def amended(change) -> ContractFile:
    """S0 after `change(data)`."""
    data = deepcopy(dict(S0.data))
    change(data)
    return ContractFile(data, S0.lines)


def line(data: dict, code: str) -> dict:
    """One indicator of the data."""
    return next(one for one in data["indicators"] if one["code"] == code)


class Loaded(unittest.TestCase):
    """S0 is loaded."""

    layer = LIBRARY_INTEGRATION

    def setUp(self) -> None:
        self.portal = self.layer["portal"]
        setRoles(self.portal, TEST_USER_ID, ["Manager"])
        self.contract = the_contract(self.portal, S0)

    def indicator(self, code: str):
        return next(one for one in self.contract["indicators"].objectValues() if one.code == code)


class LoadTest(Loaded):
    """From a file to content."""

    def test_contract_stations_and_lines_are_made(self):
        self.assertEqual(self.contract.number, "ZSWQ2024")
        self.assertEqual(len(self.contract.stations), 24)
        self.assertLessEqual(set(self.contract.stations), set(self.portal.stations.objectIds()))
        self.assertEqual(len(self.contract["indicators"]), 25)

    def test_the_board_knows_every_line_of_the_file(self):
        codes = {one["code"] for one in S0.data["indicators"]}
        self.assertEqual(set(Scoreboard(self.contract).tallies()), codes)

    def test_the_archive_comes_with_the_contract(self):
        self.assertIn("archive", self.contract.objectIds())

    def test_loading_again_finds_and_changes_nothing(self):
        before = self.contract.modified(), self.indicator("S0-I07").modified()
        self.assertEqual(changes(self.portal, S0), [])
        load(self.portal, S0)
        self.assertEqual((self.contract.modified(), self.indicator("S0-I07").modified()), before)

    def test_an_amendment_is_told_and_written(self):
        file = amended(lambda data: line(data, "S0-I07").update(target=">= 320"))
        self.assertEqual([one.path for one in changes(self.portal, file)], ["indicators.S0-I07.target"])
        load(self.portal, file)
        self.assertEqual(Scoreboard(self.contract).tallies()["S0-I07"].target, 320)

    def test_an_amendment_leaves_alone_what_people_changed(self):
        self.indicator("S0-I10").target = ">= 50"
        self.portal.stations["zs-shiqi"].phone = "0760-0000 0000"
        load(self.portal, amended(lambda data: line(data, "S0-I07").update(target=">= 320")))
        self.assertEqual(self.indicator("S0-I10").target, ">= 50")
        self.assertEqual(self.portal.stations["zs-shiqi"].phone, "0760-0000 0000")

    def test_a_line_may_go_from_a_draft_and_come_back(self):
        without = amended(lambda data: data["indicators"].remove(line(data, "S0-I18")))
        load(self.portal, without)
        self.assertNotIn("S0-I18", Scoreboard(self.contract).tallies())
        load(self.portal, S0)
        self.assertIn("S0-I18", Scoreboard(self.contract).tallies())

    def test_a_whole_with_its_part_may_go_and_come_back(self):
        def change(data):
            data["choices"] = []
            data["indicators"] = [one for one in data["indicators"] if one["code"] not in ("S0-I07", "S0-I08")]

        load(self.portal, amended(change))
        self.assertEqual(len(self.contract["indicators"]), 23)
        load(self.portal, amended(lambda data: data["indicators"].reverse()))
        self.assertEqual(len(self.contract["indicators"]), 25)

    def test_the_default_readings_are_in_force(self):
        self.assertEqual(chosen_options(self.contract)["S0-X05"], "both")
        self.assertEqual(self.indicator("S0-I01").rule["count"]["kinds"], ["consultation", "visit"])

    def test_another_reading_changes_what_counts_and_survives_an_amendment(self):
        choose(self.contract, "S0-X05", "consultation", "采购方来函说明")
        self.assertEqual(self.indicator("S0-I01").rule["count"]["kinds"], ["consultation"])
        load(self.portal, amended(lambda data: line(data, "S0-I07").update(target=">= 320")))
        self.assertEqual(chosen_options(self.contract)["S0-X05"], "consultation")
        self.assertEqual(self.indicator("S0-I01").rule["count"]["kinds"], ["consultation"])

    def test_an_unknown_reading_is_refused(self):
        with self.assertRaises(Refused):
            choose(self.contract, "S0-X05", "nothing", "试")

    def test_a_number_of_another_contract_is_refused(self):
        with self.assertRaises(Conflict):
            load(self.portal, amended(lambda data: data.update(id="another")))


class RunningContractTest(Loaded):
    """What may no longer change."""

    def setUp(self) -> None:
        super().setUp()
        api.content.transition(self.contract, "activate")

    def refused(self, change) -> str:
        with self.assertRaises(Refused) as caught:
            load(self.portal, amended(change))
        return "".join(error.message for error in caught.exception.errors) or caught.exception.message

    def test_the_number_stays(self):
        self.assertIn("合同编号不能再改", self.refused(lambda data: data.update(number="ZS-9")))

    def test_the_template_of_archive_numbers_stays(self):
        change = {"archive_number": "{contract}·{serial}"}
        self.assertIn("档号模板不能再改", self.refused(lambda data: data.update(change)))

    def test_no_line_goes(self):
        self.assertIn("S0-I18", self.refused(lambda data: data["indicators"].remove(line(data, "S0-I18"))))

    def test_a_station_with_records_stays_and_one_without_may_go(self):
        from datetime import date

        fields = {"kind": "consultation", "title": "咨询", "date": date(2024, 3, 1), "station": "zs-shiqi"}
        a_record(self.contract, "ServiceRecord", **fields)
        gone = {"zs-shiqi", "zs-dongqu"}

        def change(data):
            data["stations"] = [one for one in data["stations"] if one["code"] not in gone]

        self.assertIn("zs-shiqi 已有 1 条", self.refused(change))
        gone.remove("zs-shiqi")
        load(self.portal, amended(change))
        self.assertNotIn("zs-dongqu", self.contract.stations)

    def test_nothing_is_written_when_one_thing_is_refused(self):
        def change(data):
            data["number"] = "ZS-9"
            line(data, "S0-I07")["target"] = ">= 320"

        self.refused(change)
        self.assertEqual(self.indicator("S0-I07").target, ">= 300")
        self.assertEqual(changes(self.portal, S0), [])

    def test_an_ended_contract_is_not_amended(self):
        setRoles(self.portal, TEST_USER_ID, ["Purchaser"])
        api.content.transition(self.contract, "terminate", comment="采购方取消项目")
        self.assertIn("已经终止", self.refused(lambda data: data.update(title="新名称")))
