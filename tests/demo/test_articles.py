"""The words of the demonstration's articles."""

from datetime import date
from random import Random
from yidang.contracts.file import read
from yidang.demo.articles import activity_articles
from yidang.demo.articles import general_articles
from yidang.demo.articles import Headlines
from yidang.demo.events import events
from yidang.demo.setting import LIBRARY
from yidang.demo.year import Year

import unittest


STATIONS = read(LIBRARY / "zhongshan-women-2024.yaml").data["stations"]
TOWNS = [(one["code"], one["town"]) for one in STATIONS if one["kind"] == "substation"]
DAYS = (date(2026, 11, 23), date(2027, 1, 1), date(2028, 2, 29), date(2026, 3, 31))


def written(today: date) -> tuple[Year, list]:
    """Everything that the newsroom wrote by that day."""
    year, chance, heads = Year.around(today), Random(1), Headlines()
    own = activity_articles(events(year, TOWNS, chance), 60, year, heads)
    return year, own + general_articles(250, TOWNS, year, heads, chance)


class ArticlesTest(unittest.TestCase):
    """On several days, the first and last of a month among them."""

    def test_no_two_headlines_are_alike(self):
        for today in DAYS:
            titles = [draft.title for draft in written(today)[1]]
            self.assertEqual(len(titles), 310)
            self.assertEqual(len(set(titles)), 310, today)

    def test_headlines_and_summaries_fit_their_fields(self):
        for draft in written(DAYS[0])[1]:
            self.assertLessEqual(len(draft.title), 60, draft.title)
            self.assertLessEqual(len(draft.summary), 120)

    def test_no_slot_is_left_open(self):
        for draft in written(DAYS[0])[1]:
            self.assertNotRegex(draft.title + draft.html, r"[{}]")

    def test_everything_is_dated_within_the_year_and_not_in_the_future(self):
        for today in DAYS:
            year, drafts = written(today)
            for draft in drafts:
                self.assertTrue(year.start <= draft.day <= today, (draft.title, draft.day))
                self.assertLessEqual(draft.event_date or draft.day, draft.day)

    def test_the_same_day_gives_the_same_words(self):
        self.assertEqual(written(DAYS[0]), written(DAYS[0]))


class YearTest(unittest.TestCase):
    """Today lies in the twelfth month."""

    def test_the_year_has_twelve_months_of_which_today_is_in_the_last(self):
        for today in DAYS:
            year = Year.around(today)
            months = year.months()
            self.assertEqual((months[0], months[-1]), (year.start, today.replace(day=1)))
            self.assertEqual((year.end.year, year.end.month), (today.year, today.month))

    def test_what_has_not_come_is_told(self):
        year = Year.around(DAYS[0])
        self.assertIsNone(year.later(DAYS[0], 1))
        self.assertEqual(year.later(DAYS[0], 0), DAYS[0])
