"""Names of stations and people by their ids, looked up when first needed."""

from collections.abc import Callable
from functools import cached_property
from plone import api
from Products.CMFCore.indexing import processQueue


class Names:
    """Made once for a page; knows titles of stations and full names of people."""

    def __init__(self) -> None:
        self._people: dict[str, str] = {}
        self._titles: dict[str | None, str] = {}
        self._others: dict[str, str] = {}

    @cached_property
    def stations(self) -> dict[str, str]:
        """Titles of all stations by id, in the order in which they were filed; read off the catalog's own tables, as
        many pages ask for them and a query costs more than a dozen of names."""
        processQueue()
        table = api.portal.get_tool("portal_catalog")._catalog
        held = table.indexes["portal_type"]._index.get("Station", ())
        rows = [table.data[rid] for rid in ((held,) if isinstance(held, int) else held)]
        id_, title = table.schema["getId"], table.schema["Title"]
        return {row[id_]: row[title] for row in rows}

    def station(self, id_: str | None) -> str:
        """The title of a station; the id where it is unknown, "" for none."""
        return self._title(id_) or id_ or ""

    def _title(self, id_: str | None) -> str:
        """Read from the station itself, save where the page has asked for all of them: it mostly names a few that are
        always at hand."""
        if "stations" in self.__dict__:
            return self.stations.get(id_ or "", "")
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
