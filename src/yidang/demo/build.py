"""The demonstration year, all of it: the same for the same day, made through the portal's own verbs."""

from collections.abc import Callable
from collections.abc import Iterable
from datetime import date
from random import Random
from yidang import clock
from yidang.demo import captures
from yidang.demo import casework
from yidang.demo import fieldwork
from yidang.demo import groupwork
from yidang.demo import newsroom
from yidang.demo import paperwork
from yidang.demo import second
from yidang.demo import setting
from yidang.demo import showcase
from yidang.demo import third
from yidang.demo import third_news
from yidang.demo.events import events
from yidang.demo.stage import Stage
from yidang.demo.year import Year

import transaction


SEED = 20240101


def is_built(portal) -> bool:
    """Whether the demonstration is in the portal."""
    return setting.CONTRACT in portal.contracts


def unwatched(items: Iterable, total: int = 0, what: str = "") -> Iterable:
    """The items, without a progress bar."""
    return items


def build_demo(portal, today: date | None = None, progress: Callable[..., Iterable] = unwatched) -> dict[str, str]:
    """Fill the portal; returns the passwords of the accounts. The caller commits, or nothing has happened."""
    year, chance, stage = Year.around(today or clock.today()), Random(SEED), Stage(portal)
    passwords = setting.make_accounts()
    contract = setting.open_contract(portal, stage, year)
    towns = [(id_, portal.stations[id_].town) for id_ in contract.stations if portal.stations[id_].kind == "substation"]
    setting.describe_stations(portal, contract.stations)
    setting.add_staff(portal, stage, year, fieldwork.MAIN)
    found = events(year, towns, chance)
    stations = [id_ for id_, _ in towns]
    clients, closed = casework.fill(contract, stage, year, chance, stations, progress)
    _flush()
    groupwork.fill(contract, stage, year, chance, progress)
    fieldwork.fill(contract, stage, year, chance, found, clients, towns, progress)
    _flush()
    paperwork.fill(contract, stage, year, chance, closed, progress)
    newsroom.fill(contract, stage, year, found, towns, chance, progress)
    captures.fill(contract, year, progress)
    _flush()
    second.fill(setting.open_second(portal, stage, year), stage, year, chance)
    other = setting.open_third(portal, stage, year)
    stage = Stage(portal)  # people are looked up anew: some of them have just joined another team
    setting.add_staff(portal, stage, year, third.STATIONS[0], "third_staff")
    third.fill(other, stage, year)
    third_news.fill(other, stage, year)
    captures.fill(other, year, progress, third_news.AUTHOR)
    showcase.fill(contract, other)
    return passwords


def _flush() -> None:
    """Write to the temporary store and let go of memory; it is still one transaction."""
    transaction.savepoint(optimistic=True)
