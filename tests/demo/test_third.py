"""The demonstration's third contract shows the lines by person and month, with what is missing in each."""

from datetime import date
from plone.app.testing import FunctionalTesting
from plone.app.testing import PloneSandboxLayer
from unittest import TestCase
from yidang.demo import setting
from yidang.demo import third
from yidang.demo import third_news
from yidang.demo.stage import Stage
from yidang.demo.year import Year
from yidang.indicators.scoreboard import Scoreboard
from yidang.testing import YIDANG_FIXTURE

import transaction


YEAR = Year.around(date(2026, 6, 22))


class ThirdContractLayer(PloneSandboxLayer):
    """The contract with its year, made once."""

    defaultBases = (YIDANG_FIXTURE,)

    def setUpPloneSite(self, portal) -> None:
        """Accounts, contract, staff, records."""
        setting.make_accounts()
        stage = Stage(portal)
        contract = setting.open_third(portal, stage, YEAR)
        setting.add_staff(portal, stage, YEAR, third.STATIONS[0], "third_staff")
        third.fill(contract, stage, YEAR)
        third_news.fill(contract, stage, YEAR)
        transaction.commit()  # the indexing queue needs the site, which the layer takes away before its own commit


THIRD = FunctionalTesting(bases=(ThirdContractLayer(),), name="Third:Functional")


class ThirdContractTest(TestCase):
    layer = THIRD

    def setUp(self):
        self.contract = self.layer["portal"]["contracts"]["xianghe-child-care"]
        self.board = Scoreboard(self.contract, YEAR.today)
        self.tallies = self.board.tallies()

    def test_running_sums_and_recount_agree(self):
        self.assertEqual([], self.board.differences())

    def test_the_forgotten_visits_are_the_only_ones_missing_of_past_months(self):
        this, months = f"{YEAR.today:%Y-%m}", [f"{month:%Y-%m}" for month in YEAR.months()]
        grid = self.tallies["XH-01"].cells
        missing = [month for row in grid.values() for month, one in row.items() if one.met is False and month < this]
        self.assertEqual([months[4], months[8]], sorted(missing))

    def test_a_month_of_an_organisation_and_one_of_supervision_fall_short(self):
        for code in ("XH-07", "XH-09", "XH-12"):
            with self.subTest(line=code):
                self.assertEqual("failed", self.tallies[code].state)

    def test_the_promise_in_words_has_no_number(self):
        self.assertIsNone(self.tallies["XH-14"].value)

    def test_satisfaction_is_the_surveys(self):
        self.assertEqual(0.953, self.tallies["XH-13"].value)

    def test_a_board_of_half_the_year_shows_half(self):
        before = self.board.tallies(YEAR.at(0.5))
        for code in ("XH-01", "XH-06", "XH-07", "XH-09"):
            with self.subTest(line=code):
                self.assertGreater(before[code].value, 0)
                self.assertLess(before[code].value, self.tallies[code].value)

    def test_a_surplus_national_piece_stands_for_the_provincial_one_and_a_city_piece_for_a_district_one(self):
        told = {code: self.tallies[f"XH-{code}"] for code in (15, 16, 17, 18)}
        self.assertEqual([1, 1, 2, 2], [one.value for one in told.values()])
        self.assertEqual({"XH-16": 1}, told[15].given)
        self.assertEqual({"XH-17": 1}, told[18].received)
        self.assertEqual([True, True, True, False], [one.met for one in told.values()])

    def test_the_months_without_their_articles_are_the_only_ones_missing(self):
        months, this = [f"{month:%Y-%m}" for month in YEAR.months()], f"{YEAR.today:%Y-%m}"
        account = self.tallies["XH-19"].buckets
        self.assertEqual(
            [months[4], months[5]], [one.bucket for one in account if one.met is False and one.bucket < this]
        )
        cells = self.tallies["XH-20"].cells
        missing = [
            (station, month)
            for station, row in cells.items()
            for month, one in row.items()
            if one.met is False and month < this
        ]
        self.assertEqual([("xh-pond", months[4])], missing)
