"""What a reader sees of an article, gathered once for the template.

The template only prints plain values: looking each of them up by path would cost more than making the page.
"""

from typing import NamedTuple
from urllib.parse import urlencode
from yidang.indicators.engine.labels import LABELS
from yidang.publicity.captures import dead_links_of
from yidang.publicity.cleaning import cleaned
from yidang.publicity.covers import Cover
from yidang.publicity.covers import cover
from yidang.publicity.keywords import keywords_of
from yidang.publicity.listing import kind_of
from yidang.publicity.pictures import is_clean
from yidang.publicity.pictures import VIEW
from yidang.publicity.placements import key_of
from yidang.publicity.placements import rows_of
from yidang.publicity.prose import words
from yidang.publicity.shown import with_sizes
from yidang.publicity.signature import is_printed
from yidang.publicity.signature import source_of
from zope.component.hooks import getSite


NOTHING = "—"


class Placed(NamedTuple):
    """One row of 刊发情况."""

    day: str
    channel: str
    outlet: str
    level: str
    url: str


class Neighbour(NamedTuple):
    """The article before or after."""

    title: str
    url: str


class Reading(NamedTuple):
    """The page of one article."""

    portal_url: str
    title: str
    kind: str
    tag: str
    source: str
    day: str
    station: str
    station_url: str
    words: int
    description: str
    cover: Cover | None
    alt: str
    caption: str
    text: str
    keywords: tuple[tuple[str, str], ...]
    signed: tuple[tuple[str, str], ...]
    placements: list[Placed]


def reading(article, portal_url: str, url: str) -> Reading:
    """Gather the page."""
    day = article.published_on or article.event_date
    station = station_of(article)
    seal = " yd-tag-seal" if article.station_activity else ""
    return Reading(
        portal_url=portal_url,
        title=article.title,
        kind=kind_of(bool(article.station_activity), article.origin, article.genre),
        tag=f"yd-tag{seal}",
        source=source_of(article) or LABELS.value("origin", article.origin),
        day=day.isoformat() if day else "",
        station=station.title if station is not None else "",
        station_url=f"{portal_url}/stations/{article.station}" if station is not None else "",
        words=words(getattr(article.text, "raw", None) or ""),
        description=article.description or "",
        cover=cover_of(article, url),
        alt=article.image_alt or "",
        caption=article.image_caption or "",
        text=with_sizes(article, text_of(article, portal_url, url), url),
        keywords=tuple((one, f"{portal_url}/newsroom?{urlencode({'keyword': one})}") for one in keywords_of(article)),
        signed=article.signed if is_printed(article) else (),
        placements=placements_of(article),
    )


def station_of(article):
    """The station, None when none is named or it is gone."""
    return getSite()["stations"].get(article.station) if article.station else None


def text_of(article, portal_url: str, url: str) -> str:
    """The text as html that is safe to show."""
    text = article.text
    if text is None or not text.raw:
        return ""
    raw = text.raw if is_clean(article) else cleaned(text.raw)
    if "resolveuid/" not in raw:
        return raw
    shown = raw.replace(f"resolveuid/{article.UID()}/{VIEW}", f"{url}/{VIEW}")
    return shown.replace('="resolveuid/', f'="{portal_url}/resolveuid/')


def cover_of(article, url: str) -> Cover | None:
    """The cover picture in the size of the page."""
    return cover(url, *article.image.getImageSize()) if article.image is not None else None


def placements_of(article) -> list[Placed]:
    """Where it appeared by date, this portal first; empty when it appeared here alone."""
    dead = dead_links_of(article) if rows_of(article) else {}
    rows = sorted(rows_of(article), key=lambda row: str(row.get("date")))
    found = [
        Placed(
            day=row["date"].isoformat() if row.get("date") else "",
            channel=LABELS.value("channels", row["channel"]),
            outlet=" ".join(filter(None, (row.get("outlet"), row.get("page")))) or row.get("url") or NOTHING,
            level=LABELS.value("levels", row["level"]) if row.get("level") else NOTHING,
            # A link that is known to be dead is not offered; what was there is kept (captures.py).
            url=row.get("url") or "" if key_of(row) not in dead else "",
        )
        for row in rows
    ]
    if found and article.published_on:
        found.insert(0, Placed(article.published_on.isoformat(), "本门户", NOTHING, NOTHING, ""))
    return found
