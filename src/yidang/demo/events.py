"""The community activities of the year: the records tell them and the station's own news reports them."""

from dataclasses import dataclass
from datetime import date
from random import Random
from typing import Any
from yidang.demo.texts import words
from yidang.demo.year import Year


COUNT = 41


@dataclass(frozen=True)
class Event:
    """One activity: what it was, where, when and how many came."""

    about: dict[str, Any]
    station: str
    town: str
    day: date
    count: int

    def slots(self) -> dict[str, Any]:
        """The words that fill a headline or a paragraph."""
        day = f"{self.day.month}月{self.day.day}日"
        return {**self.about, "town": self.town, "count": self.count, "date": day, "month": self.day.month}


def events(year: Year, towns: list[tuple[str, str]], chance: Random) -> list[Event]:
    """The activities, evenly over the year, a different town each time."""
    kinds = words("activities")
    found = []
    for index, day in enumerate(year.spread(COUNT)):
        station, town = towns[index * 7 % len(towns)]
        found.append(Event(kinds[index % len(kinds)], station, town, day, chance.randint(48, 104)))
    return found
