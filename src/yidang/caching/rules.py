"""Which public page shows which topics, and how long it may be kept in front.

The names are those of the rulesets in `rulesets.zcml`. What is not named here is never kept by anybody.
"""

from dataclasses import dataclass
from yidang.caching.topics import ACTIVITIES
from yidang.caching.topics import CONTRACTS
from yidang.caching.topics import NEWS
from yidang.caching.topics import PICTURES
from yidang.caching.topics import SETTINGS
from yidang.caching.topics import STATIONS


MINUTE, DAY = 60, 24 * 3600


@dataclass(frozen=True)
class Rule:
    """`front`: seconds in a cache in front, if nothing is told to it. `daily`: the page depends on today.
    `memory`: kept by the process as well. `names`: under which names the views may be published; a view that
    inherits from a public page is another page."""

    topics: tuple[str, ...]
    names: tuple[str, ...]
    front: int = DAY
    daily: bool = False
    memory: bool = True


RULES = {
    "yidang.home": Rule((NEWS, STATIONS, ACTIVITIES, CONTRACTS, SETTINGS), ("home",), daily=True),
    "yidang.article": Rule((NEWS, STATIONS, CONTRACTS, SETTINGS), ("view",)),
    "yidang.newsroom": Rule((NEWS, STATIONS, SETTINGS), ("newsroom",), daily=True),
    "yidang.feed": Rule((NEWS, STATIONS, SETTINGS), ("news.atom", "news.rss")),
    # Every page that is for Anonymous: articles, stations, containers.
    "yidang.sitemap": Rule((NEWS, STATIONS, CONTRACTS, SETTINGS), ("sitemap.xml.gz",), memory=False),
    # As many pages as there are questions: not worth the memory of the process.
    "yidang.search": Rule((NEWS, STATIONS, SETTINGS), ("search",), front=10 * MINUTE, memory=False),
    "yidang.station": Rule((NEWS, STATIONS, ACTIVITIES, CONTRACTS, SETTINGS), ("view",), daily=True),
    "yidang.activities": Rule(
        (ACTIVITIES, STATIONS, CONTRACTS, SETTINGS), ("activities", "activities.ics"), daily=True
    ),
    # Its numbers change with every record: a minute old at most, and gone at once when the purchaser closes it.
    "yidang.progress": Rule((CONTRACTS, SETTINGS), ("progress",), front=MINUTE, daily=True, memory=False),
    "yidang.plain": Rule((STATIONS, CONTRACTS, SETTINGS), ("sitemap", "contact-info", "accessibility-info")),
    "yidang.picture": Rule((PICTURES,), ("picture",), memory=False),
    # Scales of covers; plone.app.caching names this ruleset.
    "plone.content.file": Rule((PICTURES,), (), memory=False),
}
