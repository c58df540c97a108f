"""Lists of articles for the home page, the newsroom and the desk, from the catalog alone: no object is woken."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import islice
from plone import api
from typing import Any
from urllib.parse import quote
from yidang import clock
from yidang.indicators.engine.labels import LABELS
from yidang.pages.names import Names
from yidang.publicity.covers import Cover
from yidang.publicity.covers import cover
from yidang.publicity.order import INDEX
from yidang.publicity.order import newest
from yidang.publicity.order import newest_of
from yidang.publicity.vocabularies import CASE_STORY
from yidang.publicity.vocabularies import GENRES
from yidang.publicity.vocabularies import POLICY
from yidang.publicity.workflow import PUBLISHED
from zope.component.hooks import getSite


TYPE = "Article"
# Genres that a reader looks for; the others say no more than the origin.
TAGGED = {one: title for one, title in GENRES if one in (CASE_STORY, POLICY)}
QUEUES = {"Reviewer1": "review1", "Reviewer2": "review2", "Reviewer3": "review3"}


@dataclass(frozen=True)
class Teaser:
    """What a list shows of one article."""

    uid: str
    title: str
    url: str
    description: str
    day: date | None
    kind: str
    station_activity: bool
    station: str
    image: Cover | None
    image_alt: str
    state: str
    archive_number: str


def _catalog():
    return api.portal.get_tool("portal_catalog")


def _cover(brain, url: str) -> Cover | None:
    images = (brain.image_scales or {}).get("image")
    return cover(url, images[0]["width"], images[0]["height"]) if images else None


def _value(brain, name: str, default: Any = "") -> Any:
    """A metadata value; records indexed before a column existed have none."""
    return getattr(brain, name, None) or default


def kind_of(station_activity: bool, origin: str, genre: str | None = "") -> str:
    """The word on the tag of an article: 本站活动, 案例 or 政策解读, else where it comes from."""
    if station_activity:
        return "本站活动"
    return TAGGED.get(genre or "") or LABELS.value("origin", origin)


def teaser(brain, names: Names, url: str) -> Teaser:
    """One brain, ready to be shown at its address."""
    active = bool(_value(brain, "station_activity", False))
    moment = _value(brain, "effective", None) if brain.review_state == PUBLISHED else None
    return Teaser(
        uid=brain.UID,
        title=brain.Title,
        url=url,
        description=brain.Description,
        day=clock.day_of(moment) if moment is not None else None,
        kind=kind_of(active, _value(brain, "origin"), _value(brain, "genre")),
        station_activity=active,
        station=names.station(_value(brain, "station_id")),
        image=_cover(brain, url),
        image_alt=_value(brain, "image_alt"),
        state=brain.review_state,
        archive_number=_value(brain, "archive_number"),
    )


def _teasers(brains: Iterable[Any]) -> list[Teaser]:
    # Asking each brain for its address would ask the request for the site's, again and again.
    names, site = Names(), getSite()
    place, home = len("/".join(site.getPhysicalPath())), site.absolute_url()
    return [teaser(brain, names, home + quote(brain.getPath()[place:])) for brain in brains]


def latest(limit: int = 10, station_activity: bool | None = None, station: str = "") -> list[Teaser]:
    """The newest published articles of the portal, of one kind or station when asked."""
    found = (
        brain
        for brain in newest()
        if station_activity is None or bool(_value(brain, "station_activity", False)) == station_activity
        if not station or _value(brain, "station_id") == station
    )
    return _teasers(islice(found, limit))


def latest_of_genre(genre: str, limit: int) -> list[Teaser]:
    """The newest published articles that were written as this (案例, 政策解读)."""
    return _teasers(newest_of("genre", genre, limit))


def latest_of_origin(origin: str, limit: int) -> list[Teaser]:
    """The newest published articles that come from there (采编)."""
    return _teasers(newest_of("origin", origin, limit))


def published(start: int = 0, size: int = 20, **filters) -> tuple[int, list[Teaser]]:
    """How many published articles meet the catalog's `filters`, and one batch of them, newest first."""
    found = _catalog().searchResults(
        portal_type=TYPE,
        review_state=PUBLISHED,
        sort_on=INDEX,
        sort_order="descending",
        b_start=start,
        b_size=size,
        **filters,
    )
    return found.actual_result_count, _teasers(found)


def awaiting_review(user: str, contract) -> list[Teaser]:
    """What waits for `user` as a reviewer of `contract`, the longest waiting first; never their own articles where
    the contract forbids it. Whether they did an earlier step of one is only known when they open it."""
    held = set(api.user.get_roles(username=user, obj=contract))
    states = [state for role, state in QUEUES.items() if role in held]
    if not states:
        return []
    found = _catalog().searchResults(
        portal_type=TYPE, path="/".join(contract.getPhysicalPath()), review_state=states, sort_on="state_since"
    )
    return _teasers(brain for brain in found if not (contract.review_distinct and brain.Creator == user))


def own(user: str, start: int = 0, size: int = 20) -> tuple[int, list[Teaser]]:
    """How many articles `user` has begun, and one batch of them, last worked on first."""
    found = _catalog().searchResults(
        portal_type=TYPE, Creator=user, sort_on="modified", sort_order="descending", b_start=start, b_size=size
    )
    return found.actual_result_count, _teasers(found)
