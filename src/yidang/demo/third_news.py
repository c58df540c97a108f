"""The news of the third contract: one article a month from each station, and the lines of media that fill one another.

Two pieces in national papers where one is promised: the second stands for the provincial one that is missing. Three in
city papers where two are promised: the third fills a district slot. One district slot stays open, one station missed a
month, and one piece never reached the public account.
"""

from collections.abc import Iterator
from datetime import date
from datetime import timedelta
from html import escape
from plone.app.textfield.value import RichTextValue
from plone.namedfile.file import NamedBlobImage
from typing import Any
from yidang.demo.articles import detail
from yidang.demo.pictures import pictures
from yidang.demo.project import MONTHS
from yidang.demo.project import Project
from yidang.demo.stage import Stage
from yidang.demo.stage import Step
from yidang.demo.texts import words
from yidang.demo.year import workday
from yidang.demo.year import Year
from yidang.publicity.vocabularies import WORK_NEWS


AUTHOR, REVIEWER = "publicist2", "reviewer4"
DAYS = {"xh-lotus": 6, "xh-pond": 17}  # the day of the month on which each station's article appears
MISSED = ("xh-pond", 4)  # station and month without an article
NOT_SENT = 9  # the number of the article that was not posted on the account
PAPERS = {3: "national", 12: "national", 6: "city", 15: "city", 19: "city", 8: "district"}  # by number of the article
FIRST_DETAIL = 420


def fill(contract, stage: Stage, year: Year) -> None:
    """Every article, through its one review, on its day."""
    project, told = Project(contract, stage, year), words("third_news")
    for number, (station, day) in enumerate(days(year)):
        item = told["items"][number]
        rows = list(placements(number, day, year, told["outlets"]))
        paragraphs = (item["body"], detail(FIRST_DETAIL + number), told["closing"])
        publish(project, number, station, day, item["title"], paragraphs, rows)


def days(year: Year) -> Iterator[tuple[str, date]]:
    """Station and day of each article until today; in the month that runs the second is still to come."""
    for number, month in enumerate(year.months()[: MONTHS + 1]):
        for station, day in list(DAYS.items())[: 2 if number < MONTHS else 1]:
            then = workday(month.replace(day=day), year)
            if then <= year.today and (station, number) != MISSED:
                yield station, then


def placements(number: int, day: date, year: Year, outlets: dict[str, list[str]]) -> Iterator[dict[str, Any]]:
    """The project's account on the same day, some in a paper two days later."""
    if number != NOT_SENT:
        url = f"https://weixin.example.org/s/xh{number:04}"
        yield _row("wechat", "香荷社工（公众号）", None, day, url=url)
    level, later = PAPERS.get(number), year.later(day, 2)
    if level and later:
        name, page = outlets[level]
        yield _row("newspaper", name, level, later, page=page)


def publish(
    project: Project, number: int, station: str, day: date, title: str, paragraphs: tuple[str, ...], rows: list[dict]
) -> None:
    """Written two days before, reviewed and published on its day."""
    picture = pictures()[(number * 5 + 2) % len(pictures())]
    image = NamedBlobImage(data=picture.data, contentType="image/jpeg", filename=f"{picture.name}.jpg")
    text = "".join(f"<p>{escape(one, quote=False)}</p>" for one in paragraphs)
    written = max(day - timedelta(days=2), project.year.start)
    article = project.stage.put(
        project.archive["publicity"],
        "Article",
        AUTHOR,
        title=title,
        description=paragraphs[0].partition("。")[0] + "。",
        text=RichTextValue(text, "text/html", "text/x-html-safe"),
        genre=WORK_NEWS,
        origin="original",
        station=station,
        published_on=day,
        placements=rows,
        **({"image": image, "image_alt": picture.alt, "photo_consent": "nobody"} if number % 3 else {}),
    )
    project.stage.walk(article, written, Step(AUTHOR, "submit", written), Step(REVIEWER, "approve", day))


def _row(channel: str, outlet: str, level: str | None, day: date, url: str | None = None, page: str | None = None):
    return {"channel": channel, "outlet": outlet, "level": level, "url": url, "page": page, "date": day}
