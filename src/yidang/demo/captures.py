"""Kept captures of the demonstration: drawings of invented pages, for most placements; the newest still lack theirs."""

from collections.abc import Callable
from datetime import date
from datetime import datetime
from datetime import time
from datetime import timedelta
from io import BytesIO
from PIL import Image
from PIL import ImageDraw
from plone.namedfile.file import NamedBlobFile
from random import Random
from yidang.archive.place import section_of
from yidang.clock import BEIJING
from yidang.demo.year import Year
from yidang.publicity.captures import Capture
from yidang.publicity.captures import CAPTURES
from yidang.publicity.captures import shelf
from yidang.publicity.content import IArticle
from yidang.publicity.keeping import INDEX
from yidang.publicity.placements import key_of
from yidang.publicity.placements import rows_of
from yidang.publicity.placements import words_of


AUTHOR = "publicist"
SIZE = (720, 960)
PAPER, INK, PALE = (252, 250, 245), (88, 88, 92), (206, 206, 210)
HEADS = {"newspaper": (150, 44, 38), "wechat": (58, 142, 92), "women_site": (176, 84, 120)}
EVERY = 4  # of the many placements on the site and the account
FRESH = timedelta(days=12)


def drawn(channel: str, seed: int) -> bytes:
    """A screenshot of a page that never was: a head, a headline, a picture, columns of grey lines. PNG."""
    chance, image = Random(seed), Image.new("RGB", SIZE, PAPER)
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, 0, SIZE[0], 84), fill=HEADS.get(channel, (70, 96, 140)))
    pen.rectangle((32, 28, 32 + chance.randint(160, 300), 58), fill=PAPER)
    pen.rectangle((48, 124, 48 + chance.randint(380, 600), 152), fill=INK)
    top = 190
    if chance.random() < 0.7:
        pen.rectangle((48, top, 672, top + 250), fill=tuple(chance.randint(150, 220) for _ in range(3)))
        pen.polygon([(48, top + 250), (260, top + 110), (420, top + 190), (672, top + 250)], fill=PALE)
        top += 284
    columns = 3 if channel == "newspaper" else 1
    width = (624 - 24 * (columns - 1)) // columns
    for column in range(columns):
        left = 48 + column * (width + 24)
        for y in range(top, 900, 26):
            pen.rectangle((left, y, left + width - chance.choice((0, 0, 0, width // 3)), y + 9), fill=PALE)
    file = BytesIO()
    image.quantize(32).save(file, "PNG", optimize=True)
    return file.getvalue()


def keep(article, row, filed: datetime, seed: int, author: str = AUTHOR) -> None:
    """Keep one drawing for a placement, as somebody of the publicity staff, on a day that is over."""
    data = drawn(row["channel"], seed)
    file = NamedBlobFile(data=data, contentType="image/png", filename=f"{row['channel']}-{seed:04}.png")
    capture = Capture(key_of(row), words_of(row), file, filed, author)
    shelf(section_of(article), CAPTURES, make=True)[article.UID(), capture.id] = capture


def wanted(row, day: date | None, number: int, today: date) -> bool:
    """Newspapers always, others now and then; nobody has got round to the newest yet."""
    if day is None or day > today - FRESH:
        return False
    return row["channel"] == "newspaper" or number % EVERY == 0


def fill(contract, year: Year, progress: Callable, author: str = AUTHOR) -> int:
    """Keep captures for the articles of a contract, as its publicist; how many."""
    kept = number = 0
    found = [one for one in contract["archive"]["publicity"].objectValues() if IArticle.providedBy(one)]
    articles = sorted(found, key=lambda one: one.getId())
    for article in progress(articles, len(articles), "刊发留存"):
        for row in rows_of(article):
            number += 1
            day = row.get("date")
            if article.published_on and wanted(row, day, number, year.today):
                moment = datetime.combine(min(day + timedelta(days=1), year.today), time(9, number % 60), BEIJING)
                keep(article, row, moment, number, author)
                kept += 1
        if rows_of(article):  # the rows were set before the steps were taken, which index only what they change
            article.reindexObject(idxs=[INDEX, "placement_urls"])
    return kept
