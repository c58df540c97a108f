"""One page of the records behind a number: titles and addresses from a single catalog query, no object is woken."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from plone import api
from yidang.indicators.engine import Evidence
from yidang.indicators.engine.cells import Reason
from yidang.indicators.engine.facts import Fact
from yidang.indicators.engine.lines import USED
from yidang.pages.batch import Pager
from yidang.pages.batch import SIZE
from yidang.pages.names import Names


HIDDEN = "（无权查看）"
COUNTED = "counted"


@dataclass(slots=True)
class Entry:
    """One record of the list; without `url` the person may not see it."""

    title: str
    url: str
    station: str
    date: date | None
    state: str
    portal_type: str
    reasons: tuple[Reason, ...]
    near: bool


class EvidenceList:
    """The records that count (newest first), or those that do not (near misses first)."""

    def __init__(
        self, found: Evidence, tab: str, start: int, url: str, query: Mapping, names: Names, size: int = SIZE
    ) -> None:
        self.tab, self.names = tab, names
        listed = [(fact, ()) for fact in reversed(found.counted)] if tab == COUNTED else found.excluded
        self.total = len(listed)
        self.shown = listed[start : start + size]
        self.pager = Pager(self.total, start, url, dict(query), size)

    @cached_property
    def entries(self) -> list[Entry]:
        """What is shown."""
        catalog = api.portal.get_tool("portal_catalog")
        uids = [fact.uid for fact, _ in self.shown]
        brains = {brain.UID: brain for brain in catalog(UID=uids)} if uids else {}
        return [self._entry(fact, reasons, brains.get(fact.uid)) for fact, reasons in self.shown]

    def _entry(self, fact: Fact, reasons: tuple[Reason, ...], brain) -> Entry:
        near = len(reasons) == 1 and reasons[0].code != USED
        if brain is None:
            return Entry(HIDDEN, "", "", fact.date, "", "", reasons, near)
        station = self.names.station(fact.station)
        return Entry(
            brain.Title, brain.getURL(), station, fact.date, brain.review_state, brain.portal_type, reasons, near
        )
