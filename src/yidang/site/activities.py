"""`/activities`: to what the public is invited, and the same as an iCalendar (RFC 5545) to subscribe to."""

from datetime import date
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from functools import cached_property
from hashlib import sha256
from icalendar import Calendar
from icalendar import Event
from yidang import clock
from yidang.clock import BEIJING
from yidang.fieldwork.announcing import Announcement
from yidang.fieldwork.announcing import upcoming
from yidang.pages.page import Page
from zExceptions import BadRequest


PRODID = "-//Yidang//Activities//ZH"
WEEKDAYS = "一二三四五六日"
# Where no end is announced, a calendar needs one all the same.
USUAL = timedelta(hours=2)


class Invitations(Page):
    """What the page and the feed share: the choice of a station."""

    public_page = True

    @cached_property
    def station(self) -> str:
        """The station chosen, "" for all; what is no station is refused."""
        station = self.query_text("station")
        if station and station not in self.names.stations:
            raise BadRequest(f"没有“{station[:20]}”这个站点。")
        return station

    @cached_property
    def all_found(self) -> list[tuple[Announcement, object]]:
        """From today on, the next first, of all stations."""
        return upcoming()

    @property
    def found(self) -> list[tuple[Announcement, object]]:
        """Those of the station chosen."""
        return [one for one in self.all_found if not self.station or one[1].station == self.station]


def day_words(day: date) -> str:
    """`11 月 26 日 星期四`."""
    return f"{day.month} 月 {day.day} 日 星期{WEEKDAYS[day.weekday()]}"


def hours_of(said: Announcement) -> str:
    """`14:30–16:00`, `14:30 开始`."""
    return f"{said.begins}–{said.ends}" if said.ends else f"{said.begins} 开始"


class ActivitiesPage(Invitations):
    """The calendar as a list of days."""

    page_title = "活动日历"
    page_description = "各站点近期面向公众的活动：时间、地点和怎样参加"

    def days(self) -> list[dict]:
        """Each day with its activities."""
        days: dict[date, list[dict]] = {}
        for said, record in self.found:
            days.setdefault(said.day, []).append(self._shown(said, record))
        return [{"day": day.isoformat(), "words": day_words(day), "shown": items} for day, items in days.items()]

    def _shown(self, said: Announcement, record) -> dict[str, str]:
        station = record.station or ""
        return {
            "title": said.title,
            "hours": hours_of(said),
            "place": said.place,
            "how": said.how,
            "station": self.names.station(station),
            "station_url": f"{self.portal_url}/stations/{station}" if station in self.names.stations else "",
        }

    @property
    def feed_url(self) -> str:
        """The same as a calendar to subscribe to."""
        query = f"?station={self.station}" if self.station else ""
        return f"{self.portal_url}/activities.ics{query}"

    def stations(self) -> list[dict]:
        """The filter by station: those that invite, and the one chosen."""
        inviting = {record.station for _, record in self.all_found} | {self.station}
        pairs = [("", "全部"), *((id_, title) for id_, title in self.names.stations.items() if id_ in inviting)]
        return [
            {
                "title": title,
                "url": f"{self.portal_url}/activities" + (f"?station={value}" if value else ""),
                "current": "true" if value == self.station else None,
            }
            for value, title in pairs
        ]


class ActivitiesFeed(Invitations):
    """`/activities.ics`"""

    def __call__(self) -> bytes:
        response = self.request.response
        response.setHeader("Content-Type", "text/calendar; charset=utf-8")
        response.setHeader("Content-Disposition", 'inline; filename="activities.ics"')
        return self.calendar().to_ical()

    def calendar(self) -> Calendar:
        """A calendar even when nothing is announced."""
        feed = Calendar()
        feed.add("prodid", PRODID)
        feed.add("version", "2.0")
        feed.add("method", "PUBLISH")
        feed.add("x-wr-calname", "社工站活动")
        feed.add("x-wr-timezone", "Asia/Shanghai")
        for said, record in self.found:
            feed.add_component(self._event(said, record))
        return feed

    def _event(self, said: Announcement, record) -> Event:
        event, begins = Event(), moment(said.day, said.begins)
        station = self.names.station(record.station or "")
        event.add("uid", sha256(record.UID().encode()).hexdigest()[:32] + "@yidang")
        event.add("dtstamp", clock.now().astimezone(UTC))
        event.add("dtstart", begins)
        event.add("dtend", moment(said.day, said.ends) if said.ends else begins + USUAL)
        event.add("summary", said.title)
        event.add("location", said.place)
        event.add("description", "\n".join(part for part in (station, said.how) if part))
        event.add("url", f"{self.portal_url}/activities")
        return event


def moment(day: date, time: str) -> datetime:
    """`14:30` of a day in Beijing, as a moment that every calendar reads alike."""
    hour, minute = map(int, time.split(":"))
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=BEIJING).astimezone(UTC)
