"""The latest articles of a station, for the foot of its articles.

Asked on every page of an article, so the answer is kept until an article is published or taken down: both change the
newest place in the order or the number of places (`order.py`), and nothing published is edited in between.
"""

from functools import lru_cache
from yidang.publicity.order import newest_of
from yidang.publicity.order import state_of_order
from yidang.publicity.reading import Neighbour
from zope.component.hooks import getSite


# One, its two neighbours and three to show.
ENOUGH = 6


def latest_of(station: str, portal_url: str) -> list[Neighbour]:
    """The newest of a station; none for an article without one."""
    if not station:
        return []
    place = len("/".join(getSite().getPhysicalPath()))
    return [Neighbour(title, portal_url + path[place:]) for title, path in _kept(station, state_of_order())]


@lru_cache(maxsize=512)
def _kept(station: str, state: tuple) -> tuple[tuple[str, str], ...]:
    return tuple((brain.Title, brain.getPath()) for brain in newest_of("station_id", station, ENOUGH))
