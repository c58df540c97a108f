"""Monthly lines of articles as people see them: the page of a line, the publicity board, REST (S1-I13, S1-X08)."""

from datetime import date
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from tests.builders import an_account
from tests.builders import an_indicator
from tests.publicity.web import NewsroomTest
from yidang import clock

import transaction


LINE = {"code": "T-MONTH", "title": "每月动态", "unit": "条", "target": ">= 2", "count": {"kinds": ["article"]}}
BY_STATION = {**LINE, "code": "T-EACH", "title": "各站每月动态", "target": ">= 1", "per": ["station", "month"]}


class MonthlyPagesTest(NewsroomTest):
    """A line of the project and one of each station."""

    def setUp(self):
        super().setUp()
        setRoles(self.portal, TEST_USER_ID, ["Manager"])
        for rule in ({**LINE, "per": ["month"]}, BY_STATION):
            an_indicator(self.contract, {**rule, "basis": "verified"})
        transaction.commit()
        self.now = f"{clock.today():%Y-%m}"

    def page(self, address: str) -> str:
        answer = self.as_user("lead").page(self.path + address)
        self.assertEqual(200, answer.status_code, answer.text[:300])
        return answer.text

    def months(self, code: str) -> list[dict]:
        data = self.as_user("buyer").rest("GET", f"{self.path}/@monthly").json()
        self.assertEqual(clock.today().isoformat(), data["day"])
        return next(item["rows"] for item in data["items"] if item["code"] == code)

    def test_rest_and_the_pages_say_of_each_month_what_it_lacks(self):
        self.publish(self.an_article("本月的动态", station=self.contract.stations[0]))
        [row] = self.months("T-MONTH")
        self.assertIsNone(row["station"])
        told = {one["month"]: one for one in row["months"]}
        running = {"month": self.now, "value": 1, "target": 2, "missing": 1, "state": "open"}
        self.assertEqual(running, told[self.now])
        others = {month: (one["missing"], one["state"]) for month, one in told.items() if month != self.now}
        self.assertEqual({one: (2, "missing" if one < self.now else "future") for one in others}, others)
        stations = {
            row["station"]: {one["month"]: one["state"] for one in row["months"]} for row in self.months("T-EACH")
        }
        self.assertEqual(set(self.contract.stations), set(stations))
        self.assertEqual("done", stations[self.contract.stations[0]][self.now])

        part = self.page("/@@indicator?code=T-MONTH").partition("逐月完成")[2].partition("</section>")[0]
        self.assertEqual(len(told), part.count("<li "))
        self.assertRegex(part, r'(?s)aria-current="date".*?<b>1</b>\s*<small>/2</small>.*?还差 1 条')
        self.assertIn(f"bucket={self.now}#list", part)
        self.assertNotIn("逐月完成", self.page("/@@indicator?code=T-ALL"))
        table = self.page("/@@indicator?code=T-EACH").partition("逐月完成")[2].partition("</table>")[0]
        self.assertEqual(len(stations), table.count('<th scope="row">'))

        part = self.page("/@@publicity-board").partition("每月约定")[2].partition("</section>")[0]
        self.assertIn("全项目", part)
        self.assertIn("还差 1 条", part)
        over = [month for month in told if month < self.now]
        self.assertEqual(bool(over), "缺 2 条" in part)
        self.assertIn(f"0 / {len(over)}", part)

    def test_a_past_day_is_told_as_it_was_a_wrong_one_and_a_stranger_are_refused(self):
        buyer = self.as_user("buyer")
        answer = buyer.rest("GET", f"{self.path}/@monthly?day={self.contract.start}").json()
        self.assertEqual(self.contract.start.isoformat(), answer["day"])
        states = [one["state"] for one in answer["items"][0]["rows"][0]["months"]]
        self.assertEqual(["open"] + ["future"] * (len(states) - 1), states)
        for day in ("foo", str(date.max)):
            self.assertEqual(400, buyer.rest("GET", f"{self.path}/@monthly?day={day}").status_code)
        an_account("stranger")
        transaction.commit()
        self.assertIn(self.as_user("stranger").rest("GET", f"{self.path}/@monthly").status_code, (401, 403))
