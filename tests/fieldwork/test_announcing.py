"""A lead invites the public; only the words written for that are public."""

from datetime import timedelta
from icalendar import Calendar
from plone import api
from plone.app.testing import login
from plone.app.testing import logout
from tests.builders import a_record
from tests.site.world import a_browser
from tests.site.world import SECRET
from tests.site.world import status_of
from tests.site.world import the_contract
from tests.site.world import WORLD
from unittest import TestCase
from yidang import clock
from yidang.errors import Refused
from yidang.fieldwork.announcing import announce
from yidang.fieldwork.announcing import announcement_of
from yidang.fieldwork.announcing import take_back
from yidang.fieldwork.announcing import upcoming

import transaction


def tomorrow() -> str:
    """The day after today."""
    return (clock.today() + timedelta(days=1)).isoformat()


class AnnouncingTest(TestCase):
    layer = WORLD

    def setUp(self):
        self.portal = self.layer["portal"]
        self.url = self.portal.absolute_url()
        self.contract = the_contract(self.portal)
        login(self.portal, "lead")
        fields = {"title": f"内部名称{SECRET}", "date": clock.today(), "station": "zhongshan", "content": SECRET}
        self.record = a_record(self.contract, "ServiceRecord", kind="activity", **fields)
        self.said = {
            "title": "反家暴法律讲座",
            "day": tomorrow(),
            "begins": "14:30",
            "ends": "16:00",
            "place": "中山站二楼",
            "how": "到场签到，不用报名。",
        }
        logout()
        transaction.commit()

    def announced(self, **changed):
        said = announce(self.record, {**self.said, **changed})
        transaction.commit()
        return said

    def read(self, path):
        browser = a_browser(self.layer)
        browser.open(f"{self.url}/{path}")
        self.assertEqual(200, status_of(browser), path)
        return browser.contents

    def test_the_public_reads_what_was_announced_and_nothing_of_the_record(self):
        self.announced()
        for path in ("activities", "", "activities?station=zhongshan"):
            page = self.read(path)
            self.assertIn("反家暴法律讲座", page, path)
            self.assertIn("中山站二楼", page, path)
            self.assertNotIn(SECRET, page, path)

    def test_the_calendar_is_read_by_other_calendars(self):
        self.announced()
        (event,) = Calendar.from_ical(self.read("activities.ics")).walk("VEVENT")
        begins = event["dtstart"].dt.astimezone(clock.BEIJING)
        self.assertEqual((tomorrow(), "14:30"), (begins.date().isoformat(), begins.strftime("%H:%M")))
        self.assertEqual(1.5, (event["dtend"].dt - event["dtstart"].dt).total_seconds() / 3600)
        self.assertNotIn(SECRET, event.to_ical().decode())
        self.assertNotIn(self.record.UID(), event.to_ical().decode())

    def test_an_empty_calendar_is_still_a_calendar(self):
        self.assertIn("BEGIN:VCALENDAR", self.read("activities.ics"))
        self.assertIn("近期没有预告的活动", self.read("activities"))

    def test_what_is_taken_back_is_gone_everywhere(self):
        self.announced()
        take_back(self.record)
        transaction.commit()
        for path in ("activities", "activities.ics", ""):
            self.assertNotIn("反家暴法律讲座", self.read(path))

    def test_what_is_over_and_what_was_deleted_is_not_shown(self):
        self.announced(day=clock.today().isoformat())
        self.assertEqual([], upcoming(since=clock.today() + timedelta(days=1)))
        self.assertEqual(1, len(upcoming()))
        with api.env.adopt_user(username="lead"):
            api.content.delete(self.record, check_linkintegrity=False)
        self.assertEqual([], upcoming())

    def test_activities_stand_in_the_order_of_their_hours(self):
        self.announced()
        login(self.portal, "lead")
        other = a_record(self.contract, "ServiceRecord", kind="activity", title="另一场", date=clock.today())
        announce(other, {**self.said, "title": "早上的一场", "begins": "09:00"})
        self.assertEqual(["早上的一场", "反家暴法律讲座"], [said.title for said, record in upcoming()])
        logout()

    def test_each_mistake_is_said_at_its_field(self):
        past = (clock.today() - timedelta(days=1)).isoformat()
        wrong = {
            "title": ("", "长" * 61),
            "day": ("", "明天", past, "2099-01-01"),
            "begins": ("", "25:00", "下午"),
            "ends": ("14:00", "四点"),
            "place": ("", "远" * 81),
            "how": ("话" * 301, "报名请联系 13812345678"),
        }
        for name, values in wrong.items():
            for value in values:
                with self.subTest(name, value=value[:10]), self.assertRaises(Refused) as caught:
                    announce(self.record, {**self.said, name: value})
                self.assertEqual([name], [error.field for error in caught.exception.errors])
        self.assertIsNone(announcement_of(self.record))

    def test_nobody_is_invited_to_a_visit(self):
        login(self.portal, "lead")
        visit = a_record(self.contract, "ServiceRecord", kind="visit", title="探访", date=clock.today())
        logout()
        with self.assertRaises(Refused):
            announce(visit, self.said)

    def test_the_name_of_a_client_is_refused(self):
        login(self.portal, "worker")
        fields = {"title": "化名阿兰", "name": "欧阳静好", "recorded_on": clock.today()}
        a_record(self.contract, "Client", **fields)
        logout()
        with self.assertRaises(Refused) as caught:
            announce(self.record, {**self.said, "how": "欧阳静好也会来。"})
        self.assertEqual(["how"], [error.field for error in caught.exception.errors])

    def test_a_lead_announces_in_a_form_and_nobody_else_does(self):
        browser = a_browser(self.layer, "lead")
        browser.open(f"{self.record.absolute_url()}/@@announce")
        for name, value in self.said.items():
            browser.getControl(name=name).value = value
        browser.getControl("向公众发布").click()
        self.assertIn("活动预告已发布", browser.contents)
        self.assertIn("反家暴法律讲座", self.read("activities"))
        for name in ("worker", "purchaser", "publicist", ""):
            browser = a_browser(self.layer, name)
            browser.open(f"{self.record.absolute_url()}/@@announce")
            self.assertNotIn("保存修改", browser.contents, name)

    def test_a_contract_that_is_over_invites_nobody(self):
        self.announced()
        with api.env.adopt_user(username="purchaser"):
            api.content.transition(self.contract, "terminate", comment="提前结束")
        transaction.commit()
        self.assertNotIn("反家暴法律讲座", self.read("activities"))
        with self.assertRaises(Refused):
            announce(self.record, self.said)
