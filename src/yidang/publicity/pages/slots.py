"""The slots of a line as a part of other pages: article, outlet, day, what is kept, where a surplus came from."""

from datetime import date
from functools import cached_property
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import NamedTuple
from yidang.indicators.engine.labels import LABELS
from yidang.indicators.engine.rules import Rule
from yidang.indicators.scoreboard import Scoreboard
from yidang.pages.page import Page
from yidang.publicity.captures import Capture
from yidang.publicity.captures import captures_of
from yidang.publicity.placements import key_of
from yidang.publicity.placements import rows_of
from yidang.publicity.slots import Filled
from yidang.publicity.slots import filled
from yidang.publicity.slots import fitting
from yidang.publicity.slots import rungs
from yidang.publicity.slots import wanted
from zExceptions import NotFound


HIDDEN = "（无权查看）"
OWN = "本门户"


class Proof(NamedTuple):
    """One placement for which the article counts, and what is kept of it."""

    words: str
    level: str
    day: date | None
    url: str  # of the placement itself
    captures: list[Capture]


class Shown(NamedTuple):
    """One slot as it is shown."""

    number: int | None
    title: str
    url: str
    day: date | None
    note: str
    proofs: list[Proof]


class SlotsOfLine:
    """The slots of one line, with titles and placements of the articles that the reader may view."""

    def __init__(self, board: Scoreboard, rule: Rule, past: date | None = None) -> None:
        self.board, self.rule, self.past = board, rule, past
        self.wanted = wanted(rule, past or board.today)

    @cached_property
    def found(self) -> list[Filled]:
        """Every slot; none for a line that has none to show."""
        return filled(self.board, self.rule, self.past) if self.wanted is not None else []

    @cached_property
    def rows(self) -> list[Shown]:
        """As they are shown."""
        uids = [one.fact.uid for one in self.found if one.fact is not None]
        brains = api.portal.get_tool("portal_catalog").searchResults(UID=uids) if uids else ()
        articles = {brain.UID: brain.getObject() for brain in brains}
        return [self._row(one, articles.get(one.fact.uid) if one.fact else None) for one in self.found]

    @property
    def taken(self) -> list[Shown]:
        """The slots that are filled."""
        return [one for one in self.rows if one.title]

    @property
    def open(self) -> str:
        """The numbers of those that are not: `第 3–12 个`, `第 4 个`; an empty string when all are filled."""
        numbers = [one.number for one in self.rows if not one.title]
        if not numbers:
            return ""
        return f"第 {numbers[0]} 个" if len(numbers) == 1 else f"第 {numbers[0]}–{numbers[-1]} 个"

    @property
    def ladder(self) -> list[Rule]:
        """The ladder from the top down, where there is one."""
        return rungs(self.board, self.rule)

    def _row(self, one: Filled, article) -> Shown:
        if one.fact is None:
            return Shown(one.number, "", "", None, "", [])
        if article is None:
            return Shown(one.number, HIDDEN, "", one.fact.date, one.note, [])
        proofs = self._proofs(one, article)
        return Shown(one.number, article.title, article.absolute_url(), one.fact.date, one.note, proofs)

    def _proofs(self, one: Filled, article) -> list[Proof]:
        held = captures_of(article)
        rows = [row for row in rows_of(article) if not self.past or (row.get("date") or self.past) <= self.past]
        return [
            _proof(row, [capture for capture in held if capture.placement == key_of(row)])
            for row in fitting(rows, one.owner, one.fact, self.board.ruleset.calendar)
        ]


def _proof(row, captures: list[Capture]) -> Proof:
    where = " ".join(filter(None, (row.get("outlet"), row.get("page"))))
    level = LABELS.value("levels", row["level"]) if row.get("level") else ""
    words = where or LABELS.value("channels", row["channel"])
    return Proof(words, level, row.get("date"), row.get("url") or "", captures)


class LineSlots(Page):
    """`<contract>/@@line-slots`, called by the page of a line and by the publicity board; not published by itself."""

    template = ViewPageTemplateFile("templates/slots.pt")

    def __call__(self, board=None, rule: Rule | None = None, past: date | None = None, heading: str = "") -> str:
        """The part, or nothing for a line without slots; words of an address are no board."""
        if not isinstance(board, Scoreboard):
            raise NotFound("line-slots")
        self.slots = SlotsOfLine(board, rule, past)
        self.heading = heading or "名额与稿件"
        return self.template() if self.slots.found else ""

    @property
    def ladder(self) -> list[dict]:
        """Each line of the ladder with what it gave; nothing of a line that stands in none."""
        if not self.slots.rule.is_rung():
            return []
        tallies = self.slots.board.tallies(self.slots.past)
        titles = {rule.code: rule.title for rule in self.slots.board.rules}
        return [
            {
                "rule": rule,
                "own": rule.code == self.slots.rule.code,
                "given": "，".join(f"富余 {n} 篇补入“{titles[code]}”" for code, n in tallies[rule.code].given.items()),
            }
            for rule in self.slots.ladder
        ]
