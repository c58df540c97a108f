"""Names of stations and people by their ids, looked up when first needed."""

from collections.abc import Callable
from functools import cached_property
from plone import api


class Names:
    """Made once for a page; knows titles of stations and full names of people."""

    def __init__(self) -> None:
        self._people: dict[str, str] = {}
        self._titles: dict[str | None, str] = {}
        self._others: dict[str, str] = {}

    @cached_property
    def stations(self) -> dict[str, str]:
        """Titles of all stations by id, from the catalog."""
        catalog = api.portal.get_tool("portal_catalog")
        return {brain.getId: brain.Title for brain in catalog.unrestrictedSearchResults(portal_type="Station")}

    def station(self, id_: str | None) -> str:
        """The title of a station; the id where it is unknown, "" for none."""
        return self._title(id_) or id_ or ""

    def _title(self, id_: str | None) -> str:
        """Read from the station itself: a page names a few that are always at hand; a query would fetch all of them."""
        if id_ not in self._titles:
            station = api.portal.get()["stations"].get(id_) if id_ else None
            self._titles[id_] = station.title if station is not None else ""
        return self._titles[id_]

    def person(self, user: str | None) -> str:
        """The name of a person; the id where no name is known."""
        if not user:
            return "系统"
        if user not in self._people:
            member = api.user.get(userid=user)
            self._people[user] = (member.getProperty("fullname") or user) if member is not None else user
        return self._people[user]

    def people(self, users) -> str:
        """Several people in a row."""
        return "、".join(self.person(user) for user in users or ())

    def of(self, id_: str) -> str:
        """The name of a station or a person, whichever the id means."""
        return self._title(id_) or (self.person(id_) if id_ else "未注明")

    def known(self, id_: str, look_up: Callable[[str], str]) -> str:
        """The name that `look_up` finds, asked once for each id."""
        if id_ not in self._others:
            self._others[id_] = look_up(id_)
        return self._others[id_]
