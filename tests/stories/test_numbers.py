"""Those who watch the numbers: from a board to a cell to its records, by mouse, by keyboard, on a phone, on paper."""

from tests.builders import a_record
from tests.builders import an_indicator
from tests.stories.layer import PHONE
from tests.stories.scene import as_user
from tests.stories.scene import Story
from tests.stories.scene import this_year
from yidang.archive.actions import fire
from yidang.theme import charts


GRID = {
    "code": "T-1",
    "title": "每人每月督导",
    "unit": "小时",
    "target": ">= 2",
    "count": {"kinds": ["supervision"], "measure": {"sum": "hours"}},
    "per": ["worker", "month"],
}
PAGES = ("scoreboard", "matrix", "grid", "publicity-board")


class NumbersStory(Story):
    lines = ("S0-I01", "S0-I07", "S0-I10", "S0-I11")

    def prepare(self):
        an_indicator(self.contract, GRID)
        with as_user("shegong"):
            self._record("activity", "社区普法集市", participants=80)
            self._record("supervision", "一月个别督导", hours=2.0)

    def _record(self, kind: str, title: str, **fields):
        day = this_year(1, 10)
        told = {"hours": 3.0, "station": "zhongshan", "workers": ("shegong",), "date": day, **fields}
        fire(a_record(self.contract, "ServiceRecord", kind=kind, title=title, **told), "submit")

    def test_from_the_board_to_a_station_and_its_records(self):
        page = self.window("zhuguan")
        page.goto(self.place("@@scoreboard"))
        page.click("nav.yd-views a:has-text('站点与指标')")
        page.click("td.yd-cell[title^='zhongshan站 社区活动 '] a")
        self.assertIn("只看 zhongshan站：已计入 1 件", page.inner_text("#list"))
        self.assertIn("社区普法集市", page.inner_text("#list"))
        page.select_option("select[name=station]", "")
        page.click("form.yd-cut button")
        self.assertNotIn("只看", page.inner_text("#list"))

    def test_the_supervision_grid_by_keyboard_alone(self):
        page = self.window("zhuguan")
        page.goto(self.place("@@grid"))
        self.assertEqual("2", page.locator("td.yd-cell[data-state=met] b").first.inner_text())
        page.focus("div.yd-scroll")
        for _ in range(2):
            page.keyboard.press("Tab")
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        self.assertEqual("solid", outline, "where one is must be seen")
        page.keyboard.press("Enter")
        page.wait_for_url("**/@@indicator?**member=shegong**")
        self.assertIn("一月个别督导", page.inner_text("#list"))

    def test_a_chart_is_drawn_and_its_numbers_stand_in_a_table(self):
        page = self.window("zhuguan")
        page.goto(self.place("@@scoreboard?line=S0-I10"))
        drawing = page.locator("figure.yd-chart .yd-drawing")
        drawing.locator("svg").wait_for()
        self.assertEqual(bool(charts.version()), drawing.evaluate("place => place.classList.contains('yd-drawn')"))
        self.assertIn("累计完成", drawing.get_attribute("aria-label"))
        self.assertIn("匀速应到", page.inner_text("figure.yd-chart table"))

    def test_no_page_is_wider_than_a_phone(self):
        page = self.window("zhuguan", PHONE)
        for name in PAGES:
            page.goto(self.place(f"@@{name}"))
            with self.subTest(page=name):
                self.assertEqual(PHONE["width"], page.evaluate("document.documentElement.scrollWidth"))
        page.goto(f"{self.url}/contracts/@@overview")
        self.assertEqual(PHONE["width"], page.evaluate("document.documentElement.scrollWidth"))

    def test_on_paper_there_is_no_navigation_and_nothing_is_cut_off(self):
        page = self.window("zhuguan")
        page.emulate_media(media="print")
        for name in PAGES:
            page.goto(self.place(f"@@{name}"))
            with self.subTest(page=name):
                for part in (".yd-deskbar", ".yd-views", ".yd-takeaway", "form"):
                    self.assertEqual([], [one for one in page.locator(part).all() if one.is_visible()], part)
                for scroll in page.locator(".yd-scroll, .yd-charttable").all():
                    self.assertEqual("visible", scroll.evaluate("one => getComputedStyle(one).overflow"))
                self.assertEqual(
                    "table-header-group", page.evaluate("getComputedStyle(document.querySelector('thead')).display")
                )

    def test_the_overview_leads_to_the_worst_lines(self):
        page = self.window("fulian")
        page.goto(f"{self.url}/contracts")
        page.click("a:has-text('总览')")
        self.assertIn(self.contract.title, page.inner_text("main"))
        page.click("td[data-label=最差] a >> nth=0")
        page.wait_for_url("**/@@indicator?code=*")
