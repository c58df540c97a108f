"""Which events make which topics new. The rooms fire them for reasons of their own and know nothing of caches.

Whoever publishes, withdraws, edits or announces, by whatever road, fires one of them; the versions change in the same
transaction, and the proxies are told when it is through.
"""

from plone.registry.interfaces import IRecordModifiedEvent
from yidang.archive.record import state_of
from yidang.caching.telling import change
from yidang.caching.topics import ACTIVITIES
from yidang.caching.topics import CONTRACTS
from yidang.caching.topics import NEWS
from yidang.caching.topics import PICTURES
from yidang.caching.topics import SETTINGS
from yidang.caching.topics import STATIONS
from yidang.fieldwork.announcing import announcement_of
from yidang.publicity.workflow import PUBLISHED
from zope.component import adapter


def article_stepped(article, event) -> None:
    """Published, or taken down; its pictures were nowhere before it was published."""
    new, old = (state is not None and state.getId() == PUBLISHED for state in (event.new_state, event.old_state))
    if new or old:
        change(NEWS)
    if old:
        change(PICTURES)


def article_changed(article, event) -> None:
    """A published article was edited, got a placement, lost a link, was removed."""
    if state_of(article) == PUBLISHED:
        change(NEWS, PICTURES)


def station_changed(station, event) -> None:
    """A station was added, edited, removed."""
    change(STATIONS)


def record_changed(record, event) -> None:
    """To what the public is invited."""
    if announcement_of(record) is not None:
        change(ACTIVITIES)


def announcement_changed(record, event) -> None:
    """Announced, corrected or taken back."""
    change(ACTIVITIES)


def contract_changed(contract, event) -> None:
    """In force or no more, its contact, its open progress, its activities."""
    change(CONTRACTS, ACTIVITIES)


@adapter(IRecordModifiedEvent)
def setting_changed(event) -> None:
    """Any setting; most are public, and they change seldom."""
    change(SETTINGS)
