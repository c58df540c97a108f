"""A client's file keeps the tiers of the past, and the records that name the client hear of what changes for them."""

from datetime import date
from plone import api
from typing import Any
from yidang import clock
from yidang.indicators.scoreboard import touch
from yidang.privacy.content import IClient
from yidang.privacy.indexers import INDEX
from yidang.privacy.tiers import with_step
from zope.component import adapter
from zope.lifecycleevent.interfaces import IObjectAddedEvent
from zope.lifecycleevent.interfaces import IObjectModifiedEvent
from zope.lifecycleevent.interfaces import IObjectRemovedEvent


@adapter(IClient, IObjectAddedEvent)
def begin(client, event) -> None:
    """The first tier holds from the day of the file."""
    if not client.tiers:
        client.tiers, client.tier_since = ((client.recorded_on, client.tier),), None
        client.told = said_of(client)


@adapter(IClient, IObjectModifiedEvent)
def follow(client, event) -> None:
    """A new tier is one more step; records that name the client are looked at again only where something differs."""
    if event.object is not client:
        return
    keep_tier(client)
    before, client.told = client.told, said_of(client)
    if client.told != before:
        tell_records(client, since=first_difference(before, client.told))


@adapter(IClient, IObjectRemovedEvent)
def gone(client, event) -> None:
    """Records that named a client who is gone know nothing of it any more."""
    if event.object is client:
        tell_records(client)


def keep_tier(client) -> None:
    """What was typed of the tier as a step of its history: a change, or another day for the last one."""
    steps = tuple(client.tiers) or ((client.recorded_on, client.tier),)
    day, client.tier_since = client.tier_since, None
    if steps[-1][1] != client.tier:
        client.tiers = with_step(steps, day or clock.today(), client.tier)
    elif day:
        client.tiers = with_step(steps[:-1], day, client.tier) if len(steps) > 1 else steps


def said_of(client) -> tuple[Any, ...]:
    """Everything that `about` reads of a client."""
    own = (client.gender, client.birth_year, tuple(client.categories or ()), client.household)
    return (tuple(client.tiers), own)


def first_difference(before: tuple, after: tuple) -> date | None:
    """The first day for which the tier differs; None when something of all days does."""
    if not before or before[1] != after[1]:
        return None
    days = [day for day, _ in set(before[0]) ^ set(after[0])]
    return None if None in days else min(days)


def tell_records(client, since: date | None = None) -> None:
    """Let the ledger look again at what names this client, from a day on where only later days are concerned."""
    query: dict[str, Any] = {INDEX: client.UID()}
    if since is not None:
        query["record_day"] = {"query": since, "range": "min"}
    for brain in api.portal.get_tool("portal_catalog").unrestrictedSearchResults(**query):
        touch(brain._unrestrictedGetObject())
