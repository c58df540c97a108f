"""The choices by which the lists of a line are narrowed; what is no such choice is refused."""

from collections.abc import Iterable
from collections.abc import Mapping
from functools import cached_property
from yidang.indicators.engine import Evidence
from yidang.indicators.engine.calendar import bucket_title
from yidang.indicators.engine.calendar import Calendar
from yidang.indicators.engine.facts import Fact
from yidang.indicators.engine.rules import member_dimension
from yidang.indicators.engine.rules import period_dimension
from yidang.indicators.engine.rules import Rule
from yidang.indicators.engine.tallies import Tally
from yidang.indicators.pages.members import member_name
from yidang.indicators.pages.narrowing import bucket_of
from yidang.indicators.pages.narrowing import Cut
from yidang.indicators.pages.narrowing import members_of
from yidang.indicators.pages.narrowing import NO_STATION
from yidang.pages.names import Names
from zExceptions import BadRequest


NOWHERE = "未注明站点"
Option = tuple[str, str]


class Cutting:
    """`asked` are words of the query: `station` (an id, `-` for none), `member`, `bucket` (the label of a period)."""

    def __init__(
        self,
        rule: Rule,
        tally: Tally,
        calendar: Calendar,
        names: Names,
        found: Evidence,
        asked: Mapping[str, str],
    ) -> None:
        self.rule, self.tally, self.calendar, self.names, self.found = rule, tally, calendar, names, found
        self.asked = {name: word for name, word in asked.items() if word}

    @cached_property
    def cut(self) -> Cut:
        """What was asked for."""
        label = self.asked.get("bucket", "")
        bucket = bucket_of(label, self.calendar) if label else None
        if label and bucket is None:
            raise BadRequest(f"合同期内没有“{label[:20]}”这个时段。")
        return Cut(self.asked.get("station", ""), self.asked.get("member", ""), bucket)

    @property
    def words(self) -> str:
        """`石岐站，2024年3月`."""
        cut = self.cut
        station = "" if not cut.station else self._station(cut.station)
        member = member_name(self.names, self.rule, cut.member) if cut.member else ""
        period = bucket_title(cut.bucket.label) if cut.bucket else ""
        return "，".join(word for word in (station, member, period) if word)

    def _station(self, id_: str) -> str:
        return NOWHERE if id_ == NO_STATION else self.names.station(id_)

    @cached_property
    def _facts(self) -> list[Fact]:
        return [*self.found.counted, *(fact for fact, _ in self.found.excluded)]

    @property
    def selects(self) -> list[dict]:
        """The lists to choose from, each with its name; none where there is nothing to choose."""
        told = (
            ("station", "站点", self._stations()),
            ("bucket", "时段", self._buckets()),
            ("member", "成员", self._members()),
        )
        return [
            {"name": name, "title": title, "options": self._options(name, options)}
            for name, title, options in told
            if len(options) > 1 or name in self.asked
        ]

    def _options(self, name: str, options: Iterable[Option]) -> list[dict]:
        chosen = self.asked.get(name, "")
        listed = list(options)
        if chosen and chosen not in dict(listed):
            listed.append((chosen, self.words))
        return [
            {"value": value, "title": title, "selected": "selected" if value == chosen else None}
            for value, title in listed
        ]

    def _stations(self) -> list[Option]:
        found = sorted({fact.station or NO_STATION for fact in self._facts})
        return [(one, self._station(one)) for one in found]

    def _buckets(self) -> list[Option]:
        dimension = period_dimension(self.rule.per) or "month"
        return [(one.label, bucket_title(one.label)) for one in self.calendar.buckets(dimension)]

    def _members(self) -> list[Option]:
        if member_dimension(self.rule.per) in ("", "station"):
            return []
        found = {one for fact in self._facts for one in members_of(fact, self.rule)}
        found |= {one.member for one in self.tally.members}
        return sorted(((one, member_name(self.names, self.rule, one)) for one in found), key=lambda one: one[1])
