"""The articles: 299 published, 59 of them on station activities, one waiting at the last review."""

from collections.abc import Callable
from datetime import date
from datetime import timedelta
from plone import api
from plone.app.textfield.value import RichTextValue
from plone.namedfile.file import NamedBlobImage
from random import Random
from yidang.archive.actions import fire
from yidang.demo.articles import activity_articles
from yidang.demo.articles import Draft
from yidang.demo.articles import general_articles
from yidang.demo.articles import Headlines
from yidang.demo.events import Event
from yidang.demo.pictures import pictures
from yidang.demo.stage import Stage
from yidang.demo.stage import Step
from yidang.demo.tagging import genre_of
from yidang.demo.tagging import keywords_of
from yidang.demo.texts import words
from yidang.demo.year import Year
from yidang.publicity.reviewing.actions import remark


PUBLISHED, ACTIVITIES = 299, 59
AUTHOR = "publicist"
REVIEWERS = ("reviewer1", "reviewer2", "reviewer3")
# (how far an article has come, how many of them): what else lies in the newsroom today.
UNFINISHED = (("draft", 2), ("review1", 2), ("review2", 1), ("returned", 2), ("withdrawn", 3))


class Newsroom:
    """Files articles and takes them through the reviews."""

    def __init__(self, contract, stage: Stage, year: Year) -> None:
        self.section = contract["archive"]["publicity"]
        self.stage, self.year = stage, year
        self.serial = self.placed = 0
        self.records = _activities(contract)

    def file(self, draft: Draft, is_activity: bool):
        """A draft article by the publicist."""
        self.serial += 1
        return self.stage.put(
            self.section,
            "Article",
            AUTHOR,
            title=draft.title,
            description=draft.summary,
            text=RichTextValue(draft.html, "text/html", "text/x-html-safe"),
            genre=genre_of(draft, is_activity),
            keywords=keywords_of(draft),
            origin=draft.origin,
            station_activity=is_activity,
            activity=self.records.get((draft.event_date, draft.station)) if is_activity else None,
            event_date=draft.event_date,
            station=draft.station or None,
            **self._cover(draft, is_activity),
        )

    def _cover(self, draft: Draft, is_activity: bool) -> dict:
        if self.serial % 4 == 3 and not is_activity:
            return {}
        picture = pictures()[(draft.day.toordinal() + self.serial) % len(pictures())]
        image = NamedBlobImage(data=picture.data, contentType="image/jpeg", filename=f"{picture.name}.jpg")
        return {"image": image, "image_alt": picture.alt, "photo_consent": "nobody"}

    def publish(self, article, draft: Draft) -> None:
        """Through three reviews by three persons, on the day of the draft."""
        article.published_on, article.placements = draft.day, self._placements(draft)
        written = max(draft.day - timedelta(days=2), self.year.start)
        self.stage.walk(article, written, Step(AUTHOR, "submit", written), *self._approvals(draft.day))

    def _approvals(self, day: date, count: int = 3) -> list[Step]:
        return [Step(who, "approve", day) for who in REVIEWERS[:count]]

    def wait(self, article, approvals: int) -> None:
        """In review, approved so many times."""
        today = self.year.today
        written = max(today - timedelta(days=2), self.year.start)
        self.stage.walk(article, written, Step(AUTHOR, "submit", today), *self._approvals(today, approvals))

    def return_(self, article, draft: Draft, reason: str) -> None:
        """Sent back to its author with a reason, and with remarks on its words."""
        with self.stage.acting(AUTHOR):
            fire(article, "submit")
        with self.stage.acting("reviewer1"):
            for place, text in words("papers")["article_remarks"]:
                remark(article, place, "", text)
            fire(article, "return", reason)
        self.stage.date_back(article, [draft.day, draft.day, self.year.today])

    def withdraw(self, article, draft: Draft, reason: str) -> None:
        """Published, and taken down some days later with a reason."""
        article.published_on = day = draft.day
        last = Step("lead", "withdraw", self.year.later(day, 5) or self.year.today, reason)
        self.stage.walk(article, day, Step(AUTHOR, "submit", day), *self._approvals(day), last)

    def _placements(self, draft: Draft) -> list[dict]:
        """Most go to the federation's site and its WeChat account, one a month to a newspaper; all of it invented."""
        self.placed += 1
        day, serial = draft.day, self.placed
        next_day = self.year.later(day, 1) or day
        rows = []
        if serial % 5:
            url = f"https://fulian.example.org/news/{day:%Y%m}/{serial:04}.html"
            rows.append(_row("women_site", "市妇联网站", "city", url, day))
        if serial % 3 == 0:
            rows.append(
                _row("wechat", "木棉之声（公众号）", None, f"https://weixin.example.org/s/{serial:06}", next_day)
            )
        if serial % 25 == 0:
            rows.append(_row("newspaper", "香江晚报（虚构）", "city", None, next_day))
        return rows


def _activities(contract) -> dict[tuple[date, str], str]:
    """The records that the station's own news reports: UID by day and station."""
    catalog, path = api.portal.get_tool("portal_catalog"), "/".join(contract.getPhysicalPath())
    found = catalog.unrestrictedSearchResults(portal_type="ServiceRecord", record_kind="activity", path=path)
    return {(brain.record_day, brain.station_id): brain.UID for brain in found}


def _row(channel: str, outlet: str, level: str | None, url: str | None, day: date) -> dict:
    return {"channel": channel, "outlet": outlet, "level": level, "url": url, "date": day}


def fill(
    contract, stage: Stage, year: Year, found: list[Event], towns: list, chance: Random, progress: Callable
) -> None:
    """Everything that lies in the section 宣传."""
    heads, room = Headlines(), Newsroom(contract, stage, year)
    own = activity_articles(found, ACTIVITIES + 1, year, heads)
    extra = sum(count for _, count in UNFINISHED)
    other = general_articles(PUBLISHED - ACTIVITIES + extra, towns, year, heads, chance)
    # What is unfinished is spread over the last weeks, so that the newest published articles are many.
    aside = other[-extra * 3 :: 3]
    ready = [(draft, True) for draft in own[:-1]] + [(draft, False) for draft in other if draft not in aside]
    ready.sort(key=lambda one: one[0].day)
    filed = [(room.file(*one), one[0]) for one in progress(ready, len(ready), "新闻")]
    for article, draft in progress(filed, len(filed), "审核和发布"):
        room.publish(article, draft)
    room.wait(room.file(own[-1], True), approvals=2)
    _unfinished(room, aside)


def _unfinished(room: Newsroom, drafts: list[Draft]) -> None:
    """Articles that do not count: not ready, sent back with a reason, taken down with a reason."""
    text = words("papers")
    kinds = [kind for kind, count in UNFINISHED for _ in range(count)]
    for index, (kind, draft) in enumerate(zip(kinds, drafts, strict=True)):
        article = room.file(draft, False)
        if kind == "draft":
            room.stage.date_back(article, [room.year.today])
        elif kind in ("review1", "review2"):
            room.wait(article, approvals=int(kind[-1]) - 1)
        elif kind == "returned":
            room.return_(article, draft, text["article_returns"][index % len(text["article_returns"])])
        else:
            room.withdraw(article, draft, text["withdrawals"][index % len(text["withdrawals"])])
