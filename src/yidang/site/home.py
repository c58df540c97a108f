"""The home page: what was published last, where the stations are, whom to call."""

from functools import cached_property
from yidang.fieldwork.announcing import upcoming
from yidang.pages.page import Page
from yidang.pages.plain import plain
from yidang.publicity.listing import latest
from yidang.publicity.listing import latest_of_genre
from yidang.publicity.listing import latest_of_origin
from yidang.publicity.listing import Teaser
from yidang.publicity.vocabularies import CASE_STORY
from yidang.publicity.vocabularies import POLICY
from yidang.site.activities import day_words
from yidang.site.progress import open_contracts


BELOW_LEAD = 5
ACTIVITIES = 3
READINGS = 5
STORIES = 3
INVITATIONS = 4


class HomePage(Page):
    """`/portal`, the same for everyone."""

    public_page = True
    rows = plain(__file__, "templates/news.pt")
    template = plain(__file__, "templates/home_content.pt")

    def content(self, shell) -> str:
        """All between header and footer."""
        setting = shell.setting
        return self.template(
            view=self,
            shell=shell,
            icon=shell.icon,
            rows=self.rows,
            portal_url=self.portal_url,
            lead=self.lead,
            hotline=setting("hotline"),
            slogan=setting("slogan") or shell.site_title,
            introduction=setting("introduction"),
        )

    @cached_property
    def news(self) -> list[Teaser]:
        """The lead article and the ones below it."""
        return latest(1 + BELOW_LEAD)

    @cached_property
    def lead(self) -> Teaser | None:
        """The newest article that has a picture; the newest of all where none has."""
        return next((item for item in self.news if item.image), self.news[0] if self.news else None)

    @property
    def more(self) -> list[Teaser]:
        """The other new ones."""
        return [item for item in self.news if item is not self.lead]

    @cached_property
    def activities(self) -> list[Teaser]:
        """Activities of the stations that do not already stand above."""
        shown = {item.uid for item in (*self.news, *self.stories)}
        found = latest(len(shown) + ACTIVITIES, station_activity=True)
        return [item for item in found if item.uid not in shown][:ACTIVITIES]

    @cached_property
    def readings(self) -> list[Teaser]:
        """Law, policy and advice: what is written as such; where there is too little, what was compiled elsewhere."""
        shown = {item.uid for item in (*self.news, *self.stories)}
        most = len(shown) + READINGS
        found = {one.uid: one for one in (*latest_of_genre(POLICY, most), *latest_of_origin("compiled", most))}
        return [one for one in found.values() if one.uid not in shown][:READINGS]

    @cached_property
    def stories(self) -> list[Teaser]:
        """Case stories (案例) that do not already stand above."""
        shown = {item.uid for item in self.news}
        return [one for one in latest_of_genre(CASE_STORY, len(shown) + STORIES) if one.uid not in shown][:STORIES]

    @cached_property
    def invitations(self) -> list[dict[str, str]]:
        """The next activities to which everybody is invited."""
        return [
            {"day": said.day.isoformat(), "words": day_words(said.day), "title": said.title, "place": said.place}
            for said, record in upcoming(limit=INVITATIONS)
        ]

    @cached_property
    def has_progress(self) -> bool:
        """Whether the progress of any contract is open."""
        return bool(open_contracts())

    @cached_property
    def stations(self) -> list[dict[str, str]]:
        """Every station, the main ones first."""
        folder = self.context.get("stations")
        stations = sorted(folder.objectValues(), key=lambda one: (one.kind != "main", one.getId())) if folder else []
        return [{"title": one.title, "url": one.absolute_url()} for one in stations]
