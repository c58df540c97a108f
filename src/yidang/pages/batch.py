"""Numbers of pages under a list."""

from plone.batching import Batch
from typing import NamedTuple
from urllib.parse import urlencode


SIZE = 50


class Leaf(NamedTuple):
    """One number of a pager; 0 is a gap."""

    number: int
    url: str
    current: bool


class Pager:
    """The pages of a list of `total` things, of which `start` is the first shown."""

    def __init__(self, total: int, start: int, url: str, query: dict, size: int = SIZE, unit: str = "件") -> None:
        self.batch = Batch(range(total), size, start)
        self.total, self.size, self.url, self.unit = total, size, url, unit
        self.query = {key: value for key, value in query.items() if value}

    def __bool__(self) -> bool:
        return bool(self.batch.multiple_pages)

    def link(self, number: int) -> str:
        """Address of one page."""
        start = (number - 1) * self.size
        query = urlencode(self.query | ({"b_start": start} if start else {}))
        return f"{self.url}?{query}" if query else self.url

    @property
    def before(self) -> str:
        """Address of the page before, "" on the first."""
        return self.link(self.batch.pagenumber - 1) if self.batch.has_previous else ""

    @property
    def after(self) -> str:
        """Address of the next page, "" on the last."""
        return self.link(self.batch.pagenumber + 1) if self.batch.has_next else ""

    def leaves(self) -> list[Leaf]:
        """The numbers to show, with gaps."""
        shown = sorted({1, *self.batch.navlist, self.batch.numpages})
        found: list[Leaf] = []
        for number in shown:
            if found and number > found[-1].number + 1:
                found.append(Leaf(0, "", False))
            found.append(Leaf(number, self.link(number), number == self.batch.pagenumber))
        return found
