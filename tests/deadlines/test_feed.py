"""The personal calendar: read as a calendar program reads it, by whoever holds the secret and by nobody else."""

from datetime import date
from datetime import timedelta
from icalendar import Calendar
from tests.deadlines.world import DeadlineTest
from yidang.people.team import leave

import re
import requests
import transaction


PAGE = "/@@my-calendar"


class FeedTest(DeadlineTest):
    def secret(self, name: str) -> str:
        """Make an address by the page's button; its path and query."""
        answer = self.post(name, PAGE, do="make")
        self.assertEqual(200, answer.status_code)
        self.assertIn("no-store", answer.headers["Cache-Control"])
        return re.search(r'value="[^"]*(/@@deadlines\.ics\?token=[\w-]+)"', answer.text).group(1)

    def fetch(self, path: str, **headers):
        """As a calendar program: not signed in."""
        return requests.get(self.portal.absolute_url() + path, headers=headers)

    def events(self, name: str) -> dict[str, object]:
        """The feed of a person, by the words of its events."""
        answer = self.fetch(self.secret(name))
        self.assertEqual(200, answer.status_code)
        self.assertEqual("text/calendar; charset=utf-8", answer.headers["Content-Type"])
        return {
            f"{one['summary']} {one['dtstart'].dt}": one for one in Calendar.from_ical(answer.content).walk("VEVENT")
        }

    def test_a_worker_s_calendar_holds_their_own_days_as_whole_days(self):
        events = self.events("worker")
        mine = [one for title, one in events.items() if title.startswith("督导（")]
        self.assertTrue(mine)
        for one in mine:
            self.assertIs(date, type(one["dtstart"].dt))
            self.assertEqual(timedelta(days=1), one["dtend"].dt - one["dtstart"].dt)
            self.assertIn("妇女维权项目", one["description"])
            self.assertNotIn("colleague", one["description"])
        self.assertFalse([title for title in events if title.startswith("项目推进月简报")])

    def test_the_lead_s_says_two_stations_once_and_who_is_missing(self):
        events = self.events("lead")
        month = f"{self.today.year}年{self.today.month}月"
        [one] = [event for title, event in events.items() if title.startswith(f"站点检查（{month}）")]
        self.assertIn("0 / 2 已完成", one["description"])
        self.assertIn("shiqi站", one["description"])

    def test_names_stay_the_same_from_day_to_day(self):
        path = self.secret("lead")
        first = {one["uid"] for one in Calendar.from_ical(self.fetch(path).content).walk("VEVENT")}
        last = self.last_month()
        self.a_brief(f"{last:%Y-%m}", last + timedelta(days=3))
        again = [one["uid"] for one in Calendar.from_ical(self.fetch(path).content).walk("VEVENT")]
        self.assertEqual(first, set(again))
        self.assertEqual(len(again), len(set(again)))

    def test_what_was_written_by_hand_stays_behind_the_sign_in(self):
        self.a_demand(self.today + timedelta(days=3), "回访张小花一家")
        path = self.secret("lead")
        body = Calendar.from_ical(self.fetch(path).content)
        text = "".join(str(one["summary"]) + str(one["description"]) for one in body.walk("VEVENT"))
        self.assertIn("整改到期", text)
        self.assertNotIn("张小花", text)

    def test_lines_are_folded_as_the_standard_asks(self):
        body = self.fetch(self.secret("lead")).content
        self.assertTrue(all(len(line) <= 75 for line in body.split(b"\r\n")))

    def test_an_unchanged_calendar_is_not_sent_again(self):
        path = self.secret("worker")
        first = self.fetch(path)
        self.assertIn("Last-Modified", first.headers)
        again = self.fetch(path, **{"If-None-Match": first.headers["ETag"]})
        self.assertEqual((304, b""), (again.status_code, again.content))
        other = self.fetch(path, **{"If-None-Match": '"0"'})
        self.assertEqual(first.content, other.content)

    def test_a_wrong_secret_finds_nothing(self):
        for path in ("", "?token=", "?token=x", "?token=@worker", "?token=%E4%B8%80"):
            with self.subTest(path=path):
                self.assertEqual(404, self.fetch(f"/@@deadlines.ics{path}").status_code)

    def test_being_signed_in_is_not_enough(self):
        self.assertEqual(404, self.status("lead", "/@@deadlines.ics"))

    def test_a_new_address_ends_the_old_one_and_an_end_ends_both(self):
        old, new = self.secret("worker"), self.secret("worker")
        self.assertEqual([404, 200], [self.fetch(path).status_code for path in (old, new)])
        self.assertEqual(302, self.post("worker", PAGE, do="end").status_code)
        self.assertEqual(404, self.fetch(new).status_code)

    def test_whoever_is_in_no_team_gets_an_empty_calendar(self):
        self.assertEqual({}, self.events("outsider"))

    def test_whoever_leaves_the_team_sees_no_more_of_it(self):
        path = self.secret("colleague")
        leave(self.contract, "colleague")
        transaction.commit()
        self.assertEqual([], Calendar.from_ical(self.fetch(path).content).walk("VEVENT"))

    def test_the_second_provider_s_lead_gets_nothing_of_the_first(self):
        for event in self.events("lead2").values():
            self.assertIn("另一家的项目", event["description"])

    def test_the_secret_itself_is_not_kept(self):
        from yidang.deadlines.tokens import KEY
        from zope.annotation.interfaces import IAnnotations

        token = self.secret("worker").partition("token=")[2]
        transaction.begin()
        kept = IAnnotations(self.portal)[KEY]
        self.assertNotIn(token, [*kept.keys(), *kept.values()])

    def test_no_page_shows_the_address_a_second_time(self):
        token = self.secret("worker").partition("token=")[2]
        self.assertNotIn(token, self.text("worker", PAGE))

    def test_without_the_token_of_the_form_no_address_is_made(self):
        answer = self.reader("worker")._post(PAGE, {"do": "make"}, {})
        self.assertEqual(403, answer.status_code)
