"""`<contract>/@@verification`: what awaits the purchaser, oldest first; one verdict at a time, or many at once."""

from functools import cached_property
from plone import api
from urllib.parse import urlencode
from yidang.archive.finding import find
from yidang.archive.finding import Found
from yidang.archive.kinds import Kinds
from yidang.archive.papers import missing_papers
from yidang.archive.papers import TITLES
from yidang.archive.place import contract_of
from yidang.errors import FieldError
from yidang.errors import Refused
from yidang.indicators.scoreboard import Scoreboard
from yidang.pages.ages import age_of
from yidang.pages.batch import Pager
from yidang.pages.batch import SIZE
from yidang.pages.posting import PostPage
from yidang.review.actions import give_verdict
from yidang.review.views.many import verify_all


FILTERS = ("type", "kind", "station")
DONE = {"verify": "已核定", "return": "已退回"}


class VerificationPage(PostPage):
    """The purchaser's desk of one contract."""

    page_title = "待核定"

    @cached_property
    def asked(self) -> dict[str, str]:
        """The filters of the query."""
        return {name: value for name in FILTERS if (value := self.query_text(name))}

    @cached_property
    def kinds(self) -> Kinds:
        """Titles of types and kinds."""
        return Kinds(self.context.archive)

    @cached_property
    def everything(self) -> Found:
        """All that is submitted in this contract."""
        return find(review_state="submitted", path="/".join(self.context.getPhysicalPath()))

    @cached_property
    def found(self) -> Found:
        """What the filters leave."""
        found = self.everything
        for name, index in (("type", "portal_type"), ("kind", "record_kind"), ("station", "station_id")):
            if name in self.asked:
                found = found.with_value(index, self.asked[name])
        return found

    @cached_property
    def pager(self) -> Pager:
        """The pages of the queue."""
        return Pager(len(self.found), self.query_number(), f"{self.url}/@@verification", self.asked)

    @cached_property
    def queue(self) -> list[dict]:
        """One page of what waits, the longest waiting first."""
        return [self._waiting(brain) for brain in self.found.sorted("state_since", self.query_number(), SIZE)]

    def _waiting(self, brain) -> dict:
        return {
            "uid": brain.UID,
            "title": brain.Title,
            "kind": self.kinds.title(brain.portal_type, brain.record_kind),
            "icon": self.kinds.icon(brain.portal_type, brain.record_kind),
            "station": self.names.station(brain.station_id or ""),
            "workers": self.names.people(brain.record_workers or ()),
            "age": age_of(brain.state_since),
            "url": self.link(uid=brain.UID),
            "current": "true" if self.chosen_uid == brain.UID else None,
        }

    @cached_property
    def oldest(self) -> int:
        """Days for which the oldest piece has waited."""
        first = self.everything.sorted("state_since", 0, 1)
        return age_of(first[0].state_since).days if first else 0

    def link(self, **changes: str) -> str:
        """The address of the page with other filters."""
        query = {name: value for name, value in {**self.asked, **changes}.items() if value}
        return f"{self.url}/@@verification" + (f"?{urlencode(query)}" if query else "")

    @cached_property
    def glance(self) -> list[dict]:
        """Counts by kind, as a filter."""
        found = [{"title": "全部", "count": len(self.everything), "type": "", "kind": ""}]
        for portal_type, count in self.everything.count_by("portal_type").items():
            kinds = self.everything.with_value("portal_type", portal_type).count_by("record_kind")
            split = kinds if self.kinds.of(portal_type) else {"": count}
            found += [
                {"title": self.kinds.title(portal_type, kind), "count": number, "type": portal_type, "kind": kind}
                for kind, number in split.items()
            ]
        for one in found:
            chosen = (one["type"], one["kind"]) == (self.asked.get("type", ""), self.asked.get("kind", ""))
            one.update(url=self.link(type=one["type"], kind=one["kind"]), current="true" if chosen else None)
        return found[:1] + sorted(found[1:], key=lambda one: -one["count"])

    @property
    def stations(self) -> list[dict]:
        """Stations with something that waits."""
        return [
            {
                "id": one,
                "title": f"{self.names.station(one) or '未注明站点'}（{count}）",
                "selected": self._is_station(one),
            }
            for one, count in self.everything.count_by("station_id").items()
            if one
        ]

    def _is_station(self, station: str) -> str | None:
        return "selected" if station == self.asked.get("station") else None

    @cached_property
    def chosen_uid(self) -> str:
        """The record shown beside the queue: the one asked for, else the oldest."""
        asked = self.query_text("uid")
        first = self.found.sorted("state_since", self.query_number(), 1)
        return asked or (first[0].UID if first else "")

    @cached_property
    def chosen(self):
        """That record, None when it no longer waits."""
        found = api.portal.get_tool("portal_catalog")(UID=self.chosen_uid) if self.chosen_uid else ()
        record = found[0].getObject() if found and found[0].review_state == "submitted" else None
        return record if record is not None and self._is_ours(record) else None

    def _is_ours(self, record) -> bool:
        return contract_of(record).UID() == self.context.UID()

    @property
    def missing(self) -> list[str]:
        """Papers that the record should hold and does not."""
        return [TITLES[one] for one in missing_papers(self.chosen)]

    @property
    def counts(self) -> list[dict]:
        """Which lines the record feeds, and why not others of its kind."""
        return [
            {
                "title": rule.title,
                "code": rule.code,
                "counted": one.counted,
                "amount": f"+{one.amount:g}" if one.counted and one.amount else "",
                "reasons": [reason.message for reason in one.reasons],
            }
            for rule, one in Scoreboard(self.context).counts(self.chosen)
        ]

    def act(self) -> str:
        """One verdict, or many verifications."""
        if self.query_text("do") == "many":
            return verify_all(self._wanted(), self.request)
        verdict = self.query_text("verdict")
        if verdict not in DONE:
            raise Refused("请选择核定或退回。", [FieldError("verdict", "请选择核定或退回。")])
        if self.chosen is None:
            raise Refused("这件材料已不在待核定之列，可能已由同事处理。")
        title = self.chosen.title
        give_verdict(self.chosen, verdict, self.typed("comment"))
        return f"“{title}”{DONE[verdict]}。"

    def _wanted(self) -> list:
        uids = self.request.form.get("uids") or ()
        uids = [uids] if isinstance(uids, str) else [uid for uid in uids if isinstance(uid, str)]
        if not uids:
            raise Refused("还没有勾选材料。", [FieldError("uids", "请先勾选要核定的材料。")])
        brains = api.portal.get_tool("portal_catalog")(UID=uids[:SIZE])
        return [record for record in (brain.getObject() for brain in brains) if self._is_ours(record)]

    def after_post(self) -> str:
        """The queue again, under the same filters."""
        return self.link()
