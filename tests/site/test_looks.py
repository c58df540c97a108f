"""Large letters and strong contrast: a link, a cookie, a style sheet; pages stay the same for everybody."""

from tests.site.world import a_browser
from tests.site.world import status_of
from tests.site.world import WORLD
from unittest import TestCase


class LooksTest(TestCase):
    layer = WORLD

    def setUp(self):
        self.url = self.layer["portal"].absolute_url()
        self.browser = a_browser(self.layer)

    def sheet(self):
        self.browser.open(f"{self.url}/look.css")
        return self.browser.contents

    def test_a_choice_is_remembered_and_taken_back(self):
        self.assertNotIn("125%", self.sheet())
        self.browser.open(f"{self.url}/stations")
        self.browser.getLink("大字版").click()
        self.assertEqual(f"{self.url}/stations", self.browser.url)
        self.assertIn("125%", self.sheet())
        self.browser.open(f"{self.url}/look?contrast=high")
        self.assertIn("125%", self.sheet())
        self.assertIn("--yd-text: #000", self.sheet())
        self.browser.open(f"{self.url}/look?size=normal")
        self.assertNotIn("125%", self.sheet())
        self.assertIn("--yd-text: #000", self.sheet())
        self.browser.open(f"{self.url}/look?contrast=normal")
        self.assertNotIn("--yd-text", self.sheet())

    def test_the_page_itself_does_not_depend_on_it(self):
        self.browser.open(f"{self.url}/stations")
        before = self.browser.contents
        self.browser.open(f"{self.url}/look?size=large")
        self.browser.open(f"{self.url}/stations")
        self.assertEqual(before, self.browser.contents)

    def test_the_sheet_is_kept_in_front_for_nobody_and_asked_for_again_cheaply(self):
        self.sheet()
        self.assertIn("private", self.browser.headers["Cache-Control"])
        self.assertEqual("Cookie", self.browser.headers["Vary"])
        tag = self.browser.headers["ETag"]
        self.browser.addHeader("If-None-Match", tag)
        self.browser.open(f"{self.url}/look.css")
        self.assertEqual(304, status_of(self.browser))
        self.browser.open(f"{self.url}/look?size=large")
        self.browser.open(f"{self.url}/look.css")
        self.assertEqual(200, status_of(self.browser))

    def test_nonsense_is_refused_and_leads_nowhere_else(self):
        self.browser.open(f"{self.url}/look?size=huge")
        self.assertEqual(400, status_of(self.browser))
        self.browser.addHeader("Referer", "http://elsewhere.example/page")
        self.browser.open(f"{self.url}/look?size=large")
        self.assertEqual(self.url, self.browser.url.rstrip("/"))
        self.browser.cookies.clearAll()
        self.browser.addHeader("Cookie", "yd_look=../../etc.large")
        self.assertIn("125%", self.sheet())
