"""“我正在审”: who is reading an article for review now, so that two do not do the same work.

A soft mark: it bars nobody from reading, it ends with the step, and after thirty minutes another may take over.
"""

from typing import NamedTuple
from yidang import clock
from yidang.archive.place import section_of
from yidang.publicity.captures import shelf

import datetime


READING = "yidang.reading"
LASTS = datetime.timedelta(minutes=30)
MARK = "reading"


class Holder(NamedTuple):
    """Who reads, since when."""

    person: str
    since: datetime.datetime

    def is_over(self, now: datetime.datetime) -> bool:
        """Whether another may take over."""
        return now - self.since >= LASTS

    def words(self, name: str, now: datetime.datetime) -> str:
        """`张三 正在审（10:20 起）`."""
        day = self.since.strftime("%H:%M" if self.since.date() == now.date() else "%m-%d %H:%M")
        return f"{name} 正在审（{day} 起{'，已超过 30 分钟，可以接手' if self.is_over(now) else ''}）"


def holder_of(article) -> Holder | None:
    """Who has it in hand; None for nobody."""
    section = section_of(article)
    held = shelf(section, READING).get((article.UID(), MARK)) if section is not None else None
    return Holder(held[0], datetime.datetime.fromtimestamp(held[1], clock.BEIJING)) if held else None


def set_holder(article, person: str, now: datetime.datetime) -> None:
    """Note who reads it."""
    shelf(section_of(article), READING, make=True)[article.UID(), MARK] = (person, now.timestamp())


def release(article) -> None:
    """Nobody reads it any more; writes nothing where nobody did."""
    section = section_of(article)
    held = shelf(section, READING) if section is not None else {}
    if (article.UID(), MARK) in held:
        del held[article.UID(), MARK]
