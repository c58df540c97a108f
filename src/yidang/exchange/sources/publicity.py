"""The articles of a contract and where they appeared: a row an article, a row a placement, and channels by month."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cached_property
from typing import Any
from yidang.archive.finding import find
from yidang.archive.views.tree import STATES
from yidang.exchange.reading import awake
from yidang.exchange.reading import by_day
from yidang.exchange.sources.base import BoardSource
from yidang.exchange.table import Chart
from yidang.exchange.table import columns
from yidang.exchange.table import Table
from yidang.indicators.engine.calendar import bucket_title
from yidang.indicators.engine.calendar import Calendar
from yidang.indicators.engine.labels import LABELS
from yidang.publicity.content import first_appeared
from yidang.publicity.facts import channels_of
from yidang.publicity.placements import rows_of
from yidang.publicity.vocabularies import PORTAL


ARTICLES = (
    ("档号", 24), ("标题", 44), ("来源", 10), ("本站活动新闻稿", 12), ("站点", 20), ("作者", 14), ("状态", 10),
    ("活动日期", 12), ("首次见刊", 12), ("门户发布", 12), ("刊发次数", 10), ("渠道", 30), ("地址", 40),
)  # fmt: skip
PLACEMENTS = (
    ("档号", 24), ("标题", 44), ("渠道", 14), ("媒体或账号", 24), ("级别", 10), ("刊发日期", 12), ("版面", 10),
    ("网址", 50),
)  # fmt: skip


def _word(field: str, term: str | None) -> str:
    return LABELS.value(field, term) if term else ""


class PublicitySource(BoardSource):
    """`excelexport.policy=publicity` on a contract; with `day` what had appeared by then."""

    title = "宣传发布情况"
    long = True

    def get_sheets_data(self) -> list[Table]:
        """Articles, then placements, then their number by channel and month, which is known by then."""
        labels = [one.label for one in Calendar(self.contract.start, self.contract.end).buckets("month")]
        heading = columns(("渠道", 18), *((bucket_title(label), 9) for label in labels), ("合计", 9))
        chart = Chart("各渠道每月刊发", "column", 0, (1, len(labels)), rows=8)
        return [
            Table("文章", columns(*ARTICLES), self._articles()),
            Table("刊发记录", columns(*PLACEMENTS), self._placements()),
            Table("渠道每月", heading, self._channels(labels), charts=[chart]),
        ]

    @cached_property
    def found(self) -> list[int]:
        """The articles that the reader may view, by day."""
        path = "/".join(self.contract["archive"]["publicity"].getPhysicalPath())
        found = find(path=path, portal_type="Article")
        return by_day(found.between("record_day", date.min, self.day) if self.day else found)

    def _articles(self) -> Iterator[tuple]:
        for article, brain in awake(self.found):
            channels = "、".join(_word("channels", one) for one in channels_of(article))
            yield (
                brain.archive_number, article.title, _word("origin", article.origin),
                bool(article.station_activity), self.names.station(article.station),
                self.names.people(article.listCreators()[:1]), STATES.get(brain.review_state, brain.review_state),
                article.event_date, first_appeared(article), article.published_on, len(self._rows_of(article)),
                channels, brain.getURL(),
            )  # fmt: skip

    def _rows_of(self, article) -> list:
        """Its placements, until the day."""
        return [row for row in rows_of(article) if not self.day or (row.get("date") or self.day) <= self.day]

    def _placements(self) -> Iterator[tuple]:
        for article, brain in awake(self.found):
            for row in self._rows_of(article):
                yield (
                    brain.archive_number, article.title, _word("channels", row["channel"]), row["outlet"],
                    _word("levels", row["level"]), row["date"], row.get("page"), row["url"],
                )  # fmt: skip

    def _channels(self, labels: list[str]) -> Iterator[tuple]:
        counts: dict[str, Counter] = {}
        for article, _ in awake(self.found):
            appeared = [(row["channel"], row["date"]) for row in self._rows_of(article) if row.get("date")]
            appeared += [(PORTAL, article.published_on)] if article.published_on else []
            for channel, day in appeared:
                counts.setdefault(channel, Counter())[day.isoformat()[:7]] += 1
        for channel, by_month in sorted(counts.items(), key=lambda one: (-one[1].total(), one[0])):
            numbers = [by_month.get(label, 0) for label in labels]
            yield (_word("channels", channel), *numbers, sum(numbers))

    def notes(self) -> list[tuple[str, Any]]:
        """What the table of channels leaves out."""
        return [*super().notes(), ("说明", "“渠道每月”按刊发日期统计合同期内的刊发；本门户按发布日期计一次。")]
