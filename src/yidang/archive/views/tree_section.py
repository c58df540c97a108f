"""The page of one section: a batched list with filters, from the catalog only."""

from calendar import monthrange
from datetime import date
from functools import cached_property
from Products.ZCTextIndex.ParseTree import ParseError
from urllib.parse import urlencode
from yidang import clock
from yidang.archive.finding import find
from yidang.archive.finding import Found
from yidang.archive.kinds import Kinds
from yidang.archive.place import archive_of
from yidang.archive.place import contract_of
from yidang.archive.sections import SECTIONS
from yidang.archive.views.tree import section_contents
from yidang.archive.views.tree import STATES
from yidang.indicators.engine.calendar import Calendar
from yidang.pages.batch import Pager
from yidang.pages.batch import SIZE
from yidang.pages.page import Page
from zExceptions import BadRequest


FILTERS = ("type", "kind", "state", "station", "month", "q", "sort")
SORTS = {"": "日期从新到旧", "oldest": "日期从旧到新", "number": "档号从小到大"}


class SectionPage(Page):
    """`<contract>/archive/<section>`."""

    @property
    def page_title(self) -> str:
        """Title of the section."""
        return self.context.Title()

    @cached_property
    def asked(self) -> dict[str, str]:
        """The filters of the query."""
        return {name: value for name in FILTERS if (value := self.query_text(name))}

    @cached_property
    def kinds(self) -> Kinds:
        """Titles of types and kinds."""
        return Kinds(self.context)

    @cached_property
    def everything(self) -> Found:
        """All that the person may see in this section."""
        return section_contents(self.context)

    @cached_property
    def found(self) -> Found:
        """What the filters leave."""
        found = self.everything
        for name, index in (
            ("type", "portal_type"),
            ("kind", "record_kind"),
            ("state", "review_state"),
            ("station", "station_id"),
        ):
            if name in self.asked:
                found = found.with_value(index, self.asked[name])
        if "month" in self.asked:
            found = found.between("record_day", *_days_of(self.asked["month"]))
        return self._containing(found)

    def _containing(self, found: Found) -> Found:
        """Those in which the words of the search stand, or whose number is the one searched for."""
        words = self.asked.get("q", "").strip()
        if not words:
            return found
        numbered = found.with_value("archive_number", words)
        if len(numbered):
            return numbered
        quoted = words.replace('"', " ").strip()
        try:
            return found.among(find(SearchableText=f'"{quoted}"')) if quoted else found
        except ParseError:  # nothing but signs that mean something to the index
            return Found(())

    @cached_property
    def total(self) -> int:
        """How many there are."""
        return len(self.found)

    @cached_property
    def pager(self) -> Pager:
        """The pages of the list."""
        return Pager(self.total, self.query_number(), self.url, self.asked)

    @property
    def rows(self) -> list[dict]:
        """One page of the list."""
        sort = self.asked.get("sort", "")
        if sort not in SORTS:
            raise BadRequest("没有这种排序。")
        index = "archive_number" if sort == "number" else "record_day"
        brains = self.found.sorted(index, self.query_number(), SIZE, descending=not sort)
        return [self._row(brain) for brain in brains]

    def _row(self, brain) -> dict:
        return {
            "title": brain.Title,
            "url": brain.getURL(),
            "kind": self.kinds.title(brain.portal_type, brain.record_kind),
            "icon": self.kinds.icon(brain.portal_type, brain.record_kind),
            "number": brain.archive_number or "",
            "day": brain.record_day or "",
            "station": self.names.station(brain.station_id or ""),
            "workers": self.names.people(brain.record_workers or ()),
            "state": brain.review_state,
            "state_title": self.state_title(brain.portal_type, brain.review_state),
        }

    def link(self, **changes: str) -> str:
        """The address of the list with other filters; it begins at the first page."""
        query = {name: value for name, value in {**self.asked, **changes}.items() if value}
        return f"{self.url}?{urlencode(query)}" if query else self.url

    @property
    def tree(self) -> list[dict]:
        """The sections of the archive; below this one its types and kinds."""
        archive = archive_of(self.context)
        return [
            {
                "title": section.title,
                "url": archive.absolute_url() + "/" + section.id,
                "here": section.id == self.context.getId(),
                "count": f"{len(self.everything):,}" if section.id == self.context.getId() else "",
                "current": "page" if section.id == self.context.getId() and not self._narrowed else None,
            }
            for section in SECTIONS
        ]

    @property
    def _narrowed(self) -> bool:
        return "type" in self.asked or "kind" in self.asked

    @cached_property
    def branches(self) -> list[dict]:
        """Types and kinds in this section with their counts."""
        found: list[dict] = []
        for portal_type, count in self.everything.count_by("portal_type").items():
            kinds = self.kinds.of(portal_type)
            if not kinds:
                found.append(self._branch(self.kinds.types[portal_type], count, portal_type, ""))
                continue
            whole = count == len(self.everything)
            typed = self.everything if whole else self.everything.with_value("portal_type", portal_type)
            for kind, number in typed.count_by("record_kind").items():
                found.append(self._branch(kinds.get(kind, kind), number, portal_type, kind))
        return sorted(found, key=lambda branch: -branch["number"])

    def _branch(self, title: str, number: int, portal_type: str, kind: str) -> dict:
        chosen = self.asked.get("type") == portal_type and self.asked.get("kind", "") == kind
        return {
            "title": title,
            "number": number,
            "count": f"{number:,}",
            "url": self.link(type=portal_type, kind=kind),
            "current": "page" if chosen else None,
        }

    def options(self, name: str) -> list[dict]:
        """What a select offers."""
        choices = {"state": self._states, "station": self._stations, "month": self._months, "sort": lambda: SORTS}[
            name
        ]()
        return [
            {"value": value, "title": title, "selected": "selected" if value == self.asked.get(name, "") else None}
            for value, title in choices.items()
        ]

    def _states(self) -> dict[str, str]:
        counts = self.everything.count_by("review_state")
        return {
            "": "全部状态",
            **{state: f"{title}（{counts[state]}）" for state, title in STATES.items() if state in counts},
        }

    def _stations(self) -> dict[str, str]:
        stations = contract_of(self.context).stations or ()
        return {"": "全部站点", **{one: self.names.station(one) for one in stations}}

    def _months(self) -> dict[str, str]:
        contract = contract_of(self.context)
        months = Calendar(contract.start, contract.end).buckets("month")
        begun = [one.label for one in months if one.start <= clock.today()]
        return {"": "全部月份", **{label: f"{label[:4]} 年 {int(label[5:])} 月" for label in reversed(begun)}}

    @property
    def additions(self) -> list[dict]:
        """What the person may add here; a service record of the kind that is shown."""
        kind = self.asked.get("kind", "") if self.asked.get("type") == "ServiceRecord" else ""
        return [
            {
                "title": fti.Title(),
                "url": f"{self.url}/++add++{fti.getId()}"
                + (f"?kind={kind}" if kind and fti.getId() == "ServiceRecord" else ""),
                "icon": self.kinds.icon(fti.getId(), kind),
            }
            for fti in self.context.allowedContentTypes()
        ]


def _days_of(month: str) -> tuple[date, date]:
    """First and last day of `2026-03`."""
    try:
        first = date.fromisoformat(month + "-01")
    except ValueError:
        raise BadRequest(f"“{month[:20]}”不是月份，请写成 2026-05 这样。") from None
    return first, first.replace(day=monthrange(first.year, first.month)[1])
