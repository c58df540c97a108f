"""What the clients whom a record names were on the record's day (S1-I03: a key child *at that time*)."""

from collections.abc import Iterable
from collections.abc import Mapping
from datetime import date
from typing import Any
from yidang.archive.record import stored
from yidang.privacy.directory import client_of
from yidang.privacy.tiers import tier_on
from yidang.privacy.tokens import HOUSEHOLD
from yidang.privacy.tokens import token_of
from yidang.privacy.tokens import tokens_of


KEY_TIER = "key"
About = Mapping[str, Mapping[str, Any]]


def about(record, clients: Iterable[str], day: date | None) -> dict[str, dict[str, Any]]:
    """By client, what its file says for that day; a client without a file says nothing."""
    found = {}
    for uid in clients:
        client = client_of(record, uid)
        if client is not None and (said := told_of(client, day)):
            found[uid] = said
    return found


def told_of(client, day: date | None) -> dict[str, Any]:
    """Tier, age, gender, categories and household of one client; nothing of the identity."""
    tier, own = tier_on(client, day), stored(client)
    said = {
        "tier": tier,
        "key": tier == KEY_TIER or None,
        "age": age_on(client, day),
        "gender": own.get("gender"),
        "categories": tuple(own.get("categories") or ()),
        "household": token_of(client, own.get("household"), HOUSEHOLD),
    }
    return {name: value for name, value in said.items() if value not in (None, "", ())}


def age_on(client, day: date | None) -> int | None:
    """Years by the calendar: only the year of birth is known."""
    born = stored(client).get("birth_year")
    return day.year - born if day and born else None


def households_of(record, typed: Iterable[str] | None, known: About) -> tuple[str, ...]:
    """Tokens of the households that a record names, by itself or through its clients, each once."""
    own = tokens_of(record, typed, HOUSEHOLD)
    named = (said["household"] for said in known.values() if "household" in said)
    return tuple(dict.fromkeys((*own, *named)))
