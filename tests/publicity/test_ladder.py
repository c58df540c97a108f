"""Lines of media that fill one another, as people see them: the page of a line, the board, the article, the file."""

from datetime import date
from datetime import timedelta
from io import BytesIO
from openpyxl import load_workbook
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from tests.builders import an_indicator
from tests.publicity.pictures import a_picture
from tests.publicity.web import a_row
from tests.publicity.web import NewsroomTest
from tests.publicity.web import press
from yidang.errors import Refused

import transaction


LEVELS = (("national", "国家级媒体", ">= 1"), ("city", "市级媒体", ">= 1"), ("district", "区级媒体", ">= 2"))


def a_rung(at: int) -> dict:
    """A line of media; it fills the next."""
    level, title, target = LEVELS[at]
    where = [{"field": "levels", "in": [level]}]
    below = {"fills": f"T-{LEVELS[at + 1][0].upper()}"} if at + 1 < len(LEVELS) else {}
    count = {"kinds": ["article"], "where": where}
    data = {"code": f"T-{level.upper()}", "title": title, "unit": "篇", "target": target, "count": count}
    return {**data, "basis": "verified", **below}


class LadderPagesTest(NewsroomTest):
    """Two national pieces and nothing else: the second stands for the city."""

    def setUp(self):
        super().setUp()
        setRoles(self.portal, TEST_USER_ID, ["Manager"])
        for at in reversed(range(len(LEVELS))):
            an_indicator(self.contract, a_rung(at))
        transaction.commit()
        rows = [
            a_row(None, channel="newspaper", outlet=f"虚构国报{at}", level="national", page="A3") for at in range(2)
        ]
        self.first, self.second = (self.an_article(f"全国见报{at}", placements=[rows[at]]) for at in range(2))
        for url in (self.first, self.second):
            self.publish(url)

    def values(self) -> list[int]:
        return [self.value(f"T-{level.upper()}") for level, _, _ in LEVELS]

    def line(self, level: str, query: str = "") -> str:
        answer = self.as_user("lead").page(f"{self.path}/@@indicator?code=T-{level}{query}")
        self.assertEqual(200, answer.status_code, answer.text[:300])
        return answer.text

    def test_each_article_counts_in_one_line_and_the_reader_sees_in_which(self):
        self.assertEqual([1, 1, 0], self.values())
        lead = self.as_user("lead")
        board = lead.rest("GET", f"{self.path}/@indicators").json()["items"]
        told = {item["code"]: item for item in board}
        self.assertEqual({"T-CITY": 1}, told["T-NATIONAL"]["given"])
        self.assertEqual({"T-NATIONAL": 1}, told["T-CITY"]["received"])
        self.assertEqual(1, told["T-CITY"]["evidence_total"])
        # Both were published on one day: which of them is the first is decided once and for all.
        city = lead.rest("GET", f"{self.path}/@indicators/T-CITY").json()
        national = lead.rest("GET", f"{self.path}/@indicators/T-NATIONAL").json()
        moved, stayed = city["evidence"][0]["title"], national["evidence"][0]["title"]
        self.assertEqual({"全国见报0", "全国见报1"}, {moved, stayed})
        self.assertEqual(
            ["富余，补入“市级媒体”（T-CITY），不重复计入"],
            next(one["reasons"] for one in national["excluded"] if one["title"] == moved),
        )

        page = self.line("CITY")
        self.assertRegex(page, rf"(?s)第 1 个</b>.*?{moved}</a>.*?“国家级媒体”（T-NATIONAL）富余，补入本项.*?虚构国报")
        self.assertIn("缺留存", page)
        self.assertIn("含上一级富余补入", page)
        self.assertIn("富余，已补入别项", self.line("NATIONAL"))
        self.assertIn("富余 1 篇补入“市级媒体”", self.line("NATIONAL"))
        self.assertRegex(self.line("DISTRICT"), r"(?s)第 1–2 个</b>.*?>空缺</td>")

        board = lead.page(f"{self.path}/@@publicity-board").text
        self.assertIn("每篇只计一级", board)
        self.assertIn("“国家级媒体”（T-NATIONAL）富余，补入本项", board)

        url = self.first if moved == "全国见报0" else self.second
        counts = lead.rest("GET", f"{url}/@counts").json()
        notes = {one["code"]: one["note"] for one in counts["counted"]}
        self.assertEqual("“国家级媒体”（T-NATIONAL）富余，补入本项", notes["T-CITY"])
        self.assertIn("富余，补入本项", lead.page(url).text)

    def test_a_city_piece_takes_its_slot_back(self):
        row = a_row(None, channel="newspaper", outlet="虚构市报", level="city")
        self.publish(self.an_article("本市见报", placements=[row]))
        self.assertEqual([1, 1, 1], self.values())
        self.assertRegex(self.line("CITY"), r"(?s)第 1 个</b>.*?本市见报</a>.*?虚构市报")
        self.assertIn("“国家级媒体”（T-NATIONAL）富余，补入本项", self.line("DISTRICT"))

    def test_the_file_of_the_line_says_the_same_with_the_hash_of_what_is_kept(self):
        moved = self.as_user("lead").rest("GET", f"{self.path}/@indicators/T-CITY").json()["evidence"][0]["@id"]
        page = moved.replace("/++api++", "") + "/@@captures"
        key = self.as_user("lead").page(page).text.partition('name="placement" value="')[2][:32]
        press(self.as_user("lead"), page, {"capture": ("a.png", a_picture(), "image/png")}, placement=key)
        self.assertIn("已留存", self.line("CITY"))
        lead = self.as_user("lead")
        query = {"excelexport.policy": "evidence", "code": "T-CITY"}
        answer = lead.session.get(f"{lead.base}{self.path}/@@collective.excelexport", params=query)
        self.assertEqual(200, answer.status_code, answer.text)
        book = load_workbook(BytesIO(answer.content))
        rows = [[cell.value for cell in row] for row in book["名额"].iter_rows()]
        found = next(row for row in rows if row[0] == 1)
        self.assertIn("富余，补入本项", found[7])
        self.assertEqual(64, len(found[6]))
        self.assertEqual(date.today(), found[4].date())

    def test_a_past_day_shows_the_slots_as_they_were(self):
        before = date.today() - timedelta(days=1)
        if before < self.contract.start:
            self.skipTest("the term began today")
        slots = self.line("CITY", f"&day={before}").partition("名额与稿件")[2].partition("</section>")[0]
        self.assertIn(">空缺</td>", slots)
        self.assertNotIn("富余", slots)

    def test_the_part_has_no_address_of_its_own(self):
        self.assertEqual(404, self.as_user("lead").page(f"{self.path}/@@line-slots?board=x&rule=y").status_code)

    def test_a_filled_line_stays_while_another_fills_it(self):
        setRoles(self.portal, TEST_USER_ID, ["Manager"])
        with self.assertRaisesRegex(Refused, "T-NATIONAL 的富余补入 T-CITY"):
            self.contract["indicators"]._delObject("t-city")
