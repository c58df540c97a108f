"""What the articles of the demonstration say: headlines and paragraphs, no two headlines alike. Pure."""

from collections.abc import Iterable
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from html import escape
from random import Random
from typing import Any
from yidang.demo.events import Event
from yidang.demo.texts import words
from yidang.demo.year import Year


# Where the numbers of each genre's details begin.
FIRST_OF_TOWNS, FIRST_OF_MONTHS = 100, 700


@dataclass(frozen=True)
class Draft:
    """One article before it is filed."""

    title: str
    paragraphs: tuple[str, ...]
    origin: str
    day: date
    station: str = ""
    event_date: date | None = None

    @property
    def summary(self) -> str:
        """The first paragraph, as long as a summary may be."""
        return self.paragraphs[0] if len(self.paragraphs[0]) <= 120 else self.paragraphs[0][:118] + "……"

    @property
    def html(self) -> str:
        """The text."""
        return "".join(f"<p>{escape(paragraph, quote=False)}</p>" for paragraph in self.paragraphs)


class Headlines:
    """Hands out headlines; a pattern that would repeat one gives way to the next."""

    def __init__(self) -> None:
        self.used: set[str] = set()

    def take(self, patterns: list[str], start: int, slots: dict[str, Any]) -> str:
        """The first headline that is new, beginning with pattern number `start`."""
        for index in range(len(patterns)):
            title = patterns[(start + index) % len(patterns)].format(**slots)
            if title not in self.used:
                self.used.add(title)
                return title
        raise ValueError(f"no headline left: {slots}")


def detail(number: int) -> str:
    """Two sentences that no other report has together."""
    text = words("details")
    seen, coming = text["seen"], text["next"]
    return seen[number % len(seen)] + coming[(number // len(seen) + number * 5) % len(coming)]


def activity_articles(found: list[Event], count: int, year: Year, heads: Headlines) -> list[Draft]:
    """News of the station's own activities: every event once, some of them twice; the last is the newest."""
    text = words("headlines_activity")
    drafts = []
    for index in range(count):
        event = found[index % len(found)]
        slots, round_ = event.slots(), index // len(found)
        title = heads.take(text["titles"], index + round_ * 4, slots)
        lead = text["leads"][(index + round_) % len(text["leads"])]
        middle = (event.about["content"], event.about["scene"]) if not round_ else (event.about["scene"],)
        quote = text["quotes"][index % len(text["quotes"])]
        closing = text["closings"][(index + round_) % len(text["closings"])]
        said = quote.format(**slots)
        paragraphs = (lead.format(**slots), _sentence(middle), detail(index), said, closing.format(**slots))
        day = year.later(event.day, 1 + round_ * 2) or year.today
        drafts.append(Draft(title, paragraphs, "original", day, event.station, event.day))
    return sorted(drafts, key=lambda draft: draft.day)


def _sentence(parts: tuple[str, ...]) -> str:
    return "活动中，" + "".join(parts) if len(parts) > 1 else parts[0]


def general_articles(
    count: int, towns: list[tuple[str, str]], year: Year, heads: Headlines, chance: Random
) -> list[Draft]:
    """Everything else: hotline answers, stories, columns, people, the month, news of the towns."""
    own = [*_columns(heads), *_monthly(year, heads, chance)]
    town = list(_town_news(count - len(own), towns, heads))
    mixed = [*own, *town]
    chance.shuffle(mixed)
    days = year.spread(len(mixed))
    return [_dated(draft, day) for draft, day in zip(mixed, days, strict=True)]


Unfinished = tuple[str, tuple[str, ...], str, str, date | None]


def _dated(draft: Unfinished, day: date) -> Draft:
    title, paragraphs, origin, station, fixed = draft
    when = fixed or day
    day_words = f"{when.month}月{when.day}日"
    filled = tuple(text.replace("{date}", day_words).replace("{month}", str(when.month)) for text in paragraphs)
    return Draft(title, filled, origin, when, station)


def _columns(heads: Headlines) -> Iterator[Unfinished]:
    genres = [words("articles_hotline"), words("articles_story"), *words("articles_column"), words("articles_people")]
    for genre in genres:
        for index, item in enumerate(genre["items"]):
            title = heads.take(genre["titles"], index, item)
            yield (
                title,
                (_pick(genre["leads"], index), *item["body"], _pick(genre["closings"], index)),
                "original",
                "",
                None,
            )


def _monthly(year: Year, heads: Headlines, chance: Random) -> Iterator[Unfinished]:
    figures, preview = words("articles_monthly")
    for index, month in enumerate(year.months()[1:]):
        past = year.months()[index]
        for genre, about, day in ((figures, past, year.later(month, 2)), (preview, month, year.later(month, 0))):
            slots = {"year": about.year, "month": about.month, "count": chance.randint(76, 96)}
            title = heads.take(genre["titles"], index, slots)
            told = detail(FIRST_OF_MONTHS + 2 * index + (genre is preview))
            paragraphs = (genre["leads"][0].format(**slots), *genre["body"], told, genre["closings"][0])
            yield title, paragraphs, "original", "", day or year.today


def _town_news(count: int, towns: list[tuple[str, str]], heads: Headlines) -> Iterator[Unfinished]:
    genre = words("articles_town")
    for index in range(count):
        item = genre["items"][index % len(genre["items"])]
        station, town = towns[(index * 5 + index // len(towns)) % len(towns)]
        slots = {"town": town, "line": item["line"]}
        title = heads.take(genre["titles"], index // len(genre["items"]), slots)
        lead = _pick(genre["leads"], index).replace("{town}", town)
        closing = _pick(genre["closings"], index + index // 14).replace("{town}", town)
        paragraphs = (f"{lead}{item['line']}。", *item["body"], detail(FIRST_OF_TOWNS + index), closing)
        yield title, paragraphs, "compiled", station, None


def _pick(choices: Iterable[str], index: int) -> str:
    found = list(choices)
    return found[index % len(found)]
