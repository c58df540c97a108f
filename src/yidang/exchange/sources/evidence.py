"""The records behind one line: those that count, and those that do not with every reason, near misses first."""

from collections.abc import Iterator
from functools import cached_property
from typing import Any
from yidang import clock
from yidang.archive.kinds import Kinds
from yidang.archive.views.tree import STATES
from yidang.errors import Refused
from yidang.exchange.evidence import Evidence
from yidang.exchange.evidence import Row
from yidang.exchange.safe import file_name
from yidang.exchange.sources.base import BoardSource
from yidang.exchange.table import columns
from yidang.exchange.table import Table
from yidang.indicators.engine import describe
from yidang.indicators.engine.facts import Fact
from yidang.indicators.pages.narrowing import bucket_of
from yidang.indicators.pages.narrowing import Cut
from yidang.publicity.pages.slots import Proof
from yidang.publicity.pages.slots import SlotsOfLine


COLUMNS = (
    ("序号", 7), ("题名", 40), ("种类", 14), ("日期", 12), ("站点", 22), ("经办人", 16), ("状态", 10), ("档号", 24),
)  # fmt: skip
COUNTED = (*COLUMNS, ("计入数量", 10), ("计入说明", 30), ("地址", 40))
SLOTS = (
    ("名额", 8), ("题名", 40), ("媒体或账号", 24), ("级别", 10), ("刊发日期", 12), ("网址", 44), ("留存", 44),
    ("说明", 34),
)  # fmt: skip
EXCLUDED = (*COLUMNS, ("差几项", 8), ("未计入的原因", 60), ("地址", 40))


class EvidenceSource(BoardSource):
    """`excelexport.policy=evidence&code=S0-I07` on a contract; `day`, `station`, `member`, `bucket` as on the page."""

    title = "依据"
    long = True

    def check(self) -> None:
        """An unknown code or period is refused."""
        super().check()
        self.rule, self.cut  # noqa: B018 - refuse a line and a period that the contract does not have

    def get_filename(self) -> str:
        """With the code of the line."""
        return file_name(self.contract.number, self.rule.code, self.rule.title, self.title, day=clock.today())

    @cached_property
    def counted(self) -> Evidence:
        """What counts."""
        return Evidence(self.board, self.rule, day=self.day, wanted=self._holds)

    @cached_property
    def excluded(self) -> Evidence:
        """What does not."""
        return Evidence(self.board, self.rule, excluded=True, day=self.day, wanted=self._holds)

    @cached_property
    def cut(self) -> Cut:
        """The cell of a table that was clicked: a station, a member, a period; all when nothing is asked."""
        label, calendar = self.query("bucket"), self.board.ruleset.calendar
        bucket = bucket_of(label, calendar) if label else None
        if label and bucket is None:
            raise Refused(f"合同期内没有“{label[:20]}”这个时段。")
        return Cut(self.query("station"), self.query("member"), bucket)

    def _holds(self, fact: Fact, counted: bool) -> bool:
        return not self.cut or self.cut.holds(fact, self.rule, self.board.ruleset.calendar, counted)

    def get_sheets_data(self) -> list[Table]:
        """Two tables whose rows are made when they are written; first the slots, of a line that has such."""
        slots = SlotsOfLine(self.board, self.rule, self.day)
        first = [Table("名额", columns(*SLOTS), self._slots(slots))] if slots.found and not self.cut else []
        return [
            *first,
            Table("已计入", columns(*COUNTED), self._counted()),
            Table("未计入", columns(*EXCLUDED), self._excluded()),
        ]

    def _slots(self, slots: SlotsOfLine) -> Iterator[tuple]:
        """A row for each placement that proves a slot, or one for the slot."""
        for one in slots.rows:
            number, title = one.number or "富余", one.title or "空缺"
            for proof in one.proofs or [Proof("", "", one.day, "", [])]:
                kept = "\n".join(capture.sha256 for capture in proof.captures)
                yield (number, title, proof.words, proof.level, proof.day, proof.url, kept, one.note)

    def _counted(self) -> Iterator[tuple]:
        for place, row in enumerate(self.counted, 1):
            yield (*self._common(place, row), row.amount, row.note, row.brain.getURL())

    def _excluded(self) -> Iterator[tuple]:
        for place, row in enumerate(self.excluded, 1):
            yield (*self._common(place, row), len(row.reasons), "\n".join(row.reasons), row.brain.getURL())

    @cached_property
    def kinds(self) -> Kinds:
        """Titles of types and kinds."""
        return Kinds(self.contract)

    def _common(self, place: int, row: Row) -> tuple:
        fact, brain = row.fact, row.brain
        return (
            place, brain.Title, self.kinds.title(brain.portal_type, brain.record_kind or ""), fact.date,
            self.names.station(fact.station), self.names.people(fact.workers),
            STATES.get(brain.review_state, brain.review_state), brain.archive_number,
        )  # fmt: skip

    def notes(self) -> list[tuple[str, Any]]:
        """The rule, and how many records the reader may not view; they are counted, but not listed."""
        hidden = self.counted.hidden, self.excluded.hidden
        told = [("指标", f"{self.rule.code} {self.rule.title}"), ("算法", describe(self.rule, day=self.board.today))]
        if self.cut:
            told.append(
                ("只含", "、".join(self.query(name) for name in ("station", "member", "bucket") if self.query(name)))
            )
        if any(hidden):
            told.append(("未列出", f"您无权查看的记录：已计入 {hidden[0]} 件，未计入 {hidden[1]} 件"))
        return [*super().notes(), *told]
